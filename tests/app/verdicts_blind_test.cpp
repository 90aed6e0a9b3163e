// Verdicts rest on what a page says to a visitor, not on names: another brand, other hosts, handles
// and files, or another language, change none.

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>
#include <utility>
#include <vector>

#include "app/fixture_audit.h"
#include "base/text.h"
#include "base/yaml.h"

namespace klikpad {
namespace {

bool IsPage(const std::string& file) { return file.ends_with(".html"); }

// Where the table says a word stands: as all of an element, of a title or of an attribute.
std::string Translate(std::string html, const Yaml& table) {
  for (const Yaml::Member& label : table.Find("labels")->Members()) {
    const std::string& to = label.value.Scalar();
    html = ReplaceAll(html, ">" + label.key + "<", ">" + to + "<");
    html = ReplaceAll(html, ">" + label.key + " | ING<", ">" + to + " | ING<");
    html = ReplaceAll(html, "\"" + label.key + "\"", "\"" + to + "\"");
  }
  for (const Yaml::Member& sentence : table.Find("sentences")->Members()) {
    html = ReplaceAll(html, sentence.key, sentence.value.Scalar());
  }
  return ReplaceAll(html, "lang=\"nl\"", "lang=\"en\"");
}

TEST_CASE("the labels of ing-2013 in English give the same verdicts") {
  const FixtureCopy site("ing-2013");
  const auto table = Yaml::Load(site.Folder() + "/labels.en.yaml");
  REQUIRE(table.has_value());
  for (const std::string& file : site.Files()) {
    if (IsPage(file)) site.Write(file, Translate(site.Read(file), *table));
  }
  site.Replace("brand.yaml", "languages: [nl]", "languages: [en]");
  CHECK(site.Read("www/index.html").find("customer service") != std::string::npos);
  CheckVerdicts(AuditSite(site.Folder()), ExpectedVerdicts(site.Folder()));
}

using Renaming = std::vector<std::pair<std::string, std::string>>;

// "contact.html" → "b7.html", "klantenservice/" → "a3/": every page but index.html, every folder
// but a year. The longest comes first, so that no name is replaced inside a longer one.
Renaming RenameFiles(const FixtureCopy& site) {
  const std::string root = site.Folder() + "/www";
  std::set<std::string> names;
  for (const std::string& file : site.Files()) {
    if (!file.starts_with("www/")) continue;
    const std::string path = file.substr(4);
    for (std::size_t i = path.find('/'); i != std::string::npos; i = path.find('/', i + 1)) {
      names.insert(path.substr(0, i + 1));
    }
    if (IsPage(path) && !path.ends_with("index.html")) names.insert(path);
  }
  Renaming renaming;
  std::map<std::string, std::string> folders = {{"", ""}};
  int number = 0;
  for (const std::string& name : names) {  // a folder comes before what it holds
    const std::size_t cut = name.find_last_of('/', name.size() - 2);
    const std::string parent = cut == std::string::npos ? "" : name.substr(0, cut + 1);
    const std::string leaf = name.substr(parent.size());
    const bool is_year = std::isdigit(static_cast<unsigned char>(leaf[0])) != 0;
    std::string to = folders.at(parent);
    to += is_year ? leaf : "x" + std::to_string(++number) + (leaf.ends_with('/') ? "/" : ".html");
    if (leaf.ends_with('/')) folders[name] = to;
    renaming.emplace_back(name, to);
  }
  std::sort(renaming.begin(), renaming.end(), [](const auto& a, const auto& b) {
    return std::make_pair(a.first.size(), a.first) > std::make_pair(b.first.size(), b.first);
  });
  return renaming;
}

std::string RenamePaths(std::string text, const Renaming& renaming) {
  for (const auto& [from, to] : renaming) {
    // A lone folder must not hit the tail of another word.
    const std::string before = from.ends_with('/') ? "/" : "";
    text = ReplaceAll(text, before + from, before + to);
    text = ReplaceAll(text, ReplaceAll(before + from, "/", "%2F"),
                      ReplaceAll(before + to, "/", "%2F"));
  }
  return text;
}

// `from` where it is a word of its own.
std::string RenameWord(const std::string& text, const std::string& from, const std::string& to) {
  const auto is_letter = [&](std::size_t i) {
    return i < text.size() && std::isalnum(static_cast<unsigned char>(text[i])) != 0;
  };
  std::string result;
  std::size_t done = 0;
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
    if ((at > 0 && is_letter(at - 1)) || is_letter(at + from.size())) continue;
    result += text.substr(done, at - done) + to;
    done = at + from.size();
  }
  return result + text.substr(done);
}

bool IsBesideSite(const std::string& file) {
  return file == "expected.yaml" || file == "mutations.yaml" || file == "labels.en.yaml";
}

// Every file of the site in another place, under names that tell nothing.
void MoveFiles(const FixtureCopy& site, const Renaming& renaming) {
  for (const auto& [from, to] : renaming) {
    if (from.ends_with('/')) std::filesystem::create_directories(site.Folder() + "/www/" + to);
  }
  for (const std::string& file : site.Files()) {
    if (!file.starts_with("www/")) continue;
    const std::string path = file.substr(4);
    const auto hit = std::find_if(renaming.begin(), renaming.end(), [&](const auto& one) {
      return path == one.first || (one.first.ends_with('/') && path.starts_with(one.first));
    });
    if (hit == renaming.end()) continue;
    std::filesystem::rename(site.Folder() + "/www/" + path,
                            site.Folder() + "/www/" + hit->second + path.substr(hit->first.size()));
  }
}

struct Rebranding {
  std::string site;
  Renaming handles;  // of accounts and hosts, in this order
  std::string name, new_name;
};

TEST_CASE("another brand, other hosts, handles and files give the same verdicts") {
  const std::vector<Rebranding> cases = {
      {"ing-2013",
       {{"INGnl_webcare", "deMolenbank"},
        {"INGbank.voorbeeld", "molenbank.zaanstreek"},
        {"INGvoorbeeld", "MolenbankFilms"},
        {"ing-voorbeeld", "molenbank-nv"},
        {"ing.example", "molenbank.example"}},
       "ING",
       "Molenbank"},
      {"luchtbrug",
       {{"luchtbrug_nl", "kraanvogel_nl"},
        {"luchtbrug.nl", "kraanvogel.nl"},
        {"luchtbrug.example", "kraanvogel.example"}},
       "Luchtbrug",
       "Kraanvogel"},
      {"waldbach",
       {{"waldbach.garten", "moorheide.garten"},
        {"waldbach_garten", "moorheide_garten"},
        {"waldbach_hilft", "moorheide_hilft"},
        {"waldbach.example", "moorheide.example"}},
       "Waldbach",
       "Moorheide"},
  };
  for (const Rebranding& c : cases) {
    CAPTURE(c.site);
    const FixtureCopy site(c.site);
    const Renaming renaming = RenameFiles(site);
    for (const std::string& file : site.Files()) {
      if (IsBesideSite(file)) continue;
      std::string text = RenamePaths(site.Read(file), renaming);
      for (const auto& [from, to] : c.handles) text = ReplaceAll(text, from, to);
      site.Write(file, RenameWord(text, c.name, c.new_name));
    }
    MoveFiles(site, renaming);
    CHECK_FALSE(std::filesystem::exists(site.Folder() + "/www/contact.html"));
    const FixtureAudit run = AuditSite(site.Folder());
    CHECK(run.audit["pages"].Items().size() ==
          AuditSite(FixtureFolder(c.site)).audit["pages"].Items().size());
    CheckVerdicts(run, ExpectedVerdicts(site.Folder()));
  }
}

// Handles of which none reminds of the brand.
void UseOtherHandles(const FixtureCopy& site) {
  const Renaming handles = {{"INGnl_webcare", "dekraai_online"},
                            {"INGbank.voorbeeld", "blauwe.fiets"},
                            {"INGvoorbeeld", "houtenklomp"},
                            {"ing-voorbeeld", "zilte-zee"}};
  for (const std::string& file : site.Files()) {
    if (IsBesideSite(file)) continue;
    std::string text = site.Read(file);
    for (const auto& [from, to] : handles) text = ReplaceAll(text, from, to);
    site.Write(file, text);
  }
}

TEST_CASE("handles that do not remind of the brand give the same verdicts where words tell") {
  const FixtureCopy site("ing-2013");
  UseOtherHandles(site);
  CheckVerdicts(AuditSite(site.Folder()), ExpectedVerdicts(site.Folder()));
}

TEST_CASE(
    "where nothing tells whose an account is, a verdict on it is not assessed, never another") {
  const FixtureCopy site("ing-2013");
  UseOtherHandles(site);
  const std::string page = "www/klantenservice/webcare.html";
  // The accounts are there, among words that promise nothing.
  site.Replace(page, "<h2>Hier volgt u ons nieuws</h2>", "<h2>En verder</h2>");
  site.Replace(page, "Op YouTube, LinkedIn en Hyves leest en ziet u wat wij doen.",
               "Er is ook YouTube, LinkedIn en Hyves.");
  const FixtureAudit run = AuditSite(site.Folder());
  const Verdicts expected = ExpectedVerdicts(site.Folder());
  for (const auto& [rule, outcome] : run.verdicts) {
    CAPTURE(rule);
    CAPTURE(outcome);
    CHECK((outcome == expected.at(rule) || outcome == "not_assessed"));
  }
  CHECK(run.verdicts.at("twitter-test/11-all-networks-served") == "not_assessed");
  // Twitter is still known by its words: what rests on it stays.
  CHECK(run.verdicts.at("twitter-test/08-contact-link-works") == "plus");
}

}  // namespace
}  // namespace klikpad
