// Screens are written as small HTML pages, one element a line, and read like any page. What the
// tester called a contact by its channel then replaces what was found in that line.

#include "app/app_surface.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/app_contact.h"
#include "base/percent.h"
#include "base/text.h"
#include "find/find.h"
#include "page/reader.h"

namespace klikpad {
namespace {

constexpr int kFirstLine = 2;  // of the first item in the HTML of a screen

std::string HtmlOf(const AppItem& item) {
  const std::string words = EscapeHtml(WordsOf(item));
  const auto link = [&](const std::string& href) {
    return "<p><a href=\"" + EscapeHtml(href) + "\">" + words + "</a></p>";
  };
  if (item.kind == AppItemKind::kAddress) return link(item.url);
  if (item.kind == AppItemKind::kContact && IsDialled(item.channel))
    return link("tel:" + item.value);
  if (item.kind == AppItemKind::kText) return "<p>" + words + "</p>";
  return link("#");
}

std::string HtmlOf(const AppScreen& screen, const std::string& language) {
  std::string html = "<!doctype html><html lang=\"" + EscapeHtml(language) + "\"><main><h1>" +
                     EscapeHtml(screen.name) + "</h1>\n";
  for (const AppItem& item : screen.items) html += HtmlOf(item) + "\n";
  return html;
}

std::string AddressOf(const AppWalk& walk, const std::string& screen) {
  std::string address = walk.file + "#";
  AppendPercentEncoded(address, ReplaceAll(screen, "%", "%25"), EncodeSet::kFragment);
  return address;
}

// Items are found back by the line of their element.
const AppItem* ItemAt(const AppScreen& screen, int line) {
  const int index = line - kFirstLine;
  if (index < 0 || index >= static_cast<int>(screen.items.size())) return nullptr;
  return &screen.items[static_cast<std::size_t>(index)];
}

class ScreenReader {
 public:
  ScreenReader(const AppWalk& walk, const std::string& file, const Brand& brand, const Rules& rules)
      : walk_(walk), file_(file), rules_(rules) {
    context_.brand = brand;
    context_.country = brand.country;
    context_.language = walk.language;
    if (context_.language.empty() && !brand.languages.empty()) {
      context_.language = brand.languages.front();
    }
  }

  AppSurface Read() {
    AppSurface surface;
    surface.start = walk_.start;
    for (const AppScreen& screen : walk_.screens) surface.pages.push_back(PageOf(screen));
    for (std::size_t i = 0; i < walk_.screens.size(); ++i) AddUnvisited(i, surface.pages);
    surface.errors = std::move(errors_);
    return surface;
  }

 private:
  SitePage Bare(const std::string& name) const {
    SitePage page;
    page.url = AddressOf(walk_, name);
    page.surface = Surface::kApp;
    page.title = name;
    page.lang = context_.language;
    page.status = 200;
    return page;
  }

  SitePage Unvisited(const std::string& name) const {
    SitePage page = Bare(name);
    page.status = 0;
    page.hole = HoleReason::kUnvisited;
    page.hole_text = "the tester did not look there";
    return page;
  }

  SitePage PageOf(const AppScreen& screen) {
    if (!screen.is_visited) return Unvisited(screen.name);
    SitePage page = Bare(screen.name);
    page.is_read = true;
    const Page read = ReadPage(HtmlOf(screen, context_.language), "http://app.invalid/",
                               "text/html;charset=utf-8");
    page.found = FindAll(read, rules_, context_);
    page.found.roles.clear();  // roles are of the site
    page.found.forms.clear();
    TakeContacts(screen, page);
    for (OpeningHours& hours : page.found.hours) Move(screen, hours.place);
    TakeLinks(screen, read, page);
    TakeTexts(screen, read, page);
    return page;
  }

  void Move(const AppScreen& screen, Place& place) const {
    const AppItem* item = ItemAt(screen, place.line);
    place = {item == nullptr ? screen.line : item->line, 1};
  }

  void TakeContacts(const AppScreen& screen, SitePage& page) {
    std::map<const AppItem*, std::vector<ContactPoint>> by_item;
    std::vector<ContactPoint> kept;
    for (ContactPoint& point : page.found.contacts) {
      const AppItem* item = ItemAt(screen, point.place.line);
      if (item != nullptr && item->kind == AppItemKind::kContact) {
        by_item[item].push_back(point);
        continue;
      }
      if (point.use != Use::kShare && point.use != Use::kContent) {
        point.owner = Owner::kOwn;
        point.signals.emplace_back("stands in the brand's own app");
      }
      Move(screen, point.place);
      kept.push_back(std::move(point));
    }
    for (std::size_t i = 0; i < screen.items.size(); ++i) {
      const AppItem& item = screen.items[i];
      if (item.kind != AppItemKind::kContact) continue;
      auto point = ReadAppContact(item, by_item[&item], page.url, rules_, context_);
      if (!point) {
        errors_.push_back({Problem(item), file_, item.line, ""});
        continue;
      }
      point->place = {item.line, 1};
      point->position = static_cast<int>(i) + 1;
      kept.push_back(std::move(*point));
    }
    std::stable_sort(kept.begin(), kept.end(), [](const ContactPoint& a, const ContactPoint& b) {
      return a.place.line < b.place.line;
    });
    page.found.contacts = std::move(kept);
  }

  std::string Problem(const AppItem& item) const {
    if (IsDialled(item.channel)) {
      return fmt::format(
          "'{}' is no number that can be dialled{}", item.value,
          context_.country.empty() ? " (brand.yaml names no country)" : " in " + context_.country);
    }
    return fmt::format("'{}' is no {} contact", item.value, item.channel);
  }

  void TakeLinks(const AppScreen& screen, const Page& read, SitePage& page) const {
    for (const Link& link : read.links) {
      const AppItem* item = ItemAt(screen, link.place.line);
      if (item == nullptr || item->kind == AppItemKind::kContact) continue;
      SiteLink kept;
      kept.label = link.label;
      kept.context = screen.name;
      kept.position = link.position;
      kept.is_visible = !item->is_hidden;
      kept.place = {item->line, 1};
      kept.url = item->url;
      if (item->screen >= 0) {
        kept.to = item->screen;
        kept.url = AddressOf(walk_, walk_.screens[static_cast<std::size_t>(item->screen)].name);
      }
      page.links.push_back(std::move(kept));
    }
  }

  void TakeTexts(const AppScreen& screen, const Page& read, SitePage& page) const {
    std::vector<SiteText> texts;
    for (const TextBlock& block : read.blocks) {
      SiteText text = KeptText(block);
      Move(screen, text.place);
      texts.push_back(std::move(text));
    }
    page.texts = std::move(texts);
  }

  // A page for every link behind which the tester did not look, so that it counts as a hole.
  void AddUnvisited(std::size_t screen, std::vector<SitePage>& pages) const {
    for (const AppItem& item : walk_.screens[screen].items) {
      if (item.kind != AppItemKind::kUnvisited) continue;
      SitePage hole = Unvisited(item.label);
      hole.url = AddressOf(walk_, walk_.screens[screen].name + "/" + item.label);
      const int index = static_cast<int>(pages.size());
      for (SiteLink& link : pages[screen].links) {
        if (link.place.line != item.line || link.to >= 0) continue;
        link.to = index;
        link.url = hole.url;
      }
      pages.push_back(std::move(hole));
    }
  }

  const AppWalk& walk_;
  const std::string& file_;
  const Rules& rules_;
  PageContext context_;
  std::vector<Error> errors_;
};

}  // namespace

AppSurface MakeAppSurface(const AppWalk& walk, const std::string& file, const Brand& brand,
                          const Rules& rules) {
  return ScreenReader(walk, file, brand, rules).Read();
}

}  // namespace klikpad
