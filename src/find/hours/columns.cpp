// A row of three cells or more that are nothing but names of days heads the rows below it.

#include "find/hours/columns.h"

#include <map>

#include "find/hours/marker.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxDayName = 14;  // bytes
constexpr std::size_t kFewestDays = 3;
constexpr int kMaxDepth = 32;  // elements between a cell and its table

class Columns {
 public:
  Columns(const Page& page, const PageGlance& glance, const HoursLexicon& lexicon)
      : page_(page), glance_(glance), lexicon_(lexicon) {}

  std::vector<HoursColumnCell> Run() {
    const std::size_t count = page_.blocks.size();
    for (std::size_t i = 0; i < count;) {
      const int row = page_.blocks[i].row;
      std::size_t end = i + 1;
      while (end < count && page_.blocks[end].row == row) ++end;
      if (row >= 0 && At(row).tag == "tr") ReadRow(row, i, end);
      i = end;
    }
    return std::move(found_);
  }

 private:
  const Node& At(int node) const { return page_.document.nodes[static_cast<std::size_t>(node)]; }
  static bool IsCell(const Node& node) { return node.tag == "td" || node.tag == "th"; }

  bool IsDay(std::size_t block) const {
    const std::string& text = page_.blocks[block].text;
    if (text.size() > kMaxDayName) return false;
    for (const int id : lexicon_.set.FindWhole(SplitWordsAndNumbers(text))) {
      if (lexicon_.words[static_cast<std::size_t>(id)].kind == HoursKind::kDay) return true;
    }
    return false;
  }

  // Which cell of its row a block stands in, -1 for none.
  int ColumnOf(std::size_t block, int row) const {
    int cell = page_.blocks[block].node;
    for (int depth = 0; cell > row && !IsCell(At(cell)) && depth < kMaxDepth; ++depth) {
      cell = At(cell).parent;
    }
    if (cell <= row || !IsCell(At(cell)) || At(cell).parent != row) return -1;
    int column = 0;
    for (int i = row + 1; i<cell; i = At(i).end> i ? At(i).end : i + 1) {
      if (IsCell(At(i))) ++column;
    }
    return column;
  }

  int TableOf(int row) const {
    int node = row;
    for (int depth = 0; node >= 0 && depth < kMaxDepth; ++depth, node = At(node).parent) {
      if (At(node).tag == "table") return node;
    }
    return -1;
  }

  void ReadRow(int row, std::size_t begin, std::size_t end) {
    std::map<int, int> days;
    for (std::size_t i = begin; i < end; ++i) {
      if (!glance_.blocks[i].Has(trigger::kDay | trigger::kWeakDay) || !IsDay(i)) continue;
      if (const int column = ColumnOf(i, row); column >= 0) days[column] = static_cast<int>(i);
    }
    if (days.size() >= kFewestDays) {
      days_ = std::move(days);
      table_ = TableOf(row);
      return;
    }
    if (table_ < 0 || row >= At(table_).end) return;
    for (std::size_t i = begin; i < end; ++i) {
      if (glance_.blocks[i].times == 0) continue;
      const auto day = days_.find(ColumnOf(i, row));
      if (day != days_.end()) found_.push_back({day->second, static_cast<int>(i)});
    }
  }

  const Page& page_;
  const PageGlance& glance_;
  const HoursLexicon& lexicon_;
  std::map<int, int> days_;  // column → block that names its day
  int table_ = -1;           // node of the table that they head
  std::vector<HoursColumnCell> found_;
};

}  // namespace

std::vector<HoursColumnCell> HoursColumns(const Page& page, const PageGlance& glance,
                                          const HoursLexicon& lexicon) {
  return Columns(page, glance, lexicon).Run();
}

}  // namespace klikpad
