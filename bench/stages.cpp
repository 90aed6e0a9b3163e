// What one page costs, stage by stage: milliseconds of CPU a page over the pages of a folder.
// usage: KLIKPAD_BENCH_PAGES=FOLDER bench_stages [--benchmark_filter=…]

#include <benchmark/benchmark.h>
#include <gumbo.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.h"
#include "crawl/page_digest.h"
#include "find/find.h"
#include "page/reader.h"
#include "page/tree.h"
#include "page/trim_source.h"
#include "rules/rules.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostPages = 200;

std::vector<std::string> LoadPages() {
  std::vector<std::string> paths;
  const char* folder = std::getenv("KLIKPAD_BENCH_PAGES");
  if (folder == nullptr) return {};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".html") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  // Spread over the whole folder: pages of one section are alike.
  std::vector<std::string> pages;
  const std::size_t step = std::max<std::size_t>(1, paths.size() / kMostPages);
  for (std::size_t i = 0; i < paths.size() && pages.size() < kMostPages; i += step) {
    auto text = ReadFile(paths[i], 10u << 20);
    if (text) pages.push_back(std::move(*text));
  }
  return pages;
}

const std::vector<std::string>& Pages() {
  static const std::vector<std::string> pages = LoadPages();
  return pages;
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

const std::string kUrl = "https://www.voorbeeld.example/map/pagina.html";
const std::string kType = "text/html; charset=utf-8";

// Runs `work` on every page; the counter is the CPU time of one.
template <typename Work>
void EachPage(benchmark::State& state, Work work) {
  const auto& pages = Pages();
  if (pages.empty()) {
    state.SkipWithError("KLIKPAD_BENCH_PAGES names no folder with .html files");
    return;
  }
  for (auto _ : state) {
    for (const std::string& page : pages) work(page);
  }
  const double read = static_cast<double>(pages.size()) * static_cast<double>(state.iterations());
  state.counters["pages"] = benchmark::Counter(read, benchmark::Counter::kIsRate);
  state.counters["a_page"] =
      benchmark::Counter(read, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

// The library by itself, on the page as it is and with its own options: what others call parsing.
void PlainGumbo(benchmark::State& state) {
  EachPage(state, [](const std::string& page) {
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    benchmark::DoNotOptimize(output);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  });
}

void Trim(benchmark::State& state) {
  EachPage(state, [](const std::string& page) { benchmark::DoNotOptimize(TrimSource(page)); });
}

void Tree_(benchmark::State& state) {
  EachPage(state, [](const std::string& page) { benchmark::DoNotOptimize(BuildTree(page, {})); });
}

void Read(benchmark::State& state) {
  EachPage(state,
           [](const std::string& page) { benchmark::DoNotOptimize(ReadPage(page, kUrl, kType)); });
}

void Find(benchmark::State& state) {
  std::vector<Page> read;
  for (const std::string& page : Pages()) read.push_back(ReadPage(page, kUrl, kType));
  std::size_t next = 0;
  EachPage(state, [&](const std::string&) {
    benchmark::DoNotOptimize(FindAll(read[next], TheRules(), {}));
    next = (next + 1) % read.size();
  });
}

void Digest(benchmark::State& state) {
  EachPage(state, [](const std::string& page) {
    Exchange exchange;
    exchange.url = kUrl;
    exchange.status = 200;
    exchange.headers = {{"content-type", kType}};
    exchange.body = page;
    benchmark::DoNotOptimize(DigestPage(exchange, TheRules(), {}));
  });
}

BENCHMARK(PlainGumbo)->Unit(benchmark::kMillisecond);
BENCHMARK(Trim)->Unit(benchmark::kMillisecond);
BENCHMARK(Tree_)->Name("TrimAndTree")->Unit(benchmark::kMillisecond);
BENCHMARK(Read)->Name("ReadPage")->Unit(benchmark::kMillisecond);
BENCHMARK(Find)->Name("FindAll")->Unit(benchmark::kMillisecond);
BENCHMARK(Digest)->Name("WholePage")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace klikpad

BENCHMARK_MAIN();
