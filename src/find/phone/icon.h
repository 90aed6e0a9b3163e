// What a picture right before a number says of it: a receiver, a fax machine or a messenger's
// sign instead of a word.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"
#include "rules/phones.h"

namespace klikpad {

class PhoneIcons {
 public:
  explicit PhoneIcons(const Page& page) : page_(page) {}

  // The label of the icon or image that stands before the number printed as `display` within
  // `block`, with nothing written between them; nothing when there is none.
  std::optional<PhoneLabel> Before(int block, std::string_view display);

  // The same of a link: an icon within it, or right before it.
  std::optional<PhoneLabel> OfLink(const Link& link) const;

 private:
  // The digits of an element that holds icons, with the text node of each.
  struct Digits {
    std::string text;
    struct Origin {
      int node = -1;
      bool has_letter = false;  // letters came before in this node
    };
    std::vector<Origin> origins;
  };
  const Node& At(int node) const { return page_.document.nodes[static_cast<std::size_t>(node)]; }
  std::optional<PhoneLabel> LabelOfElement(int node) const;
  std::optional<PhoneLabel> LabelBeforeNode(int node) const;
  bool IsOfOtherLink(int icon, int node) const;
  bool HasIcon(int from, int to) const;
  const Digits& DigitsOf(int root);

  const Page& page_;
  std::map<int, Digits> digits_;  // by element; empty without an icon
  int looks_ = 0;
};

}  // namespace klikpad
