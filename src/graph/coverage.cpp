// Measuring coverage.

#include "graph/coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <climits>
#include <set>
#include <string_view>
#include <tuple>

#include "base/url.h"
#include "graph/doors.h"
#include "graph/search_coverage.h"

namespace klikpad {
namespace {

constexpr int kCappedWithin = 3;  // clicks
constexpr int kFailedWithin = 2;
constexpr std::size_t kLabelsAPage = 50;

// Roles without which a site was not seen.
constexpr std::array kWholeRoles = {Role::kHome, Role::kContact, Role::kService, Role::kAsk,
                                    Role::kFaq,  Role::kTerms,   Role::kPrivacy, Role::kImprint};

struct UnreadPage {
  int page = -1;
  std::set<Role> roles;  // as far as its address and the labels that lead there tell
  bool is_hole = false;
};

// Labels of links to each page; few are enough.
std::vector<std::vector<std::string_view>> LabelsByTarget(const SiteLook& look) {
  std::vector<std::vector<std::string_view>> labels(look.pages.size());
  for (const SitePage& page : look.pages) {
    for (const SiteLink& link : page.links) {
      if (link.to < 0 || link.label.empty()) continue;
      auto& have = labels[static_cast<std::size_t>(link.to)];
      const bool is_new = std::find(have.begin(), have.end(), link.label) == have.end();
      if (is_new && have.size() < kLabelsAPage) have.emplace_back(link.label);
    }
  }
  return labels;
}

bool PromisesContact(const Url& url, const std::vector<std::string_view>& labels,
                     const Vocabulary& words) {
  if (words.IsContactPath(url.Path()) || words.IsContactHost(url.Host())) return true;
  for (std::string_view label : labels) {
    if (!words.FindChannels(label, "").empty()) return true;
    for (const LabelMatch& match : words.FindLabels(label, "")) {
      if (match.label->strength >= Strength::kMedium) return true;
    }
  }
  return false;
}

// The role of an address: its last segment names it, or it lies below a segment for items.
std::set<Role> GuessRoles(const Url& url, const std::vector<std::string_view>& labels,
                          const Vocabulary& words) {
  std::set<Role> roles;
  const std::vector<std::string> segments = url.PathSegments();
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const bool is_last = i + 1 == segments.size();
    for (Role role : words.RolesOfSegment(segments[i])) {
      if (is_last ? role != Role::kNewsItem : role == Role::kNewsItem) roles.insert(role);
    }
  }
  for (std::string_view label : labels) {
    for (Role role : words.RolesNamed(label)) roles.insert(role);
  }
  return roles;
}

// Read whole, of the site, and of the locale that is looked at.
bool IsSeen(const SitePage& page) {
  return page.surface == Surface::kSite && page.is_read && !page.is_alternate &&
         page.hole == HoleReason::kNone;
}

bool IsHole(const SitePage& page, bool promises_contact) {
  switch (page.hole) {
    case HoleReason::kNone:
      return false;
    case HoleReason::kLimit:
    case HoleReason::kCancelled:
      return page.clicks && *page.clicks <= kCappedWithin;
    default:
      return promises_contact || (page.clicks && *page.clicks <= kFailedWithin);
  }
}

// Pages that a list of news links to: unread, any of them may be an item.
std::set<int> ListedAsNews(const SiteLook& look) {
  std::set<int> listed;
  for (const SitePage& page : look.pages) {
    const bool is_list =
        page.is_read && std::any_of(page.found.roles.begin(), page.found.roles.end(),
                                    [](const PageRole& have) { return have.role == Role::kNews; });
    if (!is_list) continue;
    for (const SiteLink& link : page.links) {
      if (link.to >= 0 && link.region == Region::kMain) listed.insert(link.to);
    }
  }
  return listed;
}

class Measure {
 public:
  Measure(const SiteLook& look, const Rules& rules) : look_(look), doors_(FindDoors(look, rules)) {
    const auto labels = LabelsByTarget(look);
    const std::set<int> listed = ListedAsNews(look);
    for (std::size_t i = 0; i < look.pages.size(); ++i) {
      const SitePage& page = look.pages[i];
      if (!IsOpen(page.hole) || page.is_alternate) continue;
      if (page.surface != Surface::kSite) continue;
      const auto url = Url::Parse(page.url);
      if (!url) continue;
      UnreadPage unread;
      unread.page = static_cast<int>(i);
      unread.is_hole = IsHole(page, PromisesContact(*url, labels[i], rules.vocabulary));
      unread.roles = GuessRoles(*url, labels[i], rules.vocabulary);
      // A page that was read in part has roles of its own.
      for (const PageRole& role : page.found.roles) unread.roles.insert(role.role);
      if (unread.roles.empty() && listed.count(unread.page) > 0) {
        unread.roles.insert(Role::kNewsItem);
      }
      if (unread.page == look.start) unread.roles.insert(Role::kHome);
      unread_.push_back(std::move(unread));
    }
  }

  Coverage Whole() const {
    Coverage row = Start("");
    for (const SitePage& page : look_.pages) row.seen += IsSeen(page) ? 1 : 0;
    for (const UnreadPage& unread : unread_) {
      const bool is_needed = std::any_of(kWholeRoles.begin(), kWholeRoles.end(),
                                         [&](Role role) { return unread.roles.count(role) > 0; });
      if (unread.is_hole || is_needed) AddHole(row, unread);
    }
    for (const Door& door : doors_) AddHole(row, door);
    row.notes = look_.notes;
    return Close(std::move(row));
  }

  Coverage OfRole(Role role, bool whole_is_complete) const {
    Coverage row = Start(std::string(Word(role)));
    for (const SitePage& page : look_.pages) {
      const bool has_role = std::any_of(page.found.roles.begin(), page.found.roles.end(),
                                        [&](const PageRole& have) { return have.role == role; });
      row.seen += IsSeen(page) && has_role ? 1 : 0;
    }
    for (const UnreadPage& unread : unread_) {
      if (unread.roles.count(role) > 0) AddHole(row, unread);
    }
    for (const Door& door : doors_) {
      if (door.roles.count(role) > 0) AddHole(row, door);
    }
    row = Close(std::move(row));
    if (row.complete == Complete::kYes && row.seen == 0 && !whole_is_complete) {
      row.complete = Complete::kPartial;
      row.why = "no such page was seen, and the site was not seen whole";
    }
    return row;
  }

  Coverage Scripts() const {
    Coverage row = Start("scripts");
    row.complete = Complete::kNo;
    row.why = "no browser has looked: what scripts add was not seen";
    return row;
  }

 private:
  static Coverage Start(std::string scope) {
    Coverage row;
    row.kind = LookKind::kSite;
    row.scope = std::move(scope);
    return row;
  }

  void AddHole(Coverage& row, const UnreadPage& unread) const {
    const SitePage& page = look_.pages[static_cast<std::size_t>(unread.page)];
    row.holes.push_back({page.url, page.hole, page.hole_text, page.clicks});
  }

  static void AddHole(Coverage& row, const Door& door) {
    row.holes.push_back({door.url, HoleReason::kOffSite, door.text, door.clicks});
  }

  Coverage Close(Coverage row) const {
    row.expected = row.seen + static_cast<int>(row.holes.size());
    if (look_.start < 0 || !look_.pages[static_cast<std::size_t>(look_.start)].is_read) {
      row.complete = Complete::kNo;
      row.why = "the start page could not be read";
    } else if (!row.holes.empty()) {
      row.complete = Complete::kPartial;
      row.why = fmt::format("{} of {} pages {} not read", row.holes.size(), row.expected,
                            row.holes.size() == 1 ? "was" : "were");
    } else {
      row.complete = Complete::kYes;
    }
    return row;
  }

  const SiteLook& look_;
  std::vector<Door> doors_;
  std::vector<UnreadPage> unread_;  // in page order: by clicks, then address
};

// Looks that were not made, and what would make them.
std::vector<Coverage> OtherLooks() {
  const std::array<std::pair<LookKind, std::string>, 8> kinds = {
      {{LookKind::kStore, "no store listing was read"},
       {LookKind::kApp, "no app walk-through was given"},
       {LookKind::kTimeline, "no timeline was given"},
       {LookKind::kProbe, "no question of one's own was given"},
       {LookKind::kIncident, "no incident was given"},
       {LookKind::kBenchmark, "no published comparison was given"},
       {LookKind::kTouchpoint, "no touchpoint was given"},
       {LookKind::kMetric, "no metric was given"}}};
  std::vector<Coverage> rows;
  for (const auto& [kind, why] : kinds) {
    Coverage row;
    row.kind = kind;
    row.why = why;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

std::vector<Coverage> MeasureCoverage(const SiteLook& look, const Rules& rules) {
  const Measure measure(look, rules);
  std::vector<Coverage> rows{measure.Whole()};
  const bool is_whole = rows.front().complete == Complete::kYes;
  for (std::size_t i = 0; i < Words<Role>::kList.size(); ++i) {
    const Role role = static_cast<Role>(i);
    if (role != Role::kListing) rows.push_back(measure.OfRole(role, is_whole));
  }
  rows.push_back(measure.Scripts());
  rows.push_back(MeasureSearch(look, is_whole, rules.vocabulary));
  for (Coverage& row : OtherLooks()) rows.push_back(std::move(row));
  return rows;
}

Coverage MeasureApp(const SiteLook& look, bool has_no_app, bool has_listing) {
  Coverage row;
  row.kind = LookKind::kApp;
  for (const SitePage& page : look.pages) {
    if (page.surface != Surface::kApp) continue;
    row.seen += page.is_read ? 1 : 0;
    if (page.hole != HoleReason::kNone) {
      row.holes.push_back({page.url, page.hole, page.hole_text, page.clicks});
    }
  }
  row.expected = row.seen + static_cast<int>(row.holes.size());
  if (row.expected == 0) {
    row.complete = has_no_app && !has_listing ? Complete::kYes : Complete::kNo;
    row.why = !has_no_app   ? "no app walk-through was given"
              : has_listing ? "brand.yaml says that there is no app, but a store has one"
                            : "";
  } else if (!row.holes.empty()) {
    row.complete = row.seen == 0 ? Complete::kNo : Complete::kPartial;
    row.why = fmt::format("the tester did not look behind {} of {} screens", row.holes.size(),
                          row.expected);
    std::sort(row.holes.begin(), row.holes.end(), [](const Hole& a, const Hole& b) {
      return std::tuple(a.clicks.value_or(INT_MAX), std::string_view(a.url)) <
             std::tuple(b.clicks.value_or(INT_MAX), std::string_view(b.url));
    });
  } else {
    row.complete = Complete::kYes;
  }
  return row;
}

void SetCoverage(std::vector<Coverage>& rows, Coverage row) {
  const auto same = std::find_if(rows.begin(), rows.end(), [&](const Coverage& have) {
    return have.kind == row.kind && have.scope == row.scope;
  });
  if (same != rows.end()) {
    *same = std::move(row);
  } else {
    rows.push_back(std::move(row));
  }
}

}  // namespace klikpad
