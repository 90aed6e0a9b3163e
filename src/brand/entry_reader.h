// One entry of observations.yaml, key by key: typed readings that collect every mistake.

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/yaml.h"
#include "brand/brand_clock.h"
#include "model/observed.h"
#include "rules/rules.h"

namespace klikpad {

// What all entries of a file share.
struct EntryContext {
  const Rules& rules;
  const Brand& brand;
  BrandClock clock;
  Noted noted;  // file, and `by`, `on`, `source` of entries that name none
  std::vector<Error> errors;
  std::map<std::string, Bilingual> said;  // as in Observations
};

class EntryReader {
 public:
  // `keys` beside those that every entry may have: by, on, source, note, photo.
  EntryReader(const Yaml& yaml, std::vector<std::string> keys, EntryContext& context);

  // False as soon as one reading of this entry failed.
  bool IsSound() const { return context_.errors.size() == errors_before_; }
  const Yaml& yaml() const { return yaml_; }
  EntryContext& context() { return context_; }

  // Absent or empty members give "", nothing, or the value by default.
  std::string Text(std::string_view key);
  std::string NeedText(std::string_view key);
  // Prose that a client reads: a text, or {nl: …, en: …}, of which the brand's language is given
  // and both are kept.
  std::string Prose(std::string_view key);
  std::string NeedProse(std::string_view key);
  std::optional<Moment> Time(std::string_view key);  // with a time of day
  Moment NeedTime(std::string_view key);
  std::optional<double> Number(std::string_view key);
  std::optional<int> Count(std::string_view key, int least);
  bool Flag(std::string_view key, bool by_default);
  std::string Channel(std::string_view key);
  std::string NeedChannel(std::string_view key);
  template <typename E>
  E WordOf(std::string_view key, E by_default) {
    const std::string word = Text(key);
    if (word.empty()) return by_default;
    if (const auto value = FromWord<E>(word)) return *value;
    Complain(*yaml_.Find(key), "'" + word + "' is none of: " + Join(AllWords<E>(), ", "),
             Nearest(word, AllWords<E>()));
    return by_default;
  }
  // An error unless `later` is the same moment or after `earlier`.
  void InOrder(std::string_view earlier_key, const Moment& earlier, std::string_view later_key,
               const std::optional<Moment>& later);
  Noted Note();

  const Yaml* Find(std::string_view key) const;  // null when absent or empty
  void Complain(const Yaml& at, std::string message, std::string suggestion = "");

 private:
  std::string Checked(const Yaml& value, std::string_view key);

  const Yaml& yaml_;
  EntryContext& context_;
  std::size_t errors_before_;
};

// "2013-04-30", "2013-04", "2013" → its first moment in UTC; nothing for other text.
std::optional<std::int64_t> DaySeconds(std::string_view text);

// A channel's id; complains for another word.
bool IsChannel(const std::string& word, const Yaml& at, int line, EntryContext& context);

// Each item of a section, which is a list (or one map); complains about anything else.
void ReadSection(const Yaml& section, EntryContext& context,
                 const std::function<void(const Yaml&)>& read);

}  // namespace klikpad
