// One walk over all elements; each attribute that may hold an address is decoded.

#include "find/email/attributes.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/base64.h"
#include "base/text.h"
#include "find/email/address.h"
#include "find/email/codes.h"
#include "find/email/disguise.h"
#include "find/email/script.h"
#include "find/email/uri.h"

namespace klikpad {
namespace {

class AttributeWalk {
 public:
  AttributeWalk(const Document& document, const EmailFacts& facts)
      : document_(document), facts_(facts) {}

  std::vector<AttributeEmail> Run() {
    const Document& document = document_;
    for (std::size_t i = 0; i < document.nodes.size(); ++i) {
      const Node& node = document.nodes[i];
      if (node.attribute_count == 0) continue;
      const int index = static_cast<int>(i);
      std::string_view user, domain, suffix;
      for (std::uint32_t k = 0; k < node.attribute_count; ++k) {
        const Attribute& a = document.attributes[node.first_attribute + k];
        const bool is_data = a.name.size() > 5 && a.name.substr(0, 5) == "data-";
        if (!is_data) {
          if (a.name == "style" && IsReversing(a.value)) Reversed(index);
          if (a.name == "dir" && node.tag == "bdo" && EqualsIgnoreAsciiCase(a.value, "rtl"))
            Reversed(index);
          if (a.name == "onclick") Clicked(index, a.value);
          continue;
        }
        if (a.value.empty() || a.value.size() > 600) continue;
        if (a.name == "data-cfemail") {
          if (auto address = DecodeCloudflare(a.value))
            Add(index, *address, "protected by Cloudflare", true, std::string(a.value));
        } else if (a.name == "data-mailto-token") {
          for (const std::string& address : MailtoRecipients(DecodeTypo3(a.value))) {
            Add(index, address, "address written by a script", true, std::string(a.value));
          }
        } else if (a.name == "data-mail-to") {
          Drupal(index, a.value);
        } else if (Holds(facts_.whole_attributes, a.name)) {
          Whole(index, a.value);
        } else if (Holds(facts_.user_attributes, a.name)) {
          user = a.value;
        } else if (Holds(facts_.domain_attributes, a.name)) {
          domain = a.value;
        } else if (Holds(facts_.suffix_attributes, a.name)) {
          suffix = a.value;
        }
      }
      if (node.tag == "joomla-hidden-mail") Joomla(index);
      if (!user.empty() && !domain.empty()) Joined(index, user, domain, suffix);
    }
    return std::move(found_);
  }

 private:
  void Add(int node, std::string address, const std::string& signal, bool needs_javascript,
           const std::string& quote) {
    found_.push_back({node, std::move(address), signal, needs_javascript, quote});
  }

  static bool Holds(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  void Joined(int node, std::string_view user, std::string_view domain, std::string_view suffix) {
    std::string text = std::string(user) + "@" + std::string(domain);
    if (!suffix.empty()) text += (suffix.front() == '.' ? "" : ".") + std::string(suffix);
    auto address = CanonicalEmail(text);
    if (!address) address = CanonicalEmail(Backwards(user) + "@" + Backwards(domain));
    if (address) Add(node, *address, "parts in attributes", true, text);
  }

  // Joomla 4 and later: <joomla-hidden-mail first="base64 of info" last="base64 of firma.nl">.
  void Joomla(int node) {
    const auto part = [&](std::string_view name) {
      return DecodeBase64(document_.Attr(node, name).value_or(std::string_view()));
    };
    const auto first = part("first"), last = part("last");
    if (!first || !last) return;
    if (const auto address = CanonicalEmail(*first + "@" + *last)) {
      Add(node, *address, "parts in attributes", true, *address);
    }
  }

  // Drupal's "Obfuscate email": ROT13 of "info/at/firma/dot/nl".
  void Drupal(int node, std::string_view value) {
    const std::string text = ReplaceAll(ReplaceAll(Rot13(value), "/at/", "@"), "/dot/", ".");
    if (const auto address = CanonicalEmail(text)) {
      Add(node, *address, "address written by a script", true, *address);
    }
  }

  void Whole(int node, std::string_view value) {
    std::optional<std::string> address = CanonicalEmail(value);
    if (!address) address = CanonicalEmail(Rot13(value));
    if (!address) address = CanonicalEmail(Backwards(value));
    if (!address) {
      const std::vector<SeenEmail> seen = FindDisguisedEmails(" " + std::string(value), facts_);
      if (seen.size() == 1) address = seen[0].address;
    }
    if (address) Add(node, *address, "in an attribute", true, std::string(value));
  }

  static std::string Backwards(std::string_view text) {
    return std::string(text.rbegin(), text.rend());
  }

  // CSS that shows text from right to left: unicode-bidi: bidi-override; direction: rtl.
  static bool IsReversing(std::string_view style) {
    return style.find("bidi") != style.npos && style.find("rtl") != style.npos;
  }

  void Reversed(int node) {
    const std::vector<Node>& nodes = document_.nodes;
    std::string text;
    const int end = std::min(nodes[static_cast<std::size_t>(node)].end, node + 50);
    for (int i = node + 1; i < end && text.size() < 300; ++i) {
      if (nodes[static_cast<std::size_t>(i)].IsText())
        text += nodes[static_cast<std::size_t>(i)].text;
    }
    if (text.find('@') == text.npos) return;
    for (const SeenEmail& email : FindPlainEmails(ToValidUtf8(Backwards(text)))) {
      Add(node, email.address, "written backwards", false, text);
    }
  }

  void Clicked(int node, std::string_view script) {
    if (script.size() > 4000) return;
    for (const std::string& address : ScriptEmails(script)) {
      Add(node, address, "address written by a script", true, std::string(script));
    }
  }

  const Document& document_;
  const EmailFacts& facts_;
  std::vector<AttributeEmail> found_;
};

}  // namespace

std::vector<AttributeEmail> AttributeEmails(const Document& document, const EmailFacts& facts) {
  return AttributeWalk(document, facts).Run();
}

}  // namespace klikpad
