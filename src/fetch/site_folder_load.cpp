// Loading a site's folder: its site.yaml, and which files there are.

#include <filesystem>
#include <utility>

#include "base/files.h"
#include "base/text.h"
#include "fetch/site_folder.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

bool LiesBelow(const fs::path& file, const fs::path& folder) {
  const fs::path relative = file.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

}  // namespace

Result<SiteFolder> SiteFolder::Load(const std::string& folder) {
  SiteFolder site;
  const std::string config_file = folder + "/site.yaml";
  std::error_code ignored;
  const bool has_config = fs::exists(config_file, ignored);
  if (has_config) {
    const Result<Yaml> yaml = Yaml::Load(config_file);
    if (!yaml) return tl::unexpected<Error>(yaml.error());
    Result<SiteConfig> config = ParseSiteConfig(*yaml);
    if (!config) return tl::unexpected<Error>(config.error());
    site.config_ = std::move(*config);
  }
  Result<Root> main = Index(has_config ? folder + "/www" : folder);
  if (!main) return tl::unexpected<Error>(main.error());
  site.roots_[""] = std::move(*main);
  for (const ServedHost& host : site.config_.hosts) {
    if (!host.redirect.empty()) {
      site.roots_[host.name] = Root{"", {}, host.redirect};
      continue;
    }
    if (!LiesBelow(fs::path(folder) / host.folder, folder)) {
      return Fail("the folder of " + host.name + " must lie beside site.yaml", config_file,
                  host.line);
    }
    Result<Root> root = Index(folder + "/" + host.folder);
    if (!root) return Fail(root.error().Text(), config_file, host.line);
    site.roots_[host.name] = std::move(*root);
  }
  if (Result<void> checked = site.CheckFiles(config_file); !checked) {
    return tl::unexpected<Error>(checked.error());
  }
  return site;
}

Result<SiteFolder::Root> SiteFolder::Index(const std::string& folder) {
  std::error_code code;
  const fs::path real = fs::canonical(folder, code);
  if (code) return Fail("there is no such folder", folder);
  Result<std::vector<std::string>> files = ListFiles(folder);
  if (!files) return tl::unexpected<Error>(files.error());
  Root root;
  root.folder = folder;
  for (const std::string& file : *files) {
    const fs::path target = fs::canonical(fs::path(folder) / file, code);
    if (!code && LiesBelow(target, real)) root.files.insert(file);
  }
  return root;
}

// Each file that site.yaml names must be there.
Result<void> SiteFolder::CheckFiles(const std::string& file) const {
  const auto check = [&](const SiteFile& named, const Root& root) -> Result<void> {
    if (named.path.empty() || root.files.contains(named.path)) return {};
    return Fail("there is no file '" + named.path + "' in the site's folder", file, named.line,
                Nearest(named.path, {root.files.begin(), root.files.end()}));
  };
  const Root& main = roots_.at("");
  std::vector<std::pair<SiteFile, const Root*>> named{{config_.not_found, &main},
                                                      {config_.search.otherwise, &main}};
  for (const auto& [words, answer] : config_.search.answers) named.emplace_back(answer, &main);
  for (const auto& [address, rule] : config_.pages) {
    const std::size_t end = address.find('/', 2);
    const bool has_host = address.starts_with("//") && end != std::string::npos;
    named.emplace_back(rule.body_file, has_host ? &RootOf(address.substr(2, end - 2)) : &main);
  }
  for (const auto& [name, root] : named) {
    if (Result<void> checked = check(name, *root); !checked) return checked;
  }
  return {};
}

}  // namespace klikpad
