// Typed parameters of checks and rules.

#include "judge/parameter.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "model/exchange.h"
#include "model/observed_words.h"

namespace klikpad {

namespace {

// Types whose words are an enum of the model.
const std::map<std::string, std::vector<std::string>>& EnumTypes() {
  static const std::map<std::string, std::vector<std::string>> types = {
      {"confidence", AllWords<Confidence>()},
      {"family", AllWords<Family>()},
      {"fault", AllWords<TlsFault>()},
      {"human", AllWords<Human>()},
      {"legible", AllWords<Legible>()},
      {"link-kind", AllWords<LinkKind>()},
      {"owner", AllWords<Owner>()},
      {"region", AllWords<Region>()},
      {"role", AllWords<Role>()},
      {"status", AllWords<ServiceState>()},
      {"store", AllWords<Store>()},
      {"surface", AllWords<Surface>()},
      {"tariff", AllWords<Tariff>()},
      {"text-kind", AllWords<TextKind>()},
      {"tier", AllWords<Tier>()},
      {"topic", AllWords<Topic>()},
      {"trait", AllWords<Trait>()},
      {"use", AllWords<Use>()},
      {"within", AllWords<WithinHours>()},
  };
  return types;
}

bool Contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Result<SqlValue> ParseScalar(const std::string& name, const std::string& base, const Yaml& yaml,
                             const KnownWords& words) {
  if (base == "integer") {
    auto value = yaml.Int();
    if (!value) return tl::unexpected(value.error());
    return SqlValue(std::int64_t{*value});
  }
  if (base == "number") {
    auto value = yaml.Number();
    if (!value) return tl::unexpected(value.error());
    return SqlValue(*value);
  }
  if (base == "yes-no") {
    auto value = yaml.Bool();
    if (!value) return tl::unexpected(value.error());
    return SqlValue(std::int64_t{*value ? 1 : 0});
  }
  auto value = yaml.String();
  if (!value) return tl::unexpected(value.error());
  if (base != "word") {
    const auto known = WordsOfType(base, words);
    if (!Contains(known, *value)) {
      const std::string what = base == "words" ? "word list" : base;
      return yaml.Complain("unknown " + what + " '" + *value + "' for '" + name + "'",
                           Nearest(*value, known));
    }
  }
  return SqlValue(*value);
}

}  // namespace

const std::vector<std::string>& TypeNames() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all = {"channel", "words", "word", "integer", "number", "yes-no"};
    for (const auto& [name, words] : EnumTypes()) all.push_back(name);
    return all;
  }();
  return names;
}

Result<ParameterType> ParseType(std::string_view text) {
  ParameterType type;
  text = Trim(text);
  if (text.starts_with("list of ")) {
    type.is_list = true;
    text = Trim(text.substr(8));
  }
  type.base = std::string(text);
  if (Contains(TypeNames(), type.base)) return type;
  return Fail("unknown type '" + type.base + "'", "", 0, Nearest(type.base, TypeNames()));
}

std::vector<std::string> WordsOfType(const std::string& base, const KnownWords& words) {
  if (base == "channel") return words.channels->Ids();
  if (base == "words") return words.vocabulary->ListNames();
  const auto it = EnumTypes().find(base);
  return it == EnumTypes().end() ? std::vector<std::string>{} : it->second;
}

Result<Argument> ParseArgument(const std::string& name, const ParameterType& type, const Yaml& yaml,
                               const KnownWords& words) {
  Argument argument{name, type, {}, nullptr};
  if (!type.is_list) {
    if (!yaml.IsScalar()) return yaml.Complain("'" + name + "' takes one " + type.base);
    auto value = ParseScalar(name, type.base, yaml, words);
    if (!value) return tl::unexpected(value.error());
    argument.words = {yaml.Scalar()};
    argument.value = std::move(*value);
    return argument;
  }
  // One word counts as a list of one.
  const std::vector<Yaml> items = yaml.IsScalar() ? std::vector<Yaml>{yaml} : yaml.Items();
  if (items.empty()) {
    return yaml.Complain("'" + name + "' takes a " + type.Text() + ", in square brackets");
  }
  Json list;
  for (const Yaml& item : items) {
    if (!item.IsScalar()) return item.Complain("'" + name + "' takes a " + type.Text());
    auto value = ParseScalar(name, type.base, item, words);
    if (!value) return tl::unexpected(value.error());
    if (auto* number = std::get_if<std::int64_t>(&*value)) {
      list.Add(*number);
    } else if (auto* real = std::get_if<double>(&*value)) {
      list.Add(*real);
    } else {
      list.Add(std::get<std::string>(*value));
    }
    argument.words.push_back(item.Scalar());
  }
  argument.value = list.Text(-1);
  return argument;
}

}  // namespace klikpad
