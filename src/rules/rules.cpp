// Reads the whole folder `rules` and digests it.

#include "rules/rules.h"

#include <future>
#include <utility>
#include <vector>

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
    std::string path = folder;
    auto text = ReadFile(path.append("/").append(file));
    if (!text) return tl::unexpected(text.error());
    std::string line = file;
    line.append(1, '\0').append(Digest(*text)).append(1, '\n');
    all += line;
    if (!IsForJudging(file)) knowledge += line;
  }
  return Digests{Digest(all), Digest(knowledge)};
}

// What is read of one file, or of several that refer to each other.
using Reading = std::future<Result<void>>;

template <typename T>
Result<void> Take(Result<T> value, T& to) {
  if (!value) return tl::unexpected(value.error());
  to = std::move(*value);
  return {};
}

// Runs `load` beside the others, on a thread of its own where one can be had: parsing YAML is most
// of what a start costs. `to` must outlive the reading.
template <typename T, typename Load>
Reading Start(T& to, Load load) {
  return std::async(std::launch::async | std::launch::deferred,
                    [&to, load = std::move(load)] { return Take<T>(load(), to); });
}

template <typename T>
Reading StartFile(T& to, const std::string& path, Result<T> (*parse)(const Yaml&)) {
  return Start(to, [path, parse]() -> Result<T> {
    const auto yaml = Yaml::Load(path);
    if (!yaml) return tl::unexpected(yaml.error());
    return parse(*yaml);
  });
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
  Digests digests;
  {
    const std::string in = folder + "/";
    std::vector<Reading> readings;
    readings.push_back(StartFile(rules.vendors, in + "chat-vendors.yaml", ParseVendors));
    readings.push_back(Start(rules.vocabulary, [in] { return LoadVocabulary(in + "vocabulary"); }));
    readings.push_back(Start(rules.networks, [folder] { return LoadNetworks(folder); }));
    readings.push_back(Start(digests, [folder] { return DigestOf(folder); }));
    readings.push_back(StartFile(rules.messages, in + "messages.yaml", MessageWords::Parse));
    readings.push_back(StartFile(rules.phones, in + "phones.yaml", ParsePhoneFacts));
    readings.push_back(StartFile(rules.emails, in + "emails.yaml", ParseEmailFacts));
    readings.push_back(StartFile(rules.addresses, in + "addresses.yaml", ParseAddressFacts));
    readings.push_back(StartFile(rules.forms, in + "forms.yaml", ParseFormWords));
    readings.push_back(StartFile(rules.stores, in + "stores.yaml", ParseStoreWords));
    readings.push_back(StartFile(rules.communities, in + "communities.yaml", ParseCommunityFacts));
    readings.push_back(StartFile(rules.channels, in + "channels.yaml", ParseChannels));
    readings.push_back(StartFile(rules.clicks, in + "click-model.yaml", ParseClickModel));
    readings.push_back(StartFile(rules.metrics, in + "metrics.yaml", ParseMetricFacts));
    readings.push_back(StartFile(rules.tracking_parameters, in + "tracking-parameters.yaml",
                                 ParseTrackingParameters));
    readings.push_back(StartFile(rules.walls, in + "walls.yaml", Walls::Parse));
    readings.push_back(StartFile(rules.traps, in + "traps.yaml", ParseTrapWords));
    readings.push_back(StartFile(rules.shares, in + "share-buttons.yaml", ParseShareWords));
    for (Reading& reading : readings) {
      // The first in this order, whichever ended first; the others end before `rules` does.
      if (Result<void> read = reading.get(); !read) return tl::unexpected(read.error());
    }
  }
  rules.triggers = TriggersOf(rules);
  rules.digest = std::move(digests.all);
  rules.knowledge_digest = std::move(digests.knowledge);
  return rules;
}

}  // namespace klikpad
