// Parsing an answer and keeping what later stages need.

#include "crawl/page_digest.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "crawl/search_step.h"
#include "find/find.h"
#include "page/reader.h"

namespace klikpad {
namespace {

// Positions of contact points, sorted: the words around them are evidence.
std::vector<int> ContactPositions(const Findings& found) {
  std::vector<int> positions;
  for (const ContactPoint& point : found.contacts) positions.push_back(point.position);
  std::sort(positions.begin(), positions.end());
  return positions;
}

bool IsKept(const TextBlock& block, int next_position, const std::vector<int>& contacts,
            const Vocabulary& words, const std::string& lang) {
  if (!block.is_visible || block.text.empty()) return false;
  if (block.kind == TextKind::kTitle || block.kind == TextKind::kHeading ||
      block.kind == TextKind::kButton) {
    return true;
  }
  if (HasDigit(block.text)) return true;
  const auto at = std::lower_bound(contacts.begin(), contacts.end(), block.position);
  if (at != contacts.end() && *at < next_position) return true;
  return words.NamesAnything(block.text, lang);
}

}  // namespace

std::vector<SiteText> KeepTexts(const Page& page, const Findings& found, const Vocabulary& words) {
  const std::vector<int> contacts = ContactPositions(found);
  std::vector<SiteText> texts;
  if (!page.title.empty()) {
    SiteText title;
    title.kind = TextKind::kTitle;
    title.text = page.title;
    title.place = page.title_place;
    texts.push_back(std::move(title));
  }
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const TextBlock& block = page.blocks[i];
    const int next = i + 1 < page.blocks.size() ? page.blocks[i + 1].position : INT32_MAX;
    if (block.kind == TextKind::kTitle || !IsKept(block, next, contacts, words, page.lang))
      continue;
    texts.push_back(KeptText(block));
  }
  return texts;
}

namespace {

std::vector<SiteLink> KeepLinks(const Page& page) {
  std::vector<SiteLink> links;
  links.reserve(page.links.size());
  for (const Link& link : page.links) {
    SiteLink kept;
    kept.url = std::string_view(link.url.empty() ? link.href : link.url);
    kept.label = link.label;
    if (link.heading >= 0) kept.context = page.blocks[static_cast<std::size_t>(link.heading)].text;
    kept.region = link.region;
    kept.kind = link.kind;
    kept.is_visible = link.is_visible;
    kept.is_frame = page.document.nodes[static_cast<std::size_t>(link.node)].tag == "frame";
    kept.position = link.position;
    kept.place = link.place;
    links.push_back(std::move(kept));
  }
  return links;
}

Page HeadOf(Page page) {
  Page head;
  head.url = std::move(page.url);
  head.lang = std::move(page.lang);
  head.canonical = std::move(page.canonical);
  head.alternates = std::move(page.alternates);
  head.refreshes = std::move(page.refreshes);
  head.metas = std::move(page.metas);
  return head;
}

// What every digest of a page says.
void KeepPage(const Page& page, SitePage& kept) {
  kept.is_read = true;
  kept.title = page.title;
  kept.title_place = page.title_place;
  kept.lang = page.lang;
  kept.needs_javascript = page.needs_javascript;
  kept.limits = page.limits;
  kept.links = KeepLinks(page);
}

PageDigest EmptyDigest(const Exchange& exchange) {
  PageDigest digest;
  digest.page.status = exchange.status;
  digest.page.content_type = std::string(exchange.Header("content-type"));
  digest.is_html = IsPage(exchange);
  return digest;
}

}  // namespace

bool IsHtml(const Exchange& exchange) {
  const std::string type = AsciiLower(exchange.Header("content-type"));
  if (type.rfind("text/html", 0) == 0 || type.rfind("application/xhtml", 0) == 0) return true;
  if (!type.empty()) return false;
  const std::string head = AsciiLower(Trim(std::string_view(exchange.body).substr(0, 512)));
  return head.rfind("<!doctype html", 0) == 0 || head.rfind("<html", 0) == 0 ||
         head.find("<head") != std::string::npos || head.find("<body") != std::string::npos;
}

bool IsPage(const Exchange& exchange) {
  return exchange.status >= 200 && exchange.status < 300 && IsHtml(exchange);
}

PageDigest DigestPage(const Exchange& exchange, const Rules& rules, const PageContext& context) {
  PageDigest digest = EmptyDigest(exchange);
  if (!digest.is_html) return digest;
  Page page = ReadPage(exchange.body, exchange.url, exchange.Header("content-type"));
  digest.print = PrintOf(page);
  if (digest.print.bytes <= rules.walls.MostText()) {
    TellWall(exchange, rules.walls, digest.print.bytes, digest);
    if (!digest.wall.empty()) return digest;
  }
  SitePage& kept = digest.page;
  KeepPage(page, kept);
  kept.print = digest.print.main;
  PageContext here = context;
  if (!page.lang.empty()) here.language = page.lang.substr(0, page.lang.find_first_of("-_"));
  for (const auto& [rel, href] : page.rel_links) {
    if (rel == "manifest" && kept.manifest.empty()) kept.manifest = href;
  }
  kept.found = FindAll(page, rules, here);
  kept.found.contacts.shrink_to_fit();
  kept.search = FindSearchForm(page, kept.found);
  kept.texts = KeepTexts(page, kept.found, rules.vocabulary);
  digest.links = std::move(page.links);
  digest.head = HeadOf(std::move(page));
  return digest;
}

void TellWall(const Exchange& exchange, const Walls& walls, std::size_t text_bytes,
              PageDigest& digest) {
  const Wall* wall = walls.Find(exchange, text_bytes);
  if (wall == nullptr) return;
  digest.wall = WallText(*wall);
  digest.wall_name = wall->name;
}

std::string WallText(const Wall& wall) {
  switch (wall.kind) {
    case WallKind::kChallenge:
      return fmt::format("a check stands before it ({})", wall.name);
    case WallKind::kRefusal:
      return fmt::format("access was refused ({})", wall.name);
    case WallKind::kConsent:
      return fmt::format("a consent page stands before it ({})", wall.name);
    case WallKind::kQueue:
      return fmt::format("a waiting room stands before it ({})", wall.name);
  }
  return {};
}

PageDigest DigestLinks(const Exchange& exchange) {
  PageDigest digest = EmptyDigest(exchange);
  if (!digest.is_html) return digest;
  Page page = ReadLinks(exchange.body, exchange.url, exchange.Header("content-type"));
  KeepPage(page, digest.page);
  digest.links = std::move(page.links);
  digest.head = HeadOf(std::move(page));
  return digest;
}

}  // namespace klikpad
