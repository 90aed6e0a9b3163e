// From an answer to what the look keeps of it: the page is parsed and searched, then its body, tree
// and prose are dropped, so that memory grows with links and findings, not with bodies.

#pragma once

#include <string>
#include <vector>

#include "crawl/page_print.h"
#include "model/brand.h"
#include "model/exchange.h"
#include "model/page.h"
#include "model/site.h"
#include "rules/rules.h"

namespace klikpad {

struct PageDigest {
  bool is_html = false;
  SitePage page;            // links with `to` unset
  std::vector<Link> links;  // as read, for the crawl's decisions
  Page head;                // url, lang, canonical, alternates, refreshes, metas; nothing else
  PagePrint print;          // of DigestPage only
  // What stood before the site instead of it, in words, and its name; "" for none.
  std::string wall, wall_name;
};

// True when the answer is a page: of a status 2xx, and HTML. Anything else has an empty digest.
bool IsPage(const Exchange& exchange);

// `exchange.url` is the page's own. May be called from several threads at once.
PageDigest DigestPage(const Exchange& exchange, const Rules& rules, const PageContext& context);

// The texts of a page that are kept: its title, headings and links, and what holds digits, contacts
// or words of the vocabulary.
std::vector<SiteText> KeepTexts(const Page& page, const Findings& found, const Vocabulary& words);

// The wall that answers instead of the site is written down in `digest`. `text_bytes` of visible
// text, 0 when it was not read.
void TellWall(const Exchange& exchange, const Walls& walls, std::size_t text_bytes,
              PageDigest& digest);

// "a check stands before it (Cloudflare)"
std::string WallText(const Wall& wall);

// The same with title and links alone.
PageDigest DigestLinks(const Exchange& exchange);

// True when the answer is HTML by its content type, or by its first bytes when it names none.
bool IsHtml(const Exchange& exchange);

}  // namespace klikpad
