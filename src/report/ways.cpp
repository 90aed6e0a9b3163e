// Ways told from the steps of a route, or from the two ends of a reach.

#include "report/ways.h"

#include <charconv>

#include "model/shown_value.h"
#include "report/site_text.h"

namespace klikpad {
namespace {

constexpr int kMostSteps = 20;

WayNode PageNode(const SiteLook& look, int page, const std::string& url, const std::string& title,
                 const Say& say) {
  WayNode node;
  node.href = LinkTarget(url);
  node.text = CleanText(title, 80);
  if (page >= 0 && page == look.start) {
    node.text = say.Text("start-of-way");
  } else if (node.text.empty()) {
    node.text = ShownAddress(url, 60);
  }
  return node;
}

WayNode ClickNode(StepKind kind, const std::string& label, const Say& say) {
  WayNode node;
  node.kind = WayNode::Kind::kClick;
  const std::string words = CleanText(label, 80);
  const bool is_plain = kind == StepKind::kLink || kind == StepKind::kOpen;
  if (!words.empty()) node.text = "“" + words + "”";
  if (words.empty() || !is_plain) {
    const std::string name = say.Word("step", std::string(Word(kind)));
    node.text = node.text.empty() ? name : name + ": " + node.text;
  }
  return node;
}

WayNode ChannelNode(const std::string& text) {
  WayNode node;
  node.kind = WayNode::Kind::kChannel;
  node.text = text;
  return node;
}

int PageAt(const SiteLook& look, const std::string& url) {
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    if (look.pages[i].url == url) return static_cast<int>(i);
  }
  return -1;
}

std::string TitleAt(const SiteLook& look, int page) {
  return page < 0 ? "" : look.pages[static_cast<std::size_t>(page)].title;
}

// Redirects are not walked by the reader.
bool IsFelt(const Step& step) {
  return step.kind != StepKind::kRedirect && step.kind != StepKind::kRefresh;
}

// 0-based, -1 when the row is of another table.
int IndexIn(const std::string& ref, std::string_view table) {
  if (ref.rfind(std::string(table) + "/", 0) != 0) return -1;
  int id = 0;
  const char* begin = ref.data() + table.size() + 1;
  const auto [end, error] = std::from_chars(begin, ref.data() + ref.size(), id);
  return error == std::errc() && end == ref.data() + ref.size() ? id - 1 : -1;
}

const Route* RouteFromStart(const Audit& audit, const Reach& reach) {
  for (const Route& route : audit.routes) {
    if (route.contact < 0 || route.contact >= static_cast<int>(audit.contacts.size())) continue;
    const Contact& contact = audit.contacts[static_cast<std::size_t>(route.contact)];
    if (route.surface != Surface::kSite) continue;
    if (contact.channel == reach.target && contact.owner == Owner::kOwn &&
        route.tier == reach.tier && route.uses_search == reach.uses_search &&
        route.clicks == reach.clicks) {
      return &route;
    }
  }
  return nullptr;
}

// The reach of the same target from another page, null when there is none.
const Reach* ReachFrom(const Audit& audit, int page, const Reach& like) {
  for (const Reach& reach : audit.reach) {
    if (reach.page == page && reach.kind == like.kind && reach.target == like.target &&
        reach.tier == like.tier && reach.uses_search == like.uses_search && reach.clicks) {
      return &reach;
    }
  }
  return nullptr;
}

// Where a redirecting page leads in the end, -1 off the site.
int AfterRedirects(const SiteLook& look, int page) {
  for (int hops = 0; page >= 0 && hops < kMostSteps; ++hops) {
    const SitePage& at = look.pages[static_cast<std::size_t>(page)];
    if (at.redirect_url.empty()) return page;
    page = at.redirect_to;
  }
  return page;
}

std::vector<WayNode> WayOfReach(const Audit& audit, const Reach& from, const Say& say) {
  if (!from.clicks || from.page < 0) return {};
  if (from.page == audit.look.start && from.kind == TargetKind::kChannel) {
    if (const Route* route = RouteFromStart(audit, from)) return WayOf(audit, *route, say);
  }
  const SiteLook& look = audit.look;
  std::vector<WayNode> way;
  // Each page knows its own first link: following them is the way.
  const Reach* reach = &from;
  for (int steps = 0; reach != nullptr && steps < kMostSteps; ++steps) {
    const SitePage& page = look.pages[static_cast<std::size_t>(reach->page)];
    way.push_back(PageNode(look, reach->page, page.url, page.title, say));
    if (reach->first_link < 0 || reach->first_link >= static_cast<int>(page.links.size())) break;
    const SiteLink& link = page.links[static_cast<std::size_t>(reach->first_link)];
    way.push_back(ClickNode(StepKind::kLink, link.label.Str(), say));
    const int next = AfterRedirects(look, link.to);
    if (next < 0) break;
    const Reach* onward = ReachFrom(audit, next, from);
    if (onward == nullptr) {
      const SitePage& last = look.pages[static_cast<std::size_t>(next)];
      way.push_back(PageNode(look, next, last.url, last.title, say));
    }
    reach = onward;
  }
  if (from.kind != TargetKind::kRole) way.push_back(ChannelNode(say.Channel(from.target.Str())));
  return way;
}

}  // namespace

std::string ContactText(const Contact& contact) {
  const std::string& text = contact.display.empty() ? contact.value : contact.display;
  for (const ContactPlace& place : contact.places) {
    const std::string_view printed = PrintedNumber(place.quote, text);
    if (!printed.empty()) return CleanText(std::string(printed), 80);
  }
  return CleanText(text, 80);
}

std::vector<WayNode> WayOf(const Audit& audit, const Route& route, const Say& say) {
  std::vector<WayNode> way;
  if (route.steps.empty() || route.contact < 0 ||
      route.contact >= static_cast<int>(audit.contacts.size())) {
    return way;
  }
  const SiteLook& look = audit.look;
  const Step& first = route.steps.front();
  way.push_back(PageNode(look, first.page, first.page_url, first.page_title, say));
  for (const Step& step : route.steps) {
    if (step.kind == StepKind::kOpen) {
      if (step.clicks > 0) way.push_back(ClickNode(step.kind, step.label, say));
      // A chat behind a consent or a menu takes more than the one that is seen.
      if (step.clicks > 1) way.back().text += " (" + say.Clicks(step.clicks) + ")";
      break;
    }
    if (IsFelt(step)) way.push_back(ClickNode(step.kind, step.label, say));
    const int to = PageAt(look, step.to_url);
    WayNode page = PageNode(look, to, step.to_url, TitleAt(look, to), say);
    if (IsFelt(step)) {
      way.push_back(std::move(page));
    } else {
      way.back() = std::move(page);  // where the redirect ends is where the reader stands
    }
  }
  const Contact& contact = audit.contacts[static_cast<std::size_t>(route.contact)];
  way.push_back(ChannelNode(say.Channel(contact.channel) + ": " + ContactText(contact)));
  if (route.steps.back().clicks == 0) way.back().text += " (" + say.Text("at-once") + ")";
  return way;
}

std::vector<WayNode> WayOfRow(const Audit& audit, const EvidenceRow& row, const Say& say) {
  const int route = IndexIn(row.ref, "routes");
  if (route >= 0 && route < static_cast<int>(audit.routes.size())) {
    return WayOf(audit, audit.routes[static_cast<std::size_t>(route)], say);
  }
  const int reach = IndexIn(row.ref, "reach");
  if (reach < 0 || reach >= static_cast<int>(audit.reach.size())) return {};
  const Reach& found = audit.reach[static_cast<std::size_t>(reach)];
  // Another numbering than ours would tell another page's way: better none.
  return found.page == row.page ? WayOfReach(audit, found, say) : std::vector<WayNode>{};
}

}  // namespace klikpad
