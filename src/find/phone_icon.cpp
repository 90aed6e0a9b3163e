// Icons are empty elements whose class, alternative text or file name says what they show.

#include "find/phone_icon.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr int kMaxNodes = 4'000;   // of a block
constexpr int kMaxStepsBack = 12;  // over nodes without any text

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

const Node& At(const Page& page, int node) {
  return page.document.nodes[static_cast<std::size_t>(node)];
}

// "fa-fax", "icon_fax", "/img/fax.png": the word apart from other letters.
bool HasPart(std::string_view text, std::string_view part) {
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    const bool starts = at == 0 || !IsLetter(text[at - 1]);
    if (starts && (end == text.size() || !IsLetter(text[end]))) return true;
  }
  return false;
}

std::optional<PhoneLabel> LabelOfElement(const Page& page, int node) {
  const Node& element = At(page, node);
  if (element.attribute_count == 0) return std::nullopt;
  for (std::string_view name :
       {"alt", "title", "aria-label", "class", "data-icon", "src", "href", "xlink:href", "id"}) {
    const auto value = page.document.Attr(node, name);
    if (!value || value->empty() || value->size() > 300) continue;
    const std::string lower = AsciiLower(*value);
    for (std::string_view word : {"fax", "telefax"}) {
      if (HasPart(lower, word)) return PhoneLabel::kFax;
    }
    for (std::string_view word : {"phone", "telephone", "telefoon", "telefon", "telefone", "tel"}) {
      if (HasPart(lower, word)) return PhoneLabel::kVoice;
    }
  }
  return std::nullopt;
}

// Elements that end before `node`, back to the first text.
std::optional<PhoneLabel> LabelBeforeNode(const Page& page, int node) {
  int steps = kMaxStepsBack;
  for (int i = node - 1; i > 0 && steps-- > 0; --i) {
    const Node& before = At(page, i);
    if (before.IsText()) {
      if (!Trim(before.text).empty()) return std::nullopt;
      continue;
    }
    if (before.end > node) continue;  // stands around it
    if (before.tag == "a") return std::nullopt;
    if (auto label = LabelOfElement(page, i)) return label;
  }
  return std::nullopt;
}

}  // namespace

std::optional<PhoneLabel> IconLabel(const Page& page, int block, std::string_view display) {
  std::string wanted;
  for (char c : display) {
    if (IsDigit(c)) wanted += c;
  }
  const int root = page.blocks[static_cast<std::size_t>(block)].node;
  if (wanted.size() < 3 || root < 0) return std::nullopt;
  // The digits of the block with the text node of each, and whether letters came before in it.
  std::string digits;
  struct Origin {
    int node;
    bool has_letter;
  };
  std::vector<Origin> origins;
  const int end = std::min(At(page, root).end, root + kMaxNodes);
  for (int i = root; i < end; ++i) {
    if (!At(page, i).IsText()) continue;
    bool has_letter = false;
    for (char c : At(page, i).text) {
      has_letter = has_letter || IsLetter(c);
      if (!IsDigit(c)) continue;
      digits += c;
      origins.push_back({i, has_letter});
    }
  }
  const std::size_t at = digits.find(wanted);
  if (at == digits.npos || origins[at].has_letter) return std::nullopt;
  if (at > 0 && origins[at - 1].node == origins[at].node) return std::nullopt;
  return LabelBeforeNode(page, origins[at].node);
}

std::optional<PhoneLabel> IconOfLink(const Page& page, const Link& link) {
  if (link.node < 0) return std::nullopt;
  const int end = std::min(At(page, link.node).end, link.node + 40);
  for (int i = link.node + 1; i < end; ++i) {
    if (At(page, i).IsText()) continue;
    if (auto label = LabelOfElement(page, i)) return label;
  }
  return LabelBeforeNode(page, link.node);
}

}  // namespace klikpad
