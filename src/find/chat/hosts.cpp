// Addresses and calls against the index of the catalogue.

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "base/byte_set.h"
#include "base/url.h"
#include "find/chat/marks.h"

namespace klikpad {

namespace {

// Most addresses fit no mark, which a look at their host tells without parsing them. It may say yes
// too often, never no.
bool MayMatch(const Vendors& vendors, std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos || !url.starts_with("http")) return true;
  const std::string_view rest = url.substr(scheme + 3);
  static constexpr ByteSet kEnds("/?#");
  const std::string_view host = rest.substr(0, kEnds.FindIn(rest));
  const bool is_plain = std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
  });
  if (!is_plain) return true;
  for (std::size_t from = 0; from != host.npos;) {
    if (vendors.host_filter.MayHold(host.substr(from))) return true;
    const std::size_t dot = host.find('.', from);
    from = dot == host.npos ? dot : dot + 1;
  }
  return std::any_of(vendors.path_parts.begin(), vendors.path_parts.end(),
                     [&](const std::string& part) { return url.find(part) != url.npos; });
}

}  // namespace

std::vector<int> MatchHost(const Vendors& vendors, std::string_view url) {
  if (!MayMatch(vendors, url)) return {};
  std::optional<Url> parsed = Url::Parse(url);
  if (!parsed || !parsed->IsHttp()) return {};
  const std::string& host = parsed->Host();
  std::string path = parsed->PathAndQuery();
  std::vector<int> fitting, files;
  std::size_t longest = 0;
  for (std::size_t from = 0; from != std::string::npos;) {
    auto it = vendors.hosts.find(std::string_view(host).substr(from));
    if (it != vendors.hosts.end()) {
      for (int number : it->second) {
        const VendorMark& mark = vendors.marks[static_cast<std::size_t>(number)];
        bool has_star = mark.host.find('*') != std::string::npos;
        if (has_star && !GlobMatch(mark.host, host)) continue;
        if (has_star && host.starts_with("www.")) continue;
        if (!mark.path.empty() && !GlobMatch(mark.path + "*", path)) continue;
        fitting.push_back(number);
        longest = std::max(longest, mark.text.size());
      }
    }
    std::size_t dot = host.find('.', from);
    from = dot == std::string::npos ? dot : dot + 1;
  }
  for (int number : vendors.paths) {
    const VendorMark& mark = vendors.marks[static_cast<std::size_t>(number)];
    bool has_star = mark.path.find('*') != std::string::npos;
    bool fits = has_star ? GlobMatch("*" + mark.path + "*", path)
                         : path.find(mark.path) != std::string::npos;
    if (fits) files.push_back(number);
  }
  // The vendor with the closest mark has the address; its wider marks confirm it.
  std::set<int> closest;
  for (int number : fitting) {
    const VendorMark& mark = vendors.marks[static_cast<std::size_t>(number)];
    if (mark.text.size() == longest) closest.insert(mark.vendor);
  }
  std::erase_if(fitting, [&](int number) {
    return !closest.contains(vendors.marks[static_cast<std::size_t>(number)].vendor);
  });
  fitting.insert(fitting.end(), files.begin(), files.end());
  return fitting;
}

int FindOpenCall(const Vendors& vendors, std::string_view script) {
  if (script.empty()) return -1;
  std::string squeezed = SqueezeScript(script.substr(0, 4096));
  int found = -1;
  vendors.calls.Each(squeezed, [&](int index, std::size_t) {
    int call = vendors.call_marks[static_cast<std::size_t>(index)];
    bool opens = vendors.marks[static_cast<std::size_t>(call)].kind == MarkKind::kOpenCall;
    if (opens) found = call;
    return !opens;
  });
  return found;
}

}  // namespace klikpad
