// Each attribute is held against filters first: nearly all of a page's classes and ids are no mark.

#include "find/chat/elements.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMinPart = 4;           // bytes of a value in which a part is sought
constexpr std::size_t kMaxSightings = 5'000;  // of one page

class ElementMarks {
 public:
  ElementMarks(const Page& page, const Vendors& vendors) : page_(page), vendors_(vendors) {}

  MarksOfElements Run() {
    ReadElements();
    return std::move(found_);
  }

 private:
  const VendorMark& Mark(int mark) const { return vendors_.marks[static_cast<std::size_t>(mark)]; }

  void AddElement(int mark, int node) {
    const VendorMark& wanted = Mark(mark);
    const Node& n = page_.document.nodes[static_cast<std::size_t>(node)];
    if (!wanted.tag.empty() && wanted.tag != n.tag) return;
    std::optional<std::string_view> value;
    if (!wanted.attribute.empty()) {
      value = page_.document.Attr(node, wanted.attribute);
      if (!value) return;
      if (wanted.operation == "=" && *value != wanted.value) return;
      if (wanted.operation == "^=" && !value->starts_with(wanted.value)) return;
      if (wanted.operation == "*=" && value->find(wanted.value) == std::string_view::npos) return;
    }
    std::string quote = "<" + std::string(n.tag);
    if (value) {
      quote += " " + wanted.attribute + "=\"" + std::string(CutUtf8(*value, 100)) + "\"";
    }
    if (!wanted.id.empty()) quote += " id=\"" + wanted.id + "\"";
    if (!wanted.css_class.empty()) quote += " class=\"" + wanted.css_class + "\"";
    VendorSighting sighting;
    sighting.mark = mark;
    sighting.grade = wanted.grade;
    sighting.is_frame = n.tag == "iframe";
    sighting.node = node;
    sighting.place = {n.line, n.column};
    sighting.quote = quote + ">";
    found_.sightings.push_back(std::move(sighting));
  }

  void Look(const MarksByText& index, std::string_view key, int node) {
    auto it = index.find(key);
    if (it == index.end()) return;
    for (int mark : it->second) AddElement(mark, node);
  }

  bool IsFacade(std::string_view name) const {
    const std::vector<std::string>& facades = vendors_.facades;
    return std::find(facades.begin(), facades.end(), name) != facades.end();
  }

  void ReadClasses(std::string_view classes, int node) {
    for (std::size_t begin = 0; begin < classes.size();) {
      const std::size_t end = std::min(classes.find(' ', begin), classes.size());
      const std::string_view name = classes.substr(begin, end - begin);
      begin = end + 1;
      if (name.size() < 3) continue;
      if (!vendors_.class_filter.MayHold(name)) continue;
      Look(vendors_.classes, name, node);
      if (found_.facade < 0 && IsFacade(name)) found_.facade = node;
    }
  }

  void ReadPrefixes(std::string_view value, bool is_id, int node) {
    if (value.empty()) return;
    if (vendors_.prefix_firsts.test(static_cast<unsigned char>(value.front()))) {
      for (int mark : vendors_.prefixes) {
        if (!value.starts_with(Mark(mark).value)) continue;
        if (is_id == (Mark(mark).attribute == "id")) AddElement(mark, node);
      }
    }
    if (value.size() < kMinPart) return;
    for (int mark : vendors_.parts) {
      const VendorMark& part = Mark(mark);
      if (!part.value.empty() && value.find(part.value) == std::string_view::npos) continue;
      if (is_id == (part.attribute == "id")) AddElement(mark, node);
    }
  }

  void ReadElements() {
    const Document& document = page_.document;
    for (std::size_t i = 0; i < document.nodes.size(); ++i) {
      const Node& n = document.nodes[i];
      if (n.IsText() || found_.sightings.size() > kMaxSightings) continue;
      int node = static_cast<int>(i);
      if (n.tag.find('-') != std::string_view::npos) Look(vendors_.tags, n.tag, node);
      for (std::uint32_t a = 0; a < n.attribute_count; ++a) {
        const Attribute& attribute = document.attributes[n.first_attribute + a];
        const std::size_t size = attribute.name.size();
        bool is_id = size == 2 && attribute.name == "id";
        bool is_class = size == 5 && attribute.name == "class";
        if (!is_id && !is_class) {
          if (size == 7 && attribute.name == "onclick") found_.on_click.push_back(node);
          if (vendors_.attribute_filter.MayHold(attribute.name))
            Look(vendors_.attributes, attribute.name, node);
          continue;
        }
        ReadPrefixes(attribute.value, is_id, node);
        if (is_id && vendors_.id_filter.MayHold(attribute.value))
          Look(vendors_.ids, attribute.value, node);
        if (is_class) ReadClasses(attribute.value, node);
      }
    }
  }

  const Page& page_;
  const Vendors& vendors_;
  MarksOfElements found_;
};

}  // namespace

MarksOfElements FindElementMarks(const Page& page, const Vendors& vendors) {
  return ElementMarks(page, vendors).Run();
}

}  // namespace klikpad
