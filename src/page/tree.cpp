// Gumbo's tree is built in an arena and walked without recursion. A parse that asks for too much
// memory (there are inputs that make it grow with the square) is left by a jump out of the
// allocator: all it made lies in the arena, so nothing is lost.

#include "page/tree.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>

#include "base/text.h"
#include "page/arena.h"
#include "page/kept_text.h"
#include "page/line_map.h"
#include "page/trim_source.h"

namespace klikpad {
namespace {

// A usual page needs 10 to 20 times its size.
constexpr std::size_t kArenaFloor = 16u << 20;
constexpr std::size_t kArenaPerByte = 64;
constexpr std::size_t kArenaCeiling = 512u << 20;

struct Storage {
  explicit Storage(std::string text) : source(std::move(text)) {}
  std::string source;
  std::unique_ptr<Arena> arena;
};

struct Parse {
  Arena* arena = nullptr;
  std::jmp_buf out_of_memory;
};

void* ParseAllocate(void* userdata, std::size_t bytes) {
  auto* parse = static_cast<Parse*>(userdata);
  void* memory = parse->arena->Allocate(bytes);
  if (memory == nullptr) std::longjmp(parse->out_of_memory, 1);  // NOLINT(cert-err52-cpp)
  return memory;
}

void ParseFree(void* userdata, void* memory) { static_cast<Parse*>(userdata)->arena->Free(memory); }

// Null when the arena's budget did not suffice. Holds nothing that would need a destructor.
const GumboOutput* RunGumbo(Arena* arena, const char* text, std::size_t size) {
  Parse parse;
  parse.arena = arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = ParseAllocate;
  options.deallocator = ParseFree;
  options.userdata = &parse;
  options.max_errors = 0;
  if (setjmp(parse.out_of_memory) != 0) return nullptr;  // NOLINT(cert-err52-cpp)
  return gumbo_parse_with_options(&options, text, size);
}

const std::array<Tag, GUMBO_TAG_LAST + 1>& TagTable() {
  static const auto kTable = [] {
    std::array<Tag, GUMBO_TAG_LAST + 1> table{};
    for (int i = 0; i < GUMBO_TAG_UNKNOWN; ++i) {
      table[static_cast<std::size_t>(i)] =
          TagFromName(gumbo_normalized_tagname(static_cast<GumboTag>(i)));
    }
    return table;
  }();
  return kTable;
}

Tag ForeignTag(Tag tag) {
  switch (tag) {
    case Tag::kTitle:
      return Tag::kSvgTitle;
    case Tag::kA:
    case Tag::kScript:
    case Tag::kStyle:
    case Tag::kSvg:
      return tag;
    default:
      return Tag::kOther;
  }
}

class Flattener {
 public:
  Flattener(const TrimmedSource& trimmed, std::string_view source, Arena* arena,
            const ReadLimits& limits)
      : trimmed_(trimmed), lines_(source), arena_(arena), limits_(limits), tag_table_(TagTable()) {}

  Tree Run(const GumboNode* document) {
    tree_.document.nodes.reserve(trimmed_.text.size() / 24 + 16);
    AddElement("#document", Tag::kDocument, -1, Tree::kNoStart);
    stack_.push_back({&document->v.document.children, 0, 0, false});
    while (!stack_.empty()) {
      Frame& frame = stack_.back();
      if (frame.next == frame.children->length || hit_nodes_) {
        Close(frame);
        stack_.pop_back();
        continue;
      }
      Visit(static_cast<const GumboNode*>(frame.children->data[frame.next++]));
    }
    if (hit_nodes_) tree_.limits.emplace_back("the page has too many nodes, the rest was cut");
    if (hit_depth_) tree_.limits.emplace_back("elements nested too deeply were flattened");
    return std::move(tree_);
  }

 private:
  struct Frame {
    const GumboVector* children;
    unsigned next;
    int parent;    // of these children
    bool is_flat;  // its own element was flattened: the children are its siblings
  };

  void Close(const Frame& frame) {
    if (frame.is_flat) return;
    tree_.document.nodes[static_cast<std::size_t>(frame.parent)].end = tree_.Size();
  }

  int Parent() const { return stack_.back().parent; }

  int AddElement(std::string_view name, Tag tag, int parent, std::uint32_t start) {
    const int index = tree_.Size();
    Node node;
    node.tag = name;
    node.parent = parent;
    node.end = index + 1;
    node.first_attribute = static_cast<std::uint32_t>(tree_.document.attributes.size());
    if (start != Tree::kNoStart) {
      const Place place = lines_.At(start);
      node.line = place.line;
      node.column = place.column;
    }
    tree_.document.nodes.push_back(node);
    tree_.tags.push_back(tag);
    tree_.starts.push_back(start);
    return index;
  }

  void Visit(const GumboNode* node) {
    if (tree_.document.nodes.size() >= limits_.max_nodes) {
      hit_nodes_ = true;
      return;
    }
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA: {
        const int index = AddElement({}, Tag::kText, Parent(), Tree::kNoStart);
        tree_.document.nodes[static_cast<std::size_t>(index)].text = TextOf(node->v.text.text);
        return;
      }
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        return VisitElement(node->v.element);
      default:
        return;
    }
  }

  void VisitElement(const GumboElement& element) {
    const bool is_foreign = element.tag_namespace != GUMBO_NAMESPACE_HTML;
    std::string_view name;
    Tag tag = Tag::kOther;
    if (element.tag == GUMBO_TAG_UNKNOWN || is_foreign) {
      name = OwnName(element);
      tag = TagFromName(name);
    } else {
      name = gumbo_normalized_tagname(element.tag);
      tag = tag_table_[static_cast<std::size_t>(element.tag)];
    }
    if (is_foreign) tag = name == "desc" ? Tag::kSvgDesc : ForeignTag(tag);

    std::uint32_t start = Tree::kNoStart;
    std::size_t trimmed_start = 0;
    if (element.original_tag.length > 0) {
      trimmed_start = static_cast<std::size_t>(element.original_tag.data - trimmed_.text.data());
      start = static_cast<std::uint32_t>(trimmed_.SourceOffset(trimmed_start));
    }
    const int index = AddElement(name, tag, Parent(), start);
    const KeptTag* kept = start == Tree::kNoStart ? nullptr : trimmed_.TagAt(trimmed_start);
    if (kept != nullptr) {
      AddAttributes(index, *kept);
    } else {
      AddAttributes(index, element.attributes);
    }
    if ((tag == Tag::kScript || tag == Tag::kNoscript) && start != Tree::kNoStart) {
      tree_.bodies.emplace_back(index, trimmed_.Body(trimmed_start));
    }
    const bool is_flattened = stack_.size() >= static_cast<std::size_t>(limits_.max_depth) + 8;
    hit_depth_ |= is_flattened;
    stack_.push_back({&element.children, 0, is_flattened ? Parent() : index, is_flattened});
  }

  // With the runs of plain text that were kept away from the tree builder.
  std::string_view TextOf(std::string_view text) {
    if (const std::string_view run = PlainRunOf(text, trimmed_.runs); !run.empty()) return run;
    const auto whole = WithPlainRuns(text, trimmed_.runs);
    return whole ? Copy(*whole) : text;
  }

  std::string_view OwnName(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    if (piece.data == nullptr || piece.length == 0) return "unknown";
    return Copy(AsciiLower({piece.data, piece.length}));
  }

  void AddAttributes(int index, const GumboVector& attributes) {
    for (unsigned i = 0; i < attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
      std::string_view name = attribute->name;
      if (attribute->attr_namespace == GUMBO_ATTR_NAMESPACE_XLINK && name == "href") {
        name = "xlink:href";
      } else if (std::any_of(name.begin(), name.end(),
                             [](char c) { return c >= 'A' && c <= 'Z'; })) {
        name = Copy(AsciiLower(name));
      }
      tree_.document.attributes.push_back({name, attribute->value});
    }
    tree_.document.nodes[static_cast<std::size_t>(index)].attribute_count = attributes.length;
  }

  void AddAttributes(int index, const KeptTag& kept) {
    const auto first = trimmed_.attributes.begin() + static_cast<std::ptrdiff_t>(kept.first);
    tree_.document.attributes.insert(tree_.document.attributes.end(), first,
                                     first + static_cast<std::ptrdiff_t>(kept.count));
    tree_.document.nodes[static_cast<std::size_t>(index)].attribute_count =
        static_cast<std::uint32_t>(kept.count);
  }

  std::string_view Copy(const std::string& text) {
    auto* memory = static_cast<char*>(arena_->Allocate(text.size() + 1));
    if (memory == nullptr) return "unknown";
    std::memcpy(memory, text.c_str(), text.size() + 1);
    return {memory, text.size()};
  }

  const TrimmedSource& trimmed_;
  const LineMap lines_;
  Arena* arena_;
  const ReadLimits& limits_;
  const std::array<Tag, GUMBO_TAG_LAST + 1>& tag_table_;
  Tree tree_;
  std::vector<Frame> stack_;
  bool hit_nodes_ = false;
  bool hit_depth_ = false;
};

}  // namespace

std::string_view Tree::Body(int node) const {
  const auto found =
      std::lower_bound(bodies.begin(), bodies.end(), node,
                       [](const auto& entry, int wanted) { return entry.first < wanted; });
  return found != bodies.end() && found->first == node ? found->second : std::string_view();
}

Tree BuildTree(std::string text, const ReadLimits& limits) {
  auto storage = std::make_shared<Storage>(std::move(text));
  std::string_view source = storage->source;
  TrimLimits trim;
  trim.max_depth = static_cast<std::size_t>(std::max(limits.max_depth, 8));
  std::vector<std::string> said;
  const GumboOutput* output = nullptr;
  TrimmedSource trimmed;
  // First as it is, then without formatting elements, then ever less of it.
  while (output == nullptr) {
    trimmed = TrimSource(source, trim);
    storage->arena = std::make_unique<Arena>(
        std::min(kArenaFloor + kArenaPerByte * trimmed.text.size(), kArenaCeiling));
    output = RunGumbo(storage->arena.get(), trimmed.text.data(), trimmed.text.size());
    if (output != nullptr) break;
    if (trim.max_formatting > 0) {
      trim.max_formatting = 0;
      said.emplace_back("the page was too costly to read, formatting elements were left out");
      continue;
    }
    source = CutUtf8(source, source.size() / 4);
    said.emplace_back("the page was too costly to read, its end was cut");
  }
  Tree tree =
      Flattener(trimmed, storage->source, storage->arena.get(), limits).Run(output->document);
  said.insert(said.end(), trimmed.limits.begin(), trimmed.limits.end());
  for (std::string& sentence : said) {
    if (std::find(tree.limits.begin(), tree.limits.end(), sentence) == tree.limits.end()) {
      tree.limits.push_back(std::move(sentence));
    }
  }
  tree.source = storage->source;
  tree.document.storage = std::move(storage);
  return tree;
}

}  // namespace klikpad
