// Walks links, attributes, text, scripts and structured data of a page for addresses.

#include "find/email/email.h"

#include <algorithm>
#include <set>

#include "base/byte_set.h"
#include "base/domain.h"
#include "base/text.h"
#include "base/url.h"
#include "find/email/address.h"
#include "find/email/attributes.h"
#include "find/email/data.h"
#include "find/email/disguise.h"
#include "find/email/script.h"
#include "find/email/uri.h"
#include "find/text/empty_link.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxQuote = 300;
constexpr std::size_t kMaxContacts = 2'000;          // of one page
constexpr std::size_t kMaxScriptBytes = 512 * 1024;  // of all scripts of a page

class EmailFinder {
 public:
  EmailFinder(const Page& page, const Rules& rules, const PageGlance& glance)
      : page_(page), facts_(rules.emails), glance_(glance) {
    if (std::optional<Url> url = Url::Parse(page.url)) own_domain_ = RegistrableDomain(url->Host());
  }

  std::vector<ContactPoint> Run() {
    Links();
    for (AttributeEmail& email : AttributeEmails(page_.document, facts_)) {
      AddAt(email.node, std::move(email.address), email.signal, email.needs_javascript,
            email.quote);
    }
    Text();
    Scripts();
    Data();
    return std::move(found_);
  }

 private:
  const TextBlock& Block(int index) const { return page_.blocks[static_cast<std::size_t>(index)]; }

  bool IsSample(const std::string& address) const {
    const std::size_t at = address.rfind('@');
    const std::string domain = address.substr(at + 1);
    if (facts_.IsUnread(address.substr(0, at))) return true;
    if (!own_domain_.empty() && RegistrableDomain(domain) == own_domain_) return false;
    return facts_.IsSample(address.substr(0, at), domain);
  }

  // False when it is a sample, or there are too many.
  bool Add(ContactPoint point, int block) {
    if (found_.size() >= kMaxContacts || IsSample(point.value)) return false;
    if (block >= 0 && !in_block_.insert({block, point.value}).second) return false;
    point.channel = "email";
    point.purpose = facts_.PurposeOf(point.value.substr(0, point.value.rfind('@')));
    values_.insert(point.value);
    point.quote = std::string(CutUtf8(point.quote, kMaxQuote));
    found_.push_back(std::move(point));
    return true;
  }

  // Few links do, and nearly all others lead to a page of the site.
  static bool MayHoldAddress(const Link& link) {
    static constexpr ByteSet kSchemes("mMjJhH \t\r\n");
    return (!link.href.empty() && kSchemes.Has(link.href.front())) || link.href.starts_with("//") ||
           link.href.find("/cdn-cgi/") != link.href.npos || !link.url.starts_with("http");
  }

  void Links() {
    for (const Link& link : page_.links) {
      if (!MayHoldAddress(link)) continue;
      std::vector<std::string> addresses = MailtoRecipients(link.href);
      std::string signal = "mailto: link";
      bool needs_javascript = false;
      if (addresses.empty()) {
        addresses = WebMailRecipients(link.url);
        signal = "link to a web mail service";
      }
      if (addresses.empty()) {
        if (const std::string_view part = ProtectedPart(link.href); !part.empty()) {
          if (auto address = DecodeCloudflare(part)) addresses.push_back(*address);
          signal = "protected by Cloudflare";
          needs_javascript = true;
        }
      }
      if (addresses.empty() && StartsWithIgnoreAsciiCase(link.href, "javascript:")) {
        addresses = ScriptEmails(PercentDecode(link.href.substr(11)));
        signal = "address written by a script";
        needs_javascript = true;
      }
      if (!addresses.empty() && IsEmptyLink(page_, link)) continue;
      for (const std::string& address : addresses) {
        ContactPoint point;
        const std::string_view mail = std::string_view(link.href).substr(link.href.find(':') + 1);
        const auto cleaned = WithoutDecoy(mail.substr(0, mail.find('?')), facts_);
        point.value = cleaned && addresses.size() == 1 ? *cleaned : address;
        point.display = link.label.empty() ? point.value : Readable(link.label, point.value);
        point.url = link.href;
        point.label = link.label.empty() ? std::string() : Readable(link.label, point.value);
        point.region = link.region;
        point.position = link.position;
        point.is_clickable = true;
        // A link without any words can be seen only when a style sheet paints it.
        point.is_visible = link.is_visible && !link.label.empty();
        point.needs_javascript = needs_javascript;
        point.place = link.place;
        point.confidence = Confidence::kSure;
        point.signals.push_back(signal);
        const bool has_text = link.block >= 0 && !Block(link.block).text.empty();
        point.quote = Readable(has_text ? Block(link.block).text : link.label, point.value);
        Add(std::move(point), link.block);
      }
    }
  }

  // With the address for what Cloudflare shows until its script has run, where that stands once.
  static std::string Readable(const std::string& text, const std::string& address) {
    constexpr std::string_view kOpen = "[email", kClose = "protected]";
    const std::size_t at = text.find(kOpen);
    const std::size_t close = at == text.npos ? text.npos : text.find(kClose, at);
    if (close == text.npos || close > at + kOpen.size() + 2) return text;
    if (text.find(kOpen, close) != text.npos) return address;
    return text.substr(0, at) + address + text.substr(close + kClose.size());
  }

  void Text() {
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const TextBlock& block = page_.blocks[i];
      if (block.kind == TextKind::kTitle) continue;
      const TextGlance& seen = glance_.blocks[i];
      if (seen.has_at) {
        for (const SeenEmail& email : FindPlainEmails(block.text))
          AddText(static_cast<int>(i), email);
      } else if (seen.has_wide_digit) {  // U+FF20, U+FE6B
        WideSigns(static_cast<int>(i));
      }
      if (block.text.size() > 6 && (seen.has_bracket || seen.Has(trigger::kAtSign))) {
        for (const SeenEmail& email : FindDisguisedEmails(block.text, facts_))
          AddText(static_cast<int>(i), email);
      }
    }
  }

  void WideSigns(int index) {
    const std::string& text = Block(index).text;
    const std::string plain =
        ReplaceAll(ReplaceAll(ReplaceAll(text, "\uFF20", "@"), "\uFE6B", "@"), "\uFF0E", ".");
    if (plain.size() == text.size()) return;
    for (SeenEmail email : FindPlainEmails(plain)) {
      email.begin = 0;
      email.end = text.size();
      email.is_disguised = true;
      AddText(index, email);
    }
  }

  // {"email":"jane@acme.example"}: an example in code.
  static bool IsInCode(std::string_view text, const SeenEmail& email) {
    if (email.begin < 2 || email.end >= text.size()) return false;
    const char quote = text[email.begin - 1];
    return (quote == '"' || quote == '\'') && text[email.end] == quote &&
           std::string_view(":=[({,").find(text[email.begin - 2]) != std::string_view::npos;
  }

  void AddText(int index, const SeenEmail& email) {
    const TextBlock& block = Block(index);
    if (IsInCode(block.text, email)) return;
    ContactPoint point = At(block);
    const std::string_view written =
        std::string_view(block.text).substr(email.begin, email.end - email.begin);
    const std::optional<std::string> cleaned = WithoutDecoy(written, facts_);
    point.value = cleaned.value_or(email.address);
    point.display = block.text.substr(email.begin, email.end - email.begin);
    const bool is_disguised = email.is_disguised || cleaned.has_value();
    point.confidence = is_disguised ? Confidence::kLikely : Confidence::kSure;
    point.signals.push_back(is_disguised ? "spelt out in text" : "text");
    const std::size_t from = email.begin > 100 ? email.begin - 100 : 0;
    point.quote = block.text.size() <= kMaxQuote ? block.text
                                                 : ToValidUtf8(block.text.substr(from, kMaxQuote));
    Add(std::move(point), index);
  }

  static ContactPoint At(const TextBlock& block) {
    ContactPoint point;
    point.region = block.region;
    point.position = block.position;
    point.place = block.place;
    point.is_visible = block.is_visible;
    if (!block.is_visible) point.signals.push_back("in text that is hidden at first");
    return point;
  }

  // The text block in or after which a node stands, for place and position.
  int BlockOf(int node) const {
    int best = -1;
    auto after =
        std::upper_bound(page_.blocks.begin(), page_.blocks.end(), node,
                         [](int wanted, const TextBlock& block) { return wanted < block.node; });
    if (after != page_.blocks.begin()) best = static_cast<int>(after - page_.blocks.begin()) - 1;
    return best;
  }

  void AddAt(int node, std::string address, const std::string& signal, bool needs_javascript,
             const std::string& quote) {
    const int block = BlockOf(node);
    ContactPoint point = block >= 0 ? At(Block(block)) : ContactPoint();
    const Node& n = page_.document.nodes[static_cast<std::size_t>(node)];
    if (n.line > 0) point.place = {n.line, n.column};
    point.value = std::move(address);
    point.display = point.value;
    point.needs_javascript = needs_javascript;
    point.confidence = Confidence::kLikely;
    point.signals.push_back(signal);
    const std::string shown = block >= 0 ? Readable(Block(block).text, point.value) : quote;
    point.quote = shown.find(point.value) == shown.npos ? quote : shown;
    Add(std::move(point), block);
  }

  void Scripts() {
    std::size_t left = kMaxScriptBytes;
    for (const Resource& resource : page_.resources) {
      if (resource.kind != ResourceKind::kInlineScript || resource.text.size() > left) continue;
      left -= resource.text.size();
      for (const std::string& address : ScriptEmails(resource.text)) {
        if (values_.count(address) != 0) continue;
        const std::size_t at = std::min(resource.text.find("mailto"), resource.text.find("write"));
        const std::size_t from = at == resource.text.npos || at < 100 ? 0 : at - 100;
        AddAt(resource.node, address, "address written by a script", true,
              CollapseSpace(ToValidUtf8(resource.text.substr(from, 250))));
        if (!found_.empty() && found_.back().value == address) found_.back().place = resource.place;
      }
    }
  }

  void Data() {
    for (const DataEmail& email : EmailsInData(page_)) Structured(email);
  }

  void Structured(const DataEmail& email) {
    const DataItem& item = *email.item;
    const std::string source = item.syntax == DataSyntax::kJsonLd      ? "JSON-LD"
                               : item.syntax == DataSyntax::kMicrodata ? "microdata"
                                                                       : "RDFa";
    if (values_.count(email.address) != 0) {
      for (ContactPoint& point : found_) {
        if (point.value == email.address) point.signals.push_back("named in " + source);
      }
      return;
    }
    ContactPoint point;
    point.value = email.address;
    point.display = email.text;
    point.is_visible = false;
    point.is_data_only = true;
    point.position = item.position;
    point.place = item.place;
    point.confidence = Confidence::kLikely;
    point.signals.push_back("named in " + source);
    point.quote = "email: " + email.text;
    Add(std::move(point), -1);
  }

  const Page& page_;
  const EmailFacts& facts_;
  const PageGlance& glance_;
  std::string own_domain_;
  std::set<std::pair<int, std::string>> in_block_;  // block and value
  std::set<std::string> values_;
  std::vector<ContactPoint> found_;
};

}  // namespace

void FindEmails(const Page& page, const Rules& rules, const PageContext&, const PageGlance& glance,
                Findings& findings) {
  std::vector<ContactPoint> found = EmailFinder(page, rules, glance).Run();
  std::stable_sort(found.begin(), found.end(), [](const ContactPoint& a, const ContactPoint& b) {
    return a.position < b.position;
  });
  findings.contacts.insert(findings.contacts.end(), std::make_move_iterator(found.begin()),
                           std::make_move_iterator(found.end()));
}

void FindEmails(const Page& page, const Rules& rules, const PageContext& context,
                Findings& findings) {
  FindEmails(page, rules, context, PageGlance(page, rules), findings);
}

}  // namespace klikpad
