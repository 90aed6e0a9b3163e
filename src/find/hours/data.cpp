// Reads openingHours and its like from structured data.

#include "find/hours/data.h"

#include <array>
#include <optional>
#include <string>

#include "base/text.h"
#include "find/hours/parse.h"
#include "find/text/data_items.h"

namespace klikpad {
namespace {

constexpr std::array<std::string_view, 7> kDays{"monday", "tuesday",  "wednesday", "thursday",
                                                "friday", "saturday", "sunday"};

// "https://schema.org/Monday", "Monday", "Mo"; 0 when it is none.
int WeekdayOf(std::string_view text) {
  const std::size_t cut = text.find_last_of("/#:");
  if (cut != std::string_view::npos) text.remove_prefix(cut + 1);
  const std::string name = AsciiLower(Trim(text));
  for (std::size_t day = 0; day < kDays.size(); ++day) {
    if (name.size() >= 2 && kDays[day].starts_with(name)) return static_cast<int>(day) + 1;
  }
  return 0;
}

// "09:00", "9:00", "17:30:00", "09:00:00+01:00".
std::optional<int> MinutesOf(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 2 || text.size() < colon + 3) {
    return std::nullopt;
  }
  int hour = 0;
  for (char c : text.substr(0, colon)) {
    if (c < '0' || c > '9') return std::nullopt;
    hour = hour * 10 + (c - '0');
  }
  const char tens = text[colon + 1];
  const char ones = text[colon + 2];
  if (tens < '0' || tens > '5' || ones < '0' || ones > '9' || hour > 24) return std::nullopt;
  return hour * 60 + (tens - '0') * 10 + (ones - '0');
}

std::vector<std::string> TextsIn(const Json& value) {
  std::vector<std::string> texts;
  if (value.IsString()) texts.push_back(value.AsString());
  if (value.IsObject())
    texts.push_back(value["@id"].IsString() ? value["@id"].AsString() : value["name"].AsString());
  for (const Json& one : value.Items()) {
    for (std::string& text : TextsIn(one)) texts.push_back(std::move(text));
    if (texts.size() > 20) break;
  }
  return texts;
}

std::vector<const Json*> ListOf(const Json& value) {
  std::vector<const Json*> list;
  if (value.IsObject() || value.IsString()) list.push_back(&value);
  for (const Json& one : value.Items()) list.push_back(&one);
  return list;
}

class DataHours {
 public:
  DataHours(const Rules& rules, const DataJoins& joins, Findings& findings, Place place)
      : rules_(rules), joins_(joins), findings_(findings), place_(place) {}

  void Read(const Json& item) {
    const bool is_point = joins_.HasType(item, "ContactPoint");
    channel_ = is_point ? ChannelOf(item) : "address";
    label_ =
        item["contactType"].IsString() ? item["contactType"].AsString() : item["name"].AsString();
    for (const std::string& text : TextsIn(item["openingHours"])) ReadText(text);
    for (const char* key : {"openingHoursSpecification", "hoursAvailable"}) {
      for (const Json* one : ListOf(item[key])) {
        if (one->IsString()) ReadText(one->AsString());
        if (one->IsObject()) ReadSpecification(joins_.Resolve(*one));
      }
    }
  }

 private:
  static std::string ChannelOf(const Json& point) {
    if (!point["telephone"].IsNull()) return "phone";
    if (!point["email"].IsNull()) return "email";
    return "";
  }

  void Add(int weekday, int opens, int closes, const std::string& quote) {
    if (closes <= opens) closes += 24 * 60;
    if (findings_.hours.size() >= 500) return;
    findings_.hours.push_back(
        {channel_, weekday, opens, closes, label_, std::string(CutUtf8(quote, 300)), place_});
  }

  void ReadText(const std::string& text) {
    for (const HoursRule& rule : ParseHours(text, "en", rules_.vocabulary).rules) {
      for (int day = 1; day <= 7; ++day) {
        if (!(rule.days >> (day - 1) & 1u)) continue;
        for (const HoursSpan& span : rule.spans) {
          if (span.opens >= 0 && span.closes > span.opens) Add(day, span.opens, span.closes, text);
        }
      }
    }
  }

  void ReadSpecification(const Json& one) {
    // Hours between two dates are exceptions.
    if (!one["validFrom"].IsNull() || !one["validThrough"].IsNull()) return;
    const auto opens = MinutesOf(one["opens"].AsString());
    const auto closes = MinutesOf(one["closes"].AsString());
    if (!opens || !closes) return;
    if (*opens == *closes && *opens != 0) return;  // closed, as Google asks to write it
    for (const std::string& name : TextsIn(one["dayOfWeek"])) {
      const std::string quote =
          name + " " + one["opens"].AsString() + "-" + one["closes"].AsString();
      if (const int day = WeekdayOf(name)) {
        if (*opens == 0 && *closes == 0) continue;
        Add(day, *opens, *closes == 24 * 60 - 1 ? 24 * 60 : *closes, quote);
        continue;
      }
      for (const HoursRule& rule : ParseHours(quote, "en", rules_.vocabulary).rules) {
        for (int day = 1; day <= 7; ++day) {
          if (rule.days >> (day - 1) & 1u) Add(day, *opens, *closes, quote);
        }
      }
    }
  }

  const Rules& rules_;
  const DataJoins& joins_;
  Findings& findings_;
  Place place_;
  std::string channel_, label_;
};

}  // namespace

void FindHoursInData(const Page& page, const Rules& rules, Findings& findings) {
  if (page.data.empty()) return;
  const DataJoins joins(page);
  for (const DataItem& data : page.data) {
    DataHours hours(rules, joins, findings, data.place);
    for (const Json* item : DataItemsOf(data.value)) hours.Read(*item);
  }
  DataHours hours(rules, joins, findings, page.data.front().place);
  for (const Json* item : joins.Untyped()) hours.Read(*item);
}

}  // namespace klikpad
