// Each mark goes where a page can be asked for it at once: by host, by id, by class, by its text.

#include "rules/vendor_index.h"

#include <utility>

#include "base/text.h"

namespace klikpad {
namespace {

std::string_view LongestLiteral(std::string_view pattern) {
  std::string_view longest;
  for (std::string_view part : Split(pattern, '*')) {
    if (part.size() > longest.size()) longest = part;
  }
  return longest;
}

// "vcc-na*.8x8.example" → "8x8.example": the labels that no "*" touches.
std::string HostKey(std::string_view host) {
  std::size_t star = host.rfind('*');
  if (star == std::string_view::npos) return std::string(host);
  std::size_t dot = host.find('.', star);
  return dot == std::string_view::npos ? std::string() : std::string(host.substr(dot + 1));
}

void IndexElement(const VendorMark& mark, int number, Vendors& all) {
  if (!mark.id.empty()) {
    all.ids[mark.id].push_back(number);
  } else if (!mark.css_class.empty()) {
    all.classes[mark.css_class].push_back(number);
  } else if (mark.attribute == "id" || mark.attribute == "class") {
    if (mark.operation == "^=" && !mark.value.empty()) {
      all.prefixes.push_back(number);
      all.prefix_firsts.set(static_cast<unsigned char>(mark.value.front()));
    } else {
      all.parts.push_back(number);
    }
  } else if (!mark.attribute.empty()) {
    all.attributes[mark.attribute].push_back(number);
  } else {
    all.tags[mark.tag].push_back(number);
  }
}

}  // namespace

std::string SearchText(const VendorMark& mark) {
  if (mark.kind != MarkKind::kHost) return mark.text;
  if (mark.host.empty()) return std::string(LongestLiteral(mark.path));
  if (mark.host.find('*') != std::string::npos) return std::string(LongestLiteral(mark.host));
  return mark.host;
}

void IndexMarks(Vendors& all) {
  std::vector<std::string> searched, calls;
  for (std::size_t i = 0; i < all.marks.size(); ++i) {
    const VendorMark& mark = all.marks[i];
    int number = static_cast<int>(i);
    switch (mark.kind) {
      case MarkKind::kElement:
        IndexElement(mark, number, all);
        break;
      case MarkKind::kOpenCall:
      case MarkKind::kOff:
        all.call_marks.push_back(number);
        calls.push_back(mark.text);
        break;
      case MarkKind::kHost:
        if (mark.host.empty()) {
          all.paths.push_back(number);
          all.path_parts.emplace_back(LongestLiteral(mark.path));
        } else {
          all.hosts[HostKey(mark.host)].push_back(number);
        }
        [[fallthrough]];
      case MarkKind::kMarker:
      case MarkKind::kGlobal:
        all.script_marks.push_back(number);
        // A global of two letters is only met as a call.
        searched.push_back(SearchText(mark).size() < 3 ? mark.text + "(" : SearchText(mark));
        break;
    }
  }
  for (const auto& [host, marks] : all.hosts) all.host_filter.Add(host);
  for (const auto& [id, marks] : all.ids) all.id_filter.Add(id);
  for (const auto& [name, marks] : all.classes) all.class_filter.Add(name);
  for (const auto& [name, marks] : all.attributes) all.attribute_filter.Add(name);
  for (const std::string& facade : all.facades) all.class_filter.Add(facade);
  all.scripts = MultiFind(std::move(searched));
  all.calls = MultiFind(std::move(calls));
  for (auto [kind, list] : {std::pair{ButtonWords::kSure, &all.buttons.sure},
                            {ButtonWords::kSecond, &all.buttons.second},
                            {ButtonWords::kWith, &all.buttons.with},
                            {ButtonWords::kOthers, &all.buttons.others},
                            {ButtonWords::kOff, &all.buttons.off},
                            {ButtonWords::kHuman, &all.buttons.human},
                            {ButtonWords::kMachine, &all.buttons.machine}}) {
    for (const std::string& phrase : *list) {
      all.phrase_texts.push_back(phrase);
      all.phrase_kinds.push_back(kind);
    }
  }
  all.phrases = MultiFind(all.phrase_texts);
}

bool GlobMatch(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, star = std::string_view::npos, resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p, ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::string SqueezeScript(std::string_view script) {
  std::string out;
  out.reserve(script.size());
  for (char c : script) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    out.push_back(c == '"' || c == '`' ? '\'' : c);
  }
  return out;
}

}  // namespace klikpad
