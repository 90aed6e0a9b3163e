// robots.txt after RFC 9309 as a pure function, with Crawl-delay and Sitemap as the field has them.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

class Robots {
 public:
  // `product` is the crawler's product token ("klikpad"). At most 500 KiB of `text` is read (§2.5);
  // a line that lies across that limit is left out.
  static Robots Parse(std::string_view text, std::string_view product);
  // After the status of the answer (§2.3.1): 2xx the text; 3xx too many and 4xx all allowed; 5xx
  // and no answer (status 0) all disallowed. 429 says "not now" and counts as no answer.
  static Robots FromAnswer(int status, std::string_view text, std::string_view product);

  struct Verdict {
    bool is_allowed = true;
    int line = 0;  // of the rule that decided, 0 when none did
    std::string
        rule;  // "Disallow: /kassa" as written (valid UTF-8, cut at 200 bytes), "" when none
  };
  // `path_and_query` as Url::PathAndQuery() gives it. /robots.txt itself is always allowed.
  Verdict Check(std::string_view path_and_query) const;

  // Seconds between two requests, of our group; the largest when it is said more than once.
  std::optional<double> CrawlDelay() const { return crawl_delay_; }
  const std::vector<std::string>& Sitemaps() const { return sitemaps_; }  // as written
  // Nothing could be read: everything is disallowed until it can be.
  bool IsUnreachable() const { return is_unreachable_; }

 private:
  friend class RobotsReader;
  struct Rule {
    bool allow = false;
    std::string pattern;  // normalised percent-encoding
    int line = 0;
    std::string text;
  };
  std::vector<Rule> rules_;  // longest pattern first, Allow before Disallow of equal length
  std::vector<std::string> sitemaps_;
  std::optional<double> crawl_delay_;
  bool is_unreachable_ = false;
};

}  // namespace klikpad
