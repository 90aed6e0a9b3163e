// Text put together piece by piece with white space collapsed as CollapseSpace does, but across the
// borders of the pieces, and with line breaks where they are asked for.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace klikpad {

class TextRun {
 public:
  // What would pass `max_bytes` is left out.
  explicit TextRun(std::size_t max_bytes = 10'000) : max_bytes_(max_bytes) {}

  // `keeps_lines`: line feeds stay, as in <pre>.
  void Append(std::string_view text, bool keeps_lines = false);
  void Space();  // white space between pieces
  void Break();  // a line break: "\n"

  bool IsEmpty() const { return text_.empty(); }
  // The last byte when nothing parts it from what comes next, '\0' else.
  char Glue() const { return text_.empty() || gap_ != Gap::kNone ? '\0' : text_.back(); }
  // What the text ends with behind its last white space, at most its last 100 bytes.
  std::string_view LastWord() const;
  std::size_t Size() const { return text_.size(); }
  bool IsCut() const { return is_cut_; }
  std::string Take();  // valid UTF-8; the run is empty afterwards

 private:
  enum class Gap : unsigned char { kNone, kSpace, kBreak };
  void Add(std::string_view bytes);
  bool Fits(std::size_t bytes) const { return !is_cut_ && text_.size() + bytes + 1 <= max_bytes_; }

  std::size_t max_bytes_;
  std::string text_;
  Gap gap_ = Gap::kNone;
  bool is_cut_ = false;
};

// True when there is nothing but white space and invisible characters.
bool IsBlank(std::string_view text);

}  // namespace klikpad
