// Icons are empty elements whose class, alternative text or file name says what they show.

#include "find/phone/icon.h"

#include <algorithm>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr int kMaxNodes = 2'000;           // of a block
constexpr std::size_t kMaxDigits = 2'000;  // of a block
constexpr int kMaxStepsBack = 12;          // over nodes without any text
constexpr int kMaxLooks = 200;             // numbers of a page

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "fa-fax", "icon_fax", "/img/fax.png": the word apart from other letters.
bool HasPart(std::string_view text, std::string_view part) {
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    const bool starts = at == 0 || !IsLetter(text[at - 1]);
    if (starts && (end == text.size() || !IsLetter(text[end]))) return true;
  }
  return false;
}

}  // namespace

std::optional<PhoneLabel> PhoneIcons::LabelOfElement(int node) const {
  const Node& element = At(node);
  for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
    const Attribute& attribute = page_.document.attributes[element.first_attribute + i];
    const std::string_view name = attribute.name;
    const bool tells = name == "alt" || name == "title" || name == "aria-label" ||
                       name == "class" || name == "data-icon" || name == "src" || name == "href" ||
                       name == "xlink:href" || name == "id";
    if (!tells || attribute.value.size() > 300) continue;
    const std::string lower = AsciiLower(attribute.value);
    for (std::string_view word : {"fax", "telefax"}) {
      if (HasPart(lower, word)) return PhoneLabel::kFax;
    }
    if (HasPart(lower, "whatsapp")) return PhoneLabel::kWhatsapp;
    if (HasPart(lower, "sms")) return PhoneLabel::kSms;
    for (std::string_view word : {"phone", "telephone", "telefoon", "telefon", "telefone", "tel"}) {
      if (HasPart(lower, word)) return PhoneLabel::kVoice;
    }
  }
  return std::nullopt;
}

// Within a link that ends before `node`: the picture is that link's.
bool PhoneIcons::IsOfOtherLink(int icon, int node) const {
  for (int i = icon; i > 0 && At(i).end <= node; i = At(i).parent) {
    if (At(i).tag == "a" || At(i).tag == "button") return true;
  }
  return false;
}

// Elements that end before `node`, back to the first text.
std::optional<PhoneLabel> PhoneIcons::LabelBeforeNode(int node) const {
  int steps = kMaxStepsBack;
  for (int i = node - 1; i > 0 && steps-- > 0; --i) {
    const Node& before = At(i);
    if (before.IsText()) {
      if (!Trim(before.text).empty()) return std::nullopt;
      continue;
    }
    if (before.end > node) continue;  // stands around it
    if (IsOfOtherLink(i, node)) return std::nullopt;
    if (auto label = LabelOfElement(i)) return label;
  }
  return std::nullopt;
}

bool PhoneIcons::HasIcon(int from, int to) const {
  for (int i = from; i < to; ++i) {
    if (!At(i).IsText() && LabelOfElement(i)) return true;
  }
  return false;
}

const PhoneIcons::Digits& PhoneIcons::DigitsOf(int root) {
  const auto [found, is_new] = digits_.try_emplace(root);
  Digits& digits = found->second;
  const int end = std::min(At(root).end, root + kMaxNodes);
  if (!is_new || !HasIcon(std::max(1, root - kMaxStepsBack), end)) return digits;
  for (int i = root; i < end && digits.text.size() < kMaxDigits; ++i) {
    bool has_letter = false;
    for (char c : At(i).text) {
      has_letter = has_letter || IsLetter(c);
      if (!IsDigit(c)) continue;
      digits.text += c;
      digits.origins.push_back({i, has_letter});
    }
  }
  return digits;
}

std::optional<PhoneLabel> PhoneIcons::Before(int block, std::string_view display) {
  const int root = page_.blocks[static_cast<std::size_t>(block)].node;
  if (root < 0 || looks_ >= kMaxLooks) return std::nullopt;
  const Digits& digits = DigitsOf(root);
  if (digits.text.empty()) return std::nullopt;
  ++looks_;
  std::string wanted;
  for (char c : display) {
    if (IsDigit(c)) wanted += c;
  }
  const std::size_t at = wanted.size() < 3 ? std::string::npos : digits.text.find(wanted);
  if (at == std::string::npos) return std::nullopt;
  const Digits::Origin& origin = digits.origins[at];
  if (origin.has_letter || (at > 0 && digits.origins[at - 1].node == origin.node)) {
    return std::nullopt;
  }
  return LabelBeforeNode(origin.node);
}

std::optional<PhoneLabel> PhoneIcons::OfLink(const Link& link) const {
  if (link.node < 0) return std::nullopt;
  const int end = std::min(At(link.node).end, link.node + 40);
  for (int i = link.node + 1; i < end; ++i) {
    if (At(i).IsText()) continue;
    if (auto label = LabelOfElement(i)) return label;
  }
  return LabelBeforeNode(link.node);
}

}  // namespace klikpad
