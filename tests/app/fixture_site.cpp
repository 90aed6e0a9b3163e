// Walks a fixture site.

#include "app/fixture_site.h"

#include <doctest/doctest.h>

#include <deque>

#include "base/files.h"
#include "base/url.h"
#include "base/yaml.h"
#include "page/reader.h"
#include "page/sitemap.h"

namespace klikpad {
namespace {

const std::string kSites = std::string(KLIKPAD_ROOT) + "/fixtures/sites/";

std::string HeaderOf(const SiteAnswer& answer, const std::string& name) {
  for (const auto& [key, value] : answer.headers) {
    if (key == name) return value;
  }
  return {};
}

class Walker {
 public:
  explicit Walker(FixtureSite& site) : site_(site) {}

  void Run() {
    Visit("/", site_.pages);
    while (!queue_.empty()) {
      const std::string next = queue_.front();
      queue_.pop_front();
      Visit(next, site_.pages);
    }
    VisitTheRest();
  }

 private:
  Url Absolute(const std::string& path) const {
    return *Url::Parse("http://" + site_.config.host + path);
  }

  // The answer behind redirects within the host; `path` becomes where it came from.
  SiteAnswer Ask(std::string& path) const {
    SiteAnswer answer = site_.site.Answer(site_.config.host, path);
    for (int hops = 0; hops < 5 && answer.status >= 300 && answer.status < 400; ++hops) {
      const Url here = Absolute(path);
      const auto target = Url::Parse(HeaderOf(answer, "location"), &here);
      if (!target || target->Host() != site_.config.host) break;
      path = target->PathAndQuery();
      answer = site_.site.Answer(site_.config.host, path);
    }
    return answer;
  }

  void Visit(std::string path, std::map<std::string, Page>& into) {
    const std::string asked = path;
    const SiteAnswer answer = Ask(path);
    if (answer.status != 200) {
      site_.dead[asked] = answer.status;
      return;
    }
    const std::string type = HeaderOf(answer, "content-type");
    if (!type.starts_with("text/html") || site_.pages.contains(path) || into.contains(path)) return;
    Page page = ReadPage(answer.body, Absolute(path).Text(), type);
    site_.bodies.insert(answer.body);
    if (&into == &site_.pages) Queue(page);
    for (const Resource& resource : page.resources) CheckResource(resource);
    into.emplace(path, std::move(page));
  }

  void Queue(const Page& page) {
    for (const Link& link : page.links) {
      const auto url = Url::Parse(link.url);
      if (!url || !url->IsHttp() || url->Host() != site_.config.host) continue;
      if (seen_.insert(url->PathAndQuery()).second) queue_.push_back(url->PathAndQuery());
    }
  }

  void CheckResource(const Resource& resource) {
    const auto url = Url::Parse(resource.url);
    if (!url || !url->IsHttp() || url->Host() != site_.config.host) return;
    std::string path = url->PathAndQuery();
    if (Ask(path).status != 200) site_.broken_resources.insert(path);
  }

  void VisitTheRest() {
    const SiteSearch& search = site_.config.search;
    std::vector<std::string> words{"no such words"};
    for (const auto& [word, file] : search.answers) words.push_back(word);
    if (!search.path.empty()) {
      for (const std::string& word : words) {
        Visit(search.path + "?" + search.parameter + "=" + PercentEncode(word), site_.other);
      }
    }
    site_.bodies.insert(site_.site.Answer(site_.config.host, "/no-such-page").body);
    const SiteAnswer sitemap = site_.site.Answer(site_.config.host, "/sitemap.xml");
    if (sitemap.status != 200) return;
    const Sitemap read = ParseSitemap(sitemap.body, Absolute("/sitemap.xml").Text());
    CHECK(read.problem.empty());
    for (const Sitemap::Entry& entry : read.entries) {
      const auto url = Url::Parse(entry.url);
      REQUIRE(url.has_value());
      CHECK(url->Host() == site_.config.host);
      Visit(url->PathAndQuery(), site_.other);
    }
  }

  FixtureSite& site_;
  std::deque<std::string> queue_;
  std::set<std::string> seen_{"/"};
};

}  // namespace

std::vector<std::string> FixtureNames() {
  std::set<std::string> names;
  const Result<std::vector<std::string>> files = ListFiles(kSites);
  REQUIRE(files.has_value());
  for (const std::string& file : *files) {
    names.insert(file.substr(0, file.find('/')));
  }
  return {names.begin(), names.end()};
}

FixtureSite WalkFixture(const std::string& name) {
  FixtureSite site;
  site.name = name;
  site.folder = kSites + name;
  const Result<Yaml> yaml = Yaml::Load(site.folder + "/site.yaml");
  REQUIRE(yaml.has_value());
  site.config = ParseSiteConfig(*yaml).value();
  site.site = SiteFolder::Load(site.folder).value();
  Walker(site).Run();
  return site;
}

std::vector<std::pair<std::string, std::string>> FixtureFiles(const FixtureSite& site) {
  std::vector<std::pair<std::string, std::string>> files;
  const Result<std::vector<std::string>> names = ListFiles(site.folder);
  REQUIRE(names.has_value());
  for (const std::string& file : *names) {
    files.emplace_back(file, ReadFile(site.folder + "/" + file).value());
  }
  return files;
}

bool Says(const Page& page, const std::string& words) {
  const auto holds = [&](const std::string& text) { return text.find(words) != std::string::npos; };
  if (holds(page.title)) return true;
  for (const TextBlock& block : page.blocks) {
    if (holds(block.text)) return true;
  }
  for (const Link& link : page.links) {
    if (holds(link.label)) return true;
  }
  return false;
}

bool Says(const FixtureSite& site, const std::string& words) {
  for (const auto* pages : {&site.pages, &site.other}) {
    for (const auto& [path, page] : *pages) {
      if (Says(page, words)) return true;
    }
  }
  return false;
}

}  // namespace klikpad
