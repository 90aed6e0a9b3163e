// Reads the whole folder `rules` and digests it.

#include "rules/rules.h"

#include "base/files.h"
#include "base/hash.h"
#include "rules/tracking.h"

namespace klikpad {
namespace {

struct Digests {
  std::string all, knowledge;
};

bool IsForJudging(const std::string& file) {
  return file.starts_with("packs/") || file.starts_with("checks/") || file.starts_with("twins/");
}

// All YAML and SQL files with their names, so that a renamed or moved rule changes the digest too.
Result<Digests> DigestOf(const std::string& folder) {
  auto files = ListFiles(folder);
  if (!files) return tl::unexpected(files.error());
  std::string all, knowledge;
  for (const std::string& file : *files) {
    const bool is_rule = file.size() > 4 && (file.compare(file.size() - 5, 5, ".yaml") == 0 ||
                                             file.compare(file.size() - 4, 4, ".sql") == 0);
    if (!is_rule) continue;
    auto text = ReadFile(folder + "/" + file);
    if (!text) return tl::unexpected(text.error());
    const std::string line = file + '\0' + Digest(*text) + '\n';
    all += line;
    if (!IsForJudging(file)) knowledge += line;
  }
  return Digests{Digest(all), Digest(knowledge)};
}

// Reads one file with `parse` into `to`; keeps the first error.
template <typename T, typename Parse>
void Read(const std::string& path, Parse parse, T& to, Result<void>& status) {
  if (!status) return;
  auto yaml = Yaml::Load(path);
  if (!yaml) {
    status = tl::unexpected(yaml.error());
    return;
  }
  auto value = parse(*yaml);
  if (!value) {
    status = tl::unexpected(value.error());
    return;
  }
  to = std::move(*value);
}

// Abbreviations of days and phrases that begin with a common word ("in het weekend") tell little by
// their first word.
bool IsTelling(std::string_view day) {
  return day.size() > 4 && day.find_first_of(" -") == std::string_view::npos;
}

std::uint32_t TriggerOf(HoursKind kind, std::string_view phrase) {
  switch (kind) {
    case HoursKind::kPublicHoliday:
    case HoursKind::kSundayAndHolidays:
    case HoursKind::kWorkingDays:
    case HoursKind::kWorkingDaysAndSaturday:
    case HoursKind::kWeekend:
    case HoursKind::kEveryDay:
      return IsTelling(phrase) ? trigger::kDay : trigger::kWeakDay;
    case HoursKind::kNoon:
    case HoursKind::kMidnight:
    case HoursKind::kHalfTo:
    case HoursKind::kHalfPast:
    case HoursKind::kQuarterPast:
    case HoursKind::kQuarterTo:
    case HoursKind::kNumber:
      return trigger::kClock;
    case HoursKind::kAlways:
    case HoursKind::kAllDay:
      return trigger::kAnyHour;
    case HoursKind::kRange:
      return trigger::kRange;
    case HoursKind::kList:
      return trigger::kList;
    case HoursKind::kTimeMark:
      return trigger::kTimeMark;
    case HoursKind::kOpen:
      return trigger::kHours;
    default:
      return 0;
  }
}

// Networks rest on three files that refer to each other.
Result<Networks> LoadNetworks(const std::string& folder) {
  auto networks = Yaml::Load(folder + "/networks.yaml");
  if (!networks) return tl::unexpected(networks.error());
  auto messaging = Yaml::Load(folder + "/messaging.yaml");
  if (!messaging) return tl::unexpected(messaging.error());
  auto words = Yaml::Load(folder + "/account-words.yaml");
  if (!words) return tl::unexpected(words.error());
  return ParseNetworks(*networks, *messaging, *words);
}

}  // namespace

WordTriggers TriggersOf(const Rules& rules) {
  WordTriggers triggers;
  for (const auto& [language, hours] : rules.vocabulary.Hours()) {
    for (const auto& day : hours.days) {
      for (const std::string& form : day) {
        triggers.Add(form, IsTelling(form) ? trigger::kDay : trigger::kWeakDay);
      }
    }
    for (std::size_t day = 0; day < hours.days.size(); ++day) {
      for (const std::string& form : DayCompounds(hours, day)) triggers.Add(form, trigger::kDay);
    }
    for (const auto& [kind, phrases] : hours.words) {
      for (const std::string& phrase : phrases) {
        const std::uint32_t bits = TriggerOf(kind, phrase);
        if (bits == 0) continue;
        if (bits == trigger::kAnyHour) {
          triggers.AddTwo(phrase, bits);
        } else {
          triggers.Add(phrase, bits);
        }
      }
    }
  }
  for (const ChannelName& name : rules.vocabulary.ChannelNames()) {
    const bool calls_back = name.channel == "callback";
    triggers.Add(name.text, trigger::kChannel | (calls_back ? trigger::kCallback : 0));
  }
  for (const std::string& word : rules.emails.at_bare) triggers.Add(word, trigger::kAtSign);
  for (const std::string& phrase : rules.vendors.phrase_texts) triggers.Add(phrase, trigger::kChat);
  for (const std::string_view word : {"chat", "chatbot"}) triggers.Add(word, trigger::kChat);
  return triggers;
}

Result<Rules> LoadRules(const std::string& folder) {
  Rules rules;
  Result<void> status;
  Read(folder + "/channels.yaml", ParseChannels, rules.channels, status);
  Read(folder + "/click-model.yaml", ParseClickModel, rules.clicks, status);
  Read(folder + "/metrics.yaml", ParseMetricFacts, rules.metrics, status);
  Read(folder + "/tracking-parameters.yaml", ParseTrackingParameters, rules.tracking_parameters,
       status);
  Read(folder + "/walls.yaml", Walls::Parse, rules.walls, status);
  Read(folder + "/traps.yaml", ParseTrapWords, rules.traps, status);
  Read(folder + "/phones.yaml", ParsePhoneFacts, rules.phones, status);
  Read(folder + "/emails.yaml", ParseEmailFacts, rules.emails, status);
  Read(folder + "/stores.yaml", ParseStoreWords, rules.stores, status);
  Read(folder + "/addresses.yaml", ParseAddressFacts, rules.addresses, status);
  Read(folder + "/communities.yaml", ParseCommunityFacts, rules.communities, status);
  Read(folder + "/forms.yaml", ParseFormWords, rules.forms, status);
  Read(folder + "/messages.yaml", MessageWords::Parse, rules.messages, status);
  Read(folder + "/chat-vendors.yaml", ParseVendors, rules.vendors, status);
  if (!status) return tl::unexpected(status.error());
  auto networks = LoadNetworks(folder);
  if (!networks) return tl::unexpected(networks.error());
  rules.networks = std::move(*networks);
  auto vocabulary = LoadVocabulary(folder + "/vocabulary");
  if (!vocabulary) return tl::unexpected(vocabulary.error());
  rules.vocabulary = std::move(*vocabulary);
  rules.triggers = TriggersOf(rules);
  auto digest = DigestOf(folder);
  if (!digest) return tl::unexpected(digest.error());
  rules.digest = std::move(digest->all);
  rules.knowledge_digest = std::move(digest->knowledge);
  return rules;
}

}  // namespace klikpad
