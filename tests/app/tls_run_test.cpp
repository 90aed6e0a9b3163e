// Certificates that are no good, through the whole program: a finding, never a crash, and never a
// verdict of absence.

#include <doctest/doctest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/fixture_audit.h"
#include "app/run.h"
#include "base/files.h"
#include "base/json.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

// The host answers with a fault, everything else as the fixture does.
class Faulty : public Fetcher {
 public:
  Faulty(std::unique_ptr<Fetcher> site, std::string host, TlsFault fault)
      : site_(std::move(site)), host_(std::move(host)), fault_(fault) {}
  void Fetch(const std::vector<Request>& batch, const Done& done) override {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (batch[i].url.find("://" + host_ + "/") == std::string::npos) {
        site_->Fetch({batch[i]}, [&](std::size_t, Exchange e) { done(i, std::move(e)); });
        continue;
      }
      Exchange exchange;
      exchange.url = exchange.final_url = batch[i].url;
      exchange.error = FetchError::kTls;
      exchange.tls_fault = fault_;
      exchange.error_text = "the certificate of " + host_ + " has expired";
      done(i, std::move(exchange));
    }
  }

 private:
  std::unique_ptr<Fetcher> site_;
  std::string host_;
  TlsFault fault_;
};

struct Looked {
  FixtureAudit audit;
  Json rule;  // certificates-in-order
};

const Json& Rule(const Json& audit, const std::string& id) {
  for (const Json& finding : audit["findings"].Items()) {
    if (finding["rule"].AsString() == id) return finding;
  }
  static const Json none;
  return none;
}

// The fixture `klein` with a link to its help host, which is faulty.
Looked Look(const std::string& output, TlsFault fault, const std::vector<std::string>& more = {}) {
  const FixtureCopy site("klein");
  const std::string home = "www/index.html";
  site.Write(home, site.Read(home) +
                       "<p><a href='https://help.klein.example/vraag'>Stel uw "
                       "vraag</a></p>");
  std::vector<std::string> words = {"--pack", "contact-essentials", "--pack",
                                    "upkeep", "--extra-host",       "help.klein.example"};
  words.insert(words.end(), more.begin(), more.end());
  Looked looked;
  looked.audit = AuditThrough(
      site.Folder(), output,
      [fault](std::unique_ptr<Fetcher> inner) -> std::unique_ptr<Fetcher> {
        return std::make_unique<Faulty>(std::move(inner), "help.klein.example", fault);
      },
      words);
  looked.rule = Rule(looked.audit.audit, "certificates-in-order");
  return looked;
}

}  // namespace

TEST_CASE("a certificate that browsers warn of is a minus with its host, its fault and its links") {
  const TempDir work;
  const Looked looked = Look(work / "a", TlsFault::kExpired);
  REQUIRE_MESSAGE(looked.audit.code == kExitPassed, looked.audit.err);
  CHECK(looked.rule["outcome"].AsString() == "minus");
  CHECK(looked.rule["says"]["nl"].AsString() ==
        "Browsers waarschuwen voor help.klein.example: certificaat verlopen.");
  CHECK(looked.rule["says"]["en"].AsString() ==
        "Browsers warn of help.klein.example: certificate expired.");
  REQUIRE(looked.rule["evidence"].Items().size() == 1);
  CHECK(looked.rule["evidence"].Items()[0]["quote"].AsString() ==
        "https://help.klein.example/vraag");
  REQUIRE(looked.rule["also"].Items().size() == 1);
  CHECK(looked.rule["also"].Items()[0]["label"].AsString() == "Stel uw vraag");
  // Behind it something may stand: nothing is called absent for it.
  for (const auto& [name, verdict] : looked.audit.verdicts) {
    if (verdict != "minus" || name == "upkeep/certificates-in-order") continue;
    CAPTURE(name);
    const FixtureAudit whole =
        AuditSite(FixtureFolder("klein"), std::vector<std::string>{"--pack", "contact-essentials"});
    CHECK(whole.verdicts.at(name) == "minus");
  }
  bool has_hole = false;
  for (const Json& row : looked.audit.audit["coverage"].Items()) {
    if (row["kind"].AsString() != "site" || !row["scope"].AsString().empty()) continue;
    CHECK(row["complete"].AsString() == "partial");
    for (const Json& hole : row["holes"].Items()) {
      has_hole = has_hole || hole["url"].AsString() == "https://help.klein.example/vraag";
    }
  }
  CHECK(has_hole);
  // From the archive the same comes out.
  const auto again = Look(work / "b", TlsFault::kNone, {"--warc", work / "a/crawl.warc.gz"});
  CHECK(again.rule == looked.rule);
}

TEST_CASE("a certificate that browsers may accept, or none at all, is not judged") {
  for (const TlsFault fault : {TlsFault::kUnknownIssuer, TlsFault::kOther}) {
    CAPTURE(std::string(Word(fault)));
    const TempDir work;
    CHECK(Look(work / "a", fault).rule["outcome"].AsString() == "not_assessed");
  }
}

TEST_CASE("a start page behind such a certificate: exit 6, and an audit that says why") {
  const FixtureCopy site("klein");
  site.Replace("brand.yaml", "start: http://", "start: https://");
  const std::string host = "www.klein.example";
  for (const TlsFault fault : {TlsFault::kSelfSigned, TlsFault::kUnknownIssuer}) {
    CAPTURE(std::string(Word(fault)));
    const TempDir work;
    const FixtureAudit audit =
        AuditThrough(site.Folder(), work / "a",
                     [&](std::unique_ptr<Fetcher> inner) -> std::unique_ptr<Fetcher> {
                       return std::make_unique<Faulty>(std::move(inner), host, fault);
                     },
                     {"--pack", "contact-essentials", "--pack", "upkeep"});
    CHECK(audit.code == kExitUnreachable);
    const auto text = ReadFile(work / "a/audit.json");
    CHECK(text.has_value() == (fault == TlsFault::kSelfSigned));
    if (!text) continue;
    const auto json = Json::Parse(*text);
    REQUIRE(json);
    CHECK(Rule(*json, "certificates-in-order")["outcome"].AsString() == "minus");
    for (const Json& finding : (*json)["findings"].Items()) {
      if (finding["rule"].AsString() == "certificates-in-order") continue;
      CAPTURE(finding["rule"].AsString());
      CHECK(finding["outcome"].AsString() == "not_assessed");
    }
  }
}

}  // namespace klikpad
