// What each detector costs beside parsing: milliseconds of CPU a page over the pages of a folder,
// the phone finder on a megabyte of digits in many shapes, and the first number of a process.
// usage: KLIKPAD_BENCH_PAGES=FOLDER bench_detect [--benchmark_filter=…]

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.h"
#include "find/accounts/messaging.h"
#include "find/accounts/social.h"
#include "find/chat/chat.h"
#include "find/email/email.h"
#include "find/find.h"
#include "find/forms/forms.h"
#include "find/hours/hours.h"
#include "find/phone/numbers.h"
#include "find/phone/phone.h"
#include "find/roles/roles.h"
#include "find/text/page_glance.h"
#include "page/reader.h"
#include "page/tree.h"
#include "rules/rules.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostPages = 100;
const std::string kUrl = "https://www.voorbeeld.example/map/pagina.html";

using Detector = void (*)(const Page&, const Rules&, const PageContext&, Findings&);

std::vector<std::string> LoadPages() {
  const char* folder = std::getenv("KLIKPAD_BENCH_PAGES");
  if (folder == nullptr) return {};
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".html") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> pages;  // spread over the folder: pages of one section are alike
  const std::size_t step = std::max<std::size_t>(1, paths.size() / kMostPages);
  for (std::size_t i = 0; i < paths.size() && pages.size() < kMostPages; i += step) {
    if (auto text = ReadFile(paths[i], 10u << 20)) pages.push_back(std::move(*text));
  }
  return pages;
}

const std::vector<std::string>& Pages() {
  static const std::vector<std::string> pages = LoadPages();
  return pages;
}

const std::vector<Page>& ReadPages() {
  static const std::vector<Page> read = [] {
    std::vector<Page> all;
    for (const std::string& page : Pages()) all.push_back(ReadPage(page, kUrl, ""));
    return all;
  }();
  return read;
}

const Rules& TheRules() {
  static const Rules rules = [] {
    auto loaded = LoadRules(std::string(KLIKPAD_ROOT) + "/rules");
    if (loaded) return std::move(*loaded);
    std::fprintf(stderr, "%s\n", loaded.error().Text().c_str());
    std::exit(1);
  }();
  return rules;
}

void TellPerPage(benchmark::State& state) {
  const double pages =
      static_cast<double>(Pages().size()) * static_cast<double>(state.iterations());
  state.counters["ms_a_page"] =
      benchmark::Counter(pages / 1000, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void Parse(benchmark::State& state) {
  if (Pages().empty()) return state.SkipWithError("KLIKPAD_BENCH_PAGES names no folder of pages");
  for (auto _ : state) {
    for (const std::string& page : Pages()) benchmark::DoNotOptimize(BuildTree(page, {}));
  }
  TellPerPage(state);
}

void Read(benchmark::State& state) {
  if (Pages().empty()) return state.SkipWithError("KLIKPAD_BENCH_PAGES names no folder of pages");
  for (auto _ : state) {
    for (const std::string& page : Pages()) benchmark::DoNotOptimize(ReadPage(page, kUrl, ""));
  }
  TellPerPage(state);
}

void Detect(benchmark::State& state, Detector detector) {
  if (Pages().empty()) return state.SkipWithError("KLIKPAD_BENCH_PAGES names no folder of pages");
  for (const Page& page : ReadPages()) benchmark::DoNotOptimize(page.blocks.size());
  for (auto _ : state) {
    for (const Page& page : ReadPages()) {
      Findings findings;
      detector(page, TheRules(), {}, findings);
      benchmark::DoNotOptimize(findings);
    }
  }
  TellPerPage(state);
}

void All(const Page& page, const Rules& rules, const PageContext& context, Findings& findings) {
  findings = FindAll(page, rules, context);
}

// A megabyte of `piece` over and over, in one block, in paragraphs or in table cells.
void Digits(benchmark::State& state, const std::string& piece, const std::string& between) {
  std::string html = "<!doctype html><html lang=nl><body><p>";
  while (html.size() < (1u << 20)) html += piece + between;
  const Page page = ReadPage(html, kUrl, "");
  TheRules();  // reading them is not what is measured
  for (auto _ : state) {
    Findings findings;
    FindPhones(page, TheRules(), {}, findings);
    benchmark::DoNotOptimize(findings);
  }
}

// What the first number of a process costs; the crawl pays it beside fetching its first page.
void WarmUp(benchmark::State& state) {
  for (auto _ : state) WarmUpPhones("NL");
}

void Glance(const Page& page, const Rules& rules, const PageContext&, Findings&) {
  benchmark::DoNotOptimize(PageGlance(page, rules));
}

void Register() {
  const auto add = [](const char* name, auto run) {
    return benchmark::RegisterBenchmark(name, run)->Unit(benchmark::kMillisecond);
  };
  add("FirstNumber", WarmUp)->Iterations(1);
  add("Parse", Parse);
  add("ReadPage", Read);
  const std::vector<std::pair<const char*, Detector>> detectors{
      {"FindAll", All},       {"Glance", Glance},
      {"Social", FindSocial}, {"Messaging", FindMessaging},
      {"Phones", FindPhones}, {"Emails", FindEmails},
      {"Chat", FindChat},     {"Forms", FindForms},
      {"Hours", FindHours},   {"Roles", FindRoles}};
  for (const auto& [name, detector] : detectors) {
    benchmark::RegisterBenchmark(name, Detect, detector)->Unit(benchmark::kMillisecond);
  }
  struct Shape {
    const char* name;
    std::string piece, between;
  };
  for (const Shape& shape : std::vector<Shape>{
           {"Digits/one_run", "0201234567", ""},
           {"Digits/groups", "020 123 45 67 ", ""},
           {"Digits/short_groups", "1 2 3 4 5 6 7 8 9 0 ", ""},
           {"Digits/dashes", "12-34-56-78-", ""},
           {"Digits/prices", "1.234,56 ", ""},
           {"Digits/table", "0612345678", "</p><p>"},
           {"Digits/cells", "12 345 678", "</p><p>"},
           {"Digits/labels", "tel 12 34 56 ", ""},
           {"Digits/plus", "+31 99 123 ", ""},
           {"Digits/brackets", "(020) (123) ", ""},
           {"Digits/links", "<a href='tel:0201234567'>1</a>", " "},
           {"Digits/lines", "12 34 56 78<br>", ""},
           {"Digits/words", "nummer 123456 ", "</p><p>"},
       }) {
    benchmark::RegisterBenchmark(shape.name, Digits, shape.piece, shape.between)
        ->Unit(benchmark::kMillisecond);
  }
}

}  // namespace
}  // namespace klikpad

int main(int argc, char** argv) {
  klikpad::Register();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
