// One walk in document order. Open blocks are frames on a stack; text is gathered into a run that
// ends where a block begins or ends, or where visibility changes.

#include "page/blocks.h"

#include "base/text.h"
#include "page/seam.h"
#include "page/text_run.h"
#include "page/visibility.h"

namespace klikpad {
namespace {

// What a block element means for the text in it.
struct Frame {
  int node = 0;
  int end = 0;
  TextKind kind = TextKind::kParagraph;
  int level = 0;
  int row = -1;
  bool is_block = false;
  bool keeps_lines = false;
  int heading_after = kKeep;  // heading that holds again behind this element
  static constexpr int kKeep = -2;
};

// Headings in these hold up to their end only.
bool ScopesHeading(Tag tag) {
  switch (tag) {
    case Tag::kArticle:
    case Tag::kAside:
    case Tag::kDetails:
    case Tag::kDialog:
    case Tag::kFieldset:
    case Tag::kFooter:
    case Tag::kLi:
    case Tag::kNav:
    case Tag::kSection:
      return true;
    default:
      return false;
  }
}

// No heading from before holds in these.
bool ForgetsHeading(Tag tag) {
  return tag == Tag::kFooter || tag == Tag::kNav || tag == Tag::kAside || tag == Tag::kDialog;
}

constexpr int kSummaryLevel = 6;  // a summary is the heading of its details, below all others

constexpr std::size_t kMaxAmidWord = 30;  // bytes

class BlockFinder {
 public:
  BlockFinder(const Tree& tree, const std::vector<std::uint8_t>& hidden,
              const std::vector<Region>& regions, const ReadLimits& limits)
      : tree_(tree),
        hidden_(hidden),
        regions_(regions),
        limits_(limits),
        run_(limits.max_block_bytes) {
    const auto size = static_cast<std::size_t>(tree.Size());
    out_.block_of.assign(size, -1);
    out_.run_at.assign(size, -1);
    out_.heading_at.assign(size, -1);
  }

  Blocks Run() {
    Frame root;
    root.end = tree_.Size();
    root.is_block = true;
    frames_.push_back(root);
    for (int node = 1; node < tree_.Size(); ++node) {
      while (frames_.size() > 1 && frames_.back().end <= node) Leave();
      Visit(node);
    }
    while (!frames_.empty()) Leave();
    return std::move(out_);
  }

 private:
  std::uint8_t Bits(int node) const { return hidden_[static_cast<std::size_t>(node)]; }

  void Leave() {
    const Frame& frame = frames_.back();
    if (frame.is_block) Flush();
    if (frame.heading_after != Frame::kKeep) heading_ = frame.heading_after;
    frames_.pop_back();
  }

  void Visit(int node) {
    const auto i = static_cast<std::size_t>(node);
    out_.run_at[i] = open_;
    out_.heading_at[i] = heading_;
    const Tag tag = tree_.TagOf(node);
    if (tag == Tag::kText) return VisitText(node);
    if (tag == Tag::kTitle) return VisitTitle(node);
    if ((Bits(node) & (kNoText | kInert)) != 0) return;
    if (tag == Tag::kBr) return run_.Break();
    if (tag == Tag::kImg) return VisitImage(node);
    if (tag == Tag::kInput) return VisitInput(node);
    Enter(node, tag);
  }

  void VisitText(int node) {
    if ((Bits(node) & (kNoText | kInert)) != 0) return;
    const std::string_view text = tree_.At(node).text;
    if (IsBlank(text)) {
      if (open_ >= 0) run_.Append(text, frames_.back().keeps_lines);
      return;
    }
    const bool is_visible = (Bits(node) & kNotShown) == 0;
    if (!is_visible && IsAmidWord(text)) return AddLoose(node, TextKind::kParagraph, text);
    if (open_ >= 0 && IsSeam(tree_, run_, last_text_, node)) run_.Space();
    last_text_ = node;
    if (open_ >= 0 && out_.list[static_cast<std::size_t>(open_)].is_visible != is_visible) Flush();
    for (std::string_view rest = text; !rest.empty();) {
      const std::string_view part = PartThatFits(rest);
      rest.remove_prefix(part.size());
      if (part.empty()) {  // the run is full: what follows is a block of its own
        Flush();
        continue;
      }
      if (open_ < 0) open_ = Add(node, is_visible);
      if (open_ < 0) return;
      run_.Append(part, frames_.back().keeps_lines);
      if (out_.block_of[static_cast<std::size_t>(node)] < 0) {
        out_.block_of[static_cast<std::size_t>(node)] = open_;
      }
    }
  }

  // A picture of a sign stands in the text as the sign would: an "@" that is no letter.
  void VisitImage(int node) {
    const std::string_view alt = tree_.Attr(node, "alt");
    if (alt.size() == 1 && IsAsciiPunctuation(alt[0]) && (Bits(node) & kNotShown) == 0) {
      run_.Append(alt);
    }
    AddLoose(node, TextKind::kAlt, alt);
  }

  // "info<span hidden>NOSPAM</span>@…": what nobody sees, put inside a word, parts nothing.
  bool IsAmidWord(std::string_view text) const {
    if (open_ < 0 || run_.Glue() == '\0' || text.size() > kMaxAmidWord) return false;
    return out_.list[static_cast<std::size_t>(open_)].is_visible &&
           text.find_first_of(" \t\n\r") == text.npos;
  }

  static bool IsAsciiPunctuation(char c) { return c > ' ' && c < '\x7F' && !IsLetterOrDigit(c); }

  // The beginning of `text`, up to a space if there is one, that the run has room for.
  std::string_view PartThatFits(std::string_view text) const {
    const std::size_t used = run_.Size() + 2;
    const std::size_t room = limits_.max_block_bytes > used ? limits_.max_block_bytes - used : 0;
    if (text.size() <= room) return text;
    const std::string_view part = CutUtf8(text, room);
    const std::size_t space = part.find_last_of(" \t\n\r");
    if (space != std::string_view::npos && space > 0) return part.substr(0, space);
    if (!run_.IsEmpty()) return {};
    return part.empty() ? text : part;
  }

  void VisitTitle(int node) {
    if (has_title_ || (Bits(node) & kInert) != 0 || node + 1 >= tree_.End(node)) return;
    has_title_ = true;
    AddLoose(node, TextKind::kTitle, tree_.At(node + 1).text);
  }

  void VisitInput(int node) {
    const std::string type = AsciiLower(tree_.Attr(node, "type"));
    if (type != "submit" && type != "button" && type != "reset" && type != "image") return;
    Flush();
    AddLoose(node, TextKind::kButton, tree_.Attr(node, type == "image" ? "alt" : "value"));
  }

  void Enter(int node, Tag tag) {
    const Frame& outer = frames_.back();
    Frame frame = outer;
    frame.node = node;
    frame.end = tree_.End(node);
    frame.heading_after = Frame::kKeep;
    frame.is_block = IsBlock(tag);
    if (frame.is_block) SetKind(frame, tag);
    SetRole(frame, node);
    if (tag == Tag::kButton) {
      frame.kind = TextKind::kButton;
      frame.is_block = true;
    }
    if (!frame.is_block) return;
    Flush();
    if (ScopesHeading(tag)) frame.heading_after = heading_;
    if (ForgetsHeading(tag)) heading_ = -1;
    if (frame.end > node + 1) frames_.push_back(frame);
  }

  void SetKind(Frame& frame, Tag tag) {
    switch (tag) {
      case Tag::kLi:
      case Tag::kTd:
      case Tag::kTh:
      case Tag::kCaption:
        frame.kind = TextKind::kItem;
        frame.level = 0;
        break;
      case Tag::kDt:
      case Tag::kDd:
        frame.kind = TextKind::kItem;
        frame.level = 0;
        frame.row = GroupOf(frame.node, tag);
        break;
      case Tag::kTr:
        frame.row = frame.node;
        break;
      case Tag::kSummary:
        frame.kind = TextKind::kHeading;
        frame.level = kSummaryLevel;
        break;
      case Tag::kPre:
      case Tag::kListing:
      case Tag::kXmp:
        frame.keeps_lines = true;
        break;
      default:
        if (const int level = HeadingLevel(tag); level > 0) {
          frame.kind = TextKind::kHeading;
          frame.level = level;
        }
    }
  }

  void SetRole(Frame& frame, int node) {
    if (tree_.At(node).attribute_count == 0) return;
    const std::string_view role = tree_.Attr(node, "role");
    if (role.empty()) return;
    if (role == "heading") {
      frame.kind = TextKind::kHeading;
      const std::string_view level = tree_.Attr(node, "aria-level");
      frame.level = level.size() == 1 && level[0] >= '1' && level[0] <= '6' ? level[0] - '0' : 2;
      frame.is_block = true;
    } else if (role == "button") {
      frame.kind = TextKind::kButton;
      frame.is_block = true;
    } else if (role == "row") {
      frame.row = node;
    } else if (role == "listitem" || role == "cell" || role == "gridcell") {
      frame.kind = TextKind::kItem;
    }
  }

  // The <dt> that begins the group, or the <div> around it in the <dl>: name and values share it.
  int GroupOf(int node, Tag tag) {
    const int parent = tree_.Parent(node);
    if (tree_.TagOf(parent) == Tag::kDiv) return parent;
    if (tag == Tag::kDt && (group_parent_ != parent || last_was_dd_)) group_ = node;
    if (tag == Tag::kDd && group_parent_ != parent) group_ = node;
    group_parent_ = parent;
    last_was_dd_ = tag == Tag::kDd;
    return group_;
  }

  // A block that is one attribute or title: it does not end the run around it.
  void AddLoose(int node, TextKind kind, std::string_view text) {
    if (IsBlank(text)) return;
    const int index = Add(node, kind == TextKind::kTitle || (Bits(node) & kNotShown) == 0);
    if (index < 0) return;
    TextBlock& block = out_.list[static_cast<std::size_t>(index)];
    TextRun run(limits_.max_block_bytes);
    run.Append(text);
    block.kind = kind;
    block.level = 0;
    block.node = node;
    block.place = tree_.PlaceOf(node);
    block.text = run.Take();
    out_.block_of[static_cast<std::size_t>(node)] = index;
  }

  // -1 when there are too many.
  int Add(int node, bool is_visible) {
    if (out_.list.size() >= limits_.max_blocks) {
      out_.is_cut = true;
      return -1;
    }
    const Frame& frame = frames_.back();
    TextBlock block;
    block.node = frame.node;
    block.kind = frame.kind;
    block.level = frame.level;
    block.region = regions_[static_cast<std::size_t>(node)];
    block.is_visible = is_visible;
    block.position = node;
    block.heading = heading_;
    block.row = frame.row;
    block.place = PlaceOf(frame.node);
    out_.list.push_back(std::move(block));
    return static_cast<int>(out_.list.size()) - 1;
  }

  // Implied elements have no place of their own: the nearest one around them that has.
  Place PlaceOf(int node) const {
    for (int steps = 8; node > 0 && steps > 0; node = tree_.Parent(node), --steps) {
      if (tree_.At(node).line > 0) return tree_.PlaceOf(node);
    }
    return {1, 1};
  }

  void Flush() {
    if (open_ < 0) {
      run_.Take();
      return;
    }
    TextBlock& block = out_.list[static_cast<std::size_t>(open_)];
    out_.is_cut = out_.is_cut || run_.IsCut();
    block.text = run_.Take();
    if (block.kind == TextKind::kHeading && block.is_visible) heading_ = open_;
    open_ = -1;
  }

  const Tree& tree_;
  const std::vector<std::uint8_t>& hidden_;
  const std::vector<Region>& regions_;
  const ReadLimits& limits_;
  Blocks out_;
  std::vector<Frame> frames_;
  TextRun run_;
  int open_ = -1;       // block of the run, -1 between blocks
  int last_text_ = -1;  // node of the text before
  int heading_ = -1;    // that holds now
  int group_ = -1, group_parent_ = -1;
  bool last_was_dd_ = false;
  bool has_title_ = false;
};

}  // namespace

int Blocks::Of(const Tree& tree, int node) const {
  const auto begin = static_cast<std::size_t>(node);
  const auto end = static_cast<std::size_t>(tree.End(node));
  int fallback = run_at[begin];
  for (std::size_t i = begin; i < end; ++i) {
    if (block_of[i] < 0) continue;
    if (tree.tags[i] == Tag::kText) return block_of[i];
    if (fallback < 0) fallback = block_of[i];
  }
  return fallback;
}

Blocks FindBlocks(const Tree& tree, const std::vector<std::uint8_t>& hidden,
                  const std::vector<Region>& regions, const ReadLimits& limits) {
  return BlockFinder(tree, hidden, regions, limits).Run();
}

}  // namespace klikpad
