// The look at a site: every page that was met, what it showed, and what was not seen. Made by the
// crawl, read by `graph` and `evidence`. Pages are identified by their index.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/contact.h"
#include "model/page.h"
#include "model/words.h"

namespace klikpad {

// Why a known address was not read. kNone: it was read, or is a fact (404, 410, no HTML).
enum class HoleReason {
  kNone,
  kRobots,     // disallowed by robots.txt
  kLimit,      // max-pages, depth or duration
  kFailed,     // no answer, or a broken one
  kServer,     // 5xx
  kBlocked,    // 401, 403, 429, 999 or a challenge page
  kTruncated,  // the body was cut: not all of it was seen
  kScripts,    // its HTML is a shell that scripts fill; nothing was rendered
  kCancelled,
};
template <>
struct Words<HoleReason> {
  static constexpr std::array kList{"none"sv,      "robots"sv,  "limit"sv,
                                    "failed"sv,    "server"sv,  "blocked"sv,
                                    "truncated"sv, "scripts"sv, "cancelled"sv};
};

// A link of a page as the graph and the evidence need it.
struct SiteLink {
  int to = -1;  // index of the page behind it, -1 when it leads off the site or nowhere
  std::string url;
  std::string label;
  std::string context;  // the heading above it
  Region region = Region::kMain;
  LinkKind kind = LinkKind::kLink;
  bool is_visible = true;
  bool is_frame = false;  // shown as a part of the page: it costs no click
  int position = 0;
  Place place;
};

struct SiteText {
  TextKind kind = TextKind::kParagraph;
  int level = 0;
  std::string text;
  Region region = Region::kMain;
  int position = 0;
  Place place;
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
  HoleReason hole = HoleReason::kNone;
  std::string hole_text;  // one sentence: "robots.txt line 4 disallows it"
  std::string title;
  std::string lang;
  bool needs_javascript = false;
  int refresh_page = -1;  // index of the page that a meta refresh leads to
  // This address answers with a redirect; then nothing below holds.
  std::string redirect_url;   // where it leads, also off the site; "" for none
  int redirect_to = -1;       // index of that page, -1 off the site
  std::optional<int> clicks;  // fewest from the start; nothing when unreachable
  std::vector<SiteLink> links;
  std::vector<SiteText> texts;
  Findings found;
  std::vector<std::string> limits;  // what was cut while reading
};

struct SiteLook {
  std::vector<SitePage> pages;
  int start = -1;  // index of the start page (after redirects), -1 when it could not be read
  bool stopped_early = false;
  std::vector<std::string> problems;  // of the run, for the report's banner, sorted
};

}  // namespace klikpad
