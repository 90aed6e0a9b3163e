// Addresses → files of a site's folder.

#include "fetch/site_folder.h"

#include <utility>

#include "base/files.h"
#include "base/text.h"
#include "base/url.h"
#include "fetch/file_type.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxFileBytes = 512u << 20;

std::string WithQuery(const std::string& path, const std::string& query) {
  return query.empty() ? path : path + "?" + query;
}

// Only for addresses made of path and query: host and scheme do not matter.
std::optional<Url> ToUrl(std::string_view path_and_query) {
  if (!path_and_query.starts_with('/')) return std::nullopt;
  return Url::Parse("http://site.example" + std::string(path_and_query));
}

}  // namespace

bool SiteFolder::Serves(std::string_view host) const {
  return config_.host.empty() || host == config_.host || (!host.empty() && roots_.contains(host));
}

const SiteFolder::Root& SiteFolder::RootOf(std::string_view host) const {
  const auto root = roots_.find(host);
  return root == roots_.end() ? roots_.find("")->second : root->second;
}

std::vector<std::string> SiteFolder::Paths(std::string_view host) const {
  const Root& root = RootOf(host);
  std::vector<std::string> paths;
  for (const std::string& file : root.files) {
    paths.push_back("/" + (file == "index.html" ? "" : file));
  }
  return paths;
}

const SitePageRule* SiteFolder::RuleOf(std::string_view host, const std::string& path,
                                       const std::string& query) const {
  const bool is_main = &RootOf(host) == &roots_.find("")->second;
  const std::string prefix = is_main ? "" : "//" + std::string(host);
  for (const std::string& key : {prefix + WithQuery(path, query), prefix + path}) {
    const auto rule = config_.pages.find(key);
    if (rule != config_.pages.end()) return &rule->second;
  }
  return nullptr;
}

SiteAnswer SiteFolder::Answer(std::string_view host, std::string_view path_and_query) const {
  const Root& root = RootOf(host);
  SiteAnswer answer;
  const std::optional<Url> url = ToUrl(path_and_query);
  if (!url) {
    answer.status = 400;
    return answer;
  }
  if (!root.redirect.empty()) {
    answer.status = 301;
    answer.headers.emplace_back("location", root.redirect + url->PathAndQuery());
    return answer;
  }
  const std::string path = PercentDecode(url->Path());
  const SitePageRule* rule = RuleOf(host, path, url->Query());
  const bool is_search = !config_.search.path.empty() && path == config_.search.path &&
                         url->QueryValue(config_.search.parameter).has_value();
  answer = is_search ? AnswerSearch(*url->QueryValue(config_.search.parameter))
                     : AnswerFile(root, path, url->Query());
  if (rule != nullptr) answer = Apply(*rule, root, std::move(answer));
  answer.headers.insert(answer.headers.end(), config_.headers.begin(), config_.headers.end());
  return answer;
}

SiteAnswer SiteFolder::AnswerSearch(const std::string& query) const {
  const auto found = config_.search.answers.find(FoldCase(CollapseSpace(query)));
  const SiteFile& file =
      found == config_.search.answers.end() ? config_.search.otherwise : found->second;
  return Read(roots_.find("")->second, file.path, 200);
}

SiteAnswer SiteFolder::AnswerFile(const Root& root, const std::string& path,
                                  const std::string& query) const {
  const std::string file = path.substr(1);
  // Copies made by wget carry the query in the file's name.
  if (!query.empty()) {
    for (const std::string& name : {file + "?" + PercentDecode(query), file + "?" + query}) {
      if (root.files.contains(name)) return Read(root, name, 200);
    }
  }
  if (file.empty() || file.ends_with('/')) {
    for (const std::string& name : {file + "index.html", file + "index.htm"}) {
      if (root.files.contains(name)) return Read(root, name, 200);
    }
    return NotFound(root);
  }
  if (root.files.contains(file)) return Read(root, file, 200);
  if (config_.is_extensionless && root.files.contains(file + ".html")) {
    return Read(root, file + ".html", 200);
  }
  if (root.files.contains(file + "/index.html") || root.files.contains(file + "/index.htm")) {
    SiteAnswer answer;
    answer.status = 301;
    // From the decoded path: encoded again it is one spelling, and never "//host".
    const std::optional<Url> here = ToUrl(path + "/");
    answer.headers.emplace_back("location", WithQuery(here ? here->Path() : "/", query));
    return answer;
  }
  return NotFound(root);
}

SiteAnswer SiteFolder::NotFound(const Root& root) const {
  const Root& main = roots_.find("")->second;
  if (!config_.not_found.path.empty()) return Read(main, config_.not_found.path, 404);
  if (root.files.contains("404.html")) return Read(root, "404.html", 404);
  SiteAnswer answer;
  answer.status = 404;
  answer.headers.emplace_back("content-type", "text/html; charset=utf-8");
  answer.body = "<!DOCTYPE html><title>404 Not Found</title><h1>Not Found</h1>\n";
  return answer;
}

SiteAnswer SiteFolder::Read(const Root& root, const std::string& file, int status) {
  SiteAnswer answer;
  Result<std::string> bytes = ReadFile(root.folder + "/" + file, kMaxFileBytes);
  if (!bytes) {
    answer.status = 500;
    return answer;
  }
  answer.status = status;
  answer.headers.emplace_back("content-type", FileType(file, *bytes));
  answer.body = std::move(*bytes);
  return answer;
}

SiteAnswer SiteFolder::Apply(const SitePageRule& rule, const Root& root, SiteAnswer answer) const {
  if (!rule.body_file.path.empty()) answer = Read(root, rule.body_file.path, 200);
  const bool has_own_body = rule.body.has_value();
  if (has_own_body) {
    answer = SiteAnswer{};
    answer.body = *rule.body;
    answer.headers.emplace_back("content-type", "text/html; charset=utf-8");
  }
  if (!rule.redirect.empty()) {
    if (!has_own_body && rule.body_file.path.empty()) answer = SiteAnswer{};
    answer.status = 301;
    answer.headers.emplace_back("location", rule.redirect);
  }
  if (rule.status) answer.status = *rule.status;
  if (!rule.type.empty()) {
    std::erase_if(answer.headers,
                  [](const auto& header) { return header.first == "content-type"; });
    answer.headers.emplace_back("content-type", rule.type);
  }
  answer.headers.insert(answer.headers.end(), rule.headers.begin(), rule.headers.end());
  answer.delay = rule.delay;
  answer.truncate = rule.truncate;
  answer.closes = rule.closes;
  return answer;
}

const SiteFolder* ChooseSite(const std::vector<SiteFolder>& sites, std::string_view host) {
  const SiteFolder* any = nullptr;
  for (const SiteFolder& site : sites) {
    if (!site.MainHost().empty() && site.Serves(host)) return &site;
    if (site.MainHost().empty() && any == nullptr) any = &site;
  }
  if (any != nullptr) return any;
  return sites.size() == 1 ? &sites.front() : nullptr;
}

}  // namespace klikpad
