// Which folder may include which vendor: a library can be changed where one folder knows it.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "layering/rules.h"

namespace klikpad {
namespace {

struct Vendor {
  std::string prefix;               // of the header's name
  std::vector<std::string> stages;  // empty: all
  bool in_one_file = false;
  bool in_headers = true;  // false: only in .cpp files, it is slow to compile or private
};

const std::vector<Vendor>& Vendors() {
  static const std::vector<Vendor> kVendors = {
      {"gumbo.h", {"page"}, false, false},
      {"uchardet/", {"page"}, false, false},
      {"curl/", {"fetch"}},
      {"brotli/", {"fetch", "warc"}, false, false},
      {"sqlite3.h", {"evidence", "ledger"}},
      {"yaml-cpp/", {"base"}, false, false},
      {"nlohmann/", {"base"}, false, false},
      {"unicode/", {"base", "page"}, false, false},
      {"libpsl.h", {"base"}, false, false},
      {"xxhash.h", {"base"}, false, false},
      {"zlib.h", {"base", "fetch"}, false, false},
      {"libdeflate.h", {"base"}, false, false},
      {"zstd.h", {"fetch"}, false, false},
      {"openssl/", {"base"}, false, false},
      {"date/", {"base"}, false, false},
      {"re2/", {"rules", "find", "evidence", "crawl"}},
      {"phonenumbers/", {"find"}, true, false},
      {"kainjow/", {"report"}, false, false},
      {"httplib.h", {"app"}, false, false},
      {"fmt/", {}, false, false},
      {"tl/expected.hpp", {}},
      // The operating system: sockets and processes are none of the pure stages' business.
      {"arpa/", {"fetch", "app"}, false, false},
      {"netdb.h", {"fetch", "app"}, false, false},
      {"netinet/", {"fetch", "app"}, false, false},
      {"malloc.h", {"evidence"}, false, false},
      {"sys/", {"base", "fetch", "app", "ledger", "main"}, false, false},
      {"fcntl.h", {"base", "fetch", "warc", "app", "ledger"}, false, false},
      {"poll.h", {"fetch", "app"}, false, false},
      {"signal.h", {"app", "main"}, false, false},
      {"termios.h", {"app", "main"}, false, false},
      {"time.h",
       {"base", "evidence", "app", "main"},
       false,
       false},  // evidence: a query's CPU time
      {"unistd.h", {"base", "fetch", "warc", "app", "ledger", "main"}, false, false},
      // Parts of the standard library that reach the outside: files, threads, streams of the
      // process.
      {"csignal", {"app", "main"}},
      // Stages that read files themselves: brands, rule packs, fixture sites, databases.
      {"filesystem",
       {"base", "brand", "evidence", "judge", "fetch", "ledger", "app", "main"},
       false,
       false},
      {"fstream", {"base", "app"}, false, false},
      {"iostream", {"app", "main"}, false, false},
      {"random", {"app", "main"}, false, false},
      {"thread", {"fetch", "crawl", "app", "main"}},
      {"regex", {"none"}},  // its time and stack grow without bound: RE2 or by hand
  };
  return kVendors;
}

// Null for what the table does not name. Names without "/" or "." must agree wholly: they are the
// standard library's ("thread" is not "threads.h").
const Vendor* FindVendor(const std::string& header) {
  for (const Vendor& vendor : Vendors()) {
    if (vendor.prefix.ends_with('/') ? header.starts_with(vendor.prefix)
                                     : header == vendor.prefix) {
      return &vendor;
    }
  }
  return nullptr;
}

std::string Fault(const SourceFile& file, const Include& include, const Vendor* vendor) {
  if (vendor == nullptr) {
    const bool is_standard = include.target.find_first_of("./") == std::string::npos;
    return is_standard ? "" : "<" + include.target + "> is no header that the table knows";
  }
  const auto& stages = vendor->stages;
  const std::string stage = StageOf(file.path);
  if (!stages.empty() && std::find(stages.begin(), stages.end(), stage) == stages.end()) {
    return fmt::format("<{}> belongs into {} only", include.target, Join(stages, ", "));
  }
  if (!vendor->in_headers && file.path.ends_with(".h")) {
    return fmt::format("<{}> belongs into .cpp files only", include.target);
  }
  return "";
}

}  // namespace

std::vector<std::string> CheckVendors(const std::vector<SourceFile>& files) {
  std::vector<std::string> complaints;
  std::map<std::string, std::string> only_file;  // vendor → the one file that may include it
  for (const SourceFile& file : files) {
    for (const Include& include : FindIncludes(file.text)) {
      if (!include.is_angled) continue;
      const Vendor* vendor = FindVendor(include.target);
      std::string fault = Fault(file, include, vendor);
      if (fault.empty() && vendor != nullptr && vendor->in_one_file) {
        const auto& owner = only_file.emplace(vendor->prefix, file.path).first->second;
        if (owner != file.path) {
          fault = fmt::format("<{}> belongs into one file, {} has it", include.target, owner);
        }
      }
      if (fault.empty()) continue;
      complaints.push_back(fmt::format("{}:{}: {}", file.path, include.line, fault));
    }
  }
  return complaints;
}

}  // namespace klikpad
