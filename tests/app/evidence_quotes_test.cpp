// Evidence can be looked up: its words stand on the page that it names, its reference is a row.

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "app/fixture_audit.h"
#include "base/files.h"
#include "base/text.h"
#include "base/url.h"
#include "fetch/site_folder.h"

namespace klikpad {
namespace {

// The words of `html` that a visitor sees or hears, without any white space. Knows no more HTML
// than the fixtures use, so that it shares no mistake with the parser.
std::string Words(std::string_view html) {
  std::string words;
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html[i] != '<') {
      if (std::isspace(static_cast<unsigned char>(html[i])) == 0) words += html[i];
      continue;
    }
    const std::size_t end = std::min(html.find('>', i), html.size() - 1);
    const std::string_view tag = html.substr(i, end - i);
    for (const std::string_view name : {"alt=\"", "value=\"", "aria-label=\""}) {
      const std::size_t at = tag.find(name);
      if (at == std::string_view::npos) continue;
      if (name == "value=\"" && tag.find("type=\"submit\"") == std::string_view::npos) continue;
      const std::string_view rest = tag.substr(at + name.size());
      words += Words(rest.substr(0, rest.find('"')));
    }
    i = end;
  }
  words = ReplaceAll(words, "&nbsp;", "");
  return ReplaceAll(words, "&amp;", "&");
}

// What stands at "12:5" of `body` and behind; nothing when there is no such place.
std::string From(const std::string& body, const std::string& place) {
  const std::size_t colon = place.find(':');
  if (colon == std::string::npos) return {};
  std::size_t at = 0;
  for (int line = std::stoi(place.substr(0, colon)); line > 1; --line) {
    at = body.find('\n', at);
    if (at == std::string::npos) return {};
    ++at;
  }
  return body.substr(std::min(body.size(), at + std::stoul(place.substr(colon + 1)) - 1));
}

// The place lies in the quoted words ("Bel 020 - 555 01 88", the place of the number), or at the
// beginning of the text that holds them.
bool StandsAt(const std::string& body, const std::string& place, const std::string& quote) {
  constexpr std::size_t kMostBefore = 600;  // bytes of one text before the quoted part
  const std::string there = From(body, place);
  if (there.empty()) return false;
  if (quote.starts_with("https://")) return there.find(quote) < kMostBefore;
  const std::string all = Words(body), wanted = Words(quote);
  const std::size_t at = all.size() - std::min(all.size(), Words(there).size());
  for (std::size_t begin = all.find(wanted); begin != std::string::npos;
       begin = all.find(wanted, begin + 1)) {
    if (at < begin + wanted.size() && begin < at + kMostBefore) return true;
  }
  return false;
}

TEST_CASE("the quote of every evidence row stands on its page at its place; its reference leads") {
  for (const std::string name : {"ing-2013", "luchtbrug", "stil", "klein", "waldbach"}) {
    CAPTURE(name);
    const TempDir work;
    const FixtureAudit run = AuditSite(FixtureFolder(name), work / "audit");
    const SiteFolder site = SiteFolder::Load(FixtureFolder(name)).value();
    std::string messages;
    for (const std::string file : {"timeline.csv", "timeline.jsonl"}) {
      messages += ReadFile(FixtureFolder(name) + "/" + file).value_or("");
    }
    int rows = 0;
    std::map<std::string, std::set<std::string>> refs;  // by table
    for (const Json& finding : run.audit["findings"].Items()) {
      const std::string& outcome = finding["outcome"].AsString();
      if (outcome != "plus" && outcome != "minus") continue;
      CAPTURE(finding["rule"].AsString());
      CHECK(finding["evidence"].Items().size() > 0);
      for (const char* list : {"evidence", "also"}) {
        for (const Json& row : finding[list].Items()) {
          rows += row["url"].AsString().starts_with("http") ? 1 : 0;
          const std::string &ref = row["ref"].AsString(), &quote = row["quote"].AsString();
          CAPTURE(ref);
          CAPTURE(quote);
          CHECK_FALSE(quote.empty());
          if (row["url"].AsString().empty()) {  // what no page shows: a message, an observation
            const std::string table = ref.substr(0, ref.find('/'));
            refs[table].insert(ref);
            const bool is_message = table == "messages" || table == "conversations";
            // Names of people are masked in what is kept.
            const std::string seen = ReplaceAll(quote, "@\xE2\x80\xA6 ", "");
            if (is_message) CHECK(messages.find(seen) != std::string::npos);
            continue;
          }
          const auto url = Url::Parse(row["url"].AsString());
          if (!url || !url->IsHttp()) continue;  // a message, a probe, a screen of the app
          const std::string query = url->Query().empty() ? "" : "?" + url->Query();
          const SiteAnswer page = site.Answer(url->Host(), url->Path() + query);
          CHECK(page.status == 200);
          // A chat is known by its script: its address stands in the source.
          const bool is_address = quote.starts_with("https://");
          CHECK(
              (is_address ? page.body : Words(page.body)).find(is_address ? quote : Words(quote)) !=
              std::string::npos);
          CAPTURE(row["place"].AsString());
          CHECK(StandsAt(page.body, row["place"].AsString(), quote));
          refs[ref.substr(0, ref.find('/'))].insert(ref);
        }
      }
    }
    CHECK(rows >= 10);
    for (const auto& [table, wanted] : refs) {
      CAPTURE(table);
      std::set<std::string> found;
      for (const Json& row : QueryAudit(work / "audit", "SELECT ref FROM " + table)) {
        found.insert(row["ref"].AsString());
      }
      CHECK(std::includes(found.begin(), found.end(), wanted.begin(), wanted.end()));
    }
  }
}

}  // namespace
}  // namespace klikpad
