// A small audit, made by hand, for the tests of the evidence.

#pragma once

#include <string>

#include "model/audit.h"
#include "rules/rules.h"

namespace klikpad {

inline Rules SampleRules() {
  Rules rules;
  rules.channels.list = {{"twitter", "social", "X (Twitter)", "X (Twitter)", false, ""},
                         {"phone", "voice", "Telefoon", "Phone", false, ""},
                         {"chat", "chat", "Chat", "Chat", false, ""},
                         {"hyves", "social", "Hyves", "Hyves", true, "2013"}};
  rules.digest = "0123456789abcdef";
  return rules;
}

inline SiteLink SampleLink(int to, std::string url, std::string label, int position) {
  SiteLink link;
  link.to = to;
  link.url = std::move(url);
  link.label = std::move(label);
  link.position = position;
  link.place = {position, 1};
  return link;
}

// Home → service → contact (by a redirect), a page that fails, a 404.
inline Audit SampleAudit() {
  Audit audit;
  audit.brand.name = "Voorbeeld";
  audit.brand.slug = "voorbeeld";
  audit.brand.sector = "bank";
  audit.brand.country = "NL";
  audit.brand.languages = {"nl"};
  audit.brand.start = "https://www.voorbeeld.example/";
  const std::string root = "https://www.voorbeeld.example";
  SiteLook& look = audit.look;
  look.start = 0;
  const auto add = [&](const std::string& path, int status,
                       std::optional<int> clicks) -> SitePage& {
    SitePage page;
    page.url = root + path;
    page.status = status;
    page.is_read = status == 200;
    page.clicks = clicks;
    look.pages.push_back(page);
    return look.pages.back();
  };
  SitePage& home = add("/", 200, 0);
  home.title = "Voorbeeldbank";
  home.title_place = {1, 1};
  home.found.roles = {{Role::kHome, "the start address", Confidence::kSure}};
  home.links = {SampleLink(1, root + "/service", "Klantenservice", 1),
                SampleLink(5, root + "/weg", "Weg", 2), SampleLink(3, root + "/stuk", "Stuk", 3)};
  home.texts = {{"Voorbeeldbank", 0, {1, 1}, TextKind::kTitle, Region::kMain, 0},
                {"Welkom", 1, {2, 3}, TextKind::kHeading, Region::kMain, 1}};
  SitePage& service = add("/service", 200, 1);
  service.found.roles = {{Role::kService, "label", Confidence::kLikely},
                         {Role::kContact, "label", Confidence::kWeak},
                         {Role::kService, "again", Confidence::kWeak}};
  service.links = {SampleLink(2, root + "/oud-contact", "", 1)};
  add("/oud-contact", 301, 2).redirect_to = 4;
  SitePage& broken = add("/stuk", 0, 1);
  broken.hole = HoleReason::kFailed;
  SitePage& contact = add("/service/contact", 200, 2);
  ContactPoint point;
  point.channel = "twitter";
  point.value = point.handle = "voorbeeldbank";
  point.display = "@voorbeeldbank";
  point.url = "https://twitter.com/voorbeeldbank";
  point.owner = Owner::kOwn;
  point.is_clickable = true;
  point.label = "Twitter";
  point.position = 4;
  point.quote = "Twitter";
  point.place = {12, 5};
  contact.found.contacts = {point};
  contact.found.hours = {{"phone", 1, 480, 1260, "Bellen", "maandag 8:00-21:00", {20, 1}},
                         {"", 6, 1320, 120, "", "zaterdag 22:00-2:00", {21, 1}}};
  add("/weg", 404, 1);

  audit.coverage = {
      {LookKind::kSite, "", Complete::kPartial, "one page failed", 4, 5, "", "", {}, {}},
      {LookKind::kSite, "home", Complete::kYes, "", 1, 1, "", "", {}, {}}};
  Contact merged;
  merged.channel = "twitter";
  merged.value = "voorbeeldbank";
  merged.display = "@voorbeeldbank";
  merged.owner = Owner::kOwn;
  audit.contacts = {merged};
  Reach far;
  far.page = 0;
  far.target = "twitter";
  far.clicks = 3;
  far.first_link = 0;
  far.weakest_page = 1;
  far.weakest_link = 0;
  Reach here = far;
  here.page = 4;
  here.clicks = 1;
  here.first_link = here.weakest_page = here.weakest_link = -1;
  here.contact = 0;
  Reach none;
  none.page = 5;
  none.kind = TargetKind::kRole;
  none.target = "imprint";
  Reach hidden = none;  // from an address that was never opened
  hidden.page = 3;
  audit.reach = {far, here, none, hidden};
  Route route;
  route.contact = 0;
  route.start = root + "/";
  route.clicks = 3;
  route.seconds = 12.5;
  route.certainty = "exact";
  Step step;
  step.page = 0;
  step.page_url = root + "/";
  step.label = "Klantenservice";
  step.to_url = root + "/service";
  step.clicks = 1;
  route.steps = {step, step};
  audit.routes = {route};
  return audit;
}

}  // namespace klikpad
