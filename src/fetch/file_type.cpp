// The table of extensions.

#include "fetch/file_type.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace klikpad {

std::string FileType(std::string_view name, std::string_view bytes) {
  using Entry = std::pair<std::string_view, std::string_view>;
  // No charset: the page says its own.
  constexpr std::array<Entry, 38> kTypes{{{"html", "text/html"},
                                          {"htm", "text/html"},
                                          {"shtml", "text/html"},
                                          {"php", "text/html"},
                                          {"asp", "text/html"},
                                          {"aspx", "text/html"},
                                          {"jsp", "text/html"},
                                          {"cfm", "text/html"},
                                          {"cgi", "text/html"},
                                          {"do", "text/html"},
                                          {"xhtml", "application/xhtml+xml"},
                                          {"txt", "text/plain"},
                                          {"css", "text/css"},
                                          {"csv", "text/csv"},
                                          {"vcf", "text/vcard"},
                                          {"ics", "text/calendar"},
                                          {"js", "text/javascript"},
                                          {"mjs", "text/javascript"},
                                          {"xml", "application/xml"},
                                          {"rss", "application/rss+xml"},
                                          {"atom", "application/atom+xml"},
                                          {"json", "application/json"},
                                          {"webmanifest", "application/manifest+json"},
                                          {"gz", "application/gzip"},
                                          {"zip", "application/zip"},
                                          {"pdf", "application/pdf"},
                                          {"svg", "image/svg+xml"},
                                          {"png", "image/png"},
                                          {"jpg", "image/jpeg"},
                                          {"jpeg", "image/jpeg"},
                                          {"gif", "image/gif"},
                                          {"webp", "image/webp"},
                                          {"ico", "image/vnd.microsoft.icon"},
                                          {"woff", "font/woff"},
                                          {"woff2", "font/woff2"},
                                          {"mp3", "audio/mpeg"},
                                          {"mp4", "video/mp4"},
                                          {"webm", "video/webm"}}};
  name = name.substr(0, name.find('?'));
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos) {
    for (const auto& [extension, type] : kTypes) {
      if (EqualsIgnoreAsciiCase(name.substr(dot + 1), extension)) return std::string(type);
    }
  }
  return Trim(bytes.substr(0, 512)).starts_with('<') ? "text/html" : "application/octet-stream";
}

}  // namespace klikpad
