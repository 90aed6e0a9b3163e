// Scratch files: nameless, for several threads, and frank when a disk is full or fails.

#include "base/scratch_file.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include "base/files.h"
#include "support/scratch_fault.h"
#include "support/temp_dir.h"

namespace klikpad {

TEST_CASE("what is added is read again, and the folder shows nothing of it") {
  const TempDir folder;
  const auto file = ScratchFile::Make(folder.Path());
  REQUIRE(file);
  const auto first = file->Add("klantenservice");
  const auto nothing = file->Add("");
  const auto second = file->Add(std::string("a\0b", 3));
  REQUIRE(first);
  REQUIRE(nothing);
  REQUIRE(second);
  CHECK(file->Read(*first, 14) == "klantenservice");
  CHECK(file->Read(*nothing, 0) == "");
  CHECK(file->Read(*second, 3) == std::string("a\0b", 3));
  CHECK(ListFiles(folder.Path())->empty());
}

TEST_CASE("a folder that is not there makes no scratch file") {
  const TempDir folder;
  CHECK(ScratchFile::Make(folder / "weg") == nullptr);
}

TEST_CASE("threads add and read side by side") {
  const TempDir folder;
  const auto file = ScratchFile::Make(folder.Path());
  REQUIRE(file);
  std::vector<int> wrong(4, 0);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 500; ++i) {
        const std::string bytes(static_cast<std::size_t>(i % 97), static_cast<char>('a' + t));
        const auto at = file->Add(bytes);
        if (!at || file->Read(*at, bytes.size()) != bytes) ++wrong[t];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4, 0));
}

TEST_CASE("a full disk takes no more, and what was added before stays") {
  const TempDir folder;
  const auto file = ScratchFile::Make(folder.Path());
  REQUIRE(file);
  const auto before = file->Add("hallo");
  {
    const FullDisk full(1000);
    CHECK_FALSE(file->Add(std::string(5000, 'x')));
  }
  REQUIRE(before);
  CHECK(file->Read(*before, 5) == "hallo");
  CHECK(file->Add("later"));
}

TEST_CASE("bytes that are gone are an error from then on") {
  const TempDir folder;
  const auto file = ScratchFile::Make(folder.Path());
  REQUIRE(file);
  const auto first = file->Add("hallo");
  REQUIRE(first);
  REQUIRE(EmptyScratchFiles(folder.Path()) == 1);
  CHECK_FALSE(file->Read(*first, 5));
  const auto second = file->Add("daag");
  REQUIRE(second);
  CHECK_FALSE(file->Read(*second, 4));
}

}  // namespace klikpad
