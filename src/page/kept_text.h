// Plain text that the tree builder need not read letter by letter: it sees one private character in
// its place, and the tree gets the text back. What could be read otherwise than as these very
// letters (references, controls, line ends to be normalised) is never taken away. Of the tree only
// one thing differs: a frameset, which drops stray words, drops the spaces between them too.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

// False when `source` could hold such private characters itself (plane 15, written out or as a
// numeric reference): then no text may be kept away.
bool MayKeepTextAway(std::string_view source);

// The first run of plain text in source[from, to) that is worth it, without spaces at its ends; its
// length is 0 when there is none.
struct PlainRun {
  std::size_t begin = 0;
  std::size_t length = 0;
};
PlainRun FindPlainRun(std::string_view source, std::size_t from, std::size_t to);

// True when all of `value` can only be read as these very letters.
bool IsPlain(std::string_view value);

// How many runs a page can have; text behind them stays.
constexpr std::size_t kMostPlainRuns = 0xFF00;

// The character that stands for run number `index`, in UTF-8.
std::string PlainRunMark(std::size_t index);
// The run for which all of `text` is the mark; "" when it is not that alone.
std::string_view PlainRunOf(std::string_view text, const std::vector<std::string_view>& runs);
// `text` with the runs in the places of their marks; nothing when it holds no mark.
std::optional<std::string> WithPlainRuns(std::string_view text,
                                         const std::vector<std::string_view>& runs);

}  // namespace klikpad
