// audit.json. Keys are the contract: reports/audit.schema.json describes every one.

#include "report/json_report.h"

#include <fmt/format.h>

#include "report/json_observed.h"
#include "report/timeline_json.h"

namespace klikpad {
namespace {

Json OrNull(std::optional<int> value) { return value ? Json(*value) : Json(); }

Json Strings(const std::vector<std::string>& texts) {
  Json::Array items;
  for (const std::string& text : texts) items.emplace_back(text);
  return Json(std::move(items));
}

Json BrandJson(const Brand& brand) {
  Json::Array handles;
  for (const auto& [channel, handle] : brand.handles) {
    handles.push_back(Json().Set("channel", channel).Set("handle", handle));
  }
  return Json()
      .Set("name", brand.name)
      .Set("slug", brand.slug)
      .Set("sector", brand.sector)
      .Set("country", brand.country)
      .Set("languages", Strings(brand.languages))
      .Set("start", brand.start)
      .Set("hosts", Strings(brand.hosts))
      .Set("handles", Json(std::move(handles)))
      .Set("packs", Strings(brand.packs));
}

Json RunJson(const Run& run) {
  Json::Array paces;
  for (const HostPace& pace : run.paces) {
    paces.push_back(Json()
                        .Set("host", pace.host)
                        .Set("asked_for_patience", pace.asked_for_patience)
                        .Set("slow_answers", pace.slow_answers)
                        .Set("longest_ms", pace.longest_ms));
  }
  return Json()
      .Set("started_at", run.started_at)
      .Set("ended_at", run.ended_at)
      .Set("milliseconds", run.milliseconds)
      .Set("host", run.host)
      .Set("process", run.process)
      .Set("arguments", Strings(run.arguments))
      .Set("paces", Json(std::move(paces)));
}

Json ParametersJson(const Audit& audit) {
  Json json{Json::Object{}};
  for (const auto& [name, value] : audit.parameters) json.Set(name, value);
  return json;
}

Json CoverageJson(const Coverage& row) {
  Json::Array holes;
  for (const Hole& hole : row.holes) {
    holes.push_back(Json()
                        .Set("url", hole.url)
                        .Set("reason", Word(hole.reason))
                        .Set("text", hole.text)
                        .Set("clicks", OrNull(hole.clicks)));
  }
  return Json()
      .Set("kind", Word(row.kind))
      .Set("scope", row.scope)
      .Set("complete", Word(row.complete))
      .Set("why", row.why)
      .Set("seen", row.seen)
      .Set("expected", row.expected)
      .Set("holes", Json(std::move(holes)))
      .Set("notes", Strings(row.notes));
}

// What a visitor can open: no redirects, no files, nothing that was never answered.
bool IsShown(const SitePage& page) {
  const bool is_page = page.is_read || page.status >= 400;
  return page.surface != Surface::kSite || (is_page && page.redirect_url.empty());
}

Json PageJson(const SitePage& page) {
  Json::Array roles;
  for (const PageRole& role : page.found.roles) roles.emplace_back(Word(role.role));
  Json json;
  json.Set("url", page.url)
      .Set("clicks", OrNull(page.clicks))
      .Set("roles", Json(std::move(roles)))
      .Set("status", page.status)
      .Set("lang", page.lang)
      .Set("title", page.title)
      .Set("surface", Word(page.surface))
      .Set("needs_javascript", page.needs_javascript)
      .Set("alternate", page.is_alternate)
      .Set("from_sitemap", page.from_sitemap)
      .Set("aliases", Strings(page.aliases))
      .Set("limits", Strings(page.limits));
  return json;
}

Json PlaceJson(const ContactPlace& place) {
  return Json()
      .Set("url", place.url.View())
      .Set("region", Word(place.region))
      .Set("label", place.label.View())
      .Set("quote", place.quote.View())
      .Set("place", place.place.Text())
      .Set("clickable", place.is_clickable);
}

// A telephone number below every page has as many places as the site has pages.
void WriteContact(const Contact& contact, JsonObjectWriter& json) {
  json.Set("channel", contact.channel)
      .Set("value", contact.value)
      .Set("handle", contact.handle)
      .Set("display", contact.display)
      .Set("use", Word(contact.use))
      .Set("owner", Word(contact.owner))
      .Set("signals", Strings(contact.signals))
      .Set("human", Word(contact.human))
      .Set("tariff", Word(contact.tariff))
      .Set("cents", contact.cents ? Json(*contact.cents) : Json())
      .Set("purpose", contact.purpose)
      .Set("state", contact.state)
      .Set("confidence", Word(contact.confidence))
      .Set("dead", contact.is_dead)
      .Set("clicks", OrNull(contact.clicks))
      .Set("page_clicks", OrNull(contact.page_clicks))
      .SetEach("places", contact.places, PlaceJson);
}

Json StepJson(const Step& step) {
  return Json()
      .Set("kind", Word(step.kind))
      .Set("url", step.page_url)
      .Set("title", step.page_title)
      .Set("label", step.label)
      .Set("region", Word(step.region))
      .Set("place", step.place.Text())
      .Set("to", step.to_url)
      .Set("clicks", step.clicks)
      .Set("seconds", step.seconds);
}

Json RouteJson(const Route& route, const std::vector<Contact>& contacts) {
  const Contact& contact = contacts[static_cast<std::size_t>(route.contact)];
  Json::Array steps;
  for (const Step& step : route.steps) steps.push_back(StepJson(step));
  return Json()
      .Set("contact", contact.channel + ":" + contact.value)
      .Set("start", route.start)
      .Set("surface", Word(route.surface))
      .Set("tier", Word(route.tier))
      .Set("uses_search", route.uses_search)
      .Set("clicks", route.clicks)
      .Set("seconds", route.seconds)
      .Set("steps", Json(std::move(steps)))
      .Set("certainty", route.certainty);
}

Json ListingJson(const Listing& listing, const SiteLook& look) {
  const bool has_page = listing.page >= 0 && listing.page < static_cast<int>(look.pages.size());
  return Json()
      .Set("store", Word(listing.store))
      .Set("app", listing.app)
      .Set("storefront", listing.storefront)
      .Set("url", listing.url)
      .Set("state", Word(listing.state))
      .Set("problem", listing.problem)
      .Set("title", listing.title)
      .Set("developer", listing.developer)
      .Set("seller", listing.seller)
      .Set("support", listing.support.url)
      .Set("website", listing.website.url)
      .Set("privacy", listing.privacy.url)
      .Set("email", listing.email)
      .Set("phone", listing.phone)
      .Set("address", listing.address)
      .Set("version", listing.version)
      .Set("updated_at", listing.updated_at)
      .Set("price", listing.price ? Json(*listing.price) : Json())
      .Set("currency", listing.currency)
      .Set("rating", listing.rating ? Json(*listing.rating) : Json())
      .Set("ratings", listing.ratings ? Json(*listing.ratings) : Json())
      .Set("owner", Word(listing.owner))
      .Set("signals", Strings(listing.signals))
      .Set("found_by", listing.found_by)
      .Set("is_start", has_page);
}

Json AppJson(const AppWalk& app) {
  Json::Array notes;
  for (const AppNote& note : app.notes) {
    notes.push_back(
        Json().Set("screen", note.screen).Set("text", note.text).Set("line", note.line));
  }
  const std::string start =
      app.start < 0 ? "" : app.screens[static_cast<std::size_t>(app.start)].name;
  return Json()
      .Set("file", app.file)
      .Set("name", app.name)
      .Set("platform", app.platform)
      .Set("version", app.version)
      .Set("at", app.at)
      .Set("by", app.by)
      .Set("language", app.language)
      .Set("start", start)
      .Set("screens", app.screens.size())
      .Set("notes", Json(std::move(notes)));
}

Json BilingualJson(const Bilingual& text) { return Json().Set("nl", text.nl).Set("en", text.en); }

Json EvidenceJson(const std::vector<EvidenceRow>& rows) {
  Json::Array items;
  for (const EvidenceRow& row : rows) {
    items.push_back(Json()
                        .Set("ref", row.ref)
                        .Set("url", row.url)
                        .Set("title", row.title)
                        .Set("place", row.place)
                        .Set("label", row.label)
                        .Set("value", row.value)
                        .Set("unit", row.unit)
                        .Set("at", row.at)
                        .Set("quote", row.quote)
                        .Set("source", row.source)
                        .Set("observer", row.observer)
                        .Set("photo", row.photo));
  }
  return Json(std::move(items));
}

Json FindingJson(const Finding& finding) {
  return Json()
      .Set("pack", finding.pack)
      .Set("rule", finding.rule)
      .Set("outcome", Word(finding.outcome))
      .Set("reason", finding.reason)
      .Set("weight", finding.weight)
      .Set("title", BilingualJson(finding.title))
      .Set("says", BilingualJson(finding.says))
      .Set("why", BilingualJson(finding.why))
      .Set("fix", BilingualJson(finding.fix))
      .Set("source", finding.source.en + " (" + finding.source_from + ")")
      .Set("evidence_count", finding.evidence_count)
      .Set("evidence", EvidenceJson(finding.evidence))
      .Set("also", EvidenceJson(finding.also));
}

Json TallyJson(const Tally& tally) {
  return Json()
      .Set("plus", tally.plus)
      .Set("minus", tally.minus)
      .Set("not_applicable", tally.not_applicable)
      .Set("not_assessed", tally.not_assessed)
      .Set("score", tally.score ? Json(*tally.score) : Json());
}

}  // namespace

void WriteAuditJson(const Audit& audit, const TextSink& sink) {
  Json tally = TallyJson(audit.tally);
  Json packs{Json::Object{}};
  for (const auto& [name, pack] : audit.pack_tallies) packs.Set(name, TallyJson(pack));
  tally.Set("packs", std::move(packs));
  std::vector<const SitePage*> pages;
  for (const SitePage& page : audit.look.pages) {
    if (IsShown(page)) pages.push_back(&page);
  }
  const auto listing = [&](const Listing& l) { return ListingJson(l, audit.look); };
  const auto route = [&](const Route& r) { return RouteJson(r, audit.contacts); };
  JsonObjectWriter json(sink);
  json.Set("schema_version", kAuditSchemaVersion)
      .Set("tool", Json().Set("name", "klikpad").Set("version", KLIKPAD_VERSION))
      .Set("rules_digest", audit.rules_digest)
      .Set("brand", BrandJson(audit.brand))
      .Set("run", RunJson(audit.run))
      .Set("parameters", ParametersJson(audit))
      .Set("problems", Strings(audit.look.problems))
      .SetEach("coverage", audit.coverage, CoverageJson)
      .SetEach("pages", pages, [](const SitePage* page) { return PageJson(*page); })
      .SetEach("listings", audit.listings, listing)
      .Set("app", audit.app ? AppJson(*audit.app) : Json())
      .WriteEach("contacts", audit.contacts, WriteContact)
      .SetEach("routes", audit.routes, route)
      .Set("timeline", TimelineJson(audit.timeline))
      .Set("observations", ObservationsJson(audit.observed))
      .Set("metrics", MetricsJson(audit.metrics))
      .SetEach("findings", audit.findings, FindingJson)
      .Set("tally", tally);
  json.End();
}

std::string AuditJson(const Audit& audit) {
  std::string text;
  WriteAuditJson(audit, [&text](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace klikpad
