// Reading the words in which verdicts are explained.

#include "judge/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

#include "base/text.h"
#include "judge/look.h"

namespace klikpad {

namespace {

bool IsName(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

// Calls text(part) and name(placeholder) from left to right; false at a stray brace.
template <typename OnText, typename OnName>
bool Walk(std::string_view text, OnText on_text, OnName on_name) {
  while (!text.empty()) {
    const std::size_t brace = text.find_first_of("{}");
    on_text(text.substr(0, brace));
    if (brace == text.npos) return true;
    const std::size_t close = text.find('}', brace);
    if (text[brace] == '}' || close == text.npos) return false;
    const std::string_view name = text.substr(brace + 1, close - brace - 1);
    if (!IsName(name)) return false;
    on_name(name);
    text.remove_prefix(close + 1);
  }
  return true;
}

// "60" for 60.0, "8.1" for 8.1; Dutch writes a comma.
std::string Number(const std::string& text, Language language) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !std::isfinite(value)) return text;
  if (value == std::floor(value) && std::abs(value) < 1e15) return fmt::format("{:.0f}", value);
  std::string number = fmt::format("{:.1f}", value);
  return language == Language::kNl ? ReplaceAll(number, ".", ",") : number;
}

template <typename T>
Result<void> ReadMap(const Yaml& yaml, std::string_view key, std::map<std::string, T>& out,
                     Result<T> (*parse)(const Yaml&)) {
  auto map = yaml.Need(key);
  if (!map) return tl::unexpected(map.error());
  for (const auto& member : (*map)->Members()) {
    auto value = parse(member.value);
    if (!value) return tl::unexpected(value.error());
    out.emplace(member.key, std::move(*value));
  }
  return {};
}

Result<Wording::Unit> ParseUnit(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"one", "many"}); !ok) return tl::unexpected(ok.error());
  auto one = yaml.Need("one");
  if (!one) return tl::unexpected(one.error());
  auto many = yaml.Need("many");
  if (!many) return tl::unexpected(many.error());
  auto one_text = ParseBilingual(**one);
  if (!one_text) return tl::unexpected(one_text.error());
  auto many_text = ParseBilingual(**many);
  if (!many_text) return tl::unexpected(many_text.error());
  return Wording::Unit{*one_text, *many_text};
}

}  // namespace

Result<std::vector<std::string>> Placeholders(std::string_view text) {
  std::set<std::string> names;
  const bool is_whole = Walk(
      text, [](std::string_view) {}, [&](std::string_view name) { names.emplace(name); });
  if (!is_whole) return Fail("a stray brace: placeholders are written as {name}");
  return std::vector<std::string>(names.begin(), names.end());
}

std::string FillIn(std::string_view text, const Values& values) {
  std::string filled;
  Walk(
      text, [&](std::string_view part) { filled += part; },
      [&](std::string_view name) {
        const auto it = values.find(std::string(name));
        if (it != values.end()) filled += it->second;
      });
  return filled;
}

std::string Wording::Value(const std::string& value, const std::string& unit,
                           Language language) const {
  if (unit == "text" || unit == "phone" || unit == "handle") return value;
  if (unit == "word") return Name(value, language);
  const std::string number = Number(value, language);
  if (unit == "minutes") {
    const long minutes = std::strtol(value.c_str(), nullptr, 10);
    if (minutes >= 60) {
      const auto hours = Value(std::to_string(minutes / 60), "hours", language);
      if (minutes % 60 == 0) return hours;
      return hours + " " + Value(std::to_string(minutes % 60), "minutes", language);
    }
  }
  const auto it = units.find(unit);
  if (it == units.end()) return number;
  return FillIn(In(number == "1" ? it->second.one : it->second.many, language), {{"n", number}});
}

std::string Wording::Name(const std::string& word, Language language) const {
  if (const auto it = channels_in_text.find(word); it != channels_in_text.end()) {
    return In(it->second, language);
  }
  if (const ChannelInfo* channel = channels ? channels->Find(word) : nullptr) {
    return language == Language::kNl ? channel->name_nl : channel->name_en;
  }
  for (const auto* words : {&roles, &faults}) {
    if (const auto it = words->find(word); it != words->end()) return In(it->second, language);
  }
  return word;
}

const std::string& Wording::Said(const EvidenceRow& row, const std::string& text,
                                 Language language) const {
  const bool is_note = IsNote(row.ref);
  const auto both = is_note ? said.find(text) : said.end();
  return both == said.end() ? text : In(both->second, language);
}

std::string Wording::List(const std::vector<std::string>& parts, Language language) const {
  if (parts.size() < 2) return parts.empty() ? "" : parts[0];
  const std::vector<std::string> first(parts.begin(), parts.end() - 1);
  return Join(first, ", ") + (language == Language::kNl ? " en " : " and ") + parts.back();
}

Bilingual Wording::Reason(const std::string& key, const std::vector<std::string>& names) const {
  Bilingual result;
  const auto it = reasons.find(key);
  if (it == reasons.end()) return {key, key};
  for (const Language language : {Language::kNl, Language::kEn}) {
    std::vector<std::string> parts;
    for (const std::string& name : names) {
      const auto look = looks.find(name);
      parts.push_back(look == looks.end() ? name : In(look->second, language));
    }
    std::string& text = language == Language::kNl ? result.nl : result.en;
    text = FillIn(In(it->second, language), {{"looks", List(parts, language)}});
  }
  return result;
}

Result<Bilingual> ParseBilingual(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"nl", "en"}); !ok) return tl::unexpected(ok.error());
  Bilingual text;
  for (const char* key : {"nl", "en"}) {
    auto member = yaml.Need(key);
    if (!member) return tl::unexpected(member.error());
    auto value = (*member)->String();
    if (!value) return tl::unexpected(value.error());
    if (Trim(*value).empty()) return (*member)->Complain("an empty text");
    (std::string_view(key) == "nl" ? text.nl : text.en) = CollapseSpace(*value);
  }
  auto nl = Placeholders(text.nl);
  auto en = Placeholders(text.en);
  if (!nl) return yaml.Complain("nl: " + nl.error().message);
  if (!en) return yaml.Complain("en: " + en.error().message);
  if (*nl != *en) {
    return yaml.Complain("nl has the placeholders {" + Join(*nl, "} {") + "}, en has {" +
                         Join(*en, "} {") + "}");
  }
  return text;
}

Result<Wording> ParseWording(const Yaml& yaml, const Channels& channels) {
  if (auto ok = yaml.AllowOnly({"units", "looks", "roles", "channels", "faults", "reasons"}); !ok) {
    return tl::unexpected(ok.error());
  }
  Wording wording;
  wording.channels = &channels;
  if (auto ok = ReadMap(yaml, "units", wording.units, ParseUnit); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadMap(yaml, "looks", wording.looks, ParseBilingual); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadMap(yaml, "roles", wording.roles, ParseBilingual); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadMap(yaml, "channels", wording.channels_in_text, ParseBilingual); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadMap(yaml, "faults", wording.faults, ParseBilingual); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadMap(yaml, "reasons", wording.reasons, ParseBilingual); !ok) {
    return tl::unexpected(ok.error());
  }
  // "site/ROLE" that is not worded by itself is worded by its role.
  for (const std::string& look : LookNames()) {
    if (wording.looks.contains(look)) continue;
    const auto role = wording.roles.find(look.substr(look.find('/') + 1));
    if (role == wording.roles.end()) return yaml.Complain("no wording of the look '" + look + "'");
    wording.looks.emplace(look, role->second);
  }
  return wording;
}

}  // namespace klikpad
