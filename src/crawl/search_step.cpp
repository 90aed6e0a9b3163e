// Recognising, sending and reading the site's search.

#include "crawl/search_step.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "model/page_roles.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxAddress = 4096;
constexpr std::size_t kMaxFields = 50;
constexpr std::size_t kMaxHits = 100;

bool TakesWords(const FormField& field) {
  return field.tag == "input" && (field.type == "search" || field.type == "text") &&
         !field.name.empty();
}

// The field for the words: the first of type search, else the first for a text.
const FormField* WordsField(const Form& form) {
  const FormField* first = nullptr;
  for (const FormField& field : form.fields) {
    if (!TakesWords(field)) continue;
    if (field.type == "search") return &field;
    if (first == nullptr) first = &field;
  }
  return first;
}

bool IsSubmit(const FormField& field) {
  return field.type == "submit" || (field.tag == "button" && field.type.empty());
}

// What Enter in the field sends (HTML §4.10.21.2, implicit submission, and §4.10.21.4): hidden
// fields, the words, and the default button where it has a name.
std::vector<std::pair<std::string, std::string>> SentFields(const Form& form,
                                                            const FormField& words) {
  std::vector<std::pair<std::string, std::string>> sent;
  bool has_button = false;
  for (const FormField& field : form.fields) {
    if (sent.size() >= kMaxFields) break;
    if (&field == &words) {
      sent.emplace_back(field.name, "");
      continue;
    }
    const bool is_button = IsSubmit(field) && !has_button;
    has_button = has_button || is_button;
    const bool is_hidden = field.tag == "input" && field.type == "hidden";
    // A second field of the words' name would hide them.
    if (!(is_hidden || is_button) || field.name.empty() || field.name == words.name) continue;
    sent.emplace_back(field.name, field.value);
  }
  return sent;
}

// Several forms of a page may search: the site's stands in its header or says by its role what it
// is.
int Likelihood(const Form& form, const FormField& words) {
  int points = form.method == "get" ? 8 : 0;
  if (form.is_visible) points += 1;
  if (form.role == "search") points += 4;
  if (words.type == "search") points += 2;
  if (form.region == Region::kHeader || form.region == Region::kNav) points += 2;
  return points;
}

// application/x-www-form-urlencoded (URL Standard §5.2), in UTF-8.
std::string FormEncode(std::string_view text) {
  return ReplaceAll(ReplaceAll(PercentEncode(text), "%20", "+"), "~", "%7E");
}

std::string ProblemOf(const SearchForm& form, const std::function<bool(const Url&)>& is_ours) {
  const auto url = Url::Parse(form.action);
  if (!url || !url->IsHttp()) return "the site's search form leads to no web address";
  if (!form.is_get) return "the site's search form sends by POST, which is not asked for";
  if (!is_ours(*url)) {
    return fmt::format("the site's search form leads to {}, outside of the look", url->Host());
  }
  return {};
}

std::string PathOf(const std::string& address) {
  const auto url = Url::Parse(address);
  if (!url) return {};
  std::string path = url->Host() + url->Path();
  while (path.ends_with('/')) path.pop_back();
  return path;
}

}  // namespace

std::optional<SearchForm> FindSearchForm(const Page& page, const Findings& found) {
  const Form* best = nullptr;
  const FormField* best_words = nullptr;
  int most = -1;
  for (const FoundForm& verdict : found.forms) {
    if (verdict.kind != FormKind::kSearch || verdict.form < 0) continue;
    const Form& form = page.forms[static_cast<std::size_t>(verdict.form)];
    const FormField* words = WordsField(form);
    if (words == nullptr || Likelihood(form, *words) <= most) continue;
    most = Likelihood(form, *words);
    best = &form;
    best_words = words;
  }
  if (best == nullptr) return std::nullopt;
  const auto action = Url::Parse(best->action);
  SearchForm search;
  search.action = action ? action->WithQuery("").WithoutFragment() : best->action;
  search.parameter = best_words->name;
  search.fields = SentFields(*best, *best_words);
  search.is_get = best->method == "get";
  search.region = best->region;
  search.place = best->place;
  return search;
}

SearchChoice ChooseSearchForm(const std::vector<const SitePage*>& pages,
                              const std::function<bool(const Url&)>& is_ours) {
  SearchChoice choice;
  for (int round = 0; round < 2; ++round) {
    for (const SitePage* page : pages) {
      if (!page->search) continue;
      const bool is_near = HasRole(*page, {Role::kHome, Role::kService});
      if (round == 0 && !is_near) continue;
      std::string problem = ProblemOf(*page->search, is_ours);
      if (problem.empty()) return {page->search, ""};
      if (!choice.form) choice = {page->search, std::move(problem)};
    }
  }
  return choice;
}

std::optional<Url> SearchAddress(const SearchForm& form, std::string_view term) {
  const auto action = Url::Parse(form.action);
  if (!action || !action->IsHttp()) return std::nullopt;
  std::string query;
  bool has_term = false;
  for (const auto& [name, value] : form.fields) {
    const bool is_term = !has_term && name == form.parameter;
    has_term = has_term || is_term;
    if (!query.empty()) query += '&';
    query += FormEncode(name) + '=' + FormEncode(is_term ? term : std::string_view(value));
    if (query.size() > kMaxAddress) return std::nullopt;
  }
  if (!has_term) return std::nullopt;
  return action->WithQuery(query);
}

bool CarriesSearch(const Url& url, const Url& asked, const SearchForm& form) {
  const auto words = asked.QueryValue(form.parameter);
  return words && url.QueryValue(form.parameter) == words;
}

void KeepHits(PageDigest& digest, const Url& here) {
  SitePage& page = digest.page;
  const std::string own = PathOf(here.Text());
  std::vector<SiteLink> links;
  std::vector<Link> read;
  for (std::size_t i = 0; i < page.links.size() && links.size() < kMaxHits; ++i) {
    const SiteLink& link = page.links[i];
    // Further pages of results, filters and sorting lead to the search itself.
    if (link.region != Region::kMain || PathOf(link.url.Str()) == own) continue;
    links.push_back(link);
    read.push_back(std::move(digest.links[i]));
  }
  page.links = std::move(links);
  digest.links = std::move(read);
  digest.head.refreshes.clear();
  std::vector<SiteText> texts = page.texts.ReadOrNone();
  std::erase_if(texts, [](const SiteText& text) { return text.kind != TextKind::kTitle; });
  page.texts = std::move(texts);
  Findings found;
  found.roles.push_back(
      {Role::kSearchResults, "the site's search answers with it", Confidence::kSure});
  page.found = std::move(found);
  page.found_by_search = true;
}

bool IsSamePage(const SitePage& results, const SitePage& plain) {
  if (!plain.is_read || plain.title != results.title) return false;
  std::vector<SharedText> have, all;
  for (const SiteLink& link : results.links) have.push_back(link.url);
  const std::string own = PathOf(results.url);
  for (const SiteLink& link : plain.links) {
    if (link.region == Region::kMain && PathOf(link.url.Str()) != own) all.push_back(link.url);
  }
  if (all.size() > kMaxHits) all.resize(kMaxHits);
  return !all.empty() && have == all;
}

std::string WhyNotRead(const SitePage& page) {
  if (!page.hole_text.empty()) return page.hole_text;
  if (page.is_read) return {};
  if (!page.redirect_url.empty()) return "it redirects to " + page.redirect_url;
  if (page.status != 200) return fmt::format("it answers {}", page.status);
  return "it is no HTML page";
}

}  // namespace klikpad
