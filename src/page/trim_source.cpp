// One pass over the tags, reading them as the tokenizer of HTML §13.2.5 does, and copying all that
// is not cut.

#include "page/trim_source.h"

#include <algorithm>

#include "base/text.h"
#include "page/kept_text.h"
#include "page/open_tags.h"
#include "page/raw_text.h"
#include "page/tag_attributes.h"
#include "page/tag_key.h"
#include "page/tag_weight.h"

namespace klikpad {
namespace {

// Of one tag; each is compared with those before it.
constexpr std::size_t kMostKeptAttributes = 24;

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool IsLetter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

class Trimmer {
 public:
  Trimmer(std::string_view source, const TrimLimits& limits)
      : in_(source), limits_(limits), open_(limits.max_depth, limits.max_formatting) {}

  TrimmedSource Run() {
    out_.text.reserve(in_.size());
    out_.pieces.push_back({0, 0});
    keeps_text_away_ = MayKeepTextAway(in_);
    while (at_ < in_.size()) {
      const std::size_t tag = std::min(in_.find('<', at_), in_.size());
      text_ = at_;
      if (is_behind_tag_ && lines_kept_ == 0) CutSpaceFrom(at_, tag);
      if (keeps_text_away_) KeepTextAway(at_, tag);
      at_ = tag;
      is_behind_tag_ = false;
      if (at_ < in_.size()) ReadMarkup();
    }
    out_.text.append(in_.substr(std::min(copied_, in_.size())));
    if (open_.HitDepth()) out_.limits.push_back("elements nested too deeply were flattened");
    if (open_.HitFormatting()) out_.limits.push_back("unclosed formatting elements were left out");
    if (hit_attributes_) out_.limits.push_back("a tag had too many attributes");
    return std::move(out_);
  }

 private:
  struct Tag {
    std::size_t begin = 0;  // of "<"
    std::size_t end = 0;    // behind ">"
    std::string_view name;
    std::uint64_t key = 0;
    bool is_self_closing = false;
  };

  // Leaves source[from, to) out.
  void Cut(std::size_t from, std::size_t to) {
    if (from >= to) return;
    out_.text.append(in_.substr(copied_, from - copied_));
    copied_ = to;
    if (!out_.pieces.empty() && out_.pieces.back().trimmed == out_.text.size()) {
      out_.pieces.back().source = to;
    } else {
      out_.pieces.push_back({out_.text.size(), to});
    }
  }

  // Of the spaces that a text begins with, or ends with before a tag, one is enough: indentation is
  // a third of what the tree builder would read of many pages. Only where tags on that side part it
  // from other text.
  void CutSpaceFrom(std::size_t from, std::size_t to) {
    std::size_t end = from;
    while (end < to && IsSpace(in_[end])) ++end;
    if (end - from > 1) Cut(from + 1, end);
  }
  void CutSpaceBefore(std::size_t tag) {
    if (lines_kept_ > 0) return;
    std::size_t begin = tag;
    while (begin > text_ && IsSpace(in_[begin - 1])) --begin;
    if (tag - begin > 1 && begin > text_) Cut(begin + 1, tag);
  }
  // All white space counts in these.
  static bool KeepsLines(std::uint64_t key) {
    return key == TagKey("pre") || key == TagKey("listing");
  }

  // A mark stands for each run of plain text in source[from, to).
  void KeepTextAway(std::size_t from, std::size_t to) {
    while (to - from > 4 && out_.runs.size() < kMostPlainRuns) {
      const PlainRun run = FindPlainRun(in_, from, to);
      if (run.length == 0) return;
      out_.text.append(in_.substr(copied_, run.begin - copied_))
          .append(PlainRunMark(out_.runs.size()));
      out_.runs.push_back(in_.substr(run.begin, run.length));
      copied_ = from = run.begin + run.length;
      out_.pieces.push_back({out_.text.size(), copied_});
    }
  }

  std::size_t Trimmed(std::size_t source) const { return out_.text.size() + source - copied_; }

  void ReadMarkup() {
    const char next = at_ + 1 < in_.size() ? in_[at_ + 1] : '\0';
    if (IsLetter(next)) return ReadStartTag();
    if (next == '/' && at_ + 2 < in_.size() && IsLetter(in_[at_ + 2])) return ReadEndTag();
    if (next != '!' && next != '?' && next != '/') {
      ++at_;
      return;
    }
    std::size_t end = 0;
    if (in_.substr(at_, 4) == "<!--") {
      end = FindCommentEnd(in_, at_);
    } else if (foreign_ > 0 && in_.substr(at_, 9) == "<![CDATA[") {
      end = in_.find("]]>", at_);
      at_ = end == std::string_view::npos ? in_.size() : end + 3;
      return;
    } else {
      end = in_.find('>', at_);
      end = end == std::string_view::npos ? in_.size() : end + 1;
      if (StartsWithIgnoreAsciiCase(in_.substr(at_), "<!doctype")) {
        at_ = end;
        return;
      }
    }
    Cut(at_, end);
    at_ = end;
  }

  Tag ReadName(std::size_t from) {
    Tag tag;
    tag.begin = at_;
    std::size_t i = from;
    while (i < in_.size() && !IsSpace(in_[i]) && in_[i] != '/' && in_[i] != '>') ++i;
    tag.name = in_.substr(from, i - from);
    tag.key = TagKey(tag.name);
    tag.end = i;
    return tag;
  }

  // Reads on from the name to behind ">". Takes away what the tree builder need not see of the
  // attributes, unless the tag is left out as a whole.
  void TakeAttributes(Tag& tag, bool is_kept, std::size_t trimmed_tag) {
    auto read = ReadAttributes(in_, tag.end, std::move(spare_));
    if (is_kept && !read.list.empty()) {
      const bool is_drawing = foreign_ > 0 || tag.key == TagKey("svg");
      if (!KeepAttributesAway(tag, read, is_drawing, trimmed_tag)) CutAttributes(read, is_drawing);
    }
    tag.is_self_closing = read.is_self_closing;
    tag.end = read.end;
    spare_ = std::move(read.list);
  }

  // All of them, when they can only be read as they are written and decide nothing of the tree.
  bool KeepAttributesAway(const Tag& tag, const WrittenAttributes& read, bool is_drawing,
                          std::size_t trimmed_tag) {
    if (!keeps_text_away_ || !read.is_ended || read.list.size() > kMostKeptAttributes ||
        AreReadByTreeBuilder(tag.key) ||
        in_.substr(tag.end, read.list.front().begin - tag.end).find('/') !=
            std::string_view::npos) {
      return false;
    }
    const std::size_t first = out_.attributes.size();
    for (const WrittenAttribute& attribute : read.list) {
      if (is_drawing && IsSvgLook(attribute.name)) continue;
      if (!IsPlainAttribute(attribute) || IsNamed(attribute.name, first)) {
        out_.attributes.resize(first);
        return false;
      }
      out_.attributes.push_back({attribute.name, ShortValue(attribute.value)});
    }
    Cut(tag.end, read.list.back().end);  // with the space behind the name
    out_.tags.push_back({trimmed_tag, first, out_.attributes.size() - first});
    return true;
  }

  bool IsNamed(std::string_view name, std::size_t first) const {
    return std::any_of(out_.attributes.begin() + static_cast<std::ptrdiff_t>(first),
                       out_.attributes.end(),
                       [&](const Attribute& attribute) { return attribute.name == name; });
  }

  // Cuts those past the limit, the looks of drawings and the bytes of data: URLs.
  void CutAttributes(const WrittenAttributes& read, bool is_drawing) {
    for (std::size_t i = 0; i < read.list.size(); ++i) {
      const WrittenAttribute& attribute = read.list[i];
      if (i == limits_.max_attributes) {
        Cut(attribute.begin, read.list.back().end);
        hit_attributes_ = true;
        return;
      }
      const std::string_view kept = ShortValue(attribute.value);
      if (is_drawing && IsSvgLook(attribute.name)) {
        Cut(attribute.begin, attribute.end);
      } else if (kept.size() < attribute.value.size()) {
        const auto from = static_cast<std::size_t>(kept.data() - in_.data()) + kept.size();
        Cut(from, from + attribute.value.size() - kept.size());
      }
    }
  }

  bool IsForeignRoot(std::uint64_t key) const {
    return key == TagKey("svg") || key == TagKey("math");
  }

  void ReadStartTag() {
    Tag tag = ReadName(at_ + 1);
    const bool is_shape = foreign_ > 0 && IsSvgShape(tag.key);
    const bool is_kept = !is_shape && open_.Open(tag.key, foreign_ > 0);
    if (is_kept) CutSpaceBefore(tag.begin);
    const std::size_t trimmed_tag = Trimmed(tag.begin);
    TakeAttributes(tag, is_kept, trimmed_tag);
    if (foreign_ > 0 && tag.is_self_closing && is_kept) open_.Close(tag.key);
    at_ = tag.end;
    if (!is_kept) {
      Cut(tag.begin, tag.end);
      return;
    }
    if (IsForeignRoot(tag.key) && !tag.is_self_closing) ++foreign_;
    if (KeepsLines(tag.key)) ++lines_kept_;
    is_behind_tag_ = true;
    ReadBody(tag, trimmed_tag);
  }

  void ReadEndTag() {
    Tag tag = ReadName(at_ + 2);
    const bool is_shape = foreign_ > 0 && IsSvgShape(tag.key);
    const bool is_kept = !is_shape && open_.Close(tag.key);
    if (is_kept) CutSpaceBefore(tag.begin);
    tag.end = ReadAttributes(in_, tag.end).end;
    if (!is_kept) Cut(tag.begin, tag.end);
    if (KeepsLines(tag.key) && lines_kept_ > 0) --lines_kept_;
    is_behind_tag_ = is_kept;
    if (IsForeignRoot(tag.key) && foreign_ > 0) --foreign_;
    if (tag.key == TagKey("head")) in_head_ = false;
    at_ = tag.end;
  }

  void ReadBody(const Tag& tag, std::size_t trimmed_tag) {
    switch (tag.key) {
      case TagKey("script"):
        if (foreign_ > 0 && tag.is_self_closing) return;
        return KeepAway(FindScriptEnd(in_, tag.end), trimmed_tag);
      case TagKey("style"):
        if (foreign_ > 0 && tag.is_self_closing) return;
        return Skip(FindRawEnd(in_, tag.end, "style"), true);
      case TagKey("title"):
        return Skip(foreign_ > 0 ? tag.end : FindRawEnd(in_, tag.end, "title"), false);
      case TagKey("textarea"):
        return Skip(FindRawEnd(in_, tag.end, "textarea"), false);
      case TagKey("iframe"):
      case TagKey("noframes"):
      case TagKey("noembed"):
      case TagKey("xmp"):
        return Skip(FindRawEnd(in_, tag.end, AsciiLower(tag.name)), tag.key != TagKey("xmp"));
      case TagKey("noscript"):
        return ReadNoscript(tag, trimmed_tag);
      case TagKey("plaintext"):
        return Skip(in_.size(), false);
      case TagKey("html"):
      case TagKey("head"):
      case TagKey("meta"):
      case TagKey("link"):
      case TagKey("base"):
      case TagKey("template"):
        return;
      default:
        in_head_ = false;
    }
  }

  // Browsers read noscript as text. In a head that must be so, since an image in it would end the
  // head; in the body its elements are kept (invisible), as their links may exist nowhere else.
  void ReadNoscript(const Tag& tag, std::size_t trimmed_tag) {
    const std::size_t end = FindRawEnd(in_, tag.end, "noscript");
    if (in_head_) return KeepAway(end, trimmed_tag);
    out_.bodies.push_back({trimmed_tag, in_.substr(tag.end, end - tag.end)});
  }

  void KeepAway(std::size_t end, std::size_t trimmed_tag) {
    out_.bodies.push_back({trimmed_tag, in_.substr(at_, end - at_)});
    Skip(end, true);
  }

  void Skip(std::size_t end, bool is_cut) {
    if (is_cut) Cut(at_, end);
    at_ = end;
  }

  std::string_view in_;
  const TrimLimits limits_;
  OpenTags open_;
  TrimmedSource out_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;  // all before it is copied or cut
  std::size_t text_ = 0;    // where the text before the next tag begins
  int foreign_ = 0;         // open svg and math elements
  int lines_kept_ = 0;      // open elements in which all white space counts
  bool is_behind_tag_ = false;
  bool in_head_ = true;
  bool keeps_text_away_ = false;
  bool hit_attributes_ = false;
  std::vector<WrittenAttribute> spare_;  // memory for the next tag's
};

}  // namespace

TrimmedSource TrimSource(std::string_view source, const TrimLimits& limits) {
  return Trimmer(source, limits).Run();
}

}  // namespace klikpad
