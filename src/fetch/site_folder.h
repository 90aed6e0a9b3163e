// A site as a folder of files: what each address answers. The same folder feeds the replay and the
// server of `klikpad serve`. The layout is documented in fixtures/README.md.

#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fetch/site_config.h"
#include "model/exchange.h"

namespace klikpad {

struct SiteAnswer {
  int status = 200;
  Headers headers;  // with a Content-Type where there is a body
  std::string body;
  std::chrono::milliseconds delay{0};     // before the first byte
  std::optional<std::uint64_t> truncate;  // break off behind so many bytes of body
  bool closes = false;                    // close without an answer; nothing else holds
};

class SiteFolder {
 public:
  // With a site.yaml: the site it describes, its files in `www`. Without: every file of the folder,
  // for every host. An error for a broken site.yaml and for files it names that are not there.
  static Result<SiteFolder> Load(const std::string& folder);

  // The first host, "" when every host is served.
  const std::string& MainHost() const { return config_.host; }
  bool Serves(std::string_view host) const;
  // What a GET of that address answers. `host` in lower case without port; one that is not served
  // is treated as the first. Only files that lay below the folder at loading are ever read: "..",
  // escapes and symbolic links out of it find nothing.
  SiteAnswer Answer(std::string_view host, std::string_view path_and_query) const;

  // Every address under which a file of `host` is reached directly, sorted: "/", "/a/b.html".
  std::vector<std::string> Paths(std::string_view host) const;

 private:
  struct Root {
    std::string folder;
    std::set<std::string> files;  // relative, with "/"
    std::string redirect;         // an origin, "" for a folder
  };
  static Result<Root> Index(const std::string& folder);
  Result<void> CheckFiles(const std::string& file) const;
  const Root& RootOf(std::string_view host) const;
  const SitePageRule* RuleOf(std::string_view host, const std::string& path,
                             const std::string& query) const;
  SiteAnswer AnswerFile(const Root& root, const std::string& path, const std::string& query) const;
  SiteAnswer AnswerSearch(const std::string& query) const;
  SiteAnswer NotFound(const Root& root) const;
  static SiteAnswer Read(const Root& root, const std::string& file, int status);
  SiteAnswer Apply(const SitePageRule& rule, const Root& root, SiteAnswer answer) const;

  SiteConfig config_;
  std::map<std::string, Root, std::less<>> roots_;  // by host, "" for the first
};

// The site that serves `host`: by name, else the first that serves every host, else the only one
// there is, else null.
const SiteFolder* ChooseSite(const std::vector<SiteFolder>& sites, std::string_view host);

}  // namespace klikpad
