// Long names count anywhere in a handle; short ones only as a word of it, or with a common ending.

#include "find/site/brand_match.h"

#include <algorithm>
#include <array>

#include "base/domain.h"
#include "base/text.h"
#include "base/url.h"

namespace klikpad {
namespace {

constexpr std::size_t kLong = 6;   // a name this long is hardly in another word by chance
constexpr std::size_t kShort = 2;  // shorter ones say nothing

// What brands put behind (or before) their name to make a free handle of it.
constexpr std::array kEndings{"nl",           "be",
                              "de",           "fr",
                              "uk",           "eu",
                              "us",           "usa",
                              "at",           "ch",
                              "es",           "it",
                              "com",          "org",
                              "nederland",    "netherlands",
                              "holland",      "belgie",
                              "belgium",      "germany",
                              "deutschland",  "france",
                              "europe",       "global",
                              "world",        "official",
                              "officieel",    "webcare",
                              "care",         "cares",
                              "help",         "helpt",
                              "helps",        "hilft",
                              "support",      "service",
                              "services",     "klantenservice",
                              "online",       "app",
                              "hq",           "inc",
                              "bv",           "gmbh",
                              "group",        "groep",
                              "bank",         "shop",
                              "store",        "winkel",
                              "news",         "nieuws",
                              "jobs",         "team",
                              "the",          "my",
                              "mijn",         "we",
                              "wij",          "hello",
                              "hallo",        "get",
                              "try",          "tv",
                              "info",         "contact",
                              "live",         "business",
                              "zakelijk",     "customer",
                              "customercare", "customerservice",
                              "company",      "international",
                              "social",       "media",
                              "real",         "page"};

std::string Compact(std::string_view text) {
  std::string compact;
  for (char c : FoldAccents(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) compact += c;
  }
  return compact;
}

std::vector<std::string> Tokens(std::string_view text) {
  std::vector<std::string> tokens(1);
  for (char c : FoldAccents(text)) {
    const bool is_letter = c >= 'a' && c <= 'z';
    if (is_letter) {
      tokens.back() += c;
    } else if (!tokens.back().empty()) {
      tokens.emplace_back();
    }
  }
  if (tokens.back().empty()) tokens.pop_back();
  return tokens;
}

// `rest` is made of common endings only: "nlwebcare", "".
bool IsEnding(std::string_view rest) {
  for (int i = 0; i < 3 && !rest.empty(); ++i) {
    std::string_view longest;
    for (std::string_view ending : kEndings) {
      if (rest.starts_with(ending) && ending.size() > longest.size()) longest = ending;
    }
    if (longest.empty()) return false;
    rest.remove_prefix(longest.size());
  }
  return rest.empty();
}

bool TokenCarries(std::string_view token, std::string_view name) {
  const std::size_t at = token.find(name);
  if (at == std::string_view::npos) return false;
  return IsEnding(token.substr(0, at)) && IsEnding(token.substr(at + name.size()));
}

}  // namespace

void BrandNames::Add(std::string_view text) {
  const std::string name = Compact(text);
  if (name.size() < kShort || std::find(names_.begin(), names_.end(), name) != names_.end()) return;
  names_.push_back(name);
}

BrandNames::BrandNames(const Brand& brand) {
  std::vector<std::string> hosts = brand.hosts;
  if (const auto start = Url::Parse(brand.start)) hosts.push_back(start->Host());
  for (const std::string& host : hosts) {
    if (host.empty() || IsIpAddress(host)) continue;
    Add(DomainLabel(host));
    domains_.push_back(RegistrableDomain(host));
  }
  Add(brand.name);
  // "Voorbeeld Bank N.V." is also called Voorbeeld.
  const std::vector<std::string> words = Tokens(brand.name);
  if (words.size() > 1 && words.front().size() >= kLong) Add(words.front());
  std::sort(domains_.begin(), domains_.end());
  std::stable_sort(names_.begin(), names_.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
}

std::string BrandNames::In(std::string_view handle) const {
  const std::string compact = Compact(handle);
  const std::vector<std::string> tokens = Tokens(handle);
  for (const std::string& name : names_) {
    if (compact == name) return name;
    if (name.size() >= kLong && compact.find(name) != std::string::npos) return name;
    for (const std::string& token : tokens) {
      if (TokenCarries(token, name)) return name;
    }
    // A handle that leaves out a part of a long name: "alwaysauto" of "alwaysautomaten".
    const bool is_most = compact.size() >= kLong && compact.size() * 5 >= name.size() * 3;
    if (is_most && name.find(compact) != std::string::npos) return name;
  }
  return "";
}

bool BrandNames::OwnsHost(std::string_view host) const {
  return std::any_of(domains_.begin(), domains_.end(),
                     [&](const std::string& domain) { return IsSameOrSubdomain(host, domain); });
}

}  // namespace klikpad
