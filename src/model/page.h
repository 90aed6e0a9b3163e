// What one HTML page says: its links with their accessible names, its visible text by block, forms,
// resources and structured data. Made by the stage `page` from bytes, read by `find`.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/url.h"
#include "model/document.h"
#include "model/words.h"

namespace klikpad {

// Where on a page something stands: 1-based line and byte column of the element's start tag.
struct Place {
  int line = 0;
  int column = 0;
  std::string Text() const { return std::to_string(line) + ":" + std::to_string(column); }
  bool operator==(const Place&) const = default;
};

// Where an accessible name came from (W3C accname 1.2, in the order in which sources are tried).
enum class NameSource {
  kNone,
  kAriaLabelledby,
  kAriaLabel,
  kText,
  kImageAlt,
  kSvgTitle,
  kValue,
  kTitle
};

// Something a visitor can follow: <a href>, <area>, a button or element with a script address, a
// frame of a frameset (it shows at once, without a click: its node's tag is "frame"). Submits are
// in Form.
struct Link {
  int node = -1;
  LinkKind kind = LinkKind::kLink;
  std::string href;   // as written, trimmed
  std::string url;    // resolved with the base, fragment kept; "" when it is no URL
  std::string label;  // accessible name, one line; "" when it has none
  NameSource label_source = NameSource::kNone;
  std::string rel;       // lower case
  std::string hreflang;  // lower case, "" when absent
  Region region = Region::kMain;
  bool is_visible = true;  // false when hidden in the HTML (hidden, aria-hidden, inline style)
  int position = 0;        // order in the document, shared with blocks and forms
  int block = -1;          // index of the text block in which it stands, -1 when none
  int heading = -1;        // index of the heading block above it, -1 when none
  Place place;
};

// A run of text between block boundaries: white space collapsed, "\n" where the page breaks the
// line
// (<br>, lines of <pre>). Each table cell, list item, dt and dd, button and heading is a block (or
// several); alt texts are blocks of their own that do not end the run around them. A very long run
// goes on in a further block of the same node.
struct TextBlock {
  int node = -1;
  TextKind kind = TextKind::kParagraph;
  int level = 0;  // 1 to 6 for headings
  std::string text;
  Region region = Region::kMain;
  bool is_visible = true;
  int position = 0;
  int heading = -1;  // index of the heading block above it, -1 when none
  int row = -1;      // node of the table row or dl group in which it stands, -1 when none
  Place place;
};

struct FormField {
  std::string tag;   // input, textarea, select, button
  std::string type;  // lower case; "text" when absent on input
  std::string name;
  std::string id;
  std::string label;  // accessible name: label, aria-label, placeholder, title
  std::string placeholder;
  std::string autocomplete;
  std::string value;  // of hidden, submit and button inputs
  bool is_required = false;
};

struct Form {
  int node = -1;
  std::string action;  // resolved; the page's own URL when absent
  std::string method;  // "get" or "post"
  std::string id, css_class, name, role;
  std::vector<FormField> fields;     // in document order, submits included
  std::vector<std::string> submits;  // labels of its submit buttons
  std::string text;                  // its visible text, at most 2,000 bytes
  Region region = Region::kMain;
  bool is_visible = true;
  int position = 0;
  int heading = -1;
  Place place;
};

// What the page loads or embeds, where chat vendors and embedded timelines show.
enum class ResourceKind { kScript, kInlineScript, kIframe, kLink, kImage, kObject, kNoscript };
struct Resource {
  ResourceKind kind = ResourceKind::kScript;
  std::string url;        // resolved; "" for inline text
  std::string_view text;  // of inline scripts and noscript; owned by Document::storage
  std::string rel;        // of <link>
  bool needs_consent =
      false;  // parked by a consent tool: type=text/plain with data-src and the like
  int node = -1;
  Place place;
};

// JSON-LD, microdata and RDFa in one shape: an object with "@type", "@id" and properties.
enum class DataSyntax { kJsonLd, kMicrodata, kRdfa };
struct DataItem {
  DataSyntax syntax = DataSyntax::kJsonLd;
  Json value;
  Place place;
  int position = 0;
};

struct Alternate {
  std::string hreflang;  // lower case: "nl", "nl-be", "x-default"
  std::string url;
};

struct MetaRefresh {
  int seconds = 0;
  std::string url;  // resolved
};

struct Page {
  std::string url;   // the address from which the bytes came (after redirects)
  std::string base;  // for relative references
  Document document;

  std::string title;
  Place title_place;
  std::string lang;     // of <html lang>, else content-language; lower case; "" when not given
  std::string charset;  // name after the Encoding Standard, "utf-8"
  std::string charset_source;  // bom, header, meta, detection, default
  std::string canonical;       // resolved; "" when absent
  std::vector<Alternate> alternates;
  std::vector<MetaRefresh> refreshes;                      // at most one counts; the first
  std::vector<std::pair<std::string, std::string>> metas;  // name or property (lower case), content
  std::vector<std::pair<std::string, std::string>> rel_links;  // rel (lower case), resolved href

  std::vector<Link> links;
  std::vector<TextBlock> blocks;
  std::vector<Form> forms;
  std::vector<Resource> resources;
  std::vector<DataItem> data;

  bool needs_javascript = false;  // little text, few links, and scripts: a shell to be filled
  bool is_truncated = false;      // a limit was hit while reading: see `limits`
  std::vector<std::string> limits;

  // First content of that meta name or property, "" when absent.
  std::string Meta(std::string_view name) const {
    for (const auto& [key, content] : metas) {
      if (key == name) return content;
    }
    return {};
  }
};

}  // namespace klikpad
