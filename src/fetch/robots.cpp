// Reading robots.txt: lines, groups, and the group that speaks of us.

#include "fetch/robots.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "fetch/robots_match.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxBytes = 500u * 1024;
constexpr std::size_t kMaxSitemaps = 1000;
constexpr std::size_t kMaxRuleTextBytes = 200;

struct Line {
  int number = 0;
  std::string_view key, value, text;
};

enum class Key { kUserAgent, kAllow, kDisallow, kCrawlDelay, kSitemap, kUnknown };

// Misspellings that site owners are known to make count as what they mean, as Google's parser does.
Key KeyOf(std::string_view key) {
  constexpr std::array<std::pair<std::string_view, Key>, 15> kKeys{{
      {"user-agent", Key::kUserAgent},
      {"useragent", Key::kUserAgent},
      {"user agent", Key::kUserAgent},
      {"allow", Key::kAllow},
      {"disallow", Key::kDisallow},
      {"dissallow", Key::kDisallow},
      {"dissalow", Key::kDisallow},
      {"disalow", Key::kDisallow},
      {"diasllow", Key::kDisallow},
      {"disallaw", Key::kDisallow},
      {"crawl-delay", Key::kCrawlDelay},
      {"crawldelay", Key::kCrawlDelay},
      {"crawl delay", Key::kCrawlDelay},
      {"sitemap", Key::kSitemap},
      {"site-map", Key::kSitemap},
  }};
  for (const auto& [word, meaning] : kKeys) {
    if (EqualsIgnoreAsciiCase(key, word)) return meaning;
  }
  return Key::kUnknown;
}

// §2.2: EOL is CR, LF or CRLF; "#" begins a comment.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : rest_(text) {
    if (rest_.substr(0, 3) == "\xEF\xBB\xBF") rest_.remove_prefix(3);
    if (rest_.size() <= kMaxBytes) return;
    rest_ = rest_.substr(0, kMaxBytes);
    const std::size_t end = rest_.find_last_of("\r\n");
    rest_ = rest_.substr(0, end == std::string_view::npos ? 0 : end);
  }

  bool Next(Line& line) {
    if (is_done_) return false;
    const std::size_t end = rest_.find_first_of("\r\n");
    const std::string_view whole = rest_.substr(0, end);
    if (end == std::string_view::npos) {
      is_done_ = true;
    } else {
      rest_.remove_prefix(end + (rest_.substr(end, 2) == "\r\n" ? 2 : 1));
    }
    line = Cut(whole);
    line.number = ++number_;
    return true;
  }

 private:
  static Line Cut(std::string_view whole) {
    Line line;
    line.text = Trim(whole.substr(0, whole.find('#')));
    std::size_t separator = line.text.find(':');
    // "Disallow /x": the colon is often forgotten.
    if (separator == std::string_view::npos) separator = line.text.find_first_of(" \t");
    if (separator == std::string_view::npos) return line;
    line.key = Trim(line.text.substr(0, separator));
    line.value = Trim(line.text.substr(separator + 1));
    return line;
  }

  std::string_view rest_;
  int number_ = 0;
  bool is_done_ = false;
};

// §2.2.1: a product token is made of letters, "_" and "-"; what follows it ("klikpad/1.0") is not
// looked at.
std::string_view ProductToken(std::string_view agent) {
  std::size_t end = 0;
  while (end < agent.size() &&
         ((agent[end] >= 'a' && agent[end] <= 'z') || (agent[end] >= 'A' && agent[end] <= 'Z') ||
          agent[end] == '_' || agent[end] == '-')) {
    ++end;
  }
  return agent.substr(0, end);
}

bool IsEverybody(std::string_view agent) {
  return !agent.empty() && agent[0] == '*' &&
         (agent.size() == 1 || agent[1] == ' ' || agent[1] == '\t');
}

// Nothing when `value` does not begin with a number of seconds from 0 up.
std::optional<double> ParseDelay(std::string_view value) {
  std::string text(value);
  std::replace(text.begin(), text.end(), ',', '.');
  double seconds = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (result.ec != std::errc() || !std::isfinite(seconds) || seconds < 0) return std::nullopt;
  return seconds;
}

}  // namespace

// Gathers the groups that name us and those for everybody; only one of the two is used (§2.2.1).
class RobotsReader {
 public:
  explicit RobotsReader(std::string_view product) : product_(product) {}

  Robots Read(std::string_view text) {
    LineReader lines(text);
    for (Line line; lines.Next(line);) Take(line);
    Robots robots;
    Group& group = is_named_ ? ours_ : everybody_;
    robots.rules_ = std::move(group.rules);
    robots.crawl_delay_ = group.delay;
    robots.sitemaps_ = std::move(sitemaps_);
    std::stable_sort(robots.rules_.begin(), robots.rules_.end(), ComesFirst);
    return robots;
  }

 private:
  struct Group {
    std::vector<Robots::Rule> rules;
    std::optional<double> delay;
  };

  // §2.2.2: the most octets decide, and Allow wins a tie.
  static bool ComesFirst(const Robots::Rule& a, const Robots::Rule& b) {
    if (a.pattern.size() != b.pattern.size()) return a.pattern.size() > b.pattern.size();
    return a.allow && !b.allow;
  }

  void Take(const Line& line) {
    switch (KeyOf(line.key)) {
      case Key::kUserAgent:
        TakeAgent(line.value);
        break;
      case Key::kAllow:
        TakeRule(line, true);
        break;
      case Key::kDisallow:
        TakeRule(line, false);
        break;
      case Key::kCrawlDelay:
        TakeDelay(line.value);
        break;
      case Key::kSitemap:
        if (!line.value.empty() && sitemaps_.size() < kMaxSitemaps) {
          sitemaps_.emplace_back(line.value);
        }
        break;
      case Key::kUnknown:  // §2.2.4: other records do not end a group
        break;
    }
  }

  void TakeAgent(std::string_view agent) {
    if (has_rules_) {
      has_rules_ = false;
      in_ours_ = false;
      in_everybody_ = false;
    }
    if (IsEverybody(agent)) {
      in_everybody_ = true;
    } else if (!product_.empty() && EqualsIgnoreAsciiCase(ProductToken(agent), product_)) {
      in_ours_ = true;
      is_named_ = true;
    }
  }

  void TakeRule(const Line& line, bool allow) {
    has_rules_ = true;
    if (line.value.empty()) return;  // "Disallow:" forbids nothing
    Robots::Rule rule{allow, NormaliseRobotsPattern(line.value), line.number,
                      std::string(CutUtf8(ToValidUtf8(line.text), kMaxRuleTextBytes))};
    if (in_ours_) ours_.rules.push_back(rule);
    if (in_everybody_) everybody_.rules.push_back(std::move(rule));
  }

  void TakeDelay(std::string_view value) {
    const std::optional<double> delay = ParseDelay(value);
    if (!delay) return;
    if (in_ours_) ours_.delay = std::max(ours_.delay.value_or(0), *delay);
    if (in_everybody_) everybody_.delay = std::max(everybody_.delay.value_or(0), *delay);
  }

  std::string_view product_;
  Group ours_, everybody_;
  std::vector<std::string> sitemaps_;
  bool is_named_ = false;   // a group names us
  bool has_rules_ = false;  // the current group has begun its rules: the next agent starts another
  bool in_ours_ = false, in_everybody_ = false;
};

Robots Robots::Parse(std::string_view text, std::string_view product) {
  return RobotsReader(product).Read(text);
}

Robots Robots::FromAnswer(int status, std::string_view text, std::string_view product) {
  if (status >= 200 && status < 300) return Parse(text, product);
  Robots robots;
  robots.is_unreachable_ = status < 200 || status == 429 || status >= 500;
  return robots;
}

Robots::Verdict Robots::Check(std::string_view path_and_query) const {
  const std::string path = NormaliseRobotsPath(path_and_query);
  if (path == "/robots.txt") return {};
  if (is_unreachable_) return {false, 0, ""};
  for (const Rule& rule : rules_) {
    if (!RobotsPatternMatches(rule.pattern, path)) continue;
    return {rule.allow, rule.line, rule.text};
  }
  return {};
}

}  // namespace klikpad
