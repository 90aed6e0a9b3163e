// Reading what the reports say.

#include "report/wording.h"

namespace klikpad {
namespace {

Result<Bilingual> ReadBilingual(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"nl", "en"}); !ok) return tl::unexpected(ok.error());
  Bilingual text;
  for (const auto& [key, member] : {std::pair("nl", &Bilingual::nl), {"en", &Bilingual::en}}) {
    const auto found = yaml.Need(key);
    if (!found) return tl::unexpected(found.error());
    auto value = (*found)->String();
    if (!value) return tl::unexpected(value.error());
    if (value->empty()) return (*found)->Complain("empty text");
    text.*member = std::move(*value);
  }
  return text;
}

Result<std::map<std::string, Bilingual>> ReadTexts(const Yaml& map) {
  std::map<std::string, Bilingual> texts;
  for (const auto& member : map.Members()) {
    auto text = ReadBilingual(member.value);
    if (!text) return tl::unexpected(text.error());
    texts.emplace(member.key, std::move(*text));
  }
  return texts;
}

Result<std::map<std::string, Bilingual>> ReadTextsAt(const Yaml& yaml, std::string_view key) {
  const auto map = yaml.Need(key);
  if (!map) return tl::unexpected(map.error());
  return ReadTexts(**map);
}

Result<ReportWording::Unit> ReadUnit(const Yaml& yaml) {
  const auto one = yaml.Need("one");
  if (!one) return tl::unexpected(one.error());
  const auto many = yaml.Need("many");
  if (!many) return tl::unexpected(many.error());
  auto one_text = ReadBilingual(**one);
  if (!one_text) return tl::unexpected(one_text.error());
  auto many_text = ReadBilingual(**many);
  if (!many_text) return tl::unexpected(many_text.error());
  return ReportWording::Unit{std::move(*one_text), std::move(*many_text)};
}

}  // namespace

Result<ReportWording> ParseReportWording(const Yaml& reports, const Yaml& rules,
                                         const Yaml& remarks) {
  if (auto ok = reports.AllowOnly({"texts", "words", "always_shown"}); !ok) {
    return tl::unexpected(ok.error());
  }
  ReportWording wording;
  auto texts = ReadTextsAt(reports, "texts");
  if (!texts) return tl::unexpected(texts.error());
  wording.texts = std::move(*texts);

  auto remarks_table = Remarks::Parse(remarks);
  if (!remarks_table) return tl::unexpected(remarks_table.error());
  wording.remarks = std::move(*remarks_table);

  const auto groups = reports.Need("words");
  if (!groups) return tl::unexpected(groups.error());
  for (const auto& group : (*groups)->Members()) {
    auto words = ReadTexts(group.value);
    if (!words) return tl::unexpected(words.error());
    wording.words.emplace(group.key, std::move(*words));
  }
  for (const auto& [key, group] :
       {std::pair("looks", "look"), {"roles", "role"}, {"faults", "fault"}}) {
    auto words = ReadTextsAt(rules, key);
    if (!words) return tl::unexpected(words.error());
    wording.words[group] = std::move(*words);
  }
  const auto units = rules.Need("units");
  if (!units) return tl::unexpected(units.error());
  for (const auto& member : (*units)->Members()) {
    auto unit = ReadUnit(member.value);
    if (!unit) return tl::unexpected(unit.error());
    wording.units.emplace(member.key, std::move(*unit));
  }
  const auto shown = reports.Need("always_shown");
  if (!shown) return tl::unexpected(shown.error());
  auto channels = (*shown)->Strings();
  if (!channels) return tl::unexpected(channels.error());
  wording.always_shown = std::move(*channels);
  return wording;
}

}  // namespace klikpad
