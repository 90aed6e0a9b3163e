// First the forms, then each field finds its own.

#include "page/forms.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "page/raw_text.h"
#include "page/visibility.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxForms = 500;
constexpr std::size_t kMaxFields = 2000;
constexpr std::size_t kMaxFormText = 2000;

// Where a form's tags stand in the source.
struct Extent {
  std::uint32_t begin = 0;
  std::size_t end = 0;
};

class FormFinder {
 public:
  FormFinder(const Tree& tree, const std::vector<std::uint8_t>& hidden,
             const std::vector<Region>& regions, const Blocks& blocks, const Names& names,
             const Resolver& resolver, const std::string& url)
      : tree_(tree),
        hidden_(hidden),
        regions_(regions),
        blocks_(blocks),
        names_(names),
        resolver_(resolver),
        url_(url) {}

  std::vector<Form> Run() {
    for (int node = 1; node < tree_.Size() && forms_.size() < kMaxForms; ++node) {
      if (tree_.TagOf(node) == Tag::kForm && !IsInert(node)) AddForm(node);
    }
    if (forms_.empty()) return {};
    FindExtents();
    int around = -1;  // form of the latest <form> element, while inside it
    std::size_t next = 0;
    for (int node = 1; node < tree_.Size(); ++node) {
      if (around >= 0 && node >= tree_.End(forms_[static_cast<std::size_t>(around)].node)) {
        around = -1;
      }
      if (next < forms_.size() && forms_[next].node == node) around = static_cast<int>(next++);
      if (IsField(tree_.TagOf(node)) && !IsInert(node)) AddField(node, around);
    }
    AddTexts();
    return std::move(forms_);
  }

 private:
  bool IsInert(int node) const { return (hidden_[static_cast<std::size_t>(node)] & kInert) != 0; }
  static bool IsField(Tag tag) {
    return tag == Tag::kInput || tag == Tag::kTextarea || tag == Tag::kSelect ||
           tag == Tag::kButton;
  }

  void AddForm(int node) {
    const auto i = static_cast<std::size_t>(node);
    Form form;
    form.node = node;
    const std::string_view action = Trim(tree_.Attr(node, "action"));
    // HTML §4.10.21.3: without an action it is the document's own address, not the base.
    form.action = action.empty() ? url_ : resolver_.Resolve(action);
    const std::string method = AsciiLower(Trim(tree_.Attr(node, "method")));
    form.method = method == "post" ? "post" : "get";
    form.id = std::string(tree_.Attr(node, "id"));
    form.css_class = std::string(tree_.Attr(node, "class"));
    form.name = std::string(tree_.Attr(node, "name"));
    form.role = AsciiLower(Trim(tree_.Attr(node, "role")));
    form.region = regions_[i];
    form.is_visible = (hidden_[i] & kNotShown) == 0;
    form.position = node;
    form.heading = blocks_.heading_at[i];
    form.place = tree_.PlaceOf(node);
    if (!form.id.empty()) by_id_.emplace(tree_.Attr(node, "id"), forms_.size());
    forms_.push_back(std::move(form));
  }

  void FindExtents() {
    for (const Form& form : forms_) {
      const std::uint32_t begin = tree_.starts[static_cast<std::size_t>(form.node)];
      if (begin == Tree::kNoStart) {
        extents_.push_back({});
        continue;
      }
      extents_.push_back({begin, FindRawEnd(tree_.source, begin, "form")});
    }
  }

  // The last form that began before the field and did not end before it; -1 when there is none.
  int FormAroundInSource(int node) const {
    const std::uint32_t start = tree_.starts[static_cast<std::size_t>(node)];
    if (start == Tree::kNoStart) return -1;
    for (std::size_t i = extents_.size(); i-- > 0;) {
      if (extents_[i].end == 0 || extents_[i].begin > start) continue;
      return extents_[i].end > start ? static_cast<int>(i) : -1;
    }
    return -1;
  }

  int OwnerOf(int node, int around) const {
    if (const auto form = tree_.document.Attr(node, "form")) {
      const auto found = by_id_.find(*form);
      return found == by_id_.end() ? -1 : static_cast<int>(found->second);
    }
    return around >= 0 ? around : FormAroundInSource(node);
  }

  void AddField(int node, int around) {
    const int owner = OwnerOf(node, around);
    if (owner < 0) return;
    Form& form = forms_[static_cast<std::size_t>(owner)];
    if (form.fields.size() >= kMaxFields) return;
    const Tag tag = tree_.TagOf(node);
    FormField field;
    field.tag = std::string(tree_.At(node).tag);
    field.type = AsciiLower(Trim(tree_.Attr(node, "type")));
    if (tag == Tag::kInput && field.type.empty()) field.type = "text";
    if (tag == Tag::kButton && field.type != "reset" && field.type != "button") {
      field.type = "submit";
    }
    if (tag == Tag::kTextarea || tag == Tag::kSelect) field.type.clear();
    field.name = std::string(tree_.Attr(node, "name"));
    field.id = std::string(tree_.Attr(node, "id"));
    field.placeholder = CollapseSpace(tree_.Attr(node, "placeholder"));
    field.autocomplete = AsciiLower(Trim(tree_.Attr(node, "autocomplete")));
    field.is_required = tree_.HasAttr(node, "required") ||
                        EqualsIgnoreAsciiCase(tree_.Attr(node, "aria-required"), "true");
    const bool is_button = tag == Tag::kButton || field.type == "submit" ||
                           field.type == "button" || field.type == "reset" || field.type == "image";
    if (is_button || field.type == "hidden") {
      field.value = CutUtf8(tree_.Attr(node, "value"), 1000);
    }
    field.label = is_button ? names_.Of(node).text : names_.OfField(node);
    if (field.type == "submit" || field.type == "image") form.submits.push_back(field.label);
    form.fields.push_back(std::move(field));
  }

  // Blocks and forms both lie in document order; a form torn out of its table has the words between
  // its tags in the source.
  void AddTexts() {
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      Form& form = forms_[f];
      const bool is_torn = tree_.End(form.node) <= form.node + 1 && !form.fields.empty();
      const auto first = std::lower_bound(
          blocks_.list.begin(), blocks_.list.end(), form.node,
          [](const TextBlock& block, int position) { return block.position < position; });
      for (auto block = first; block != blocks_.list.end(); ++block) {
        if (is_torn ? !IsInSource(*block, extents_[f]) : block->position >= tree_.End(form.node)) {
          break;
        }
        if (!block->is_visible || block->kind == TextKind::kAlt) continue;
        if (form.text.size() + block->text.size() > kMaxFormText) {
          form.text += CutUtf8(block->text, kMaxFormText - form.text.size());
          break;
        }
        if (!form.text.empty()) form.text += '\n';
        form.text += block->text;
      }
    }
  }

  bool IsInSource(const TextBlock& block, const Extent& extent) const {
    const std::uint32_t start = tree_.starts[static_cast<std::size_t>(block.node)];
    return start == Tree::kNoStart || start < extent.end;
  }

  const Tree& tree_;
  const std::vector<std::uint8_t>& hidden_;
  const std::vector<Region>& regions_;
  const Blocks& blocks_;
  const Names& names_;
  const Resolver& resolver_;
  const std::string& url_;
  std::vector<Form> forms_;
  std::vector<Extent> extents_;
  std::unordered_map<std::string_view, std::size_t> by_id_;  // looked up only
};

}  // namespace

std::vector<Form> FindForms(const Tree& tree, const std::vector<std::uint8_t>& hidden,
                            const std::vector<Region>& regions, const Blocks& blocks,
                            const Names& names, const Resolver& resolver, const std::string& url) {
  return FormFinder(tree, hidden, regions, blocks, names, resolver, url).Run();
}

}  // namespace klikpad
