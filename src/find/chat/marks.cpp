// One pass over what the page loads and writes; every mark is checked where it stands, so that
// names in prose, lists of consent tools and commented-out code do not count.

#include "find/chat/marks.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>

#include "base/text.h"
#include "base/url.h"
#include "find/chat/elements.h"
#include "find/text/script_text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxScript = 512u << 10;  // of one script
constexpr std::size_t kMaxScripts = 3u << 20;   // of a page
// A script that names hosts of this many vendors and speaks to none of them is a list, not a
// loader.
constexpr std::size_t kListOfVendors = 3;

class MarkFinder {
 public:
  MarkFinder(const Page& page, const Vendors& vendors) : page_(page), vendors_(vendors) {}

  VendorMarks Run() {
    for (const Resource& resource : page_.resources) ReadResource(resource);
    MarksOfElements elements = FindElementMarks(page_, vendors_);
    sightings_.insert(sightings_.end(), std::make_move_iterator(elements.sightings.begin()),
                      std::make_move_iterator(elements.sightings.end()));
    std::stable_sort(sightings_.begin(), sightings_.end(),
                     [this](const VendorSighting& a, const VendorSighting& b) {
                       return std::tuple(VendorOf(a.mark), a.node, a.mark) <
                              std::tuple(VendorOf(b.mark), b.node, b.mark);
                     });
    return {std::move(sightings_), elements.facade, std::move(elements.on_click)};
  }

 private:
  const VendorMark& Mark(int mark) const { return vendors_.marks[static_cast<std::size_t>(mark)]; }
  int VendorOf(int mark) const { return Mark(mark).vendor; }

  VendorSighting Sighting(int mark, const Resource& resource, std::string quote) const {
    VendorSighting sighting;
    sighting.mark = mark;
    sighting.grade = Mark(mark).grade;
    sighting.needs_consent = resource.needs_consent;
    sighting.node = resource.node;
    sighting.place = resource.place;
    sighting.quote = std::move(quote);
    return sighting;
  }

  void ReadResource(const Resource& resource) {
    switch (resource.kind) {
      case ResourceKind::kInlineScript:
        if (IsProgram(resource)) ReadScript(resource, resource.text, false);
        return;
      case ResourceKind::kNoscript:
        ReadScript(resource, resource.text, true);
        return;
      case ResourceKind::kScript:
      case ResourceKind::kIframe:
      case ResourceKind::kObject:
      case ResourceKind::kLink:
      case ResourceKind::kImage:
        break;
    }
    bool is_loaded = resource.kind != ResourceKind::kLink && resource.kind != ResourceKind::kImage;
    bool is_hint = resource.kind == ResourceKind::kImage ||
                   (resource.kind == ResourceKind::kLink && !IsLoadingRel(resource.rel));
    for (int mark : MatchHost(vendors_, resource.url)) {
      VendorSighting sighting = Sighting(mark, resource, std::string(CutUtf8(resource.url, 160)));
      sighting.is_loaded = is_loaded;
      sighting.is_frame = resource.kind == ResourceKind::kIframe;
      if (is_hint) sighting.grade = MarkGrade::kSecond;
      sightings_.push_back(std::move(sighting));
    }
  }

  static bool IsLoadingRel(std::string_view rel) {
    return rel.find("stylesheet") != std::string_view::npos ||
           rel.find("preload") != std::string_view::npos ||
           rel.find("import") != std::string_view::npos;
  }

  // JSON, JSON-LD and templates are data: what they name is not loaded by them.
  bool IsProgram(const Resource& resource) const {
    if (resource.node < 0) return true;
    std::string type =
        AsciiLower(page_.document.Attr(resource.node, "type").value_or(std::string_view()));
    return type.find("json") == std::string::npos && type.find("template") == std::string::npos &&
           type.find("x-") == std::string::npos && type != "text/html";
  }

  void ReadScript(const Resource& resource, std::string_view text, bool is_noscript) {
    text = text.substr(0, std::min(kMaxScript, kMaxScripts - std::min(kMaxScripts, read_)));
    read_ += text.size();
    std::string unescaped;
    if (text.find('\\') != std::string_view::npos) {
      unescaped = UnescapeSlashes(text);
      text = unescaped;
    }
    // Asked only where a script names a vendor's host, which few do.
    std::optional<bool> loads_things;
    const auto loads = [&] {
      if (!loads_things) loads_things = !is_noscript && LoadsThings(text);
      return *loads_things;
    };
    std::vector<VendorSighting> hosts, names;
    vendors_.scripts.Each(text, [&](int index, std::size_t at) {
      int number = vendors_.script_marks[static_cast<std::size_t>(index)];
      const VendorMark& mark = Mark(number);
      if (IsCommentedOut(text, at)) return true;
      if (mark.kind == MarkKind::kHost) {
        ReadAddress(resource, text, at, number, loads(), is_noscript, hosts);
      } else if (!is_noscript && IsHit(mark, text, at)) {
        names.push_back(Sighting(number, resource, Around(text, at, mark.text.size())));
      }
      return hosts.size() + names.size() < 2000;
    });
    std::set<int> listed;
    for (const VendorSighting& host : hosts) listed.insert(VendorOf(host.mark));
    if (names.empty() && listed.size() >= kListOfVendors) hosts.clear();
    // Settings without a loader beside them: the vendor's own name makes the address its own.
    for (VendorSighting& host : hosts) {
      bool is_named = std::any_of(names.begin(), names.end(), [&](const VendorSighting& name) {
        return VendorOf(name.mark) == VendorOf(host.mark);
      });
      if (is_named && !is_noscript && !loads()) host.grade = Mark(host.mark).grade;
    }
    sightings_.insert(sightings_.end(), hosts.begin(), hosts.end());
    sightings_.insert(sightings_.end(), names.begin(), names.end());
    if (!names.empty() || !hosts.empty()) ReadOffs(resource, text);
  }

  bool IsHit(const VendorMark& mark, std::string_view text, std::size_t at) const {
    if (mark.kind == MarkKind::kGlobal) return IsCode(text, at, mark.text.size());
    char before = at > 0 ? text[at - 1] : '\0', after = At(text, at + mark.text.size());
    if (IsIdentifier(mark.text.front()) && IsIdentifier(before)) return false;
    return !(IsIdentifier(mark.text.back()) && IsIdentifier(after));
  }

  void ReadAddress(const Resource& resource, std::string_view text, std::size_t at, int number,
                   bool loads, bool is_noscript, std::vector<VendorSighting>& hosts) const {
    const VendorMark& mark = Mark(number);
    if (mark.host.empty()) {  // a file of the customer's own: "/packs/js/sdk.js"
      if (!loads) return;
      hosts.push_back(Sighting(number, resource, Around(text, at, mark.path.size())));
      return;
    }
    std::optional<std::string> address = AddressAround(text, at);
    if (!address) return;
    for (int match : MatchHost(vendors_, *address)) {
      bool is_known = std::any_of(hosts.begin(), hosts.end(),
                                  [match](const VendorSighting& s) { return s.mark == match; });
      if (is_known) continue;
      VendorSighting sighting = Sighting(match, resource, *address);
      const VendorMark& matched = Mark(match);
      if (!loads || is_noscript) {
        sighting.grade = MarkGrade::kSecond;
      } else if (matched.is_bare_domain && sighting.grade == MarkGrade::kSure &&
                 !IsProgramAddress(*address)) {
        sighting.grade = MarkGrade::kUnverified;
      }
      hosts.push_back(std::move(sighting));
    }
  }

  void ReadOffs(const Resource& resource, std::string_view text) {
    std::string squeezed = SqueezeScript(text);
    std::set<int> offs;
    vendors_.calls.Each(squeezed, [&](int index, std::size_t) {
      int call = vendors_.call_marks[static_cast<std::size_t>(index)];
      if (Mark(call).kind != MarkKind::kOff || !offs.insert(call).second) return true;
      VendorSighting sighting = Sighting(call, resource, Mark(call).text);
      sighting.grade = MarkGrade::kSecond;
      sighting.is_off = true;
      sightings_.push_back(std::move(sighting));
      return true;
    });
  }

  const Page& page_;
  const Vendors& vendors_;
  std::vector<VendorSighting> sightings_;
  std::size_t read_ = 0;
};

}  // namespace

VendorMarks FindVendorMarks(const Page& page, const Vendors& vendors) {
  return MarkFinder(page, vendors).Run();
}

}  // namespace klikpad
