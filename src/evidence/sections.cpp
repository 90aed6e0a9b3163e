// Finds the page at which the section of each page starts, from addresses alone.

#include <map>

#include "base/text.h"
#include "base/url.h"
#include "evidence/writer.h"

namespace klikpad {

namespace {

// "/nl/index.html" → "/nl/": the folder that a home page's address stands for.
std::string HomeFolder(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

// "host/nl/" + "/nl/service/phone" → "host/nl/service"; "" at or above the home page.
std::string SectionKey(const Url& url, const std::string& home) {
  const std::string& path = url.Path();
  if (!path.starts_with(home) || path.size() == home.size()) return "";
  const std::string rest = path.substr(home.size());
  return url.Host() + home + rest.substr(0, rest.find('/'));
}

// A page that is itself a section's start: "/service", "/service/", "/service.html",
// "/service/index.php".
bool IsStart(const Url& url, const std::string& home) {
  const std::string rest = url.Path().substr(home.size());
  const std::size_t slash = rest.find('/');
  if (slash == std::string::npos) return true;
  const std::string tail = AsciiLower(rest.substr(slash + 1));
  return tail.empty() || (tail.starts_with("index.") && tail.find('/') == std::string::npos);
}

// "service.html" and "service" name one section.
std::string WithoutExtension(const std::string& key) {
  const std::size_t slash = key.rfind('/');
  const std::size_t dot = key.rfind('.');
  return dot != std::string::npos && dot > slash ? key.substr(0, dot) : key;
}

}  // namespace

std::vector<std::optional<std::int64_t>> FindSections(const SiteLook& look, const RowIds& ids) {
  std::vector<std::optional<std::int64_t>> sections(look.pages.size());
  if (look.start < 0) return sections;
  const auto start = Url::Parse(look.pages[static_cast<std::size_t>(look.start)].url);
  if (!start || !start->IsHttp()) return sections;
  const std::string home = HomeFolder(start->Path());

  std::vector<std::string> keys(look.pages.size());
  std::map<std::string, std::int64_t> starts;
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    const SitePage& page = look.pages[i];
    if (ids.page[i] == 0 || page.surface != Surface::kSite) continue;
    const auto url = Url::Parse(page.url);
    if (!url || !url->IsHttp()) continue;
    const std::string key = SectionKey(*url, home);
    if (key.empty()) continue;
    keys[i] = WithoutExtension(key);
    if (IsStart(*url, home)) starts.emplace(keys[i], ids.page[i]);
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (auto it = starts.find(keys[i]); it != starts.end()) sections[i] = it->second;
  }
  return sections;
}

}  // namespace klikpad
