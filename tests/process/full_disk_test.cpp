// A disk that is really full: a small file system in memory. Where none may be mounted, files that
// may not grow stand in for it (trouble_test.cpp).

#include <doctest/doctest.h>
#include <sys/mount.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>

#include "process/run.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

// Mounted over `folder` as long as it lives, where that is allowed.
class SmallDisk {
 public:
  SmallDisk(const std::string& folder, std::size_t bytes) : folder_(folder) {
    fs::create_directories(folder);
    is_there_ = ::mount("tmpfs", folder.c_str(), "tmpfs", MS_NOSUID | MS_NODEV,
                        ("size=" + std::to_string(bytes)).c_str()) == 0;
    if (!is_there_) {
      std::cout << "SKIPPED: no disk may be mounted here: " << std::strerror(errno) << "\n";
    }
  }
  ~SmallDisk() {
    if (is_there_) ::umount2(folder_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool IsThere() const { return is_there_; }
  bool Grow(std::size_t bytes) const {
    return ::mount("tmpfs", folder_.c_str(), "tmpfs", MS_REMOUNT | MS_NOSUID | MS_NODEV,
                   ("size=" + std::to_string(bytes)).c_str()) == 0;
  }

 private:
  std::string folder_;
  bool is_there_ = false;
};

}  // namespace

TEST_CASE("a full disk under the state ends the run in words; with more room it goes on") {
  MadeSite site(60);
  const TempDir work;
  const SmallDisk disk(work / "disk", 24u << 10);
  if (!disk.IsThere()) return;
  Child whole({AuditOf(site, work / "whole"), "", ""});
  REQUIRE(whole.Wait() == 0);
  REQUIRE(fs::file_size(work / "whole/crawl.warc.gz") > (24u << 10));
  const std::size_t all = site.TakeAsked().size();
  const std::vector<std::string> resumable = {"--state", work / "disk/s", "--resume"};
  Child full({AuditOf(site, work / "out", resumable), "", work / "e"});
  CHECK(full.Wait() == 1);
  CAPTURE(TextOf(work / "e"));
  CHECK(TextOf(work / "e").find("crawl.warc.gz: cannot be written: No space left on device") !=
        std::string::npos);
  CHECK_FALSE(fs::exists(work / "out/audit.json"));
  REQUIRE(disk.Grow(16u << 20));
  site.TakeAsked();
  Child again({AuditOf(site, work / "out", resumable), "", work / "e"});
  CHECK(again.Wait() == 0);
  CHECK(site.TakeAsked().size() < all);
  const bool is_same = Facts(work / "out") == Facts(work / "whole");
  CHECK(is_same);
}

TEST_CASE("a full disk under the audit folder leaves the old audit as it was") {
  MadeSite site(60);
  const TempDir work;
  const SmallDisk disk(work / "disk", 16u << 20);
  if (!disk.IsThere()) return;
  const std::string out = work / "disk/out";
  Child first({AuditOf(site, out), "", ""});
  REQUIRE(first.Wait() == 0);
  const std::string audit = TextOf(out + "/audit.json");
  const std::string evidence = TextOf(out + "/evidence.sqlite");
  // Room for a part of another one.
  const std::size_t used =
      3 * (audit.size() + evidence.size()) / 2 + fs::file_size(out + "/crawl.warc.gz");
  REQUIRE(disk.Grow(used));
  Child full({AuditOf(site, out, {"--max-pages", "50"}), "", work / "e"});
  CHECK(full.Wait() == 1);
  CAPTURE(TextOf(work / "e"));
  CHECK(TextOf(work / "e").starts_with("klikpad: "));
  const bool is_same_audit = TextOf(out + "/audit.json") == audit;
  CHECK(is_same_audit);
  const bool is_same_evidence = TextOf(out + "/evidence.sqlite") == evidence;
  CHECK(is_same_evidence);
  CHECK(*ListFiles(out) ==
        std::vector<std::string>{"audit.json", "crawl.warc.gz", "evidence.sqlite"});
}

TEST_CASE("a result that cannot be printed is a failure") {
  MadeSite site(3);
  const TempDir work;
  Child run({AuditOf(site, work / "out"), "/dev/full", work / "e"});
  CHECK(run.Wait() == 1);
  CHECK(fs::exists(work / "out/audit.json"));
}

}  // namespace klikpad
