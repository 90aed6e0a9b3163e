// "Fail the n-th request, for every n": whatever goes wrong with any one request, the audit is made
// to its end and is honest. Each verdict stays as it was or becomes "not assessed"; none turns.

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "app/fixture_audit.h"
#include "app/run.h"

namespace klikpad {
namespace {

// What becomes of a good answer.
struct FailureKind {
  std::string name;
  std::function<void(Exchange&)> spoil;
};

Exchange Failed(const Exchange& good, FetchError error) {
  Exchange exchange;
  exchange.url = good.url;
  exchange.final_url = good.final_url;
  exchange.error = error;
  exchange.error_text = "the host www.klein.example is not known";
  return exchange;
}

FailureKind NoAnswer(FetchError error) {
  return {std::string(Word(error)), [error](Exchange& e) { e = Failed(e, error); }};
}

FailureKind Status(int status) {
  return {std::to_string(status), [status](Exchange& exchange) {
            exchange.status = status;
            exchange.headers = {{"content-type", "text/html"}};
            exchange.body = "<html><title>Oeps</title><p>Probeer het later nog eens.</p>";
          }};
}

std::vector<FailureKind> AllKinds() {
  std::vector<FailureKind> kinds = {NoAnswer(FetchError::kConnect),
                                    NoAnswer(FetchError::kTls),
                                    Status(304),
                                    Status(400),
                                    Status(403),
                                    Status(503)};
  kinds.push_back({"half of the body", [](Exchange& exchange) {
                     exchange.body.resize(exchange.body.size() / 2);
                     exchange.is_truncated = true;
                     exchange.error_text = "the connection to www.klein.example broke off";
                   }});
  kinds.push_back({"a check instead of the page", [](Exchange& exchange) {
                     exchange.status = 200;
                     exchange.headers = {{"content-type", "text/html"}};
                     exchange.body =
                         "<title>Just a moment...</title><script>_cf_chl_opt={}</script>";
                   }});
  kinds.push_back({"a redirect to itself", [](Exchange& exchange) {
                     exchange.status = 302;
                     exchange.headers = {{"location", exchange.url}};
                     exchange.body.clear();
                   }});
  return kinds;
}

class SpoilNth : public Fetcher {
 public:
  SpoilNth(std::unique_ptr<Fetcher> fetcher, const FailureKind* kind, int n, int& count)
      : fetcher_(std::move(fetcher)), kind_(kind), n_(n), count_(count) {
    count_ = 0;
  }
  void Fetch(const std::vector<Request>& batch, const Done& done) override {
    const int first = count_;
    count_ += static_cast<int>(batch.size());
    fetcher_->Fetch(batch, [&](std::size_t i, Exchange exchange) {
      if (kind_ != nullptr && first + static_cast<int>(i) == n_) kind_->spoil(exchange);
      done(i, std::move(exchange));
    });
  }

 private:
  std::unique_ptr<Fetcher> fetcher_;
  const FailureKind* kind_;
  int n_;
  int& count_;
};

FixtureAudit AuditWith(const std::string& site, const FailureKind* kind, int n, int& count) {
  const TempDir work;
  return AuditThrough(FixtureFolder(site), work / "audit",
                      [&](std::unique_ptr<Fetcher> fetcher) {
                        return std::make_unique<SpoilNth>(std::move(fetcher), kind, n, count);
                      },
                      {"--no-stores", "--no-warc"});
}

}  // namespace

TEST_CASE("fail the n-th request, for every n and in every way: no verdict turns") {
  int requests = 0;
  const FixtureAudit good = AuditWith("klein", nullptr, 0, requests);
  const int all = requests;
  REQUIRE(all > 10);
  int assessed_less = 0, unreachable = 0;
  for (const FailureKind& kind : AllKinds()) {
    for (int n = 0; n < all; ++n) {
      CAPTURE(kind.name);
      CAPTURE(n);
      const FixtureAudit run = AuditWith("klein", &kind, n, requests);
      if (run.code == kExitUnreachable) {  // the start page: nothing is judged
        ++unreachable;
        continue;
      }
      CHECK(run.verdicts.size() == good.verdicts.size());
      for (const auto& [rule, outcome] : run.verdicts) {
        if (outcome == good.verdicts.at(rule)) continue;
        CHECK_MESSAGE(outcome == "not_assessed", rule, ": ", good.verdicts.at(rule), " became ",
                      outcome);
        ++assessed_less;
      }
    }
  }
  CHECK(assessed_less > 0);
  CHECK(unreachable > 0);
  CHECK(unreachable <= 3 * static_cast<int>(AllKinds().size()));
}

}  // namespace klikpad
