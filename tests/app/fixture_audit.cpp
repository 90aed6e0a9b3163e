// The program run over a folder, and what it wrote read back.

#include "app/fixture_audit.h"

#include <doctest/doctest.h>

#include <functional>
#include <sstream>

#include "app/run.h"
#include "app/site_server.h"
#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"
#include "fetch/replay.h"

namespace klikpad {
namespace {

const Json* FindingOf(const Json& audit, const std::string& name) {
  for (const Json& finding : audit["findings"].Items()) {
    if (finding["pack"].AsString() + "/" + finding["rule"].AsString() == name) return &finding;
  }
  return nullptr;
}

World WorldWriting(std::ostream& out, std::ostream& err) {
  World world;
  world.out = &out;
  world.err = &err;
  world.now = [] { return std::int64_t{1365496200}; };
  world.data_folder = KLIKPAD_ROOT;
  return world;
}

// Writes down every address before it is asked.
class NotingFetcher : public Fetcher {
 public:
  NotingFetcher(std::unique_ptr<Fetcher> site, std::vector<std::string>& asked)
      : site_(std::move(site)), asked_(asked) {}
  void Fetch(const std::vector<Request>& batch, const Done& done) override {
    for (const Request& request : batch) asked_.push_back(request.url);
    site_->Fetch(batch, done);
  }

 private:
  std::unique_ptr<Fetcher> site_;
  std::vector<std::string>& asked_;
};

FixtureAudit RunAudit(
    const std::string& site_folder, const std::string& output, const std::vector<std::string>& more,
    std::function<Result<std::unique_ptr<Fetcher>>(const FetchOptions&)> make_fetcher) {
  std::ostringstream out, err;
  World world = WorldWriting(out, err);
  world.make_fetcher = std::move(make_fetcher);
  std::vector<std::string> arguments = {"audit", site_folder + "/brand.yaml", "-o", output};
  arguments.insert(arguments.end(), more.begin(), more.end());

  FixtureAudit result;
  result.code = RunKlikpad(arguments, world);
  result.err = err.str();
  if (result.code == kExitUnreachable || result.code == kExitUsage) return result;
  const auto text = ReadFile(output + "/audit.json");
  REQUIRE_MESSAGE(text.has_value(), result.err);
  auto json = Json::Parse(*text);
  REQUIRE(json.has_value());
  result.audit = std::move(*json);
  for (const Json& finding : result.audit["findings"].Items()) {
    result.verdicts[finding["pack"].AsString() + "/" + finding["rule"].AsString()] =
        finding["outcome"].AsString();
  }
  return result;
}

}  // namespace

std::string FixtureFolder(const std::string& name) {
  return std::string(KLIKPAD_ROOT) + "/fixtures/sites/" + name;
}

FixtureAudit AuditThrough(const std::string& site_folder, const std::string& output,
                          const WrapFetcher& wrap, const std::vector<std::string>& more) {
  return RunAudit(site_folder, output, more,
                  [&](const FetchOptions& options) -> Result<std::unique_ptr<Fetcher>> {
                    auto site = SiteFolder::Load(site_folder);
                    if (!site) return tl::unexpected(site.error());
                    std::vector<SiteFolder> sites;
                    sites.push_back(std::move(*site));
                    return wrap(std::make_unique<ReplayFetcher>(std::move(sites), options));
                  });
}

FixtureAudit AuditSite(const std::string& site_folder, const std::string& output,
                       const std::vector<std::string>& more) {
  std::vector<std::string> asked;
  FixtureAudit audit = AuditThrough(
      site_folder, output,
      [&](std::unique_ptr<Fetcher> fetcher) {
        return std::make_unique<NotingFetcher>(std::move(fetcher), asked);
      },
      more);
  REQUIRE_MESSAGE(!audit.audit.IsNull(), audit.err);
  audit.asked = std::move(asked);
  return audit;
}

FixtureAudit AuditOverHttp(const std::string& site_folder, const std::string& output,
                           const std::vector<std::string>& more) {
  auto site = SiteFolder::Load(site_folder);
  REQUIRE(site.has_value());
  const std::string host = site->MainHost();
  std::vector<SiteFolder> sites;
  sites.push_back(std::move(*site));
  SiteServer server(std::move(sites));
  REQUIRE(server.Start().has_value());
  std::vector<std::string> arguments = {"--i-own-this-site", "--max-retries", "0", "--connect-to",
                                        host + ":80:127.0.0.1:" + std::to_string(server.Port())};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return RunAudit(site_folder, output, arguments, MakeCurlFetcher);
}

FixtureAudit AuditSite(const std::string& site_folder, const std::vector<std::string>& more) {
  const TempDir work;
  return AuditSite(site_folder, work / "audit", more);
}

Json::Array QueryAudit(const std::string& audit_folder, const std::string& sql) {
  std::ostringstream out, err;
  const int code = RunKlikpad({"query", audit_folder, sql}, WorldWriting(out, err));
  REQUIRE_MESSAGE(code == kExitPassed, sql, ": ", err.str());
  const auto json = Json::Parse(out.str());
  REQUIRE(json.has_value());
  return json->Items();
}

std::string ExplainRule(const std::string& audit_folder, const std::string& rule) {
  std::ostringstream out, err;
  const int code = RunKlikpad({"rules", "explain", rule, audit_folder}, WorldWriting(out, err));
  REQUIRE_MESSAGE(code == kExitPassed, rule, ": ", err.str());
  return out.str();
}

Verdicts ExpectedVerdicts(const std::string& site_folder) {
  const auto yaml = Yaml::Load(site_folder + "/expected.yaml");
  REQUIRE(yaml.has_value());
  Verdicts verdicts;
  for (const Yaml::Member& pack : yaml->Members()) {
    for (const Yaml::Member& rule : pack.value.Members()) {
      verdicts[pack.key + "/" + rule.key] = rule.value.Scalar();
    }
  }
  return verdicts;
}

void CheckVerdicts(const FixtureAudit& audit, const Verdicts& expected) {
  CHECK(audit.verdicts.size() == expected.size());
  for (const auto& [rule, outcome] : expected) {
    const Json* finding = FindingOf(audit.audit, rule);
    const std::string seen = finding == nullptr ? "no finding" : (*finding)["outcome"].AsString();
    const std::string says = finding == nullptr ? "" : (*finding)["says"]["en"].AsString();
    const std::string reason = finding == nullptr ? "" : (*finding)["reason"].AsString();
    CHECK_MESSAGE(seen == outcome, rule, ": expected ", outcome, ", is ", seen, ": ", says, " ",
                  reason);
  }
}

FixtureCopy::FixtureCopy(const std::string& name) {
  std::filesystem::copy(
      FixtureFolder(name), dir_.Path(),
      std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
}

std::string FixtureCopy::Read(const std::string& file) const {
  auto text = ReadFile(dir_ / file);
  REQUIRE_MESSAGE(text.has_value(), file);
  return std::move(*text);
}

std::vector<std::string> FixtureCopy::Files() const {
  auto files = ListFiles(Folder());
  REQUIRE(files.has_value());
  return std::move(*files);
}

void FixtureCopy::Replace(const std::string& file, const std::string& from,
                          const std::string& to) const {
  const std::string text = Read(file);
  REQUIRE_MESSAGE(text.find(from) != std::string::npos, file, " lacks ", from);
  dir_.Write(file, ReplaceAll(text, from, to));
}

}  // namespace klikpad
