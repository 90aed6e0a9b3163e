// klikpad find: the contacts, hours and forms of one HTML file, as JSON.

#include <fmt/format.h>

#include <iostream>
#include <iterator>
#include <ostream>

#include "app/commands.h"
#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "brand/brand_file.h"
#include "crawl/page_digest.h"
#include "find/find.h"
#include "find/site/ownership.h"
#include "graph/contacts.h"
#include "page/reader.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxFile = 64u << 20;

Result<std::string> ReadInput(const std::string& file) {
  if (file != "-") return ReadFile(file, kMaxFile);
  std::string bytes{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  return bytes;
}

std::string Clock(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

Json ContactsJson(const SiteLook& look, const Rules& rules) {
  Json list{Json::Array{}};
  for (const Contact& contact : CollectContacts(look, rules)) {
    const ContactPlace& place = contact.places.front();
    Json::Array signals;
    for (const std::string& signal : contact.signals) signals.emplace_back(signal);
    list.Add(Json()
                 .Set("channel", contact.channel)
                 .Set("value", contact.value)
                 .Set("handle", contact.handle)
                 .Set("display", contact.display)
                 .Set("use", Word(contact.use))
                 .Set("owner", Word(contact.owner))
                 .Set("signals", Json(std::move(signals)))
                 .Set("human", Word(contact.human))
                 .Set("tariff", Word(contact.tariff))
                 .Set("purpose", contact.purpose)
                 .Set("state", contact.state)
                 .Set("confidence", Word(contact.confidence))
                 .Set("dead", contact.is_dead)
                 .Set("clicks", contact.clicks.value_or(0))
                 .Set("region", Word(place.region))
                 .Set("label", place.label.View())
                 .Set("quote", place.quote.View())
                 .Set("place", place.place.Text())
                 .Set("count", contact.places.size()));
  }
  return list;
}

Json HoursJson(const Findings& found) {
  Json list{Json::Array{}};
  for (const OpeningHours& hours : found.hours) {
    list.Add(Json()
                 .Set("channel", hours.channel)
                 .Set("weekday", hours.weekday)
                 .Set("opens", Clock(hours.opens))
                 .Set("closes", Clock(hours.closes))
                 .Set("label", hours.label)
                 .Set("quote", hours.quote)
                 .Set("place", hours.place.Text()));
  }
  return list;
}

Json FormsJson(const Findings& found, const Page& page) {
  Json list{Json::Array{}};
  for (const FoundForm& form : found.forms) {
    const Form& source = page.forms[static_cast<std::size_t>(form.form)];
    list.Add(Json()
                 .Set("kind", Word(form.kind))
                 .Set("why", form.why)
                 .Set("action", source.action)
                 .Set("method", source.method)
                 .Set("region", Word(source.region))
                 .Set("place", source.place.Text()));
  }
  return list;
}

Json PageJson(const Page& page, const Findings& found) {
  Json::Array roles, limits;
  for (const PageRole& role : found.roles) roles.emplace_back(Word(role.role));
  for (const std::string& limit : page.limits) limits.emplace_back(limit);
  return Json()
      .Set("url", page.url)
      .Set("title", page.title)
      .Set("lang", page.lang)
      .Set("charset", page.charset)
      .Set("roles", Json(std::move(roles)))
      .Set("links", page.links.size())
      .Set("needs_javascript", page.needs_javascript)
      .Set("limits", Json(std::move(limits)));
}

}  // namespace

int RunFind(const FindArguments& arguments, const World& world) {
  const auto bytes = ReadInput(arguments.file);
  if (!bytes) return Complain(world, bytes.error(), kExitUsage);
  const auto rules = LoadWorldRules(world);
  if (!rules) return Complain(world, rules.error(), kExitUsage);
  PageContext context;
  if (!arguments.url.empty()) {
    auto brand = BrandFromAddress(arguments.url);
    if (!brand) return Complain(world, brand.error(), kExitUsage);
    context.brand = std::move(*brand);
  }
  auto country = ParseCountry(arguments.country);
  if (!country) return Complain(world, country.error(), kExitUsage);
  context.country = *country;
  const Page page = ReadPage(*bytes, context.brand.start, "");
  context.language = page.lang.substr(0, page.lang.find_first_of("-_"));

  SiteLook look;
  look.start = 0;
  SitePage site_page;
  site_page.url = page.url;
  site_page.is_read = true;
  site_page.clicks = 0;
  site_page.lang = page.lang;
  site_page.title = page.title;
  site_page.found = FindAll(page, *rules, context);
  site_page.texts = KeepTexts(page, site_page.found, rules->vocabulary);
  look.pages.push_back(std::move(site_page));
  DecideOwners(look, context.brand, *rules);
  const Findings& found = look.pages.front().found;
  *world.out << Json()
                    .Set("contacts", ContactsJson(look, *rules))
                    .Set("hours", HoursJson(found))
                    .Set("forms", FormsJson(found, page))
                    .Set("page", PageJson(page, found))
                    .Text()
             << "\n";
  return kExitPassed;
}

}  // namespace klikpad
