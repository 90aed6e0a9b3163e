// The look at a site: every page that was met, what it showed, and what was not seen. Made by the
// crawl, read by `graph` and `evidence`. Pages are identified by their index.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/shared_text.h"
#include "model/contact.h"
#include "model/exchange.h"
#include "model/page.h"
#include "model/page_texts.h"
#include "model/words.h"

namespace klikpad {

// Why a known address was not read. kNone: it was read, or is a fact (404, 410, no HTML).
enum class HoleReason : std::uint8_t {
  kNone,
  kRobots,     // disallowed by robots.txt
  kLimit,      // max-pages, depth or duration
  kFailed,     // no answer, or a broken one
  kServer,     // 5xx
  kBlocked,    // 401, 403, 429, 999 or a challenge page
  kTruncated,  // the body was cut: not all of it was seen
  kScripts,    // its HTML is a shell that scripts fill; nothing was rendered
  kCancelled,
  kUnvisited,  // of an app: its tester did not look there
  kOffSite,    // on another host, to which links of contact lead
  kTrap,       // one of endlessly many that say nothing new: left out, and no hole
};
template <>
struct Words<HoleReason> {
  static constexpr std::array kList{"none"sv,      "robots"sv,    "limit"sv,     "failed"sv,
                                    "server"sv,    "blocked"sv,   "truncated"sv, "scripts"sv,
                                    "cancelled"sv, "unvisited"sv, "off-site"sv,  "trap"sv};
};

// What may hide something: a trap's further pages do not.
constexpr bool IsOpen(HoleReason reason) {
  return reason != HoleReason::kNone && reason != HoleReason::kTrap;
}

// A link of a page as the graph and the evidence need it.
struct SiteLink {
  SharedText url;
  SharedText label;
  SharedText context;  // the heading above it
  int to = -1;         // index of the page behind it, -1 when it leads off the site or nowhere
  int position = 0;
  Place place;
  Region region = Region::kMain;
  LinkKind kind = LinkKind::kLink;
  bool is_visible = true;
  bool is_frame = false;  // shown as a part of the page: it costs no click
};

// A form that searches the site, as far as a visitor's browser would send it.
struct SearchForm {
  std::string action;     // absolute, without query and fragment: sending replaces the query
  std::string parameter;  // name of the field that takes the words
  // All that is sent, in the form's order; the value of `parameter` is left empty.
  std::vector<std::pair<std::string, std::string>> fields;
  bool is_get = true;
  Region region = Region::kMain;
  Place place;
  // The same search, on whatever page it stands.
  bool Equals(const SearchForm& other) const {
    return is_get == other.is_get && action == other.action && parameter == other.parameter;
  }
};

// The site's search, asked once for a channel.
struct SearchTry {
  std::string channel;
  std::string term;     // the words that were sent
  std::string url;      // that was asked
  int page = -1;        // that answers, before redirects; -1 when it could not be read
  std::string problem;  // why not; "" when it was
};

struct SitePage {
  std::string url;  // canonical identity: final address without fragment
  Surface surface = Surface::kSite;
  std::vector<std::string> aliases;  // addresses that redirect here
  int status = 0;                    // 0 when it was never answered
  std::string content_type;
  bool is_read = false;       // its HTML was parsed
  bool is_alternate = false;  // another locale's version; not followed under --locales one
  bool from_sitemap = false;  // known from a sitemap only
  // The site's search answered with it and no page had linked there: its links are the hits, and
  // what it quotes of other pages is no contact of its own.
  bool found_by_search = false;
  HoleReason hole = HoleReason::kNone;
  std::string hole_text;  // one sentence: "robots.txt line 4 disallows it"
  std::string title;
  Place title_place;
  std::string lang;
  bool needs_javascript = false;
  int refresh_page = -1;  // index of the page that a meta refresh leads to
  // This address answers with a redirect; then nothing below holds.
  std::string redirect_url;   // where it leads, also off the site; "" for none
  int redirect_to = -1;       // index of that page, -1 off the site
  std::optional<int> clicks;  // fewest from the start; nothing when unreachable
  std::vector<SiteLink> links;
  PageTexts texts;
  std::optional<SearchForm> search;  // the likeliest one, when it has any
  Findings found;
  std::vector<std::string> limits;  // what was cut while reading
  std::string manifest;             // address of its web app manifest, "" for none
  // Of the words of its main part (crawl/page_print.h): pages that say the same have it in common.
  std::uint64_t print = 0;
  // It says what an address that cannot exist is answered with: there is no such page.
  bool is_missing = false;
};

// An app that the site names in whatever way, for looking up its listing.
struct SiteApp {
  std::string store;       // apple, google, huawei, microsoft, samsung
  std::string id;          // Apple's number, Google's package; of another shop its own id
  bool is_bundle = false;  // of Apple: `id` is the bundle id ("nl.voorbeeld.app"), not the number
  Owner owner = Owner::kUnknown;
  std::vector<std::string> sources;  // link, apple-itunes-app, assetlinks.json …; sorted
  std::string url;                   // the page or file that names it first
  Place place;
  std::string quote;
};

// A host of the site that was asked for pages.
struct SiteHost {
  std::string origin;      // "https://www.voorbeeld.example", with its port if that is another
  int answered = 0;        // addresses, with whatever status
  bool is_linked = false;  // pages lead there, not a sitemap alone
  TlsFault fault = TlsFault::kNone;  // the first that was met
  std::string fault_text;            // the sentence that says so
  std::string url;                   // of the page that was not read for it
};

struct SiteLook {
  std::vector<SitePage> pages;
  int start = -1;  // index of the start page (after redirects), -1 when it could not be read
  // Where else a customer begins: the app's first screen, store listings. Each surface counts its
  // own clicks; links lead from these to the site, never back.
  std::vector<int> other_starts;
  bool stopped_early = false;
  std::vector<SiteApp> apps;    // by store and id; filled in by DecideOwners
  std::vector<SiteHost> hosts;  // by origin
  // What files beside the pages say of accounts and apps (assetlinks.json, a manifest …).
  std::vector<AccountMention> mentions;
  // Contacts of security.txt, for those who found a leak: no contact for customers.
  std::vector<std::string> security_contacts;
  std::optional<SearchForm> search;   // that was asked, or would have been
  std::vector<SearchTry> searches;    // in the order of asking
  std::string search_problem;         // why none was asked although there may be one; "" else
  std::vector<std::string> problems;  // of the run, for the report's banner, sorted
  std::vector<std::string> notes;     // of the crawl, for the coverage of the site, sorted
};

}  // namespace klikpad
