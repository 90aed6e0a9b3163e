// Files → Content-Type, as a web server would say it.

#pragma once

#include <string>
#include <string_view>

namespace klikpad {

// By the name's extension; pages of server languages (.php, .asp) are HTML. A name without a known
// extension is HTML when its bytes begin like markup.
std::string FileType(std::string_view name, std::string_view bytes);

}  // namespace klikpad
