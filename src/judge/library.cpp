// Loading packs with their checks and wording.

#include "judge/library.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"
#include "evidence/terms.h"
#include "judge/sentences.h"

namespace klikpad {

namespace {

bool IsFileName(const std::string& name) {
  return name.find('/') != std::string::npos || name.ends_with(".yaml");
}

Result<void> Append(Result<std::vector<Check>> loaded, Checks& checks) {
  if (!loaded) return tl::unexpected(loaded.error());
  for (Check& check : *loaded) {
    for (const auto& other : checks) {
      if (other->name != check.name) continue;
      return Fail("a check of this name is there already: " + other->file, check.file);
    }
    checks.push_back(std::make_shared<const Check>(std::move(check)));
  }
  return {};
}

std::string ChecksText(const Checks& checks) {
  std::string text;
  for (const auto& check : checks) text += check->name + '\0' + check->sql + '\0';
  return text;
}

// Calls of a rule, in every place.
template <typename Visit>
void ForEachCall(const Rule& rule, Visit visit) {
  if (rule.look_at) visit(*rule.look_at);
  for (const Call& call : rule.needs_rows) visit(call);
  for (const Call& call : rule.also) visit(call);
  for (const DecideCase& one : rule.decide) {
    for (const Call& call : one.calls) visit(call);
  }
}

std::set<std::string> WordsNamed(const std::vector<Pack>& packs, const std::string& type) {
  std::set<std::string> words;
  for (const Pack& pack : packs) {
    for (const Rule& rule : pack.rules) {
      ForEachCall(rule, [&](const Call& call) {
        for (const Argument& argument : call.arguments) {
          if (argument.type.base == type)
            words.insert(argument.words.begin(), argument.words.end());
        }
      });
    }
  }
  return words;
}

}  // namespace

std::vector<std::string> Library::Channels() const {
  const auto words = WordsNamed(packs, "channel");
  return {words.begin(), words.end()};
}

std::vector<Role> Library::Roles() const {
  std::vector<Role> roles;
  for (const std::string& word : WordsNamed(packs, "role")) {
    if (const auto role = FromWord<Role>(word)) roles.push_back(*role);
  }
  std::sort(roles.begin(), roles.end());
  return roles;
}

Result<std::vector<std::string>> PackNames(const std::string& rules_folder) {
  auto files = ListFiles(rules_folder + "/packs");
  if (!files) return files;
  std::vector<std::string> names;
  for (const std::string& file : *files) {
    if (file.ends_with(".yaml")) names.push_back(file.substr(0, file.size() - 5));
  }
  return names;
}

Result<Library> LoadLibrary(const std::string& rules_folder, const Rules& rules,
                            const std::vector<std::string>& names) {
  const KnownWords words{&rules.channels, &rules.vocabulary};
  auto empty = EvidenceDb::FromRows({}, rules.channels, VocabularyTerms(rules.vocabulary));
  if (!empty) return tl::unexpected(empty.error());
  auto wording_text = ReadFile(rules_folder + "/wording.yaml");
  if (!wording_text) return tl::unexpected(wording_text.error());
  auto wording_yaml = Yaml::Parse(*wording_text, rules_folder + "/wording.yaml");
  if (!wording_yaml) return tl::unexpected(wording_yaml.error());
  auto wording = ParseWording(*wording_yaml, rules.channels);
  if (!wording) return tl::unexpected(wording.error());

  Checks own;
  if (auto ok = Append(LoadChecks(rules_folder + "/checks", *empty, words), own); !ok) {
    return tl::unexpected(ok.error());
  }
  auto known = PackNames(rules_folder);
  if (!known) return tl::unexpected(known.error());

  Library library;
  library.wording = std::move(*wording);
  std::string digested = *wording_text + ChecksText(own);
  for (const std::string& name : names) {
    const bool is_file = IsFileName(name);
    if (!is_file && std::find(known->begin(), known->end(), name) == known->end()) {
      return Fail("unknown pack '" + name + "'", "", 0, Nearest(name, *known));
    }
    const std::string path = is_file ? name : rules_folder + "/packs/" + name + ".yaml";
    auto text = ReadFile(path, 4 << 20);
    if (!text) return tl::unexpected(text.error());
    auto yaml = Yaml::Parse(*text, path);
    if (!yaml) return tl::unexpected(yaml.error());
    Checks checks = own;
    const std::filesystem::path file(path);
    if (is_file) {
      const std::string beside = (file.parent_path() / "checks").string();
      if (auto ok = Append(LoadChecks(beside, *empty, words), checks); !ok) {
        return tl::unexpected(ok.error());
      }
    }
    auto pack = ParsePack(*yaml, file.stem().string(), checks, words);
    if (!pack) return tl::unexpected(pack.error());
    for (const Pack& other : library.packs) {
      if (other.name == pack->name) return Fail("pack '" + pack->name + "' is named twice");
    }
    digested += *text + '\0' + (is_file ? ChecksText(checks) : "");
    library.packs.push_back(std::move(*pack));
  }
  library.digest = Digest(digested);
  return library;
}

Result<void> JudgeAudit(const EvidenceDb& db, const Library& library, const Rules& rules,
                        Audit& audit) {
  auto judgement = Judge(db, library.packs, library.wording);
  if (!judgement) return tl::unexpected(judgement.error());
  audit.findings = std::move(judgement->findings);
  audit.tally = judgement->tally;
  audit.pack_tallies = std::move(judgement->pack_tallies);
  for (const Pack& pack : library.packs) {
    audit.pack_abouts.emplace_back(pack.name, AboutPack(pack, library.wording));
  }
  audit.rules_digest = Digest(rules.digest + library.digest);
  return {};
}

}  // namespace klikpad
