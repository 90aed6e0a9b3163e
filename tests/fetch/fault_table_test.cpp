// Every fault of tests/support/faults.h through the real fetcher: each ends in time and as it
// should, also when all come at once, and nothing stays open behind.

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "support/fault_server.h"

namespace klikpad {
namespace {

std::ptrdiff_t OpenFiles() {
  namespace fs = std::filesystem;
  return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator());
}

void CheckAnswer(const Fault& fault, const Exchange& answer) {
  CAPTURE(fault.name);
  CAPTURE(answer.error_text);
  CHECK(Word(answer.error) == Word(fault.error));
  CHECK(answer.status == fault.status);
  CHECK(answer.is_truncated == fault.is_truncated);
  CHECK(answer.error_text.empty() == (fault.error == FetchError::kNone && !fault.is_truncated));
  CHECK(answer.body.size() <= FaultOptions().max_body_bytes);
  // A whole page is whole.
  const bool is_whole = fault.error == FetchError::kNone && !fault.is_truncated;
  if (is_whole && fault.name.find("gzip") == 0) CHECK(!answer.body.empty());
}

}  // namespace

TEST_CASE("each fault by itself ends in time, as it should") {
  const std::ptrdiff_t before = OpenFiles();
  {
    FaultServer server(AllFaults());
    CHECK(server.Faults().size() >= 40);
    for (std::size_t i = 0; i < server.Faults().size(); ++i) {
      const auto begin = std::chrono::steady_clock::now();
      CheckAnswer(server.Faults()[i], FetchOne(server.FaultUrl(i), FaultOptions()));
      CAPTURE(server.Faults()[i].name);
      // The limit is half a second; the rest is for a busy machine.
      CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
    }
  }
  CHECK(OpenFiles() == before);
}

TEST_CASE("all faults at once disturb neither each other nor the good pages between them") {
  const std::ptrdiff_t before = OpenFiles();
  {
    FaultServer server(AllFaults());
    std::vector<Request> batch;
    for (std::size_t i = 0; i < server.Faults().size(); ++i) {
      for (const std::string& url : {server.FaultUrl(i), server.Url("/contact")}) {
        batch.emplace_back();
        batch.back().url = url;
      }
    }
    FetchOptions options = FaultOptions();
    options.timeout = std::chrono::milliseconds(2000);  // all of them wait for two cores
    const std::vector<Exchange> answers = FetchBatch(*MakeFetcher(options), batch);
    for (std::size_t i = 0; i < server.Faults().size(); ++i) {
      CheckAnswer(server.Faults()[i], answers[2 * i]);
      CAPTURE(server.Faults()[i].name);
      CAPTURE(answers[2 * i + 1].error_text);
      CHECK(answers[2 * i + 1].status == 200);
      CHECK(answers[2 * i + 1].body.find("020 555 01 42") != std::string::npos);
    }
  }
  CHECK(OpenFiles() == before);
}

}  // namespace klikpad
