// Neighbours are tried from the nearest to the farthest.

#include "find/phone/outer_label.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "base/url.h"
#include "find/accounts/classify_link.h"
#include "find/phone/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxOnlyLabel = 30;  // bytes of a heading that says little beside a label

class Neighbours {
 public:
  Neighbours(const Page& page, const PhoneFacts& facts) : page_(page), facts_(facts) {}

  // The label outside a block: the cell before it in its row, the short line before it, or its
  // heading.
  std::optional<LabelHit> Label(int index) const {
    const TextBlock& block = Block(index);
    if (auto hit = LabelOfCell(index)) return hit;
    for (int i = index - 1; i >= 0 && i >= index - 3; --i) {
      const TextBlock& before = Block(i);
      if (!before.is_visible) continue;
      if (before.text.size() > 40 || CountDigits(before.text, 5) >= 5) break;
      std::optional<LabelHit> hit = LabelBefore(facts_, FoldAccents(before.text));
      if (hit && hit->is_close) return hit;
      break;
    }
    if (block.heading >= 0) {
      const TextBlock& heading = Block(block.heading);
      if (heading.text.size() <= 80) {
        std::optional<LabelHit> hit = LabelBefore(facts_, FoldAccents(heading.text));
        if (hit) return LabelHit{hit->label, false, false, hit->also};
      }
    }
    return ClassLabel(block.node);
  }

  // What stands beside a block as its name.
  std::string Words(int index) const {
    const TextBlock& block = Block(index);
    if (block.row >= 0) {
      if (index > 0 && Block(index - 1).row == block.row && IsShort(Block(index - 1).text)) {
        std::string words = FoldAccents(Block(index - 1).text);
        if (TrapBefore(facts_, words)) return words;
      }
      return FoldAccents(ColumnHead(block.node));
    }
    for (int i = index - 1; i >= 0 && i >= index - 3; --i) {
      const TextBlock& before = Block(i);
      if (before.is_visible) return IsShort(before.text) ? FoldAccents(before.text) : "";
    }
    return "";
  }

 private:
  const TextBlock& Block(int index) const { return page_.blocks[static_cast<std::size_t>(index)]; }

  // Headings of table columns: the cell of the first row that stands above this one.
  std::optional<LabelHit> LabelOfCell(int index) const {
    const TextBlock& block = Block(index);
    if (block.row < 0) return std::nullopt;
    for (int i = index - 1; i >= 0 && Block(i).row == block.row; --i) {
      if (CountDigits(Block(i).text, 5) >= 5) break;
      std::optional<LabelHit> hit = LabelBefore(facts_, FoldAccents(Block(i).text));
      if (hit && hit->is_close && Block(i).text.size() <= 40) return hit;
      if (i < index - 2) break;
    }
    const std::string head = ColumnHead(block.node);
    if (head.empty()) return std::nullopt;
    std::optional<LabelHit> hit = LabelBefore(facts_, FoldAccents(head));
    return hit && hit->is_close ? hit : std::nullopt;
  }

  // Of the cell around `node`; "" for none or a long one.
  std::string ColumnHead(int node) const {
    const int cell = Ancestor(node, "td", "td");
    if (cell < 0) return "";
    const int row = At(cell).parent;
    const int table = Ancestor(row, "table", "table");
    if (row < 0 || table < 0) return "";
    const int column = IndexAmongCells(row, cell);
    int first_row = -1;
    for (int i = table + 1; i < At(table).end && i < table + 40; ++i) {
      if (At(i).tag == "tr") {
        first_row = i;
        break;
      }
    }
    if (first_row < 0 || first_row == row) return "";
    std::string head = CellText(first_row, column);
    return IsShort(head) ? head : "";
  }

  // Few bytes and no number.
  static bool IsShort(std::string_view text) {
    return text.size() <= 40 && CountDigits(text, 5) < 5;
  }

  const Node& At(int index) const { return page_.document.nodes[static_cast<std::size_t>(index)]; }
  int Ancestor(int node, std::string_view tag, std::string_view other) const {
    for (int depth = 0; node >= 0 && depth < 32; ++depth) {
      if (At(node).tag == tag || At(node).tag == other) return node;
      node = At(node).parent;
    }
    return -1;
  }
  static bool IsCell(const Node& node) { return node.tag == "td" || node.tag == "th"; }
  int IndexAmongCells(int row, int cell) const {
    int index = 0;
    for (int i = row + 1; i < cell; i = std::max(i + 1, At(i).end)) {
      if (IsCell(At(i))) ++index;
    }
    return index;
  }
  std::string CellText(int row, int column) const {
    for (int i = row + 1; i < At(row).end; i = std::max(i + 1, At(i).end)) {
      if (!IsCell(At(i)) || column-- > 0) continue;
      std::string text;
      for (int k = i + 1; k < At(i).end && text.size() < 60; ++k) {
        if (At(k).IsText()) text += At(k).text;
      }
      return CollapseSpace(text);
    }
    return "";
  }

  // class="tel", itemprop="faxNumber": what the author calls the element.
  std::optional<LabelHit> ClassLabel(int node) const {
    for (int depth = 0; node >= 0 && depth < 3; ++depth) {
      for (std::string_view name : {"itemprop", "class", "id"}) {
        const auto value = page_.document.Attr(node, name);
        if (!value || value->size() > 200) continue;
        const std::string lower = AsciiLower(*value);
        if (lower.find("fax") != lower.npos) return LabelHit{PhoneLabel::kFax, true, false, {}};
        if (lower.find("phone") != lower.npos && lower.find("iphone") == lower.npos &&
            lower.find("microphone") == lower.npos) {
          return LabelHit{PhoneLabel::kVoice, true, false, {}};
        }
        for (std::string_view word : Split(lower, ' ')) {
          if (word == "tel" || word == "p-tel")
            return LabelHit{PhoneLabel::kVoice, true, false, {}};
        }
      }
      node = At(node).parent;
    }
    return std::nullopt;
  }

  const Page& page_;
  const PhoneFacts& facts_;
};

}  // namespace

std::optional<LabelHit> HeadingLabel(const Page& page, const PhoneFacts& facts, int block) {
  const int above = page.blocks[static_cast<std::size_t>(block)].heading;
  if (above < 0) return std::nullopt;
  const TextBlock& heading = page.blocks[static_cast<std::size_t>(above)];
  if (heading.text.size() > kMaxOnlyLabel) return std::nullopt;
  const std::optional<LabelHit> hit = LabelBefore(facts, FoldAccents(heading.text));
  const bool is_text =
      hit && (hit->label == PhoneLabel::kWhatsapp || hit->label == PhoneLabel::kSms);
  if (!is_text || !hit->is_close || hit->also) return std::nullopt;
  return LabelHit{hit->label, false, false, {}};
}

bool IsMessengerElsewhere(const Page& page, const Networks& networks, int block,
                          std::string_view value) {
  const TextBlock& own = page.blocks[static_cast<std::size_t>(block)];
  const std::string_view digits = value.substr(value.starts_with('+') ? 1 : 0);
  if (FoldAccents(own.text).find("app") != std::string::npos) return false;
  return std::any_of(page.links.begin(), page.links.end(), [&](const Link& link) {
    const bool is_near = link.heading == own.heading && link.region == own.region;
    if (!is_near || link.href.find(digits) != std::string::npos) return false;
    const std::optional<Url> url = Url::Parse(link.url);
    const auto leads_to = url ? ClassifyLink(*url, networks) : std::nullopt;
    return leads_to && leads_to->network->id == "whatsapp";
  });
}

std::string OuterWords(const Page& page, const PhoneFacts& facts, int block) {
  return Neighbours(page, facts).Words(block);
}

std::optional<LabelHit> OuterLabel(const Page& page, const PhoneFacts& facts, int block) {
  return Neighbours(page, facts).Label(block);
}

}  // namespace klikpad
