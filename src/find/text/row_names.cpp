// Rows by the blocks that share one, columns by the cells of the table's first row.

#include "find/text/row_names.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"
#include "model/signals.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxBeside = 16;  // bytes beside a number that is nearly alone: "tel.:"
constexpr std::size_t kMaxBefore = 60;  // bytes of the cells before it
constexpr std::size_t kMaxHead = 40;    // bytes of a column's head
constexpr int kManyDigits = 5;          // of them: a postcode, another number
constexpr int kMaxDepth = 32;           // elements between a cell and its table
constexpr int kMaxHeads = 400;          // nodes of a table that are looked at for its first row

class RowNames {
 public:
  RowNames(const Page& page, const Networks& networks) : page_(page), networks_(networks) {}

  void Name(ContactPoint& point) const {
    const int index = BlockOf(point);
    if (index < 0 || Block(index).row < 0) return;
    if (point.owner == Owner::kUnknown) {
      const std::string head = HeadOfOthers(Block(index).node);
      if (!head.empty()) {
        point.owner = Owner::kPartner;
        point.signals.push_back(Signal(Sign::kOtherOwnerWords, head));
      }
    }
    const std::string& text = Block(index).text;
    const std::string_view display = point.display.View();
    const bool is_alone = text.size() <= display.size() + kMaxBeside &&
                          display.find_first_of("0123456789@") != display.npos;
    if (!is_alone || point.quote.View() != text || text.find('\n') != text.npos) return;
    int first = index;
    while (first > 0 && Block(first - 1).row == Block(index).row) --first;
    std::string quote;
    for (int i = first; i < index; ++i) quote += Block(i).text + " ";
    const auto digits =
        std::count_if(quote.begin(), quote.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool is_name = !quote.empty() && quote.size() <= kMaxBefore && digits < kManyDigits &&
                         quote.find('\n') == std::string::npos;
    if (is_name) point.quote = quote + text;
  }

 private:
  const TextBlock& Block(int index) const { return page_.blocks[static_cast<std::size_t>(index)]; }
  const Node& At(int node) const { return page_.document.nodes[static_cast<std::size_t>(node)]; }

  // The block around the contact, -1 when none there shows it. A block stands where its text
  // begins: behind a link around all of it.
  int BlockOf(const ContactPoint& point) const {
    const auto behind = std::upper_bound(
        page_.blocks.begin(), page_.blocks.end(), point.position,
        [](int position, const TextBlock& block) { return position < block.position; });
    const auto next = static_cast<int>(behind - page_.blocks.begin());
    for (const int index : {next - 1, next}) {
      if (index < 0 || index >= static_cast<int>(page_.blocks.size()) || point.display.empty())
        continue;
      if (Block(index).text.find(point.display.View()) != std::string::npos) return index;
    }
    return -1;
  }

  int Ancestor(int node, std::string_view tag) const {
    for (int depth = 0; node >= 0 && depth < kMaxDepth; ++depth, node = At(node).parent) {
      if (At(node).tag == tag) return node;
    }
    return -1;
  }

  std::string TextOf(int node) const {
    std::string text;
    for (int i = node + 1; i < At(node).end && text.size() <= kMaxHead; ++i) {
      if (At(i).IsText()) text += std::string(At(i).text) + " ";
    }
    return CollapseSpace(text);
  }

  // A head of the table around `node` that says what others are, "" for none.
  std::string HeadOfOthers(int node) const {
    const int row = Ancestor(node, "tr");
    const int table = Ancestor(row, "table");
    if (row < 0 || table < 0) return "";
    int first = table + 1;
    const int most = std::min(At(table).end, table + kMaxHeads);
    while (first < most && At(first).tag != "tr") ++first;
    if (first >= most || first >= row) return "";
    for (int i = first + 1; i < At(first).end && i < most; ++i) {
      if (At(i).tag != "th" && At(i).tag != "td") continue;
      std::string head = TextOf(i);
      if (head.size() > kMaxHead) continue;
      const std::vector<TextWord> words = SplitWords(head);
      if (!networks_.ownership.row_heads.FindWhole(words).empty()) return head;
    }
    return "";
  }

  const Page& page_;
  const Networks& networks_;
};

}  // namespace

void NameRows(const Page& page, const Networks& networks, Findings& found) {
  const RowNames rows(page, networks);
  for (ContactPoint& point : found.contacts) {
    const bool is_direct = point.channel == "phone" || point.channel == "email" ||
                           point.channel == "whatsapp" || point.channel == "sms";
    if (is_direct && point.use == Use::kContact) rows.Name(point);
  }
}

}  // namespace klikpad
