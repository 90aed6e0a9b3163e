// Where a long text goes piece by piece, so that it never stands in memory as a whole.

#pragma once

#include <functional>
#include <string_view>

namespace klikpad {

using TextSink = std::function<void(std::string_view)>;

}  // namespace klikpad
