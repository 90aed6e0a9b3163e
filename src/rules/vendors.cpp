// Reads rules/chat-vendors.yaml.

#include "rules/vendors.h"

#include <algorithm>
#include <utility>

#include "base/domain.h"
#include "base/text.h"
#include "rules/vendor_index.h"

namespace klikpad {
namespace {

void SplitHost(VendorMark& mark) {
  std::size_t slash = mark.text.find('/');
  mark.host = AsciiLower(std::string_view(mark.text).substr(0, slash));
  if (slash != std::string::npos) mark.path = mark.text.substr(slash);
  mark.is_bare_domain = mark.path.empty() && mark.host.find('*') == std::string::npos &&
                        RegistrableDomain(mark.host) == mark.host;
}

bool IsSelectorName(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

// tag#id.class[name], [name="v"], [name^="v"], [name*="v"]: what served HTML can answer.
bool SplitSelector(VendorMark& mark) {
  std::string_view rest = mark.text;
  auto take = [&rest] {
    std::size_t n = 0;
    while (n < rest.size() && IsSelectorName(rest[n])) ++n;
    std::string name(rest.substr(0, n));
    rest.remove_prefix(n);
    return name;
  };
  mark.tag = AsciiLower(take());
  while (!rest.empty()) {
    char sign = rest.front();
    rest.remove_prefix(1);
    if (sign == '#' && mark.id.empty()) {
      mark.id = take();
      if (mark.id.empty()) return false;
    } else if (sign == '.' && mark.css_class.empty()) {
      mark.css_class = take();
      if (mark.css_class.empty()) return false;
    } else if (sign == '[' && mark.attribute.empty()) {
      mark.attribute = AsciiLower(take());
      std::size_t close = rest.find(']');
      if (mark.attribute.empty() || close == std::string_view::npos) return false;
      std::string_view test = rest.substr(0, close);
      rest.remove_prefix(close + 1);
      if (test.empty()) continue;
      std::size_t equals = test.find('=');
      if (equals == std::string_view::npos || equals > 1) return false;
      mark.operation = std::string(test.substr(0, equals + 1));
      if (mark.operation != "=" && mark.operation != "^=" && mark.operation != "*=") return false;
      std::string_view value = test.substr(equals + 1);
      if (value.size() < 3 || value.front() != '"' || value.back() != '"') return false;
      mark.value = std::string(value.substr(1, value.size() - 2));
    } else {
      return false;
    }
  }
  return !(mark.tag.empty() && mark.id.empty() && mark.css_class.empty() && mark.attribute.empty());
}

Result<void> AddMark(const Yaml& yaml, MarkKind kind, MarkGrade grade, int vendor, Vendors& all) {
  Result<std::string> text = yaml.String();
  if (!text) return tl::unexpected(text.error());
  VendorMark mark;
  mark.vendor = vendor;
  mark.kind = kind;
  mark.grade = grade;
  mark.text = *text;
  if (kind == MarkKind::kHost) SplitHost(mark);
  if (kind == MarkKind::kOpenCall || kind == MarkKind::kOff) mark.text = SqueezeScript(*text);
  if (kind == MarkKind::kElement && !SplitSelector(mark)) {
    return yaml.Complain("'" + *text + "' is no selector of the kind tag#id.class[name=\"value\"]");
  }
  if (kind != MarkKind::kElement && SearchText(mark).size() < (kind == MarkKind::kGlobal ? 2 : 3)) {
    return yaml.Complain("'" + *text + "' is too short to be a mark");
  }
  all.marks.push_back(std::move(mark));
  return {};
}

// A list of sure marks, or a map grade → list.
Result<void> AddMarks(const Yaml& vendor, std::string_view key, MarkKind kind, int index,
                      Vendors& all) {
  const Yaml* marks = vendor.Find(key);
  if (!marks) return {};
  if (marks->IsList()) {
    for (const Yaml& item : marks->Items()) {
      if (Result<void> added = AddMark(item, kind, MarkGrade::kSure, index, all); !added) {
        return added;
      }
    }
    return {};
  }
  if (Result<void> known = marks->AllowOnly(AllWords<MarkGrade>()); !known) return known;
  for (const Yaml::Member& member : marks->Members()) {
    MarkGrade grade = *FromWord<MarkGrade>(member.key);
    if (!member.value.IsList()) return member.value.Complain("a list of marks is expected here");
    for (const Yaml& item : member.value.Items()) {
      if (Result<void> added = AddMark(item, kind, grade, index, all); !added) return added;
    }
  }
  return {};
}

std::string DefaultChannel(VendorKind kind) {
  switch (kind) {
    case VendorKind::kLiveChat:
    case VendorKind::kBot:
    case VendorKind::kMessaging:
      return "chat";
    case VendorKind::kHelpdesk:
      return "form";
    case VendorKind::kCallback:
      return "callback";
    case VendorKind::kCommunity:
      return "community";
    case VendorKind::kTracking:
      return "";
  }
  return "";
}

Result<std::string> Text(const Yaml& yaml, std::string_view key, bool is_needed) {
  const Yaml* value = yaml.Find(key);
  if (value) return value->String();
  if (!is_needed) return std::string();
  return yaml.Need(key).map([](const Yaml*) { return std::string(); });
}

Result<void> AddVendor(const Yaml& yaml, Vendors& all) {
  Result<void> known =
      yaml.AllowOnly({"id", "name", "kind", "channel", "ended", "hosts", "markers", "globals",
                      "elements", "open_calls", "off", "example", "not", "source", "note"});
  if (!known) return known;
  Vendor vendor;
  struct Part {
    const char* key;
    std::string* to;
    bool is_needed;
  };
  std::string kind;
  for (const Part& part :
       {Part{"id", &vendor.id, true}, Part{"name", &vendor.name, true}, Part{"kind", &kind, true},
        Part{"channel", &vendor.channel, false}, Part{"ended", &vendor.ended, false},
        Part{"example", &vendor.example, true}}) {
    Result<std::string> text = Text(yaml, part.key, part.is_needed);
    if (!text) return tl::unexpected(text.error());
    *part.to = *text;
  }
  if (all.Find(vendor.id)) return yaml.Complain("the vendor '" + vendor.id + "' stands here twice");
  std::optional<VendorKind> word = FromWord<VendorKind>(kind);
  if (!word) {
    return yaml.Find("kind")->Complain("unknown kind of vendor '" + kind + "'",
                                       Nearest(kind, AllWords<VendorKind>()));
  }
  vendor.kind = *word;
  if (vendor.channel.empty()) vendor.channel = DefaultChannel(vendor.kind);
  Result<const Yaml*> source = yaml.Need("source");
  if (!source) return tl::unexpected(source.error());
  Result<std::vector<std::string>> sources = (*source)->Strings();
  if (!sources) return tl::unexpected(sources.error());
  vendor.sources = *sources;
  int index = static_cast<int>(all.list.size());
  all.list.push_back(std::move(vendor));
  for (auto [key, mark] : {std::pair{"hosts", MarkKind::kHost},
                           {"markers", MarkKind::kMarker},
                           {"globals", MarkKind::kGlobal},
                           {"elements", MarkKind::kElement},
                           {"open_calls", MarkKind::kOpenCall},
                           {"off", MarkKind::kOff}}) {
    if (Result<void> added = AddMarks(yaml, key, mark, index, all); !added) return added;
  }
  return {};
}

Result<void> AddButtons(const Yaml& yaml, ChatButtons& buttons) {
  Result<void> known = yaml.AllowOnly({"sure", "second", "with", "others", "elsewhere", "below",
                                       "off", "human", "machine", "examples", "source"});
  if (!known) return known;
  for (auto [key, to] : {std::pair{"sure", &buttons.sure},
                         {"second", &buttons.second},
                         {"with", &buttons.with},
                         {"others", &buttons.others},
                         {"elsewhere", &buttons.elsewhere},
                         {"below", &buttons.below},
                         {"off", &buttons.off},
                         {"human", &buttons.human},
                         {"machine", &buttons.machine}}) {
    Result<const Yaml*> by_language = yaml.Need(key);
    if (!by_language) return tl::unexpected(by_language.error());
    for (const Yaml::Member& language : (*by_language)->Members()) {
      Result<std::vector<std::string>> phrases = language.value.Strings();
      if (!phrases) return tl::unexpected(phrases.error());
      for (const std::string& phrase : *phrases) to->push_back(FoldAccents(phrase));
    }
    std::sort(to->begin(), to->end());
    to->erase(std::unique(to->begin(), to->end()), to->end());
  }
  return {};
}

}  // namespace

const Vendor* Vendors::Find(std::string_view id) const {
  for (const Vendor& vendor : list) {
    if (vendor.id == id) return &vendor;
  }
  return nullptr;
}

Result<Vendors> ParseVendors(const Yaml& yaml) {
  if (Result<void> known = yaml.AllowOnly({"buttons", "facades", "vendors"}); !known) {
    return tl::unexpected(known.error());
  }
  Vendors all;
  Result<const Yaml*> buttons = yaml.Need("buttons");
  if (!buttons) return tl::unexpected(buttons.error());
  if (Result<void> added = AddButtons(**buttons, all.buttons); !added) {
    return tl::unexpected(added.error());
  }
  Result<const Yaml*> facades = yaml.Need("facades");
  if (!facades) return tl::unexpected(facades.error());
  Result<std::vector<std::string>> classes = (*facades)->Strings();
  if (!classes) return tl::unexpected(classes.error());
  all.facades = *classes;
  Result<const Yaml*> vendors = yaml.Need("vendors");
  if (!vendors) return tl::unexpected(vendors.error());
  for (const Yaml& vendor : (*vendors)->Items()) {
    if (Result<void> added = AddVendor(vendor, all); !added) return tl::unexpected(added.error());
  }
  IndexMarks(all);
  return all;
}

}  // namespace klikpad
