// Apple's product page, https://apps.apple.com/nl/app/id…: the front end of late 2025 (a script
// with JSON, links with data-test-id), and the two before it (lists of links, a "shoebox" script).
// source: shared facts app_stores, apple.product_page.

#include <algorithm>
#include <utility>

#include "base/domain.h"
#include "base/text.h"
#include "base/url.h"
#include "page/reader.h"
#include "stores/answer_state.h"
#include "stores/store_answer.h"
#include "stores/store_date.h"
#include "stores/store_page.h"

namespace klikpad {
namespace {

constexpr int kMostDepth = 200;

// A label may be the accessible name, or only the text inside.
void TakeByLabel(const Page& page, const Link& link, const StoreWords& words, Listing& listing) {
  TakeLink(link.label, link.href, words, listing);
  TakeLink(TextBelow(page, link.node), link.href, words, listing);
}

// Until late 2025 a link's JSON for counting clicks told what it was.
void TakeByClick(const Page& page, const Link& link, Listing& listing) {
  const auto text = page.document.Attr(link.node, "data-metrics-click");
  const auto address = WebAddress(link.href);
  if (!text || !address) return;
  const Json click = Json::ParseTolerant(*text);
  const std::string& target = click["targetId"].AsString();
  ListingLink* field = target == "LinkToAppSupport"      ? &listing.support
                       : target == "LinkToPrivacyPolicy" ? &listing.privacy
                                                         : nullptr;
  // The developer's page in the store has that type, too.
  const auto url = Url::Parse(*address);
  const bool leaves = url && !IsSameOrSubdomain(url->Host(), "apple.com");
  if (click["actionDetails"]["type"].AsString() == "developer" && leaves) {
    field = &listing.website;
  }
  if (field != nullptr && field->url.empty()) *field = {*address, CollapseSpace(link.label)};
}

// Links that lead out of the store, told apart by their words.
void TakeLinks(const Page& page, const StoreWords& words, Listing& listing) {
  const auto& document = page.document;
  constexpr std::pair<std::string_view, ListingLink Listing::*> kMarked[] = {
      {"data-test-app-info-links-support", &Listing::support},
      {"data-test-app-info-links-developer", &Listing::website},
      {"data-test-app-info-links-privacy", &Listing::privacy}};
  for (const Link& link : page.links) {
    for (const auto& [mark, field] : kMarked) {
      const auto address = WebAddress(link.href);
      if (!document.Attr(link.node, mark) || !address) continue;
      if ((listing.*field).url.empty()) listing.*field = {*address, CollapseSpace(link.label)};
    }
    const auto test_id = document.Attr(link.node, "data-test-id");
    const auto css = document.Attr(link.node, "class").value_or("");
    TakeByClick(page, link, listing);
    const bool is_external = test_id == "external-link" ||
                             (css.find("icon-external") != css.npos) ||
                             (css.find("external-link") != css.npos);
    if (!is_external) continue;
    TakeByLabel(page, link, words, listing);
    // "de privacybeleid van de ontwikkelaar", also in an accessible name around the words.
    const auto address = WebAddress(link.href);
    if (listing.privacy.url.empty() && address &&
        words.IsNamedIn(link.label, ListingFact::kPrivacy)) {
      listing.privacy = {*address, CollapseSpace(link.label)};
    }
  }
}

// <dl> with the seller and, in the European Union, how the trader can be reached.
void TakeInformation(const Page& page, const StoreWords& words, Listing& listing) {
  const auto& nodes = page.document.nodes;
  int term = -1;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    if (nodes[i].tag == "dt") term = static_cast<int>(i);
    if (nodes[i].tag != "dd" || term < 0) continue;
    TakeFact(TextBelow(page, term), TextBelow(page, static_cast<int>(i)), words, listing);
    term = -1;
  }
}

std::string TextOf(const Json& item) {
  for (const char* key : {"text", "trailingText", "value"}) {
    if (!item[key].AsString().empty()) return item[key].AsString();
  }
  return "";
}

// "5.2.0" of "Versie 5.2.0"; "" for words without a version.
std::string VersionIn(const std::string& text) {
  const std::string last = text.substr(text.rfind(' ') == text.npos ? 0 : text.rfind(' ') + 1);
  const bool is_version = !last.empty() && last.front() >= '0' && last.front() <= '9' &&
                          last.find_first_not_of("0123456789.") == last.npos;
  return is_version ? last : "";
}

// The object of the app itself: its name, its maker, its text, its version.
void TakeProduct(const Json& product, const StoreWords& words, Listing& listing) {
  const auto fill = [](std::string& field, const std::string& text) {
    if (field.empty()) field = CollapseSpace(text);
  };
  fill(listing.title, product["lockup"]["title"].AsString());
  fill(listing.title, product["title"].AsString());
  fill(listing.developer, product["lockup"]["developerName"].AsString());
  fill(listing.developer, product["developerAction"]["title"].AsString());
  const Json& shelves = product["shelfMapping"];
  std::string description;
  for (const Json& item : shelves["description"]["items"].Items()) {
    description += item["paragraph"]["text"].AsString() + "\n";
  }
  if (!Trim(description).empty()) listing.description = CutDescription(Trim(description));
  const Json::Array& versions = shelves["mostRecentVersion"]["items"].Items();
  if (versions.empty()) return;
  // Which of the two holds the version and which the day is told by their shape.
  for (const char* key : {"primarySubtitle", "secondarySubtitle"}) {
    const std::string text = CollapseSpace(versions[0][key].AsString());
    const std::string day = DayOf(text, words);
    if (!day.empty()) {
      fill(listing.updated_at, day);
    } else {
      fill(listing.version, VersionIn(text));
    }
  }
}

// {title: "Seller", items: [{text: "Example B.V."}]}, and links as {title|text, url}.
void TakeServerData(const Json& data, const StoreWords& words, Listing& listing) {
  ForEachJson(data, [&](const Json& value) {
    if (!value.IsObject()) return;
    const std::string& title = value["title"].AsString();
    if (!title.empty()) {
      for (const char* key : {"items", "items_V3"}) {
        if (value[key].Items().size() == 1) {
          TakeFact(title, TextOf(value[key].Items().front()), words, listing);
        }
      }
    }
    // textPairs: [["Phone Number", "+31 …"], …]
    for (const Json& pair : value["textPairs"].Items()) {
      if (pair.Items().size() != 2) continue;
      TakeFact(pair.Items()[0].AsString(), pair.Items()[1].AsString(), words, listing);
    }
    if (!value["leadingText"].AsString().empty()) {
      TakeFact(value["leadingText"].AsString(), value["trailingText"].AsString(), words, listing);
    }
    for (const char* key : {"url", "href", "pageUrl"}) {
      const std::string& url = value[key].AsString();
      if (url.empty()) continue;
      for (const char* label : {"title", "text", "label"}) {
        TakeLink(value[label].AsString(), url, words, listing);
      }
    }
    if (value["lockup"].IsObject() && value["shelfMapping"].IsObject()) {
      TakeProduct(value, words, listing);
    }
  });
}

// An object whose values are JSON in strings (fastboot/shoebox): the links by their names.
void TakeShoebox(std::string_view script, Listing& listing) {
  const Json box = Json::ParseTolerant(script);
  for (const auto& [key, text] : box.Members()) {
    if (!text.IsString()) continue;
    const auto inner = Json::Parse(text.AsString(), "", kMostDepth);
    if (!inner) continue;
    for (const Json& app : (*inner)["d"].Items()) {
      if (app["id"].AsString() != listing.app) continue;
      const Json& ios = app["attributes"]["platformAttributes"]["ios"];
      const auto take = [&](const char* name, ListingLink& link) {
        const auto address = WebAddress(ios[name].AsString());
        if (address && link.url.empty()) link.url = *address;
      };
      take("supportURLForLanguage", listing.support);
      take("websiteUrl", listing.website);
      take("privacyPolicyUrl", listing.privacy);
    }
  }
}

std::string Heading(const Page& page) {
  for (const TextBlock& block : page.blocks) {
    if (block.kind == TextKind::kHeading && block.level == 1) return block.text;
  }
  return "";
}

}  // namespace

Listing ReadApplePage(const Exchange& exchange, const ListingQuestion& asked,
                      const StoreWords& words) {
  Listing listing = EmptyListing(exchange, asked);
  if (!HasBody(exchange, words, listing)) return listing;
  const Page page = ReadPage(exchange.body, listing.url, exchange.Header("content-type"));
  if (IsPageOf(page, listing) == false) {
    return Unreadable(exchange, asked, words, "the store answers with another app");
  }
  TakeStructuredData(page, listing);
  TakeLinks(page, words, listing);
  TakeInformation(page, words, listing);
  if (const auto script = ScriptWithId(page, "serialized-server-data"); !script.empty()) {
    if (const auto data = Json::Parse(script, "", kMostDepth))
      TakeServerData(*data, words, listing);
  }
  if (const auto box = ScriptWithId(page, "shoebox-media-api-cache-apps"); !box.empty()) {
    TakeShoebox(box, listing);
  }
  if (listing.title.empty()) listing.title = CollapseSpace(Heading(page));
  // Every app has a support link; a page of which none of the links is known has a new shape.
  const bool has_links =
      !listing.support.url.empty() || !listing.website.url.empty() || !listing.privacy.url.empty();
  if (listing.title.empty() || !has_links) {
    return Unreadable(exchange, asked, words, "the store's page has an unknown shape");
  }
  listing.state = ListingState::kRead;
  return listing;
}

Listing MergeApple(Listing lookup, Listing page) {
  const bool has_lookup = lookup.state == ListingState::kRead;
  const bool has_page = page.state == ListingState::kRead;
  if (!has_lookup) return page;
  if (!has_page) {
    // It is there by the one answer; what only the page tells is not known.
    lookup.problem = page.problem;
    if (page.state != ListingState::kNotFound) lookup.url = page.url;
    return lookup;
  }
  const auto fill = [](std::string& have, std::string& other) {
    if (have.empty()) have = std::move(other);
  };
  fill(page.title, lookup.title);
  fill(page.developer, lookup.developer);
  fill(page.seller, lookup.seller);
  // The lookup has the whole text, and the moment rather than the day.
  const auto prefer = [](std::string& have, std::string& better) {
    if (!better.empty()) have = std::move(better);
  };
  prefer(page.description, lookup.description);
  prefer(page.version, lookup.version);
  prefer(page.updated_at, lookup.updated_at);
  if (page.website.url.empty()) page.website = std::move(lookup.website);
  if (!page.price) {
    page.price = lookup.price;
    page.currency = lookup.currency;
  }
  if (!page.rating) page.rating = lookup.rating;
  if (!page.ratings) page.ratings = lookup.ratings;
  return page;
}

}  // namespace klikpad
