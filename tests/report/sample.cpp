// The invented brand Veerhuis, a ferry company.

#include "sample.h"

#include <stdexcept>

#include "base/files.h"

namespace klikpad {
namespace {

SitePage Page(const std::string& url, const std::string& title, int clicks) {
  SitePage page;
  page.url = url;
  page.title = title;
  page.clicks = clicks;
  page.status = 200;
  page.is_read = true;
  return page;
}

SiteLink Link(int to, const std::string& label, Region region = Region::kNav) {
  SiteLink link;
  link.to = to;
  link.label = label;
  link.region = region;
  return link;
}

Contact MakeContact(const std::string& channel, const std::string& value, int clicks,
                    const std::string& url, Owner owner = Owner::kOwn) {
  Contact contact;
  contact.channel = channel;
  contact.value = value;
  contact.display = value;
  contact.owner = owner;
  contact.confidence = Confidence::kSure;
  contact.clicks = clicks;
  ContactPlace place;
  place.url = url;
  place.region = Region::kFooter;
  place.label = value;
  place.quote = value;
  place.is_clickable = true;
  contact.places.push_back(place);
  return contact;
}

Step MakeStep(StepKind kind, int page, const SitePage& from, const std::string& label,
              const std::string& to, int clicks) {
  Step step;
  step.kind = kind;
  step.page = page;
  step.page_url = from.url;
  step.page_title = from.title;
  step.label = label;
  step.to_url = to;
  step.clicks = clicks;
  return step;
}

EvidenceRow MakeRow(const std::string& ref, int page, const SitePage& on, const std::string& label,
                    const std::string& value, const std::string& unit, const std::string& quote) {
  EvidenceRow row;
  row.ref = ref;
  row.page = page;
  row.url = on.url;
  row.title = on.title;
  row.place = "12:7";
  row.label = label;
  row.value = value;
  row.unit = unit;
  row.quote = quote;
  return row;
}

Finding MakeFinding(const std::string& rule, Outcome outcome, const Bilingual& title,
                    const Bilingual& says) {
  Finding finding;
  finding.pack = "proef";
  finding.rule = rule;
  finding.outcome = outcome;
  finding.title = title;
  finding.says = says;
  finding.source = {"Handboek Veer, 2013", "Ferry handbook, 2013"};
  finding.source_from = "2013-04-01";
  return finding;
}

void AddPages(Audit& audit) {
  const std::string base = "https://www.veerhuis.example";
  audit.look.pages = {Page(base + "/", "Veerhuis: met de boot naar de eilanden", 0),
                      Page(base + "/klantenservice", "Klantenservice", 1),
                      Page(base + "/contact", "Contact met Veerhuis", 2)};
  audit.look.pages[0].links = {Link(1, "Hulp nodig?")};
  audit.look.pages[1].links = {Link(2, "Neem contact op", Region::kMain)};
  audit.look.start = 0;
}

void AddContacts(Audit& audit) {
  const auto& pages = audit.look.pages;
  audit.channels = {{"twitter", "social", {"X (Twitter)", "X (Twitter)"}},
                    {"phone", "voice", {"Telefoon", "Phone"}},
                    {"chat", "chat", {"Chat", "Chat"}},
                    {"whatsapp", "messaging", {"WhatsApp", "WhatsApp"}},
                    {"email", "mail", {"E-mail", "E-mail"}},
                    {"form", "form", {"Contactformulier", "Contact form"}},
                    {"facebook", "social", {"Facebook", "Facebook"}}};
  audit.contacts = {MakeContact("twitter", "veerhuis", 3, pages[2].url),
                    MakeContact("phone", "+31880000001", 0, pages[0].url),
                    MakeContact("phone", "+31880000002", 2, pages[2].url),
                    MakeContact("facebook", "veerhuis", 1, pages[0].url),
                    MakeContact("twitter", "webbouwers", 1, pages[0].url, Owner::kVendor),
                    MakeContact("email", "info@veerhuis.example", 0, pages[2].url)};
  audit.contacts[1].display = "088 000 00 01";
  audit.contacts[3].use = Use::kFollow;
  audit.contacts[4].signals = {"vendor-handle", "framed"};
  audit.contacts[5].clicks.reset();

  Route twitter;
  twitter.contact = 0;
  twitter.start = pages[0].url;
  twitter.clicks = 3;
  twitter.certainty = "at-most";
  twitter.steps = {MakeStep(StepKind::kLink, 0, pages[0], "Hulp nodig?", pages[1].url, 1),
                   MakeStep(StepKind::kLink, 1, pages[1], "Neem contact op", pages[2].url, 1),
                   MakeStep(StepKind::kOpen, 2, pages[2], "@veerhuis", "", 1)};
  Route phone;
  phone.contact = 1;
  phone.start = pages[0].url;
  phone.certainty = "exact";
  phone.steps = {MakeStep(StepKind::kOpen, 0, pages[0], "088 000 00 01", "", 0)};
  audit.routes = {twitter, phone};

  Reach reach;
  reach.page = 1;
  reach.target = "twitter";
  reach.clicks = 2;
  reach.first_link = 0;
  Reach scent;
  scent.page = 0;
  scent.target = "twitter";
  scent.tier = Tier::kScent;
  audit.reach = {reach, scent};
}

void AddFindings(Audit& audit) {
  const auto& pages = audit.look.pages;
  Finding far = MakeFinding("01-dichtbij", Outcome::kMinus,
                            {"X (Twitter) is dichtbij", "X (Twitter) is close"},
                            {"Vanaf de startpagina is X (Twitter) meer dan 2 klikken ver.",
                             "From the home page X (Twitter) is more than 2 clicks away."});
  far.why = {"Wie hulp zoekt, geeft het na een paar pagina's op.",
             "Who needs help gives up after a few pages."};
  far.fix = {"Zet het account in de voet van elke pagina.",
             "Put the account in the footer of every page."};
  far.evidence = {
      MakeRow("routes/1", 2, pages[2], "twitter", "3", "clicks", "@veerhuis"),
      MakeRow("reach/1", 1, pages[1], "Neem contact op", "2", "clicks", "Neem contact op")};
  far.evidence_count = 14;
  Finding open = MakeFinding(
      "02-langer-open", Outcome::kPlus,
      {"X (Twitter) is langer open dan de telefoon", "X (Twitter) is open longer than the phone"},
      {"Op zaterdag scheelt dat 1 uur 25 minuten.", "On Saturdays by 1 hour 25 minutes."});
  open.evidence = {MakeRow("hours/4", 2, pages[2], "twitter", "85", "minutes",
                           "zaterdag van 9.00 tot 18.25 uur")};
  open.evidence_count = 1;
  Finding chat = MakeFinding("03-chat", Outcome::kNotAssessed,
                             {"Chat is niet de enige weg", "Chat is not the only way"},
                             {"Niet te beoordelen, want niet volledig bekeken: de website.",
                              "Cannot be assessed, because not looked at completely: the "
                              "website."});
  chat.reason = chat.says.en;
  Finding app = MakeFinding("04-app", Outcome::kNotApplicable,
                            {"De app wijst de weg", "The app shows the way"},
                            {"Niet van toepassing: er is geen app.", "Not applicable: no app."});
  app.reason = app.says.en;
  audit.findings = {far, open, chat, app};
  audit.tally.plus = audit.tally.minus = audit.tally.not_applicable = audit.tally.not_assessed = 1;
  audit.tally.score = 50;
  audit.pack_tallies = {{"proef", audit.tally}, {"contact-essentials", Tally{}}};
}

void AddCoverage(Audit& audit) {
  Coverage site;
  site.complete = Complete::kPartial;
  site.seen = 3;
  site.expected = 4;
  site.why = "1 of 4 pages was not read";
  site.holes = {{"https://www.veerhuis.example/veelgestelde-vragen", HoleReason::kRobots,
                 "robots.txt line 4: Disallow: /veelgestelde-vragen", 1}};
  Coverage home;
  home.scope = "home";
  home.complete = Complete::kYes;
  home.seen = home.expected = 1;
  Coverage scripts;
  scripts.scope = "scripts";
  Coverage timeline;
  timeline.kind = LookKind::kTimeline;
  Coverage app;
  app.kind = LookKind::kApp;
  audit.coverage = {site, home, scripts, timeline, app};
}

// Two days of messages, with an outage, a row that is no message and a question too young to judge.
TimelineFigures SampleTimeline() {
  TimelineFigures timeline;
  timeline.is_there = true;
  timeline.counts.files = {"berichten.csv"};
  timeline.counts.zones = {"Europe/Amsterdam"};
  timeline.counts.rows = 41;
  timeline.counts.bad = 1;
  timeline.counts.bad_rows = {{"berichten.csv", 17, "has no time"}};
  timeline.counts.repeated = 2;
  timeline.from_at = "2026-03-02T08:05:00+01:00";
  timeline.to_at = "2026-03-03T21:40:00+01:00";
  timeline.messages = 38;
  timeline.ours = 18;
  timeline.replies = 12;
  timeline.open = 1;
  timeline.answers = {{"all", "", 14, 12, 9, 12, 1560, 7200},
                      {"hours", "inside", 11, 11, 9, 11, 1200, 3900},
                      {"weekday", "1", 8, 7, 5, 7, 1560, 7200},
                      {"hour", "8", 3, 3, 3, 3, 900, 1560}};
  timeline.topics = {{"service", 4}, {"outage", 2}};
  timeline.traits = {{"tip", 9}, {"empathy", 7}};
  timeline.incidents = {{"website", "2026-03-02T11:00:00+01:00", 1500, 5400, 3},
                        {"phone", "2026-03-03T09:00:00+01:00", std::nullopt, std::nullopt, 0}};
  return timeline;
}

void AddApp(Audit& audit) {
  SitePage start = Page("app.yaml#Begin", "Begin", 0), contact = Page("app.yaml#Hulp", "Hulp", 1);
  SitePage listing = Page("https://play.google.com/store/apps/details?id=veer", "Veerhuis", 0);
  start.surface = contact.surface = Surface::kApp;
  listing.surface = Surface::kStore;
  start.links = {Link(4, "Naar hulp")};
  audit.look.pages.insert(audit.look.pages.end(), {start, contact, listing});
  audit.look.other_starts = {3, 5};
  Listing shown;
  shown.store = Store::kGoogle;
  shown.state = ListingState::kRead;
  shown.page = 5;
  audit.listings = {shown};
  Route route;
  route.contact = 1;
  route.start = start.url;
  route.surface = Surface::kApp;
  route.clicks = 1;
  route.certainty = "at-most";
  route.steps = {MakeStep(StepKind::kLink, 3, start, "Naar hulp", contact.url, 1),
                 MakeStep(StepKind::kOpen, 4, contact, "088 000 00 01", "", 0)};
  audit.routes.push_back(route);
}

Noted NotedAt(int line, const std::string& source = "") {
  Noted noted;
  noted.file = "observations.yaml";
  noted.line = line;
  noted.by = source.empty() ? "TS" : "";
  noted.source = source;
  noted.on = "2013-04-08";
  return noted;
}

void AddNotes(Audit& audit) {
  Observations& seen = audit.observed;
  Probe probe;
  probe.channel = "twitter";
  probe.asked = {1365427800, "2013-04-08T15:30:00+02:00", true};
  probe.answered = Moment{1365432900, "2013-04-08T16:55:00+02:00", true};
  probe.human = Human::kYes;
  probe.question = "Vaart de pont morgen?";
  probe.answer = "Ja, om het half uur";
  probe.noted = NotedAt(4);
  seen.probes = {probe};
  Touchpoint ticket;
  ticket.kind = "kaartje";
  ticket.channel = "phone";
  ticket.value = "0900 555";
  ticket.legible = Legible::kNo;
  ticket.print_mm = 0.8;
  ticket.noted = NotedAt(9);
  ticket.noted.photo_file = "photos/kaartje-0a1b2c3d.png";
  seen.touchpoints = {ticket};
  // One white dot.
  audit.photos = {{"photos/kaartje-0a1b2c3d.png", "image/png",
                   std::string("\x89PNG\r\n\x1A\n", 8) + "voorbeeld"}};
  Benchmark first;
  first.who = "Overzet";
  first.measure = "response-time";
  first.rank = 1;
  first.of = 5;
  first.noted = NotedAt(14, "Jaarmeting veren");
  Benchmark ours = first;
  ours.who = "Veerhuis";
  ours.is_ours = ours.is_about = true;
  ours.rank = 4;
  ours.value = 85;
  ours.unit = "minutes";
  seen.benchmarks = {first, ours};
  Metric fans;
  fans.name = "fans";
  fans.title_nl = fans.title_en = "Fans";
  fans.channel = "facebook";
  fans.value = fans.exact = 1200;
  fans.unit = "people";
  fans.text = "fans: 1200";
  fans.at = "2013-04";
  fans.noted = NotedAt(20);
  Metric rate = fans;
  rate.name = "interaction-rate";
  rate.title_nl = "Interactie";
  rate.title_en = "Interaction rate";
  rate.value = 8.1;
  rate.exact = 8.083333;
  rate.unit = "percent";
  rate.is_derived = true;
  rate.decimals = 1;
  rate.formula = "100 × people talking / fans";
  rate.formula_nl = "100 × mensen die erover praten / fans";
  rate.inputs = {"metrics/2", "metrics/1"};
  rate.text = "100 × 97 / 1200 = 8.1";
  seen.metrics = {fans};
  audit.metrics = {fans, rate};
}

}  // namespace

Audit SampleWithApp() {
  Audit audit = SampleAudit();
  AddApp(audit);
  return audit;
}

Audit SampleAudit() {
  Audit audit;
  audit.brand.name = "Veerhuis";
  audit.brand.slug = "veerhuis";
  audit.brand.country = "NL";
  audit.brand.languages = {"nl"};
  audit.brand.start = "https://www.veerhuis.example/";
  audit.rules_digest = "0123456789abcdef";
  audit.run.started_at = "2013-04-09T08:30:00Z";
  audit.run.ended_at = "2013-04-09T08:31:12Z";
  audit.run.milliseconds = 72045;
  audit.parameters = {{"language", "nl"},
                      {"locales", "one"},
                      {"max_pages", "500"},
                      {"depth", "unlimited"},
                      {"robots", "obeyed"}};
  AddPages(audit);
  AddContacts(audit);
  AddFindings(audit);
  AddCoverage(audit);
  audit.timeline = SampleTimeline();
  audit.pack_abouts = {{"proef", {"Een proef met vier regels.", "A trial of four rules."}}};
  AddNotes(audit);
  return audit;
}

Audit HostileAudit(const std::string& attack) {
  Audit audit = SampleAudit();
  audit.brand.name = audit.brand.start = attack;
  audit.look.problems = {attack};
  audit.pack_abouts = {{"proef", {attack, attack}}};
  for (SitePage& page : audit.look.pages) {
    page.lang = attack;
    page.url = page.title = attack;
    for (SiteLink& link : page.links) link.label = attack;
  }
  for (Contact& contact : audit.contacts) {
    contact.value = contact.display = contact.handle = attack;
    contact.signals = {attack};
    for (ContactPlace& place : contact.places) place.url = place.label = place.quote = attack;
  }
  for (Route& route : audit.routes) {
    for (Step& step : route.steps) {
      step.page_url = step.page_title = step.label = step.to_url = attack;
    }
  }
  for (Finding& finding : audit.findings) {
    finding.says = finding.title = finding.why = finding.fix = {attack, attack};
    finding.reason = finding.source_from = attack;
    finding.source = {attack, attack};
    for (EvidenceRow& row : finding.evidence) {
      row.url = row.title = row.label = row.value = row.quote = row.at = row.place = attack;
    }
    finding.also = finding.evidence;
  }
  for (Coverage& row : audit.coverage) {
    for (Hole& hole : row.holes) hole.url = hole.text = attack;
  }
  const auto strike = [&](Noted& noted) {
    noted.file = noted.by = noted.source = noted.on = noted.note = attack;
  };
  for (Probe& row : audit.observed.probes) {
    row.channel = row.question = row.answer = row.context = row.asked.iso = attack;
    strike(row.noted);
  }
  for (Touchpoint& row : audit.observed.touchpoints) {
    row.kind = row.channel = row.value = row.text = row.noted.photo_file = attack;
    strike(row.noted);
  }
  for (Benchmark& row : audit.observed.benchmarks) {
    row.who = row.measure = row.channel = row.unit = row.period = attack;
    strike(row.noted);
  }
  for (Metric& row : audit.metrics) {
    row.name = row.channel = row.account = row.unit = row.at = row.text = attack;
    row.title_nl = row.title_en = row.formula = row.formula_nl = attack;
    strike(row.noted);
  }
  return audit;
}

std::string ReadRoot(const std::string& path) {
  const auto text = ReadFile(std::string(KLIKPAD_ROOT) + "/" + path);
  if (!text) throw std::runtime_error(text.error().Text());
  return *text;
}

ReportWording TestWording() {
  const auto reports = Yaml::Parse(ReadRoot("reports/wording.yaml"), "reports/wording.yaml");
  const auto rules = Yaml::Parse(ReadRoot("rules/wording.yaml"), "rules/wording.yaml");
  if (!reports) throw std::runtime_error(reports.error().Text());
  if (!rules) throw std::runtime_error(rules.error().Text());
  const auto remarks = Yaml::Parse(ReadRoot("reports/remarks.yaml"), "reports/remarks.yaml");
  if (!remarks) throw std::runtime_error(remarks.error().Text());
  const auto wording = ParseReportWording(*reports, *rules, *remarks);
  if (!wording) throw std::runtime_error(wording.error().Text());
  return *wording;
}

HtmlTemplate TestTemplate() {
  return {ReadRoot("reports/report.html.mustache"), ReadRoot("reports/report.css")};
}

}  // namespace klikpad
