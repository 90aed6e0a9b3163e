// klikpad audit: from brand.yaml or an address to an audit folder.

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <ostream>

#include "app/answer_source.h"
#include "app/audit.h"
#include "app/audit_folder.h"
#include "app/brand_evidence.h"
#include "app/commands.h"
#include "app/folder_claim.h"
#include "app/gate.h"
#include "app/interrupts.h"
#include "app/run_log.h"
#include "app/templates.h"
#include "base/civil_time.h"
#include "base/files.h"
#include "base/text.h"
#include "brand/brand_file.h"
#include "report/summary.h"

namespace klikpad {
namespace {

Result<BrandFile> ReadBrand(const AuditArguments& arguments, const Rules& rules) {
  BrandFile file;
  if (IsBrandFile(arguments.target)) {
    const auto text = ReadFile(arguments.target, 1u << 20);
    if (!text) return tl::unexpected(text.error());
    auto parsed = ParseBrandFile(*text, arguments.target, rules.channels);
    if (!parsed) return parsed;
    file = std::move(*parsed);
  } else {
    auto brand = BrandFromAddress(arguments.target);
    if (!brand) return tl::unexpected(brand.error());
    file.brand = std::move(*brand);
  }
  auto country = ParseCountry(arguments.country);
  if (!country) return tl::unexpected(country.error());
  if (!country->empty()) file.brand.country = *country;
  return file;
}

bool IsLoopbackHost(const std::string& host) {
  return host == "localhost" || host == "[::1]" || host.rfind("127.", 0) == 0;
}

// Requests to this machine bother nobody else.
bool StaysOnLoopback(const std::string& start, const std::vector<std::string>& connect_to) {
  const auto url = Url::Parse(start);
  if (url && IsLoopbackHost(url->Host())) return true;
  return std::any_of(connect_to.begin(), connect_to.end(), [](const std::string& map) {
    return map.find(":127.") != std::string::npos || map.find(":localhost:") != std::string::npos;
  });
}

// Command line before brand.yaml before defaults.
void Settle(AuditArguments& arguments, const BrandFile& file) {
  CrawlOptions& crawl = arguments.crawl;
  if (file.limits.max_pages) crawl.max_pages = *file.limits.max_pages;
  if (arguments.max_pages) crawl.max_pages = *arguments.max_pages;
  if (!crawl.depth) crawl.depth = file.limits.depth;
  crawl.max_duration = arguments.max_duration ? arguments.max_duration : file.limits.max_duration;
  FetchOptions& fetch = arguments.fetch;
  crawl.allow_private = fetch.allow_private;
  if (arguments.owns_site || StaysOnLoopback(file.brand.start, fetch.connect_to)) {
    if (!arguments.has_host_interval) fetch.host_interval = std::chrono::milliseconds(0);
    if (!arguments.has_host_concurrency) fetch.host_concurrency = fetch.concurrency;
  }
}

// The command line's packs before brand.yaml's before the usual one.
std::vector<std::string> PacksToAsk(const std::vector<std::string>& asked,
                                    const std::vector<std::string>& of_brand) {
  if (!asked.empty()) return asked;
  if (!of_brand.empty()) return of_brand;
  return {"contact-essentials"};
}

void PrintPlan(const AuditArguments& arguments, const Brand& brand, const std::string& folder,
               std::ostream& out) {
  out << fmt::format("would audit {} from {}\n", ForTerminal(brand.name), brand.start)
      << fmt::format("at most {} addresses, {} connections to a host, {} ms apart\n",
                     arguments.crawl.max_pages, arguments.fetch.host_concurrency,
                     arguments.fetch.host_interval.count())
      << fmt::format("would write {}/audit.json\n", folder);
}

StoreOptions StoreOptionsOf(const AuditArguments& arguments, const Brand& brand,
                            const std::string& storefront) {
  StoreOptions options;
  options.is_on = !arguments.no_stores;
  options.storefront = storefront.empty() ? brand.country : storefront;
  if (!brand.languages.empty()) options.language = brand.languages.front();
  options.obey_robots = arguments.crawl.obey_robots;
  if (StaysOnLoopback(brand.start, arguments.fetch.connect_to)) options.interval_ms = 0;
  options.is_cancelled = InterruptGuard::WasInterrupted;
  return options;
}

RunLogOptions LogOptionsOf(const CommandLine& line, const World& world) {
  RunLogOptions options;
  options.format = line.log_format;
  options.is_terminal = world.err_is_terminal;
  options.shows_progress = line.show_progress;
  options.verbosity = line.verbosity;
  return options;
}

void TellBegin(const AuditArguments& arguments, const Brand& brand, const std::string& folder,
               const AnswerSource& source, RunLog& log) {
  log.Step("begin", fmt::format("auditing {} from {}", brand.name, brand.start),
           Json().Set("brand", brand.slug).Set("start", brand.start).Set("folder", folder));
  if (!arguments.source.resumes) return;
  if (source.Recorded() == 0) {
    log.Note("resumed",
             arguments.source.state + " holds nothing to go on with: the run begins anew",
             Json().Set("recorded", 0));
  } else {
    log.Note("resumed", fmt::format("going on with {} recorded answers", source.Recorded()),
             Json().Set("recorded", source.Recorded()));
  }
}

void TellInterrupted(const SourceArguments& source, RunLog& log) {
  log.Note("interrupted",
           source.state.empty()
               ? "interrupted; the audit holds what was seen until then (--state DIR would keep "
                 "what is needed to go on)"
               : fmt::format("interrupted; go on with --state {} --resume", source.state),
           Json().Set("state", source.state.empty() ? Json() : Json(source.state)));
}

void AddArchiveProblems(const AnswerSource& source, Audit& audit) {
  const auto counts = source.Counts();
  if (!counts || counts->bad == 0) return;
  audit.look.problems.push_back(fmt::format("{} {} of the archive could not be read; the first {}",
                                            counts->bad, counts->bad == 1 ? "record" : "records",
                                            counts->bad_example));
}

}  // namespace

bool IsBrandFile(const std::string& target) {
  const auto ends = [&](std::string_view tail) {
    return target.size() > tail.size() &&
           target.compare(target.size() - tail.size(), tail.size(), tail) == 0;
  };
  std::error_code code;
  return target.find("://") == std::string::npos &&
         (ends(".yaml") || ends(".yml") || std::filesystem::is_regular_file(target, code));
}

int RunAudit(const CommandLine& line, const World& outer) {
  World world = outer;
  world.log_format = line.log_format;
  AuditArguments arguments = line.audit;
  if (!arguments.file_template.empty()) {
    const auto text = FileTemplate(arguments.file_template, arguments.crawl.language);
    if (!text) return Complain(world, text.error(), kExitUsage);
    *world.out << *text;
    return kExitPassed;
  }
  const auto rules = LoadWorldRules(world);
  if (!rules) return Complain(world, rules.error(), kExitUsage);
  auto file = ReadBrand(arguments, *rules);
  if (!file) return Complain(world, file.error(), kExitUsage);
  const Brand& brand = file->brand;
  auto evidence = ReadBrandEvidence(*file, *rules, arguments.keep_authors);
  if (!evidence) return Complain(world, evidence.error(), kExitUsage);
  Settle(arguments, *file);
  const std::string folder =
      arguments.output.empty() ? "klikpad-audits/" + brand.slug : arguments.output;
  const auto reports = LoadReports(world.data_folder);
  if (!reports) return Complain(world, reports.error(), kExitUsage);
  const auto formats = CheckFormats(arguments.formats, *reports);
  if (!formats) return Complain(world, formats.error(), kExitUsage);
  arguments.fetch.should_stop = InterruptGuard::WasInterrupted;
  const auto library =
      LoadLibrary(world.data_folder + "/rules", *rules, PacksToAsk(arguments.packs, brand.packs));
  if (!library) return Complain(world, library.error(), kExitUsage);
  const auto gate = MakeGate(arguments.gate, rules->channels);
  if (!gate) return Complain(world, gate.error(), kExitUsage);
  const auto storefront = ParseCountry(arguments.storefront);
  if (!storefront) return Complain(world, storefront.error(), kExitUsage);
  // Bad options are told before the audit folder is touched.
  if (arguments.source.warc.empty()) {
    const auto fetcher = world.make_fetcher(arguments.fetch);
    if (!fetcher) return Complain(world, fetcher.error(), kExitUsage);
  }
  if (arguments.is_dry_run) {
    PrintPlan(arguments, brand, folder, *world.out);
    return kExitPassed;
  }
  const auto claim = ClaimFolder(folder);
  if (!claim) return Complain(world, claim.error(), kExitUsage);
  auto opened = AnswerSource::Open(arguments.source, arguments.fetch, brand.start, folder, world);
  if (!opened) return Complain(world, opened.error(), kExitUsage);
  AnswerSource& source = **opened;

  Run run;
  const InterruptGuard interrupts;
  run.started_at = FormatIsoTime(world.now());
  const auto begin = std::chrono::steady_clock::now();
  const auto elapsed = [begin] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                 begin)
        .count();
  };
  RunLog log(*world.err, LogOptionsOf(line, world), world.now);
  TellBegin(arguments, brand, folder, source, log);
  CrawlHooks hooks;
  hooks.progress = [&](const CrawlProgress& progress) { log.Progress(progress, elapsed()); };
  hooks.is_cancelled = [&] {
    log.Tick(elapsed());
    return InterruptGuard::WasInterrupted() || source.Problem().has_value();
  };
  hooks.milliseconds = elapsed;
  auto crawl = Crawl(brand, arguments.crawl, *rules, source.Answers(), hooks);
  log.EndProgress(elapsed());
  if (!crawl) return Complain(world, crawl.error(), kExitUsage);
  if (const auto problem = source.Problem()) return Complain(world, *problem, kExitFailure);
  bool was_cancelled = crawl->was_cancelled || InterruptGuard::WasInterrupted();
  if (!crawl->start_problem.empty() && !was_cancelled) {
    return Complain(
        world,
        {fmt::format("{} could not be read: {}", brand.start, crawl->start_problem), "", 0, ""},
        kExitUnreachable);
  }
  const bool hit_limit = !crawl->caps.empty();
  if (!was_cancelled) {
    log.Step("stores", "looking at app stores");
    evidence->surfaces.stores =
        LookAtStores(*file, crawl->look, StoreOptionsOf(arguments, brand, *storefront), *rules,
                     source.Answers());
    was_cancelled = InterruptGuard::WasInterrupted();
  }
  if (was_cancelled && !arguments.source.warc.empty()) {
    // All of it can be read again; half of it would stand in the place of a whole audit.
    log.Note("interrupted", "interrupted; nothing was written, the archive is as it was",
             Json().Set("state", nullptr));
    return kExitInterrupted;
  }
  Audit audit =
      AssembleAudit(brand, arguments.crawl, std::move(*crawl), *rules,
                    {library->Channels(), library->Roles()}, std::move(evidence->surfaces));
  AddArchiveProblems(source, audit);
  const MessageFeed messages = std::move(evidence->messages);
  AddBrandEvidence(std::move(*evidence), *rules, audit);
  run.ended_at = FormatIsoTime(world.now());
  run.milliseconds = elapsed();
  run.process = static_cast<int>(::getpid());
  char host[256] = "";
  ::gethostname(host, sizeof(host) - 1);
  run.host = host;
  run.arguments = line.words;
  audit.run = std::move(run);

  log.Step("writing", "writing " + folder);
  const auto recording = source.Finish();
  if (!recording) return Complain(world, recording.error(), kExitFailure);
  const auto written =
      WriteAuditFolder(audit, *rules, *library, *reports, folder, *formats, *recording, messages);
  if (!written) return Complain(world, written.error(), kExitFailure);
  if (!was_cancelled) source.DropState();
  if (line.verbosity >= 0) *world.out << Summary(audit) << "\n";
  *world.out << "audit: " << folder << "/audit.json\n";
  if (was_cancelled) TellInterrupted(arguments.source, log);
  const int code = was_cancelled                          ? kExitInterrupted
                   : arguments.strict_limits && hit_limit ? kExitLimit
                                                          : PassGate(audit, *library, *gate, world);
  log.Step("done", "audit: " + folder + "/audit.json",
           Json().Set("audit", folder + "/audit.json").Set("exit", code));
  return code;
}

}  // namespace klikpad
