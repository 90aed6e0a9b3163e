// Words for figures, dates and places; the matrix; ways; cleaned text and addresses.

#include "report/telling.h"

#include <doctest/doctest.h>

#include "model/shown_value.h"
#include "report/clicks_matrix.h"
#include "report/site_text.h"
#include "report/ways.h"
#include "sample.h"

namespace klikpad {
namespace {

TEST_CASE("figures are worded with their unit") {
  struct Case {
    std::string value, unit, nl, en;
  };
  const std::vector<Case> cases = {{"85", "minutes", "1 uur 25 minuten", "1 hour 25 minutes"},
                                   {"60", "minutes", "1 uur", "1 hour"},
                                   {"1", "minutes", "1 minuut", "1 minute"},
                                   {"59", "minutes", "59 minuten", "59 minutes"},
                                   {"1", "clicks", "1 klik", "1 click"},
                                   {"3", "clicks", "3 klikken", "3 clicks"},
                                   {"8.15", "percent", "8,2 procent", "8.2 percent"},
                                   {"phone", "word", "Telefoon", "Phone"},
                                   {"+31880000001", "phone", "+31880000001", "+31880000001"},
                                   {"{n}", "text", "{n}", "{n}"},
                                   {"", "clicks", "", ""}};
  const Audit audit = SampleAudit();
  const ReportWording wording = TestWording();
  for (const Case& c : cases) {
    CAPTURE(c.value);
    CAPTURE(c.unit);
    CHECK(Say(audit, wording, "nl").Value(c.value, c.unit) == c.nl);
    CHECK(Say(audit, wording, "en").Value(c.value, c.unit) == c.en);
  }
}

TEST_CASE("a contact's value is shown as its page prints it") {
  struct Case {
    std::string label, value, quote, shown;
  };
  const std::vector<Case> cases = {
      {"phone", "+319005552233", "Bel 0900 - 555 22 33 (45 ct)", "0900 - 555 22 33"},
      {"phone", "+31885550000", "Vanuit het buitenland: +31 (0)88 555 00 00.",
       "+31 (0)88 555 00 00"},
      {"phone", "+31885550000", "0031 88 555 00 00", "0031 88 555 00 00"},
      {"phone", "+14155550123", "Call (415) 555-0123 or 415-555-0199", "(415) 555-0123"},
      {"phone", "+31385550120", "Telefoon: 038 – 555 01 20, elke dag", "038 – 555 01 20"},
      {"phone", "+31885550000", "Bel een adviseur", "+31885550000"},
      {"phone", "+31885550000", "Bel 088 555 00 01 of 088 555 00 00", "088 555 00 00"},
      {"phone", "+31885550000", "Klantnummer 10885550000", "+31885550000"},
      {"chat", "unknown", "Start de chat", "Start de chat"},
      {"email", "info@voorbeeld.example", "mail ons", "info@voorbeeld.example"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.quote);
    EvidenceRow row;
    row.ref = "contacts/1";
    row.label = c.label;
    row.value = c.value;
    row.quote = c.quote;
    CHECK(ShownValue(row) == c.shown);
  }
  EvidenceRow row;
  row.ref = "pages/1";
  row.value = "unknown";
  CHECK(ShownValue(row) == "unknown");
}

TEST_CASE("a number known by its link alone is shown as some place prints it") {
  Contact contact;
  contact.channel = "whatsapp";
  contact.value = "+31612345678";
  contact.places.resize(2);
  contact.places[0].quote = "App ons";
  CHECK(ContactText(contact) == "+31612345678");
  contact.places[1].quote = "WhatsApp: 06 12 34 56 78";
  CHECK(ContactText(contact) == "06 12 34 56 78");
  contact.display = "App met Noor";
  CHECK(ContactText(contact) == "App met Noor");
}

TEST_CASE("dates are worded, other text stays") {
  const Audit audit = SampleAudit();
  const ReportWording wording = TestWording();
  const Say nl(audit, wording, "nl"), en(audit, wording, "en");
  CHECK(nl.Date("2013-04-09T08:30:00Z") == "9 april 2013, 08:30 UTC");
  CHECK(nl.Date("2013-04-09T08:30:00+02:00") == "9 april 2013, 08:30");
  CHECK(en.Date("2013-03-31") == "31 March 2013");
  CHECK(nl.Date("2013-04") == "april 2013");
  CHECK(en.Date("2013") == "2013");
  CHECK(en.Date("spring") == "spring");
  CHECK(en.Date("").empty());
}

TEST_CASE("what a value brings along is no placeholder") {
  const Audit audit = SampleAudit();
  const ReportWording wording = TestWording();
  CHECK(Say(audit, wording, "en").Text("look-holes", {{"n", "{m}"}, {"m", "4"}}) ==
        "{m} of 4 pages not read");
}

TEST_CASE("a contact counts in the column of its clicks") {
  CHECK(MatrixColumn(0) == 0);
  CHECK(MatrixColumn(3) == 3);
  CHECK(MatrixColumn(4) == 4);
  CHECK(MatrixColumn(17) == 4);
  CHECK(MatrixColumn(std::nullopt) == kNoWayColumn);
}

TEST_CASE("the matrix has the brand's own channels and those always asked for") {
  const auto rows = ClicksMatrix(SampleAudit(), {"twitter", "chat"});
  std::string text;
  for (const MatrixRow& row : rows) {
    text += row.channel + ":";
    for (const int count : row.counts) text += " " + std::to_string(count);
    text += row.is_at_most ? " at most" : "";
    text += row.is_follow_only ? " follow" : "";
    text += row.has_scent && !row.scent ? " not by scent\n" : "\n";
  }
  CHECK(text ==
        "twitter: 0 0 0 1 0 0 at most not by scent\n"
        "phone: 1 0 1 0 0 0\n"
        "chat: 0 0 0 0 0 0\n"
        "email: 0 0 0 0 0 1\n"
        "facebook: 0 1 0 0 0 0 follow\n");
}

TEST_CASE("what is for the press or applicants is nearest only where nothing is for customers") {
  Audit audit = SampleAudit();
  const auto row = [&](const std::string& channel) {
    for (const MatrixRow& each : ClicksMatrix(audit, {})) {
      if (each.channel == channel) return each;
    }
    return MatrixRow();
  };
  const MatrixRow before = row("phone");
  REQUIRE(before.nearest >= 0);
  CHECK_FALSE(before.is_for_others);
  CHECK(before.clicks == 0);
  Contact& nearest = audit.contacts[static_cast<std::size_t>(before.nearest)];
  nearest.purpose = "press";
  nearest.places.resize(1);
  const MatrixRow after = row("phone");
  CHECK(after.nearest != before.nearest);
  CHECK(after.clicks == 2);
  CHECK_FALSE(after.is_for_others);
  CHECK(after.counts == before.counts);
  for (Contact& contact : audit.contacts) {
    if (contact.channel == "phone") contact.purpose = "jobs";
    if (contact.channel == "phone") contact.places.resize(1);
  }
  CHECK(row("phone").is_for_others);
  CHECK(row("phone").clicks == 0);
}

TEST_CASE("of equally near mailboxes the one for all is the nearest") {
  Audit audit = SampleAudit();
  audit.contacts.clear();
  for (const char* purpose : {"complaints", ""}) {
    Contact contact;
    contact.channel = "email";
    contact.value = std::string(purpose) + "mail@voorbeeld.example";
    contact.owner = Owner::kOwn;
    contact.use = Use::kContact;
    contact.purpose = purpose;
    contact.clicks = 1;
    contact.places.resize(1);
    contact.places[0].page = 0;
    audit.contacts.push_back(contact);
  }
  for (const MatrixRow& row : ClicksMatrix(audit, {})) {
    if (row.channel == "email") CHECK(row.nearest == 1);
  }
  audit.contacts[0].clicks = 0;
  for (const MatrixRow& row : ClicksMatrix(audit, {})) {
    if (row.channel == "email") CHECK(row.nearest == 0);
  }
}

TEST_CASE("what was not seen is said with what was not looked at") {
  Audit audit = SampleAudit();
  const ReportWording wording = TestWording();
  const Say say(audit, wording, "en");
  CHECK(TellUnseen(audit, "whatsapp", say) ==
        "not seen, but the site was not looked at completely");
  audit.coverage[0].complete = Complete::kYes;
  CHECK(TellUnseen(audit, "whatsapp", say) == "not seen");
  CHECK(TellUnseen(audit, "chat", say) == "not seen, but scripts were not run");
}

TEST_CASE("a way is told page by page, redirects left out") {
  Audit audit = SampleAudit();
  const ReportWording wording = TestWording();
  const Say say(audit, wording, "nl");
  const auto text = [](const std::vector<WayNode>& way) {
    std::string line;
    for (const WayNode& node : way) line += (line.empty() ? "" : " > ") + node.text;
    return line;
  };
  CHECK(text(WayOf(audit, audit.routes[0], say)) ==
        "Startpagina > “Hulp nodig?” > Klantenservice > “Neem contact op” > "
        "Contact met Veerhuis > “@veerhuis” > X (Twitter): veerhuis");
  CHECK(text(WayOf(audit, audit.routes[1], say)) ==
        "Startpagina > Telefoon: 088 000 00 01 (staat op die pagina)");
  audit.routes[0].steps[2].clicks = 2;
  CHECK(text(WayOf(audit, audit.routes[0], say)).find("“@veerhuis” (2 klikken) > ") !=
        std::string::npos);
  audit.routes[0].steps[2].clicks = 1;
  audit.routes[0].steps[1].kind = StepKind::kRedirect;
  CHECK(text(WayOf(audit, audit.routes[0], say)) ==
        "Startpagina > “Hulp nodig?” > Contact met Veerhuis > “@veerhuis” > "
        "X (Twitter): veerhuis");
  EvidenceRow row;
  row.ref = "reach/1";
  row.page = 1;
  CHECK(text(WayOfRow(audit, row, say)) ==
        "Klantenservice > “Neem contact op” > Contact met Veerhuis > X (Twitter)");
  row.page = 2;
  CHECK(WayOfRow(audit, row, say).empty());
  for (const std::string ref : {"routes/0", "routes/99", "routes/x", "links/1", "reach/"}) {
    row.ref = ref;
    CHECK(WayOfRow(audit, row, say).empty());
  }
}

TEST_CASE("only web addresses become links") {
  struct Case {
    std::string url, target;
  };
  const std::vector<Case> cases = {{"https://a.example/b?c=d&e", "https://a.example/b?c=d&e"},
                                   {"http://a.example/(x)", "http://a.example/%28x%29"},
                                   {"https://a.example/'\"<>", "https://a.example/%27%22%3C%3E"},
                                   {"javascript:alert(1)", ""},
                                   {" JAVASCRIPT:alert(1)", ""},
                                   {"java\nscript:alert(1)", ""},
                                   {"data:text/html,x", ""},
                                   {"vbscript:x", ""},
                                   {"file:///etc/passwd", ""},
                                   {"tel:+31880000001", ""},
                                   {"//a.example/", ""},
                                   {"", ""},
                                   {"https://a.example/" + std::string(5000, 'x'), ""}};
  for (const Case& c : cases) {
    CAPTURE(c.url);
    CHECK(LinkTarget(c.url) == c.target);
  }
}

TEST_CASE("shown text is one clean line") {
  CHECK(CleanText(" a\n\tb ") == "a b");
  CHECK(CleanText("a\x1b[1m") == "a[U+001B][1m");
  CHECK(CleanText("a\xC2\x85z") == "a[U+0085]z");
  CHECK(CleanText("ab\u202Ecd") == "ab[U+202E]cd");
  CHECK(CleanText(std::string(50, 'x'), 10) == "xxxxxxxxxx…");
  CHECK(CleanText("éééé", 3) == "é…");
  CHECK(ShownAddress("https://www.a.example/") == "www.a.example");
  CHECK(ShownAddress("https://a.example/" + std::string(100, 'x'), 30).size() <= 33);
}

TEST_CASE("limits that were reached are told in the report's language") {
  Audit audit = SampleAudit();
  audit.look.problems = {"limit: --max-pages 5 was reached"};
  const ReportWording wording = TestWording();
  CHECK(TellProblems(audit, Say(audit, wording, "nl")).back() ==
        "Grens bereikt: na 5 adressen is het bekijken gestopt (--max-pages 5).");
  CHECK(TellProblems(audit, Say(audit, wording, "en")).back() ==
        "Limit reached: looking stopped after 5 addresses (--max-pages 5).");
}

TEST_CASE("rows that tell the same are told once, and a page's title is not quoted at itself") {
  const Audit audit = SampleAudit();
  const ReportWording wording = TestWording();
  const Say say(audit, wording, "nl");
  EvidenceRow row;
  row.ref = "pages/1";
  row.url = "https://a.example/";
  row.title = row.label = row.quote = "Contact";
  row.value = "2";
  row.unit = "clicks";
  const auto lines = TellRows({row, row}, 10, say);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].quote.empty());
  CHECK(lines[0].figure == "2 klikken van de startpagina");
  CHECK(RowsTold({row, row}, 10, say) == 2);
  row.value = "twitter, phone";
  row.unit = "text";
  CHECK(TellEvidence(row, say).figure == "X (Twitter) en Telefoon");
  row.value = "twitter, iets anders";
  CHECK(TellEvidence(row, say).figure == "twitter, iets anders");
}

TEST_CASE("what was noted is told in the reader's language where it can be") {
  Audit audit;
  Benchmark ours;
  ours.who = "Voorbeeld";
  ours.rank = 2;
  ours.of = 12;
  ours.value = 64;
  ours.unit = "minutes";
  ours.is_about = true;
  Metric team;
  team.name = "team-size";
  team.title_nl = "Omvang van het team";
  team.account = "webcare";
  team.unit = "people";
  team.value = 8;
  team.text = "webcare: 8 people";
  audit.observed.benchmarks = {ours};
  audit.metrics = {team};
  audit.observed.said = {{"vlak na een storing", {"vlak na een storing", "right after an outage"}},
                         {"webcare", {"webcare", "web care"}},
                         {"bron", {"bron", "a source"}}};
  const ReportWording wording = TestWording();
  const Say nl(audit, wording, "nl"), en(audit, wording, "en");
  EvidenceRow row;
  row.ref = "benchmarks/1";
  row.quote = "Voorbeeld: 2/12, 64 minutes";
  row.source = "bron";
  CHECK(TellEvidence(row, nl).quote == "Voorbeeld: 2 van 12, ongeveer 1 uur 4 minuten");
  CHECK(TellEvidence(row, en).quote == "Voorbeeld: 2 of 12, about 1 hour 4 minutes");
  CHECK(TellEvidence(row, en).noted == "a source");
  row.ref = "benchmarks/2";  // there is none: as it stands
  CHECK(TellEvidence(row, nl).quote == "Voorbeeld: 2/12, 64 minutes");
  row.ref = "metrics/1";
  row.quote = team.text;
  CHECK(TellEvidence(row, nl).quote == "webcare: 8 personen");
  row.label = "team-size";
  CHECK(TellEvidence(row, nl).figure == "Omvang van het team");
  row.label.clear();
  CHECK(TellEvidence(row, en).quote == "web care: 8 people");
  row.ref = "probes/1";
  row.quote = row.label = "vlak na een storing";
  CHECK(TellEvidence(row, en).quote == "right after an outage");
  CHECK(TellEvidence(row, nl).quote == "vlak na een storing");
  row.ref = "contacts/1";  // words of the site stay
  CHECK(TellEvidence(row, en).quote == "vlak na een storing");
}

TEST_CASE("holes of several looks are listed once, nearest first") {
  Audit audit = SampleAudit();
  const Hole far{"https://a.example/far", HoleReason::kServer, "", std::nullopt};
  audit.coverage[1].holes = {far, audit.coverage[0].holes[0]};
  const auto holes = AllHoles(audit);
  REQUIRE(holes.size() == 2);
  CHECK(holes[1].url == far.url);
}

}  // namespace
}  // namespace klikpad
