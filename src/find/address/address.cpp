// An address may be one text, or lines of their own: the code's line then takes the lines above.

#include "find/address/address.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "find/address/text.h"
#include "find/text/data_items.h"
#include "model/signals.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxQuote = 300;
constexpr std::size_t kMaxLine = 80;  // bytes of a text that can be a line of an address
constexpr std::size_t kLinesAbove = 3;
constexpr std::size_t kMaxContacts = 300;  // of one page: lists of branches end somewhere

class AddressFinder {
 public:
  AddressFinder(const Page& page, const Rules& rules, const PageContext& context,
                const PageGlance& glance)
      : page_(page), facts_(rules.addresses), country_(context.country), glance_(glance) {}

  std::vector<ContactPoint> Run() {
    for (std::size_t i = 0; i < page_.blocks.size() && points_.size() < kMaxContacts; ++i) {
      ReadBlock(i);
    }
    ReadData();
    return std::move(points_);
  }

 private:
  const TextBlock& Block(std::size_t i) const { return page_.blocks[i]; }

  void ReadBlock(std::size_t index) {
    const TextBlock& block = Block(index);
    if (block.kind == TextKind::kTitle || glance_.blocks[index].digits < 2 ||
        !CodeShapesIn(block.text).Any())
      return;
    for (const FoundAddress& address :
         AddressesIn(block.text, LinesAbove(index), facts_, country_)) {
      ContactPoint point = PointOf(address);
      if (point.purpose.empty()) point.purpose = PurposeAbove(block);
      if (block.heading >= 0) {
        point.label = Block(static_cast<std::size_t>(block.heading)).text;
      }
      point.region = block.region;
      point.position = block.position;
      point.is_visible = block.is_visible;
      point.place = block.place;
      point.quote = CutUtf8(QuoteFrom(index, address), kMaxQuote);
      point.signals.push_back(Signal(Sign::kShape, address.shown));
      points_.push_back(std::move(point));
    }
  }

  static ContactPoint PointOf(const FoundAddress& address) {
    ContactPoint point;
    point.channel = "address";
    point.value = address.value;
    point.display = address.shown;
    point.purpose = address.purpose;
    point.confidence = Confidence::kSure;
    return point;
  }

  // Short texts right above in the same part of the page, joined as lines.
  std::string LinesAbove(std::size_t index) const {
    std::vector<std::string> lines;
    for (std::size_t i = index; i > 0 && lines.size() < kLinesAbove;) {
      --i;
      const TextBlock& block = Block(i);
      const bool is_line = block.region == Block(index).region && block.text.size() <= kMaxLine &&
                           block.kind != TextKind::kHeading && block.kind != TextKind::kTitle;
      if (!is_line) break;
      lines.push_back(block.text);
    }
    std::reverse(lines.begin(), lines.end());
    return Join(lines, "\n");
  }

  std::string QuoteFrom(std::size_t index, const FoundAddress& address) const {
    const std::string& text = Block(index).text;
    if (text.size() <= kMaxQuote) return text;
    const std::size_t begin = address.begin > 150 ? address.begin - 150 : 0;
    std::string_view cut = std::string_view(text).substr(begin);
    while (!cut.empty() && (static_cast<unsigned char>(cut.front()) & 0xC0) == 0x80) {
      cut.remove_prefix(1);
    }
    return std::string(cut);
  }

  std::string PurposeAbove(const TextBlock& block) const {
    if (block.heading < 0) return "";
    const TextBlock& heading = Block(static_cast<std::size_t>(block.heading));
    if (heading.region != block.region) return "";
    const auto hits = facts_.purposes.FindAll(SplitWords(heading.text));
    if (hits.empty()) return "";
    return hits.back().id == 0 ? "postal" : "visiting";
  }

  void ReadData() {
    for (const DataItem& item : page_.data) {
      for (const Json* each : DataItemsOf(item.value)) {
        if (HasType(*each, "PostalAddress")) ReadPostalAddress(*each, item);
      }
    }
  }

  static std::string TextOf(const Json& value) {
    if (value.IsString()) return std::string(Trim(CutUtf8(value.AsString(), 200)));
    if (value.IsInt()) return std::to_string(value.AsInt());
    return value.Items().empty() ? std::string() : TextOf(value.Items().front());
  }

  void ReadPostalAddress(const Json& item, const DataItem& data) {
    const std::string code = TextOf(item["postalCode"]);
    const std::string town = TextOf(item["addressLocality"]);
    std::string street = TextOf(item["streetAddress"]);
    const std::string box = TextOf(item["postOfficeBoxNumber"]);
    if (street.empty() && !box.empty()) street = "PO box " + box;
    if (code.empty() || street.empty()) return;
    std::string country = TextOf(item["addressCountry"]);
    if (country.size() != 2) country = country_;
    const std::string region = TextOf(item["addressRegion"]);
    // The order in which the country prints them, so that the same reader reads them.
    for (const std::string& text :
         {street + "\n" + code + " " + town, street + ", " + town + ", " + region + " " + code,
          street + ", " + town + " " + code}) {
      const auto found = AddressesIn(text, "", facts_, country);
      if (found.empty()) continue;
      return AddData(PointOf(found.front()), data);
    }
  }

  void AddData(ContactPoint point, const DataItem& data) {
    const std::string where = std::string(Word(data.syntax));
    bool is_printed = false;
    for (ContactPoint& known : points_) {
      if (known.value != point.value) continue;
      is_printed = true;
      const std::string signal = Signal(Sign::kStructuredData, where);
      if (std::find(known.signals.begin(), known.signals.end(), signal) == known.signals.end()) {
        known.signals.push_back(signal);
      }
    }
    if (is_printed || points_.size() >= kMaxContacts) return;
    point.is_data_only = true;
    point.is_visible = false;
    point.position = data.position;
    point.place = data.place;
    point.confidence = Confidence::kLikely;
    point.quote = CutUtf8(point.display, kMaxQuote);
    point.signals.push_back(Signal(Sign::kStructuredData, where));
    points_.push_back(std::move(point));
  }

  static std::string_view Word(DataSyntax syntax) {
    switch (syntax) {
      case DataSyntax::kJsonLd:
        return "JSON-LD";
      case DataSyntax::kMicrodata:
        return "microdata";
      case DataSyntax::kRdfa:
        break;
    }
    return "RDFa";
  }

  const Page& page_;
  const AddressFacts& facts_;
  const std::string country_;
  const PageGlance& glance_;
  std::vector<ContactPoint> points_;
};

}  // namespace

void FindAddresses(const Page& page, const Rules& rules, const PageContext& context,
                   const PageGlance& glance, Findings& found) {
  for (ContactPoint& point : AddressFinder(page, rules, context, glance).Run()) {
    found.contacts.push_back(std::move(point));
  }
}

void FindAddresses(const Page& page, const Rules& rules, const PageContext& context,
                   Findings& found) {
  FindAddresses(page, rules, context, PageGlance(page, rules), found);
}

}  // namespace klikpad
