// Google Play's details page: what its scripts hold (stores/google_data.h), the HTML that is served
// since 2022, and the page of 2015 to 2018. source: shared facts app_stores, google_play.

#include <set>
#include <utility>

#include "base/civil_time.h"
#include "base/text.h"
#include "base/url.h"
#include "page/reader.h"
#include "stores/answer_state.h"
#include "stores/google_data.h"
#include "stores/store_answer.h"
#include "stores/store_date.h"
#include "stores/store_page.h"

namespace klikpad {
namespace {

bool IsBelow(const Page& page, int node, int above) {
  return above >= 0 && node > above &&
         node < page.document.nodes[static_cast<std::size_t>(above)].end;
}

// The served HTML: #developer-contacts since 2022, a.dev-link before 2018.
void TakeContactLinks(const Page& page, const StoreWords& words, Listing& listing) {
  const int contacts = NodeWith(page, "id", "developer-contacts");
  for (const Link& link : page.links) {
    const auto css = page.document.Attr(link.node, "class").value_or("");
    const bool is_old = css.find("dev-link") != css.npos;
    if (!IsBelow(page, link.node, contacts) && !is_old) continue;
    if (StartsWithIgnoreAsciiCase(link.href, "mailto:")) {
      const std::string address = PercentDecode(link.href.substr(7, link.href.find('?') - 7));
      if (listing.email.empty() && IsEmail(address)) listing.email = address;
    } else if (StartsWithIgnoreAsciiCase(link.href, "tel:")) {
      const std::string number = PercentDecode(link.href.substr(4));
      if (listing.phone.empty() && IsPhoneShaped(number)) listing.phone = number;
    } else {
      // The label and behind it the address itself: "Privacy Policy https://…".
      std::string label = link.label;
      while (!label.empty() && !words.FactOf(label)) {
        label.resize(label.rfind(' ') == label.npos ? 0 : label.rfind(' '));
      }
      TakeLink(label, link.href, words, listing);
    }
  }
  // What is printed there without a link: the address, often the number.
  if (contacts < 0) return;
  for (const auto& [label, text] : LabelledTexts(page, contacts, words)) {
    TakeFact(label, text, words, listing);
  }
}

// "About the developer": legal name, e-mail address, phone number, and the address below.
void TakeAboutDeveloper(const Page& page, Listing& listing) {
  const int about = NodeOfClass(page, "HhKIQc");
  if (about >= 0) {
    const auto& nodes = page.document.nodes;
    for (int i = about; i < nodes[static_cast<std::size_t>(about)].end; ++i) {
      const Node& node = nodes[static_cast<std::size_t>(i)];
      const std::string text = node.IsText() ? CollapseSpace(node.text) : "";
      if (text.empty()) continue;
      std::string& field = IsEmail(text)         ? listing.email
                           : IsPhoneShaped(text) ? listing.phone
                                                 : listing.seller;
      if (field.empty()) field = std::string(CutUtf8(text, 2000));
    }
  }
  const int address = NodeOfClass(page, "mHsyY");
  if (address >= 0 && listing.address.empty()) listing.address = TextBelow(page, address);
}

// The text of an app since 2022, and before.
std::string DescriptionOf(const Page& page) {
  for (const auto& [attribute, value] :
       {std::pair{"data-g-id", "description"}, std::pair{"itemprop", "description"}}) {
    const int node = NodeWith(page, attribute, value);
    if (node >= 0 && page.document.nodes[static_cast<std::size_t>(node)].tag != "meta") {
      return LinesBelow(page, node);
    }
  }
  return "";
}

// The day of the version as it is printed, "" when two are. Until 2018 the markup told it, too.
std::string UpdatedDay(const Page& page, const StoreWords& words) {
  std::set<std::string> days;
  const auto add = [&](const std::string& text) {
    if (std::string day = DayOf(text, words); !day.empty()) days.insert(std::move(day));
  };
  for (const auto& [label, text] : LabelledTexts(page, 0, words)) {
    if (words.FactOf(label) == ListingFact::kUpdated) add(text);
  }
  const int node = NodeWith(page, "itemprop", "datePublished");
  if (node >= 0) add(TextBelow(page, node));
  return days.size() == 1 ? *days.begin() : "";
}

std::string TitleOf(const Page& page) {
  const int named = NodeWith(page, "itemprop", "name");
  if (named >= 0) return TextBelow(page, named);
  for (const TextBlock& block : page.blocks) {
    if (block.kind == TextKind::kHeading && block.level == 1) return block.text;
  }
  return "";
}

// A day that is printed and a moment that the scripts tell are one when less than a day, in
// whatever zone, lies between them.
bool IsOneDay(const std::string& day, const std::string& moment) {
  constexpr std::int64_t kDay = 86'400;
  const auto printed = ParseIsoTime(day), told = ParseIsoTime(moment);
  return printed && told && *told >= *printed - kDay && *told < *printed + 2 * kDay;
}

void Take(const GoogleData& data, Listing& listing) {
  const auto fill = [](std::string& have, const std::string& text) {
    if (have.empty()) have = text;
  };
  const auto link = [](ListingLink& have, const std::string& text) {
    const auto address = WebAddress(text);
    if (have.url.empty() && address) have.url = *address;
  };
  fill(listing.developer, data.developer);
  fill(listing.seller, data.seller);
  fill(listing.email, data.email);
  fill(listing.phone, data.phone);
  fill(listing.address, data.address);
  fill(listing.title, data.title);
  link(listing.website, data.website);
  link(listing.privacy, data.privacy);
  if (data.updated_at.empty()) return;
  // Two days that disagree: neither is known.
  const bool is_told_twice = !listing.updated_at.empty();
  const bool agrees = !is_told_twice || IsOneDay(listing.updated_at, data.updated_at);
  listing.updated_at = agrees ? data.updated_at : "";
}

}  // namespace

Listing ReadGooglePage(const Exchange& exchange, const ListingQuestion& asked,
                       const StoreWords& words) {
  Listing listing = EmptyListing(exchange, asked);
  if (!HasBody(exchange, words, listing)) return listing;
  const Page page = ReadPage(exchange.body, listing.url, exchange.Header("content-type"));
  const auto is_it = IsPageOf(page, listing);
  if (is_it == false) {
    return Unreadable(exchange, asked, words, "the store answers with another app");
  }
  if (!is_it && exchange.body.find(asked.app) == std::string::npos) {
    return Unreadable(exchange, asked, words, "the store's page has an unknown shape");
  }
  listing.description = DescriptionOf(page);
  TakeStructuredData(page, listing);
  TakeContactLinks(page, words, listing);
  TakeAboutDeveloper(page, listing);
  listing.updated_at = UpdatedDay(page, words);
  if (listing.title.empty()) listing.title = CollapseSpace(TitleOf(page));
  if (const auto data = ReadGoogleData(page)) Take(*data, listing);
  // A developer always gives an e-mail address.
  if (listing.title.empty() || listing.email.empty()) {
    return Unreadable(exchange, asked, words, "the store's page has an unknown shape");
  }
  listing.state = ListingState::kRead;
  return listing;
}

}  // namespace klikpad
