// The texts of a page as the look keeps them. They are most of what an audit of a large site holds
// and are seldom looked at before the evidence is written, so that they may wait in a file.

#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <vector>

#include "base/result.h"
#include "base/scratch_file.h"
#include "base/shared_text.h"
#include "model/page.h"

namespace klikpad {

struct SiteText {
  SharedText text;
  int position = 0;
  Place place;
  TextKind kind = TextKind::kParagraph;
  Region region = Region::kMain;
  std::uint8_t level = 0;  // 1 to 6 for headings
};

inline SiteText KeptText(const TextBlock& block) {
  return {block.text, block.position, block.place,
          block.kind, block.region,   static_cast<std::uint8_t>(block.level)};
}

class PageTexts {
 public:
  PageTexts() = default;
  PageTexts(std::vector<SiteText> texts);  // NOLINT(google-explicit-constructor): it is they
  PageTexts(std::initializer_list<SiteText> texts) : PageTexts(std::vector<SiteText>(texts)) {}

  // In the page's order. An error when their file cannot be read: then it is one for all pages that
  // lie in it, from now on.
  Result<std::vector<SiteText>> Read() const;
  // The same with none instead of an error, for what comes before the evidence is written, which
  // meets the error, too.
  std::vector<SiteText> ReadOrNone() const;

  // They wait in `file` instead of memory, unless it takes no more.
  void MoveTo(const std::shared_ptr<ScratchFile>& file);
  // Those in memory have their words in common with other pages.
  void Share(TextPool& pool);

 private:
  std::vector<SiteText> held_;  // when not in a file
  std::shared_ptr<const ScratchFile> file_;
  std::uint64_t begin_ = 0;
  std::uint64_t size_ = 0;
};

}  // namespace klikpad
