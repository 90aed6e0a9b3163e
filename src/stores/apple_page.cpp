// Apple's product page, https://apps.apple.com/nl/app/id…: the front end of late 2025 (a script
// with JSON, links with data-test-id), and the two before it (lists of links, a "shoebox" script).
// source: shared facts app_stores, apple.product_page.

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "page/reader.h"
#include "stores/answer_state.h"
#include "stores/store_answer.h"
#include "stores/store_page.h"

namespace klikpad {
namespace {

constexpr int kMostDepth = 200;

// A label may be the accessible name, or only the text inside.
void TakeByLabel(const Page& page, const Link& link, const StoreWords& words, Listing& listing) {
  TakeLink(link.label, link.href, words, listing);
  TakeLink(TextBelow(page, link.node), link.href, words, listing);
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
    const bool is_external = test_id == "external-link" ||
                             (css.find("icon-external") != css.npos) ||
                             (css.find("external-link") != css.npos);
    if (is_external) TakeByLabel(page, link, words, listing);
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
    if (listing.title.empty() && value["lockup"].IsObject() && value["shelfMapping"].IsObject()) {
      listing.title = CollapseSpace(value["lockup"]["title"].AsString());
      listing.developer = CollapseSpace(value["lockup"]["developerName"].AsString());
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
  fill(page.description, lookup.description);
  fill(page.version, lookup.version);
  fill(page.updated_at, lookup.updated_at);
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
