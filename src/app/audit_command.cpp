// klikpad audit: from brand.yaml or an address to an audit folder.

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <ostream>

#include "app/answer_source.h"
#include "app/audit.h"
#include "app/audit_folder.h"
#include "app/audit_settings.h"
#include "app/brand_evidence.h"
#include "app/commands.h"
#include "app/folder_claim.h"
#include "app/gate.h"
#include "app/interrupts.h"
#include "app/run_log.h"
#include "app/templates.h"
#include "base/civil_time.h"
#include "base/text.h"
#include "brand/brand_file.h"
#include "report/summary.h"

namespace klikpad {
namespace {

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

// A certificate that every browser warns of is a finding about the site, also where nothing else of
// it can be seen.
bool IsWarnedOf(const SiteLook& look) {
  return std::any_of(look.hosts.begin(), look.hosts.end(), [](const SiteHost& host) {
    return host.fault >= TlsFault::kExpired && host.fault <= TlsFault::kSelfSigned;
  });
}

bool IsColored(const CommandLine& line, const World& world) {
  if (line.color != Color::kAuto) return line.color == Color::kAlways;
  return world.out_is_terminal && !world.wants_no_color;
}

}  // namespace

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
  arguments.fetch.should_stop = InterruptGuard::WasInterrupted;
  const auto library =
      LoadLibrary(world.data_folder + "/rules", *rules, PacksToAsk(arguments.packs, brand.packs));
  if (!library) return Complain(world, library.error(), kExitUsage);
  const auto gate = MakeGate(arguments.gate, rules->channels, *library);
  if (!gate) return Complain(world, gate.error(), kExitUsage);
  const auto reports = LoadReports(
      world.data_folder, [&](const Audit& audit) { return AcceptedBy(*gate, audit, *library); });
  if (!reports) return Complain(world, reports.error(), kExitUsage);
  const auto formats = CheckFormats(arguments.formats, *reports);
  if (!formats) return Complain(world, formats.error(), kExitUsage);
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
  arguments.crawl.scratch_folder = folder;
  auto crawl = Crawl(brand, arguments.crawl, *rules, source.Answers(), hooks);
  log.EndProgress(elapsed());
  if (!crawl) return Complain(world, crawl.error(), kExitUsage);
  if (const auto problem = source.Problem()) return Complain(world, *problem, kExitFailure);
  bool was_cancelled = crawl->was_cancelled || InterruptGuard::WasInterrupted();
  const Error unreachable{
      fmt::format("{} could not be read: {}", brand.start, crawl->start_problem), "", 0, ""};
  const bool is_unreachable = !crawl->start_problem.empty() && !was_cancelled;
  if (is_unreachable && !IsWarnedOf(crawl->look)) {
    return Complain(world, unreachable, kExitUnreachable);
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
  const auto joined = std::make_shared<Audit>(JoinSurfaces(
      brand, arguments.crawl, std::move(*crawl), *rules, std::move(evidence->surfaces)));
  Audit& audit = *joined;
  if (world.keep) world.keep(joined);
  auto draft = AuditDraft::Begin(folder);  // ends before the audit that it reads
  if (!draft) return Complain(world, draft.error(), kExitFailure);
  draft->WriteLook(audit.look);
  Measure(audit, *rules, {library->Channels(), library->Roles()});
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
  run.paces = source.Answers().Paces();
  audit.run = std::move(run);

  log.Step("writing", "writing " + folder);
  const auto recording = source.Finish();
  if (!recording) return Complain(world, recording.error(), kExitFailure);
  const auto written =
      draft->Finish(audit, *rules, *library, *reports, *formats, *recording, messages);
  if (!written) return Complain(world, written.error(), kExitFailure);
  if (!was_cancelled) source.DropState();
  if (line.verbosity >= 0) {
    *world.out << (IsColored(line, world) ? ColoredSummary(audit) : Summary(audit)) << "\n";
  }
  *world.out << "audit: " << folder << "/audit.json\n";
  if (was_cancelled) TellInterrupted(arguments.source, log);
  const int code = is_unreachable  ? Complain(world, unreachable, kExitUnreachable)
                   : was_cancelled ? kExitInterrupted
                   : arguments.strict_limits && hit_limit ? kExitLimit
                                                          : PassGate(audit, *library, *gate, world);
  log.Step("done", "audit: " + folder + "/audit.json",
           Json().Set("audit", folder + "/audit.json").Set("exit", code));
  return code;
}

}  // namespace klikpad
