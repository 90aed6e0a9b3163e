// Whole runs of the program in memory: real HTTP on loopback, real SQLite, real files.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "app/run.h"
#include "app/site_server.h"
#include "base/files.h"
#include "base/json.h"
#include "support/fake_fetcher.h"
#include "support/scratch_fault.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

struct Ended {
  int code = 0;
  std::string out, err;
};

using MakeFetcher = std::function<Result<std::unique_ptr<Fetcher>>(const FetchOptions&)>;

Ended Run(const std::vector<std::string>& arguments, MakeFetcher make = MakeCurlFetcher) {
  std::ostringstream out, err;
  World world;
  world.out = &out;
  world.err = &err;
  world.make_fetcher = std::move(make);
  world.now = [] { return std::int64_t{1365496200}; };
  world.data_folder = KLIKPAD_ROOT;
  const int code = RunKlikpad(arguments, world);
  return {code, out.str(), err.str()};
}

// The fixture `klein` on loopback, and the arguments that lead there.
class Klein {
 public:
  Klein() {
    auto folder = SiteFolder::Load(std::string(KLIKPAD_ROOT) + "/fixtures/sites/klein");
    REQUIRE_MESSAGE(folder, folder.error().Text());
    std::vector<SiteFolder> sites;
    sites.push_back(std::move(*folder));
    server_ = std::make_unique<SiteServer>(std::move(sites));
    REQUIRE(server_->Start());
  }
  std::vector<std::string> Audit(const std::string& folder,
                                 const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {
        "audit",        std::string(KLIKPAD_ROOT) + "/fixtures/sites/klein/brand.yaml",
        "--connect-to", fmt::format("www.klein.example:80:127.0.0.1:{}", server_->Port()),
        "-o",           folder};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }

 private:
  std::unique_ptr<SiteServer> server_;
};

Json AuditIn(const std::string& folder) {
  auto text = ReadFile(folder + "/audit.json");
  REQUIRE_MESSAGE(text, text.error().Text());
  auto json = Json::Parse(*text);
  REQUIRE(json);
  return std::move(*json);
}

std::string WithoutRun(Json audit) { return audit.Set("run", Json()).Text(); }

// A fetcher that forwards to one that outlives it.
MakeFetcher Faking(FakeFetcher& fake) {
  class Forward : public Fetcher {
   public:
    explicit Forward(FakeFetcher& to) : to_(to) {}
    void Fetch(const std::vector<Request>& batch, const Done& done) override {
      to_.Fetch(batch, done);
    }

   private:
    FakeFetcher& to_;
  };
  return [&fake](const FetchOptions&) -> Result<std::unique_ptr<Fetcher>> {
    return std::make_unique<Forward>(fake);
  };
}

}  // namespace

TEST_CASE("an audit over HTTP finds the channels with their clicks and names its folder last") {
  const Klein site;
  const TempDir work;
  const Ended run = Run(site.Audit(work / "a"));
  REQUIRE_MESSAGE(run.code == kExitPassed, run.err);
  CHECK(run.out.substr(run.out.rfind("audit: ")) == "audit: " + (work / "a") + "/audit.json\n");
  const Json audit = AuditIn(work / "a");
  std::vector<std::string> found;
  for (const Json& contact : audit["contacts"].Items()) {
    if (contact["owner"].AsString() != "own" || contact["use"].AsString() == "share") continue;
    found.push_back(contact["channel"].AsString() + " " +
                    std::to_string(contact["clicks"].AsInt()));
  }
  for (const std::string expected : {"twitter 1", "phone 1", "whatsapp 2", "email 1", "form 1"}) {
    CAPTURE(expected);
    CHECK(std::find(found.begin(), found.end(), expected) != found.end());
  }
}

TEST_CASE(
    "stores are asked over HTTP where --connect-to leads, and the audit keeps to its schema") {
  const std::string site = std::string(KLIKPAD_ROOT) + "/fixtures/sites/ing-2013";
  std::vector<SiteFolder> sites;
  sites.push_back(SiteFolder::Load(site).value());
  SiteServer server(std::move(sites));
  REQUIRE(server.Start());
  const TempDir work;
  std::vector<std::string> arguments = {"audit", site + "/brand.yaml", "-o", work / "a"};
  for (const std::string host :
       {"www.ing.example", "apps.apple.com", "itunes.apple.com", "play.google.com"}) {
    arguments.emplace_back("--connect-to");
    arguments.push_back(fmt::format("{}:80:127.0.0.1:{}", host, server.Port()));
  }
  const Ended run = Run(arguments);
  REQUIRE_MESSAGE(run.code == kExitPassed, run.err);
  const Json audit = AuditIn(work / "a");
  REQUIRE(audit["listings"].Items().size() == 2);
  for (const Json& listing : audit["listings"].Items()) {
    CHECK(listing["state"].AsString() == "read");
    CHECK(listing["title"].AsString() == "ING Bankieren");
    CHECK(listing["is_start"].AsBool());
  }
  const std::string command = fmt::format(
      "/usr/bin/python3 -c \"import json, jsonschema; jsonschema.validate(json.load(open('{}')), "
      "json.load(open('{}')))\"",
      (work / "a") + "/audit.json", std::string(KLIKPAD_ROOT) + "/reports/audit.schema.json");
  CHECK(std::system(command.c_str()) == 0);
}

TEST_CASE(
    "brand check names the mistakes of all files, and --template prints a file to start from") {
  const TempDir work;
  const Ended printed = Run({"audit", "--template", "app"});
  REQUIRE(printed.code == kExitPassed);
  work.Write("app.yaml", printed.out);
  work.Write("brand.yaml",
             "name: Voorbeeld\nstart: www.voorbeeld.example\ncountry: NL\napp: app.yaml\n");
  const Ended fine = Run({"brand", "check", work / "brand.yaml"});
  CHECK_MESSAGE(fine.code == kExitPassed, fine.err);
  CHECK(fine.out.find("6 screens, 4 contacts, the farthest screen 3 clicks away; 1 place was not "
                      "visited") != std::string::npos);
  work.Write("app.yaml",
             "screens:\n  Begin:\n  - Hulp -> Hulpp\n  - phone: 12\n  Hulp:\n  - Terug -> Begin\n");
  const Ended wrong = Run({"brand", "check", work / "brand.yaml"});
  CHECK(wrong.code == kExitUsage);
  CHECK(wrong.err.find("app.yaml:3: no screen is called 'Hulpp' (did you mean 'Hulp'?)") !=
        std::string::npos);
  const Ended unknown = Run({"audit", "--template", "apps"});
  CHECK(unknown.code == kExitUsage);
  CHECK(unknown.err.find("did you mean 'app'?") != std::string::npos);
  CHECK(Run({"audit", "--template", "app", "x.example"}).code == kExitUsage);
  CHECK(Run({"audit"}).code == kExitUsage);
  CHECK(Run({"brand"}).err.find("brand needs one of: check") != std::string::npos);
}

TEST_CASE("audit.json keeps to its published schema") {
  const Klein site;
  const TempDir work;
  REQUIRE(Run(site.Audit(work / "a")).code == kExitPassed);
  const std::string command = fmt::format(
      "/usr/bin/python3 -c \"import json, jsonschema; jsonschema.validate(json.load(open('{}')), "
      "json.load(open('{}')))\"",
      (work / "a") + "/audit.json", std::string(KLIKPAD_ROOT) + "/reports/audit.schema.json");
  CHECK(std::system(command.c_str()) == 0);
}

TEST_CASE("two runs differ in nothing but `run`, whatever the number of connections") {
  const Klein site;
  const TempDir work;
  std::string first;
  for (const char* connections : {"1", "2", "16"}) {
    const std::string folder = work / connections;
    REQUIRE(Run(site.Audit(folder, {"--host-concurrency", connections})).code == kExitPassed);
    const std::string audit = WithoutRun(AuditIn(folder));
    if (first.empty()) first = audit;
    CHECK(audit == first);
  }
}

TEST_CASE("broken pages give an audit with clear words, and no crash") {
  FakeFetcher fake;
  const std::string home = "http://www.breuk.example/";
  std::string nested, line = "<p>";
  for (int i = 0; i < 60'000; ++i) nested += "<div>";
  while (line.size() < (5u << 20)) line += "woord tel 020 555 01 42 en nog meer, ";
  fake.AddPage(home,
               "<html lang=nl><title>Breuk</title><a href=/leeg>leeg</a><a href=/binair>b</a>"
               "<a href=/diep>d</a><a href=/lang>l</a><a href=/charset>c</a>"
               "<a href=/contact>contact</a>");
  fake.AddPage(home + "leeg", "");
  std::string binary;
  for (int i = 0; i < 100'000; ++i) binary += static_cast<char>(i * 7919 % 256);
  fake.AddPage(home + "binair", binary);
  fake.AddPage(home + "diep", nested + "<a href=/contact>contact</a>");
  fake.AddPage(home + "lang", line);
  fake.Add(home + "charset",
           PageAnswer("<title>caf\xE9 \xFF\xFE</title>", "text/html; charset=utf-8"));
  fake.AddPage(home + "contact", "<title>Contact</title><a href=\"tel:+31205550142\">bel</a>");
  const TempDir work;
  const Ended run =
      Run({"audit", home, "--no-robots", "--country", "NL", "-o", work / "a"}, Faking(fake));
  REQUIRE_MESSAGE(run.code == kExitPassed, run.err);
  const Json audit = AuditIn(work / "a");
  CHECK(audit["pages"].Items().size() == 7);
  bool has_phone = false;
  for (const Json& contact : audit["contacts"].Items()) {
    has_phone = has_phone || contact["value"].AsString() == "+31205550142";
  }
  CHECK(has_phone);
}

TEST_CASE("a full disk leaves the old audit whole and says so") {
  const Klein site;
  const TempDir work;
  REQUIRE(Run(site.Audit(work / "a")).code == kExitPassed);
  const std::string before = *ReadFile((work / "a") + "/audit.json");
  const Ended run = [&] {
    const FullDisk full(20'000);
    return Run(site.Audit(work / "a", {"--max-pages", "5"}));
  }();
  CHECK(run.code == kExitFailure);
  CHECK(run.err.find("klikpad: ") == 0);
  CHECK(*ReadFile((work / "a") + "/audit.json") == before);
  CHECK(ListFiles(work / "a")->size() == 3);
}

TEST_CASE("every wrong word gets one clear line and exit 3") {
  struct Case {
    std::string name;
    std::vector<std::string> arguments;
    std::string expected;
  };
  const TempDir work;
  work.Write("port.yaml", "name: x\nstart: https://x.example:99999/\n");
  work.Write("key.yaml", "name: x\nstrat: https://x.example/\n");
  const std::vector<Case> cases = {
      {"command", {"audti", "x"}, "unknown command 'audti' (did you mean 'audit'?)"},
      {"option",
       {"audit", "x.example", "--max-page", "3"},
       "unknown option '--max-page' (did you mean '--max-pages'?)"},
      {"no number", {"audit", "x.example", "--max-pages", "many"}, "--max-pages"},
      {"duration",
       {"audit", "x.example", "--timeout", "30"},
       "--timeout '30' is no duration such as 250ms, 30s or 10m"},
      {"word",
       {"audit", "x.example", "--locales", "al"},
       "--locales 'al' is none of: one, all (did you mean 'all'?)"},
      {"format", {"audit", "x.example", "-f", "jsn"}, "(did you mean 'json'?)"},
      {"no effect", {"audit", "x.example", "--locales", "all", "--lang", "nl"}, "has no effect"},
      {"pattern",
       {"audit", "x.example", "--include", "(", "-o", work / "p"},
       "--include '(' is no regular expression"},
      {"country", {"audit", "x.example", "--country", "Holland"}, "country 'Holland'"},
      {"address", {"audit", "ftp://x.example/"}, "is neither a file nor an http or https address"},
      {"missing file", {"audit", work / "none.yaml"}, "cannot be read"},
      {"bad port", {"audit", work / "port.yaml"}, "port.yaml:2: 'https://x.example:99999/' is no"},
      {"bad key",
       {"audit", work / "key.yaml"},
       "key.yaml:2: unknown key 'strat' (did you mean 'start'?)"},
      {"certificates", {"audit", "x.example", "--cacert", work / "none.pem"}, "none.pem"},
      {"map", {"audit", "x.example", "--connect-to", "nonsense"}, "connect-to"},
      {"report",
       {"audit", "http://x.example/", "-o", work / "r", "-f", "html=/dev/null/x.html"},
       "cannot be written"},
      {"query", {"query", work / "none", "SELECT 1"}, "is no audit folder"},
      {"find", {"find", work / "none.html"}, "cannot be read"},
      {"serve", {"serve", work / "none"}, "none"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Ended run = Run(c.arguments);
    CHECK(run.code == kExitUsage);
    CHECK_MESSAGE(run.err.find(c.expected) != std::string::npos, run.err);
    CHECK(run.err.rfind("klikpad: ", 0) == 0);
    CHECK(run.out.empty());
  }
}

TEST_CASE("what could not be reached, and what was cut short, has its exit code") {
  FakeFetcher gone;
  gone.Add("http://www.weg.example/", ErrorAnswer(FetchError::kDns));
  const TempDir work;
  const Ended lost =
      Run({"audit", "http://www.weg.example/", "--no-robots", "-o", work / "w"}, Faking(gone));
  CHECK(lost.code == kExitUnreachable);
  CHECK_FALSE(std::filesystem::exists(work / "w"));
  // What was there before stays, and only what was made goes.
  std::filesystem::create_directory(work / "mine");
  Run({"audit", "http://www.weg.example/", "--no-robots", "-o", work / "mine/deep/w"},
      Faking(gone));
  CHECK(std::filesystem::exists(work / "mine"));
  CHECK_FALSE(std::filesystem::exists(work / "mine/deep"));

  const Klein site;
  CHECK(Run(site.Audit(work / "l", {"--max-pages", "2", "--strict-limits"})).code == kExitLimit);
  CHECK(Run(site.Audit(work / "c", {"--max-pages", "2", "--min-coverage", "1"})).code ==
        kExitInconclusive);
  CHECK(Run(site.Audit(work / "d", {"--min-coverage", "0.5"})).code == kExitPassed);
}

TEST_CASE("the gate says what is not met, and rules explain how a verdict came about") {
  const Klein site;
  const TempDir work;
  const Ended far = Run(site.Audit(work / "a", {"--max-clicks", "email=0", "--min-score", "100"}));
  CHECK(far.code == kExitAssertion);
  CHECK(far.err.find("email takes 1 click, at most 0 asked for") != std::string::npos);
  CHECK(Run(site.Audit(work / "b", {"--max-clicks", "email=1"})).code == kExitPassed);
  const Ended none = Run(site.Audit(work / "c", {"--max-clicks", "fax=3"}));
  CHECK(none.code == kExitAssertion);
  CHECK(none.err.find("no way to fax was found") != std::string::npos);
  CHECK(Run(site.Audit(work / "d", {"--max-clicks", "fax"})).code == kExitUsage);

  const Ended why = Run({"rules", "explain", "phone-offered", work / "a"});
  CHECK_MESSAGE(why.code == kExitPassed, why.err);
  CHECK(why.out.find("phone") != std::string::npos);
  CHECK(Run({"rules", "explain", "phone-ofered", work / "a"}).err.find("'phone-offered'") !=
        std::string::npos);
  CHECK(Run({"rules", "lst"}).err.find("did you mean 'list'?") != std::string::npos);
  CHECK(Run({"rules", "check"}).code == kExitPassed);
  CHECK(Run({"rules", "list"}).out.find("02-channel-on-home") != std::string::npos);
}

TEST_CASE("a query answers in JSON and cannot write") {
  const Klein site;
  const TempDir work;
  REQUIRE(Run(site.Audit(work / "a")).code == kExitPassed);
  const Ended rows = Run({"query", work / "a", "SELECT url, clicks FROM pages WHERE clicks = 0"});
  REQUIRE(rows.code == kExitPassed);
  const auto json = Json::Parse(rows.out);
  REQUIRE(json);
  CHECK(json->Items().size() == 1);
  CHECK(json->Items()[0]["url"].AsString() == "http://www.klein.example/");
  CHECK(Run({"query", work / "a", "DELETE FROM pages"}).code == kExitUsage);
  CHECK(Run({"query", work / "a", "SELECT 1; SELECT 2"}).code == kExitUsage);
}

TEST_CASE("init writes a brand file once, and audit reads it") {
  const TempDir work;
  const std::string path = work / "brand.yaml";
  CHECK(Run({"init", "https://www.nieuw.example/", "-o", path}).code == kExitPassed);
  CHECK(Run({"init", "-o", path}).code == kExitUsage);
  CHECK(Run({"init", "-o", path, "--force"}).code == kExitPassed);
  const Ended plan = Run({"audit", path, "--dry-run"});
  CHECK(plan.code == kExitPassed);
  CHECK(plan.out.find("would audit Example") == 0);
}

TEST_CASE("find reads one file and prints contacts, hours, forms and the page") {
  const TempDir work;
  const std::string file = work.Write(
      "x.html",
      "<html lang=nl><title>Contact</title><h1>Contact</h1><p>Bel ons: 020 555 01 42</p>"
      "<a href=\"mailto:info@winkel.example\">mail</a><form method=post><textarea name=bericht>"
      "</textarea><input name=email type=email><button>Verstuur bericht</button></form>");
  const Ended run =
      Run({"find", file, "--url", "https://www.winkel.example/contact", "--country", "NL"});
  REQUIRE(run.code == kExitPassed);
  const auto json = Json::Parse(run.out);
  REQUIRE(json);
  CHECK((*json)["contacts"].Items().size() == 3);
  CHECK((*json)["forms"].Items()[0]["kind"].AsString() == "contact");
  CHECK((*json)["page"]["title"].AsString() == "Contact");
}

}  // namespace klikpad
