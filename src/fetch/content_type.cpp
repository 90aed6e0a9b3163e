// The list of readable types.

#include "fetch/content_type.h"

#include <array>
#include <string>

#include "base/text.h"

namespace klikpad {

bool IsReadableType(std::string_view content_type) {
  const std::string type = AsciiLower(Trim(content_type.substr(0, content_type.find(';'))));
  const std::size_t slash = type.find('/');
  if (slash == std::string::npos || slash == 0 || slash + 1 == type.size()) return true;
  const std::string_view main = std::string_view(type).substr(0, slash);
  if (main == "text") return true;
  if (main != "application") return type == "*/*" || type == "unknown/unknown";
  const std::string_view sub = std::string_view(type).substr(slash + 1);
  if (sub.ends_with("+xml") || sub.ends_with("+json")) return true;
  constexpr std::array<std::string_view, 10> kReadable{"xml",
                                                       "json",
                                                       "javascript",
                                                       "x-javascript",
                                                       "ecmascript",
                                                       "x-ecmascript",
                                                       "xml-external-parsed-entity",
                                                       "gzip",
                                                       "x-gzip",
                                                       "unknown"};
  for (const std::string_view readable : kReadable) {
    if (sub == readable) return true;
  }
  return false;
}

}  // namespace klikpad
