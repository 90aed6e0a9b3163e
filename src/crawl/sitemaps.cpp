// Reading sitemaps one after the other.

#include "crawl/sitemaps.h"

#include <fmt/format.h>

#include <algorithm>

#include "page/sitemap.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostSitemaps = 50;

std::vector<std::string> Beginnings(const Url& home, const std::string& given,
                                    const std::vector<std::string>& from_robots,
                                    const Scope& scope) {
  if (!given.empty()) return {given};
  std::vector<std::string> addresses;
  for (const std::string& line : from_robots) {
    const auto url = Url::Parse(line, &home);
    if (url && scope.OwnsHost(*url)) addresses.push_back(url->WithoutFragment());
  }
  if (addresses.empty()) addresses.push_back(home.Origin() + "/sitemap.xml");
  return addresses;
}

// "" for one that was read, and where there is none.
std::string WhyUnread(const Exchange& answer) {
  if (answer.error == FetchError::kCancelled) return {};
  if (!answer.IsAnswered()) return answer.error_text.empty() ? "no answer" : answer.error_text;
  const bool is_there_or_not = answer.status == 200 || answer.status == 404 || answer.status == 410;
  return is_there_or_not ? "" : fmt::format("it answers {}", answer.status);
}

}  // namespace

SitemapAddresses ReadSitemaps(const Url& home, const std::string& given,
                              const std::vector<std::string>& from_robots, const Scope& scope,
                              Fetcher& fetcher, const Request& like,
                              const std::function<bool()>& must_stop) {
  SitemapAddresses found;
  std::vector<std::string> addresses = Beginnings(home, given, from_robots, scope);
  const bool is_announced = !given.empty() || !from_robots.empty();
  std::size_t next = 0;
  while (next < addresses.size() && next < kMostSitemaps && !must_stop()) {
    Request request = like;
    request.url = addresses[next++];
    request.accept = "application/xml,text/xml,text/plain;q=0.8,*/*;q=0.5";
    request.any_type = true;  // sitemap.xml.gz
    Exchange answer;
    ++found.requests;
    fetcher.Fetch({request}, [&](std::size_t, Exchange e) { answer = std::move(e); });
    if (const std::string why = WhyUnread(answer); !why.empty()) {
      found.notes.push_back(fmt::format("the sitemap {} could not be read: {}", request.url, why));
    }
    if (answer.status != 200) continue;
    const Sitemap sitemap = ParseSitemap(answer.body, answer.final_url);
    // What answers at an address that nobody named may be no sitemap at all.
    const bool is_one = !sitemap.entries.empty() || is_announced;
    const std::string problem = answer.is_truncated ? answer.error_text : sitemap.problem;
    if (is_one && !problem.empty()) {
      found.notes.push_back(
          fmt::format("the sitemap {} was not read whole: {}", request.url, problem));
    }
    for (const Sitemap::Entry& entry : sitemap.entries) {
      const auto url = Url::Parse(entry.url);
      if (!url) continue;
      if (!sitemap.is_index) {
        found.pages.push_back(*url);
        continue;
      }
      const bool is_new =
          std::find(addresses.begin(), addresses.end(), entry.url) == addresses.end();
      if (is_new && scope.OwnsHost(*url)) addresses.push_back(entry.url);
    }
  }
  if (addresses.size() > kMostSitemaps) {
    found.cap = fmt::format("only the first {} sitemaps were read", kMostSitemaps);
  }
  return found;
}

}  // namespace klikpad
