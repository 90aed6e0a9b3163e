// Walks links, text and structured data of a page for numbers, and weighs what surrounds them.

#include "find/phone/phone.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "find/phone/codes.h"
#include "find/phone/country.h"
#include "find/phone/data.h"
#include "find/phone/icon.h"
#include "find/phone/outer_label.h"
#include "find/phone/prefilter.h"
#include "find/phone/resolve.h"
#include "find/phone/reveal.h"
#include "find/phone/scan.h"
#include "find/phone/text.h"
#include "find/phone/uri.h"
#include "find/phone/words.h"
#include "find/text/empty_link.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxQuote = 300;
constexpr std::size_t kMaxDigitText = 400'000;  // bytes of blocks with digits that are looked at
constexpr std::size_t kMaxContacts = 2'000;     // of one page

std::string ChannelOf(std::optional<PhoneLabel> label) {
  if (label == PhoneLabel::kFax) return "fax";
  if (label == PhoneLabel::kSms) return "sms";
  if (label == PhoneLabel::kWhatsapp) return "whatsapp";
  return "phone";
}

// The words around [begin, end) of a block, at most kMaxQuote bytes.
std::string QuoteOf(const std::string& text, std::size_t begin, std::size_t end) {
  if (text.size() <= kMaxQuote) return text;
  const std::size_t room = kMaxQuote - std::min(kMaxQuote, end - begin);
  std::size_t from = begin > room / 2 ? begin - room / 2 : 0;
  while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  return std::string(CutUtf8(std::string_view(text).substr(from), kMaxQuote));
}

class PhoneFinder {
 public:
  PhoneFinder(const Page& page, const Rules& rules, const PageContext& context,
              const PageGlance& glance)
      : page_(page),
        facts_(rules.phones),
        networks_(rules.networks),
        context_(context),
        glance_(glance),
        countries_(page, rules.phones, context),
        icons_(page) {}

  std::vector<ContactPoint> Run() {
    for (const std::string& country : CountriesOfCodes(page_, checks_)) countries_.Met(country);
    Links();
    Text();
    Held();
    Data();
    AgreeOnFaxes();
    return std::move(found_);
  }

 private:
  const TextBlock& Block(int index) const { return page_.blocks[static_cast<std::size_t>(index)]; }

  void Links() {
    for (const Link& link : page_.links) {
      if (found_.size() >= kMaxContacts) return;
      const std::optional<PhoneUri> uri = ParsePhoneUri(link.href);
      if (!uri || IsEmptyLink(page_, link)) continue;
      ContactPoint point;
      point.channel = uri->is_sms ? "sms" : "phone";
      point.display = link.label.empty() ? link.href : link.label;
      point.url = link.href;
      point.label = link.label;
      point.region = link.region;
      point.position = link.position;
      point.is_clickable = true;
      point.is_visible = link.is_visible;
      point.place = link.place;
      point.signals.push_back(uri->is_sms ? "sms: link" : "tel: link");
      const std::string before = link.block >= 0 ? BeforeLabel(link) : "";
      Resolve(*uri, link.block, before, point);
      std::optional<PhoneLabel> also;
      if (!uri->is_sms) point.channel = ChannelOfLink(link, before, also);
      point.quote =
          link.block >= 0 ? QuoteAround(link) : std::string(CutUtf8(link.label, kMaxQuote));
      if (point.purpose.empty())
        point.purpose = PurposeOf(link.block, before + " " + FoldAccents(link.label));
      const std::string after = link.block >= 0 ? AfterLabel(link) : "";
      Price(before + " " +
                (link.block >= 0 ? FoldAccents(CutUtf8(Block(link.block).text, kMaxQuote)) : ""),
            after, point);
      if (link.block >= 0 && Block(link.block).text.ends_with(link.label)) {
        PriceBelow(link.block, point);
      }
      if (point.value.empty()) continue;
      if (link.block >= 0) linked_.insert({link.block, point.value});
      // "+43 732 123456-0": the exchange of the number in the link.
      const std::string_view shown = Trim(link.label);
      if (link.block >= 0 && (shown.ends_with("-0") || shown.ends_with("–0"))) {
        linked_.insert({link.block, point.value + "0"});
      }
      found_.push_back(point);
      if (!also) continue;
      point.channel = ChannelOf(also);  // "Bel of app: " before the link
      found_.push_back(std::move(point));
    }
  }

  std::string BeforeLabel(const Link& link) const {
    const std::string& text = Block(link.block).text;
    const std::size_t at = link.label.empty() ? text.npos : text.find(link.label);
    if (at == text.npos) return "";
    const std::size_t from = at > 80 ? at - 80 : 0;
    return FoldAccents(ToValidUtf8(std::string_view(text).substr(from, at - from)));
  }
  // Up to the next number.
  std::string AfterLabel(const Link& link) const {
    const std::string& text = Block(link.block).text;
    const std::size_t at = link.label.empty() ? text.npos : text.find(link.label);
    if (at == text.npos) return "";
    const std::string after =
        FoldAccents(CutUtf8(std::string_view(text).substr(at + link.label.size()), 80));
    return after.substr(0, after.find_first_of("0123456789"));
  }
  std::string QuoteAround(const Link& link) const {
    const std::string& text = Block(link.block).text;
    const std::size_t at = link.label.empty() ? text.npos : text.find(link.label);
    return at == text.npos ? QuoteOf(text, 0, 0) : QuoteOf(text, at, at + link.label.size());
  }

  // A tel: link may stand under the number of a fax or of a messenger, which only words or a
  // picture tell. `also`: what the number serves besides.
  std::string ChannelOfLink(const Link& link, const std::string& before,
                            std::optional<PhoneLabel>& also) {
    std::optional<LabelHit> hit = LabelBefore(facts_, FoldAccents(link.label));
    if (hit) hit->is_close = true;
    if (!hit) hit = LabelBefore(facts_, before);
    if (!hit) {
      if (const auto icon = icons_.OfLink(link)) {
        return *icon == PhoneLabel::kSms ? "phone" : ChannelOf(icon);
      }
    }
    if (!hit && link.block >= 0 && before.empty()) {
      // "WhatsApp" on the line above is most often a link of its own.
      hit = OuterLabel(page_, facts_, link.block);
      return hit && hit->label == PhoneLabel::kFax ? "fax" : "phone";
    }
    if (!hit) return "phone";
    also = hit->also;
    const bool is_other =
        hit->label == PhoneLabel::kFax || (hit->label == PhoneLabel::kWhatsapp && hit->is_close);
    return is_other ? ChannelOf(hit->label) : "phone";
  }

  void Resolve(const PhoneUri& uri, int block, const std::string& before, ContactPoint& point) {
    ResolvedNumber number = ResolveUri(uri, countries_.ForBlock(block, std::string::npos, before),
                                       context_.country, facts_, checks_);
    point.value = std::move(number.value);
    point.tariff = number.tariff;
    point.purpose = std::move(number.purpose);
    point.confidence = number.confidence;
  }

  void Text() {
    std::size_t left = kMaxDigitText;
    // Blocks in which a "+", a bracket or a word says "number" come first, so that the bound cuts
    // what matters least.
    for (bool is_promising : {true, false}) {
      for (std::size_t i = 0; i < page_.blocks.size() && !checks_.IsSpent(); ++i) {
        const TextBlock& block = page_.blocks[i];
        const TextGlance& seen = glance_.blocks[i];
        if (block.kind == TextKind::kTitle || (seen.digits < 3 && !seen.has_wide_digit)) continue;
        if (IsPromising(block.text) != is_promising) continue;
        if (!MayHoldNumber(block.text, facts_)) continue;
        if (block.text.size() > left) return;
        left -= block.text.size();
        TextOf(static_cast<int>(i));
      }
    }
  }

  static bool IsPromising(const std::string& text) {
    return text.size() <= 400 || text.find('+') != text.npos || text.find('(') != text.npos;
  }

  void TextOf(int index) {
    const TextBlock& block = Block(index);
    const PlainText plain = Plain(block.text);
    ScanContext scan;
    scan.facts = &facts_;
    scan.checks = &checks_;
    scan.is_country_sure = countries_.IsSure();
    scan.countries = [&](std::string_view before, std::size_t at) {
      return countries_.ForBlock(index, plain.Origin(at), before);
    };
    scan.outer_label = [&] { return OuterLabel(page_, facts_, index); };
    scan.outer_words = [&] { return OuterWords(page_, facts_, index); };
    scan.heading_label = [&] { return HeadingLabel(page_, facts_, index); };
    for (SeenNumber& seen : ScanNumbers(plain, scan)) {
      const std::size_t begin = plain.Origin(seen.begin), end = plain.Origin(seen.end);
      if (linked_.count({index, seen.value}) != 0) continue;
      if (!block.is_visible && seen.confidence == Confidence::kWeak && !seen.label) continue;
      if (IsFieldExample(block, std::string_view(block.text).substr(begin, end - begin))) continue;
      if (IsOfMessenger(index, std::string_view(block.text).substr(begin, end - begin), seen.value))
        continue;
      if (seen.label == PhoneLabel::kWhatsapp &&
          IsMessengerElsewhere(page_, networks_, index, seen.value)) {
        seen.label.reset();
      }
      ReadIcon(index, std::string_view(block.text).substr(begin, end - begin), seen);
      ContactPoint point;
      point.channel = ChannelOf(seen.label);
      point.value = seen.value;
      point.display = std::string(Trim(std::string_view(block.text).substr(begin, end - begin)));
      point.region = block.region;
      point.position = block.position;
      point.place = block.place;
      point.is_visible = block.is_visible;
      if (!block.is_visible) point.signals.push_back("in text that is hidden at first");
      point.label = block.heading >= 0 ? std::string(CutUtf8(Block(block.heading).text, 100)) : "";
      point.quote = QuoteOf(block.text, begin, end);
      point.confidence = seen.confidence;
      point.purpose = seen.purpose.empty() ? PurposeOf(index, seen.before) : seen.purpose;
      point.tariff = seen.tariff;
      point.signals.push_back(
          seen.label ? "text beside a word that says " + std::string(Word(*seen.label)) : "text");
      if (seen.is_valid && !seen.national.empty()) {
        point.tariff = TariffFrom(context_.country,
                                  {seen.value, seen.country, seen.national, seen.tariff}, facts_);
      }
      Price(seen.before + " " + seen.after, seen.after, point);
      if (Trim(seen.after).empty()) PriceBelow(index, point);
      if (seen.label == PhoneLabel::kFree && point.tariff == Tariff::kUnknown)
        point.tariff = Tariff::kFree;
      found_.push_back(point);
      if (!seen.also) continue;
      point.channel = ChannelOf(seen.also);  // "Bel of app: 06 …"
      found_.push_back(std::move(point));
    }
  }

  // "Phone (509-555-0100)" as the name of a field to be filled in: how a number is written.
  bool IsFieldExample(const TextBlock& block, std::string_view display) const {
    for (const Form& form : page_.forms) {
      for (const FormField& field : form.fields) {
        const bool is_line = field.tag == "input" && (field.type == "text" || field.type == "tel");
        if (!is_line || field.label.find(Trim(display)) == std::string::npos) continue;
        if (block.text.find(field.label) != std::string::npos) return true;
      }
    }
    return false;
  }

  // A number on a link whose address holds it and that is no tel: link: only that channel's.
  bool IsOfMessenger(int block, std::string_view display, std::string_view value) const {
    if (!value.starts_with('+')) return false;
    const std::string_view digits = value.substr(1);
    return std::any_of(page_.links.begin(), page_.links.end(), [&](const Link& link) {
      return link.block == block && link.href.find(digits) != std::string::npos &&
             link.label.find(Trim(display)) != std::string::npos && !ParsePhoneUri(link.href);
    });
  }

  // A picture of a fax machine right before a number says more than a heading above it.
  void ReadIcon(int block, std::string_view display, SeenNumber& seen) {
    if (seen.label == PhoneLabel::kFax) return;
    const std::optional<PhoneLabel> icon = icons_.Before(block, display);
    if (!icon || (*icon != PhoneLabel::kFax && seen.label)) return;
    seen.label = icon;
    if (seen.is_valid) seen.confidence = Confidence::kSure;
  }

  // "Contact | Vacatures | 088 555 10 00": the label of another link speaks for that link, unless a
  // colon stands behind it. Both texts are folded.
  std::string WithoutLinks(int block, std::string before) const {
    for (const Link& link : page_.links) {
      if (link.block != block || link.label.empty() || ParsePhoneUri(link.href)) continue;
      const std::string label = FoldAccents(link.label);
      const std::size_t at = before.rfind(label);
      if (at == before.npos) continue;
      const std::string_view behind = Trim(std::string_view(before).substr(at + label.size()));
      if (behind.empty() || behind.front() != ':') before.replace(at, label.size(), "|");
    }
    return before;
  }

  std::string PurposeOf(int block, const std::string& before) const {
    std::string purpose = PurposeIn(facts_, before);
    if (!purpose.empty() && block >= 0) purpose = PurposeIn(facts_, WithoutLinks(block, before));
    if (!purpose.empty() || block < 0) return purpose;
    const int heading = Block(block).heading;
    if (heading < 0 || Block(heading).text.size() > 100) return "";
    return PurposeIn(facts_, FoldAccents(Block(heading).text));
  }

  // "45 cent per gesprek + uw gebruikelijke belkosten" is no basic tariff.
  static bool NamesAmount(std::string_view folded) {
    if (CountDigits(folded, 1) == 0) return false;
    return std::ranges::any_of(
        std::array{"cent", "ct", "euro", "€", "£", "pence", "chf"},
        [&](std::string_view unit) { return folded.find(unit) != folded.npos; });
  }

  // "3996" and in the next line "Service gratuit + prix appel", which the quote then shows, too.
  void PriceBelow(int block, ContactPoint& point) const {
    constexpr std::size_t kMaxLine = 80;
    constexpr std::size_t kMaxDigits = 6;  // more are another number
    if (block + 1 >= static_cast<int>(page_.blocks.size())) return;
    const TextBlock& line = Block(block + 1);
    const bool is_below = line.kind != TextKind::kHeading && line.is_visible &&
                          line.heading == Block(block).heading &&
                          line.region == Block(block).region && line.text.size() <= kMaxLine;
    if (!is_below || CountDigits(line.text, kMaxDigits) >= kMaxDigits) return;
    const auto was = std::pair{point.tariff, point.cents};
    const std::string folded = FoldAccents(line.text);
    Price(folded, folded, point);
    if (was == std::pair{point.tariff, point.cents}) return;
    point.quote = std::string(point.quote) + " " + line.text;
  }

  // A price or a word for it near the number. "0900 - 555 01 23 (gebruikelijke belkosten)": what
  // stands right behind a number goes before what its prefix may cost.
  void Price(const std::string& words, const std::string& after, ContactPoint& point) const {
    if (std::optional<double> cents = CentsPerMinute(facts_, words)) point.cents = cents;
    if (point.tariff == Tariff::kPremium && !point.cents && !NamesAmount(after) &&
        TariffIn(facts_, after) == Tariff::kBasic) {
      point.tariff = Tariff::kBasic;
    }
    if (point.tariff != Tariff::kUnknown) return;
    if (std::optional<Tariff> tariff = TariffIn(facts_, words)) point.tariff = *tariff;
  }

  // "Toon nummer": one press shows it.
  void Held() {
    for (const HeldNumber& held : HeldNumbers(page_, facts_)) {
      const std::optional<PhoneUri> uri = ParsePhoneUri("tel:" + held.text);
      if (!uri || uri->number.size() < 7 || checks_.IsSpent()) continue;
      ContactPoint point;
      Resolve(*uri, held.block, "", point);
      // What no plan knows may be a number of anything.
      const bool is_known =
          std::any_of(found_.begin(), found_.end(),
                      [&](const ContactPoint& other) { return other.value == point.value; });
      if (is_known || !point.value.starts_with('+')) continue;
      point.channel = "phone";
      point.display = held.text;
      point.label = held.label;
      point.region = held.region;
      point.position = held.position;
      point.is_clickable = true;
      point.needs_javascript = true;
      point.is_visible = held.is_visible;
      point.place = held.place;
      point.confidence = Confidence::kLikely;
      point.signals.push_back("in an attribute");
      point.quote = std::string(CutUtf8(held.label + " (" + held.text + ")", kMaxQuote));
      found_.push_back(std::move(point));
    }
  }

  void Data() {
    std::set<std::string> seen;
    for (const ContactPoint& point : found_) seen.insert(point.value);
    for (const DataNumber& number : NumbersInData(page_)) {
      Structured(*number.item, number.text, number.is_fax, seen);
    }
  }

  void Structured(const DataItem& item, const std::string& text, bool is_fax,
                  std::set<std::string>& seen) {
    if (text.size() > 60 || CountDigits(text, 3) < 3 || checks_.IsSpent()) return;
    const std::optional<PhoneUri> uri =
        ParsePhoneUri(text.rfind("tel:", 0) == 0 ? text : "tel:" + text);
    if (!uri || uri->number.size() < 7) return;
    ContactPoint point;
    Resolve(*uri, -1, "", point);
    const std::string source = item.syntax == DataSyntax::kJsonLd      ? "JSON-LD"
                               : item.syntax == DataSyntax::kMicrodata ? "microdata"
                                                                       : "RDFa";
    if (!seen.insert(point.value).second) {
      for (ContactPoint& known : found_) {
        if (known.value == point.value && known.is_visible)
          known.signals.push_back("named in " + source);
      }
      return;
    }
    point.channel = is_fax ? "fax" : "phone";
    point.display = text;
    point.is_visible = false;
    point.is_data_only = true;
    point.position = item.position;
    point.place = item.place;
    point.confidence = Confidence::kLikely;
    point.signals = {"named in " + source};
    point.quote = std::string(CutUtf8((is_fax ? "faxNumber: " : "telephone: ") + text, kMaxQuote));
    found_.push_back(std::move(point));
  }

  // A number that a word calls a fax at one place is a fax where no word stands beside it.
  void AgreeOnFaxes() {
    std::set<std::string> faxes, phones;
    for (const ContactPoint& point : found_) {
      if (point.channel == "fax") faxes.insert(point.value);
      if (point.channel == "phone" && point.confidence == Confidence::kSure)
        phones.insert(point.value);
    }
    for (ContactPoint& point : found_) {
      if (point.channel == "phone" && faxes.count(point.value) != 0 &&
          phones.count(point.value) == 0) {
        point.channel = "fax";
      }
    }
  }

  const Page& page_;
  const PhoneFacts& facts_;
  const Networks& networks_;
  const PageContext& context_;
  const PageGlance& glance_;
  PhoneCountries countries_;
  NumberChecks checks_;
  PhoneIcons icons_;
  std::set<std::pair<int, std::string>> linked_;  // block and value of links
  std::vector<ContactPoint> found_;
};

}  // namespace

void FindPhones(const Page& page, const Rules& rules, const PageContext& context,
                const PageGlance& glance, Findings& findings) {
  std::vector<ContactPoint> found = PhoneFinder(page, rules, context, glance).Run();
  std::stable_sort(found.begin(), found.end(), [](const ContactPoint& a, const ContactPoint& b) {
    return a.position < b.position;
  });
  findings.contacts.insert(findings.contacts.end(), std::make_move_iterator(found.begin()),
                           std::make_move_iterator(found.end()));
}

void FindPhones(const Page& page, const Rules& rules, const PageContext& context,
                Findings& findings) {
  FindPhones(page, rules, context, PageGlance(page, rules), findings);
}

}  // namespace klikpad
