// Plain ASCII goes through in stretches; only other bytes are looked at one by one.

#include "page/text_run.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace klikpad {
namespace {

bool IsAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

struct Invisible {
  std::size_t bytes = 0;  // 0: a visible character
  bool is_space = false;
};

// The characters that CollapseSpace treats as white space or leaves out, beyond ASCII.
Invisible InvisibleAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  switch (byte(0)) {
    case 0xC2:
      if (byte(1) == 0xA0) return {2, true};
      if (byte(1) == 0xAD) return {2, false};
      return {};
    case 0xE2:
      if (byte(1) == 0x80) {
        if (byte(2) >= 0x80 && byte(2) <= 0x8A) return {3, true};
        if (byte(2) >= 0x8B && byte(2) <= 0x8F) return {3, false};
        if (byte(2) == 0xA8 || byte(2) == 0xA9 || byte(2) == 0xAF) return {3, true};
      }
      if (byte(1) == 0x81 && byte(2) == 0x9F) return {3, true};
      if (byte(1) == 0x81 && byte(2) == 0xA0) return {3, false};
      return {};
    case 0xE3:
      return byte(1) == 0x80 && byte(2) == 0x80 ? Invisible{3, true} : Invisible{};
    case 0xEF:
      return byte(1) == 0xBB && byte(2) == 0xBF ? Invisible{3, false} : Invisible{};
    default:
      return {};
  }
}

bool IsPlain(char c) { return c > ' ' && static_cast<unsigned char>(c) < 0x80; }

// Bytes that are surely no white space and no part of an invisible character's first byte.
constexpr std::array<bool, 256> kVisible = [] {
  std::array<bool, 256> visible{};
  for (std::size_t c = 0x21; c < 256; ++c) {
    visible[c] = c != 0xC2 && c != 0xE2 && c != 0xE3 && c != 0xEF;
  }
  return visible;
}();
bool IsVisible(char c) { return kVisible[static_cast<unsigned char>(c)]; }

// The length of the words at `at` that have single spaces between them: they stay as they are.
std::size_t WordsAt(std::string_view text, std::size_t at) {
  for (std::size_t end = at;; ++end) {
    const std::size_t word = end;
    while (end < text.size() && IsVisible(text[end])) ++end;
    if (end == word) return end - at;
    const bool goes_on = end + 1 < text.size() && text[end] == ' ' && IsVisible(text[end + 1]);
    if (!goes_on) return end - at;
  }
}

}  // namespace

std::string_view TextRun::LastWord() const {
  constexpr std::size_t kMost = 100;
  const std::string_view tail =
      std::string_view(text_).substr(text_.size() - std::min(kMost, text_.size()));
  const std::size_t space = tail.find_last_of(" \n");
  return space == tail.npos ? tail : tail.substr(space + 1);
}

void TextRun::Append(std::string_view text, bool keeps_lines) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (const std::size_t words = WordsAt(text, i); words > 0 && Fits(words)) {
      Add(text.substr(i, words));
      i += words;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && IsPlain(text[end])) ++end;
    if (end > i) {
      Add(text.substr(i, end - i));
      i = end;
      continue;
    }
    if (IsAsciiSpace(text[i])) {
      if (keeps_lines && text[i] == '\n') {
        Break();
      } else {
        Space();
      }
      ++i;
      continue;
    }
    const Invisible invisible = InvisibleAt(text, i);
    if (invisible.bytes > 0) {
      if (invisible.is_space) Space();
      i += invisible.bytes;
      continue;
    }
    end = i + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    Add(text.substr(i, end - i));
    i = end;
  }
}

void TextRun::Space() {
  if (gap_ == Gap::kNone) gap_ = Gap::kSpace;
}

void TextRun::Break() { gap_ = Gap::kBreak; }

void TextRun::Add(std::string_view bytes) {
  if (is_cut_) return;
  if (text_.size() + bytes.size() + 1 > max_bytes_) {
    bytes = CutUtf8(bytes, max_bytes_ - std::min(max_bytes_, text_.size() + 1));
    is_cut_ = true;
  }
  if (gap_ != Gap::kNone && !text_.empty()) text_ += gap_ == Gap::kBreak ? '\n' : ' ';
  gap_ = Gap::kNone;
  text_ += bytes;
}

std::string TextRun::Take() {
  std::string taken = std::move(text_);
  text_.clear();
  gap_ = Gap::kNone;
  is_cut_ = false;
  return taken;
}

bool IsBlank(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (IsAsciiSpace(text[i])) {
      ++i;
      continue;
    }
    const Invisible invisible = InvisibleAt(text, i);
    if (invisible.bytes == 0) return false;
    i += invisible.bytes;
  }
  return true;
}

}  // namespace klikpad
