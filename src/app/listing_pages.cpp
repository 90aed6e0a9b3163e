// A listing is written as a small HTML page, so that the detectors of the site read it.

#include "app/listing_pages.h"

#include <algorithm>
#include <set>

#include "base/domain.h"
#include "base/text.h"
#include "base/url.h"
#include "crawl/page_digest.h"
#include "find/site/brand_match.h"

namespace klikpad {
namespace {

// What the listing gives as a way to its maker. An account or address that only its description
// mentions could be anybody's, unless it carries the brand's name.
bool IsMakers(const ContactPoint& point, const Listing& listing, const BrandNames& names) {
  if (point.use == Use::kShare || point.use == Use::kContent) return false;
  for (const ListingLink* link : {&listing.support, &listing.website}) {
    if (!point.url.empty() && point.url == link->url) return true;
  }
  if (point.channel == "email") {
    const std::string host = point.value.substr(point.value.rfind('@') + 1);
    return EqualsIgnoreAsciiCase(point.value, listing.email) || names.OwnsHost(host) ||
           !names.In(DomainLabel(host)).empty();
  }
  return point.handle.empty() || !names.In(point.handle).empty();
}

// The listing's words as HTML, so that the detectors of the site read them.
std::string HtmlOf(const Listing& listing) {
  std::string html = "<!doctype html><title>" + EscapeHtml(listing.title) + "</title><main><h1>" +
                     EscapeHtml(listing.title) + "</h1>";
  const auto link = [&](const std::string& href, const std::string& label) {
    html += "<p><a href=\"" + EscapeHtml(href) + "\">" + EscapeHtml(label) + "</a></p>\n";
  };
  const auto labelled = [&](const ListingLink& have, const char* label) {
    if (!have.url.empty()) link(have.url, have.label.empty() ? label : have.label);
  };
  labelled(listing.support, "App Support");
  labelled(listing.website, "Developer Website");
  labelled(listing.privacy, "Privacy Policy");
  if (!listing.email.empty()) link("mailto:" + listing.email, listing.email);
  if (!listing.phone.empty()) link("tel:" + listing.phone, listing.phone);
  for (const std::string& text : {listing.address, listing.seller}) {
    if (!text.empty()) html += "<p>" + EscapeHtml(text) + "</p>\n";
  }
  for (std::string_view line : Split(listing.description, '\n')) {
    if (!Trim(line).empty()) html += "<p>" + EscapeHtml(line) + "</p>\n";
  }
  return html;
}

}  // namespace

std::vector<SitePage> ListingPages(const Listing& listing, const SiteLook& look, const Brand& brand,
                                   const Rules& rules) {
  Exchange exchange;
  exchange.url = exchange.final_url = listing.url;
  exchange.status = 200;
  exchange.headers = {{"content-type", "text/html; charset=utf-8"}};
  exchange.body = HtmlOf(listing);
  PageContext context;
  context.brand = brand;
  context.country = brand.country;
  if (!brand.languages.empty()) context.language = brand.languages.front();
  SitePage page = DigestPage(exchange, rules, context).page;
  page.url = listing.url;
  page.surface = Surface::kStore;
  page.needs_javascript = false;
  page.found.roles = {{Role::kListing, "it stands in an app store", Confidence::kSure}};
  page.found.mentions.clear();
  const BrandNames names(brand);
  for (ContactPoint& point : page.found.contacts) {
    if (IsMakers(point, listing, names)) {
      point.owner = Owner::kOwn;
      point.signals.emplace_back("stands in the brand's own store listing");
    }
    point.place = {};  // lines of what was put together, not of the store's page
  }
  for (OpeningHours& hours : page.found.hours) hours.place = {};
  page.title_place = {};
  std::vector<SiteText> texts = page.texts.ReadOrNone();
  for (SiteText& text : texts) text.place = {};
  page.texts = std::move(texts);
  std::set<std::string> known;
  for (const SitePage& have : look.pages) {
    if (have.is_read || have.redirect_to >= 0) known.insert(have.url);
    known.insert(have.aliases.begin(), have.aliases.end());
  }
  std::vector<SitePage> pages{std::move(page)};
  for (SiteLink& link : pages.front().links) {
    link.place = {};
    const auto url = Url::Parse(link.url);
    if (!url || !url->IsHttp() || !names.OwnsHost(url->Host())) continue;
    const std::string address = url->WithoutFragment();
    const auto is_like = [&](const std::string& have) {
      return have.substr(have.find(':') + 1) == address.substr(address.find(':') + 1);
    };
    if (std::any_of(known.begin(), known.end(), is_like)) continue;
    SitePage hole;
    hole.url = address;
    hole.surface = Surface::kStore;
    hole.hole = HoleReason::kLimit;
    hole.hole_text = "a page behind a store listing that the crawl did not meet";
    link.to = static_cast<int>(pages.size());
    pages.push_back(std::move(hole));
  }
  return pages;
}

}  // namespace klikpad
