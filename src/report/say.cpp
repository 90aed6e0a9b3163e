// Texts filled in, and figures in words.

#include "report/say.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>

#include "base/text.h"

namespace klikpad {
namespace {

// One pass from left to right: what a value brings along is never read as a placeholder.
std::string FillPlaces(std::string_view text, Say::Values values) {
  std::string out;
  while (!text.empty()) {
    const std::size_t brace = text.find('{');
    out += text.substr(0, brace);
    if (brace == text.npos) break;
    const std::size_t close = text.find('}', brace);
    const auto* value = values.end();
    if (close != text.npos) {
      const std::string_view name = text.substr(brace + 1, close - brace - 1);
      value = std::find_if(values.begin(), values.end(),
                           [&](const auto& item) { return item.first == name; });
    }
    if (value == values.end()) {
      out += '{';
      text.remove_prefix(brace + 1);
      continue;
    }
    out += value->second;
    text.remove_prefix(close + 1);
  }
  return out;
}

// "8900000" → "8.900.000"; years and other short numbers stay as they are.
std::string Grouped(std::string digits, char mark) {
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  if (digits.size() - first < 5) return digits;
  for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, 1, mark);
  return digits;
}

bool IsDigits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string Say::Text(const std::string& key, Values values) const {
  const auto found = wording_.texts.find(key);
  return found == wording_.texts.end() ? key : FillPlaces(In(found->second), values);
}

std::string Say::Word(const std::string& group, const std::string& word) const {
  const auto words = wording_.words.find(group);
  if (words == wording_.words.end()) return word;
  const auto found = words->second.find(word);
  return found == words->second.end() ? word : In(found->second);
}

std::string Say::Number(double value) const {
  if (!std::isfinite(value)) return "–";
  const double rounded = std::round(value * 10) / 10;
  if (rounded == std::floor(rounded) && std::abs(rounded) < 1e15) {
    return Grouped(fmt::format("{:.0f}", rounded), is_dutch_ ? '.' : ',');
  }
  const std::string number = fmt::format("{:.1f}", rounded);
  return is_dutch_ ? ReplaceAll(number, ".", ",") : number;
}

const std::string& Say::Noted(const std::string& text) const {
  const auto both = audit_.observed.said.find(text);
  return both == audit_.observed.said.end() ? text : In(both->second);
}

std::string Say::Value(const std::string& value, const std::string& unit) const {
  if (unit == "word") return Name(value);
  const auto found = wording_.units.find(unit);
  char* end = nullptr;
  const double figure = std::strtod(value.c_str(), &end);
  if (found == wording_.units.end() || value.empty() || *end != '\0') return value;
  if (unit == "minutes" && IsDigits(value) && figure >= 60 && figure < 1e9) {
    const long minutes = std::lround(figure);
    const std::string hours = Value(std::to_string(minutes / 60), "hours");
    if (minutes % 60 == 0) return hours;
    return hours + " " + Value(std::to_string(minutes % 60), unit);
  }
  const std::string number = Number(figure);
  return FillPlaces(In(number == "1" ? found->second.one : found->second.many), {{"n", number}});
}

std::string Say::Date(const std::string& iso) const {
  const std::string_view text = iso;
  const bool is_month =
      text.size() == 7 && IsDigits(text.substr(0, 4)) && text[4] == '-' && IsDigits(text.substr(5));
  if (is_month) return Word("month", iso.substr(5)) + " " + iso.substr(0, 4);
  const bool is_date = text.size() >= 10 && IsDigits(text.substr(0, 4)) && text[4] == '-' &&
                       IsDigits(text.substr(5, 2)) && text[7] == '-' && IsDigits(text.substr(8, 2));
  if (!is_date) return iso;
  const std::string month = Word("month", iso.substr(5, 2));
  std::string date =
      fmt::format("{} {} {}", std::atoi(iso.substr(8, 2).c_str()), month, text.substr(0, 4));
  if (text.size() < 16 || text[10] != 'T') return date;
  date += fmt::format(", {}", text.substr(11, 5));
  if (text.back() == 'Z') date += " UTC";
  return date;
}

std::string Say::Channel(const std::string& id) const {
  for (const ChannelTitle& channel : audit_.channels) {
    if (channel.id == id) return In(channel.name);
  }
  return id;
}

std::string Say::PageLang(int page) const {
  if (page < 0 || page >= static_cast<int>(audit_.look.pages.size())) return {};
  const std::string& tag = audit_.look.pages[static_cast<std::size_t>(page)].lang;
  const bool is_tag = !tag.empty() && tag.size() <= 20 &&
                      std::all_of(tag.begin(), tag.end(),
                                  [](unsigned char c) { return std::isalnum(c) != 0 || c == '-'; });
  return is_tag ? tag : std::string();
}

std::string Say::Name(const std::string& word) const {
  const std::string channel = Channel(word);
  if (channel != word) return channel;
  for (const char* group : {"role", "use", "tariff", "state", "fault"}) {
    const std::string name = Word(group, word);
    if (name != word) return name;
  }
  return word;
}

std::string Say::Look(const Coverage& row) const {
  const std::string name = Word("look", row.Name());
  if (name != row.Name() || row.scope.empty()) return name;
  return Word("role", row.scope);
}

std::string Say::List(const std::vector<std::string>& parts) const {
  if (parts.size() < 2) return Join(parts, "");
  const std::vector<std::string> first(parts.begin(), parts.end() - 1);
  return Join(first, ", ") + (is_dutch_ ? " en " : " and ") + parts.back();
}

}  // namespace klikpad
