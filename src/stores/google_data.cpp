// AF_initDataCallback({key: 'ds:5', …, data: …}): the list with the developer's e-mail address and
// website is looked for; what stands beside it is told apart by shape. Where two things fit that
// disagree, none is taken. source: shared facts app_stores, google_play.script_data; places of the
// dates: google-play-scraper (JoMingyu, facundoolano), updated and released.

#include "stores/google_data.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/civil_time.h"
#include "base/json.h"
#include "base/text.h"
#include "stores/store_page.h"

namespace klikpad {
namespace {

constexpr int kMostDepth = 200;
constexpr std::size_t kMostScripts = 60;
constexpr std::size_t kMostBlocks = 8;
constexpr std::int64_t kDay = 86'400;
// No app is older than the store (2008-10-22), and seconds are told apart from other numbers.
constexpr std::int64_t kEarliest = 1'224'633'600, kLatest = 4'000'000'000;

// The item at an index, also where a list keeps its later items in an object at its end, whose keys
// are index + 1 ("141"); null when there is none.
const Json& At(const Json& list, std::size_t index) {
  static const Json kNull;
  const Json::Array& items = list.Items();
  if (index < items.size() && !items[index].IsObject()) return items[index];
  if (!items.empty() && items.back().IsObject()) return items.back()[std::to_string(index + 1)];
  return kNull;
}

template <typename... Rest>
const Json& At(const Json& list, std::size_t index, Rest... rest) {
  return At(At(list, index), static_cast<std::size_t>(rest)...);
}

// Every item of a list, those in the object at its end included.
template <typename Visit>
void ForEachItem(const Json& list, Visit visit) {
  for (const Json& item : list.Items()) {
    visit(item);
    for (const auto& [key, value] : item.Members()) visit(value);
  }
}

bool IsWeb(const Json& value) {
  return value.IsString() && WebAddress(value.AsString()).has_value();
}
bool IsMail(const Json& value) { return value.IsString() && IsEmail(value.AsString()); }
bool IsDeveloperLink(const Json& value) { return value.AsString().starts_with("/store/apps/dev"); }

std::string Words(const Json& value) {
  return value.IsString() ? CollapseSpace(CutUtf8(value.AsString(), 2000)) : "";
}

std::string Phone(const Json& value) {
  const Json& text = value.IsArray() ? At(value, 0) : value;
  return text.IsString() && IsPhoneShaped(Trim(text.AsString())) ? Words(text) : "";
}

// Since 2022: [website, [e-mail], [address], phone, [legal name, [e-mail], [address], phone]].
std::optional<GoogleData> BlockOf2022(const Json& list) {
  if (!list.IsArray() || !IsMail(At(list, 1, 0))) return std::nullopt;
  const Json& website = At(list, 0, 5, 2);
  const Json& legal = At(list, 4);
  const bool has_legal = At(legal, 0).IsString() && IsMail(At(legal, 1, 0));
  if (!IsWeb(website) && !has_legal) return std::nullopt;
  // A list of names and addresses would begin with words.
  if (At(list, 0).IsString()) return std::nullopt;
  GoogleData data;
  if (IsWeb(website)) data.website = website.AsString();
  data.email = Words(At(list, 1, 0));
  data.address = Words(At(list, 2, 0));
  data.phone = Phone(At(list, 3));
  if (has_legal) {
    data.seller = Words(At(legal, 0));
    if (data.phone.empty()) data.phone = Phone(At(legal, 3));
    if (data.address.empty()) data.address = Words(At(legal, 2, 0));
  }
  return data;
}

// 2018 to 2022: [id, name, [e-mail], website, [address], link to the developer's page].
std::optional<GoogleData> BlockOf2018(const Json& list) {
  const bool fits = list.IsArray() && At(list, 1).IsString() && IsMail(At(list, 2, 0)) &&
                    (IsWeb(At(list, 3, 5, 2)) || IsDeveloperLink(At(list, 5, 4, 2)));
  if (!fits) return std::nullopt;
  GoogleData data;
  data.developer = Words(At(list, 1));
  data.email = Words(At(list, 2, 0));
  if (IsWeb(At(list, 3, 5, 2))) data.website = At(list, 3, 5, 2).AsString();
  data.address = Words(At(list, 4, 0));
  return data;
}

std::string TheOnly(const std::set<std::string>& found) {
  return found.size() == 1 ? *found.begin() : "";
}

// The one address among the items beside the block that is written like a link to a policy: alone
// in a list ([[null,null,null,null,null,[null,null,URL]]] since 2022, [null,null,URL] before).
std::string PrivacyBeside(const Json& parent, const Json& block) {
  std::set<std::string> found;
  ForEachItem(parent, [&](const Json& item) {
    if (&item == &block || !item.IsArray()) return;
    const Json& newer = At(item, 0, 5, 2);
    const Json& older = At(item, 2);
    if (IsWeb(newer) && item.Items().size() == 1) found.insert(newer.AsString());
    if (IsWeb(older) && item.Items().size() <= 4) found.insert(older.AsString());
  });
  return TheOnly(found);
}

// Since 2022: [name, [id, …, [null,null,"/store/apps/dev…"]]].
std::string DeveloperBeside(const Json& parent) {
  std::set<std::string> found;
  ForEachItem(parent, [&](const Json& item) {
    if (At(item, 0).IsString() && IsDeveloperLink(At(item, 1, 4, 2))) {
      found.insert(Words(At(item, 0)));
    }
  });
  return TheOnly(found);
}

// Seconds, or nothing for other numbers. Behind them may stand parts of a second.
std::optional<std::int64_t> TimeOf(const Json& list) {
  const Json::Array& items = list.Items();
  if (items.empty() || items.size() > 2 || !items[0].IsInt()) return std::nullopt;
  const bool has_parts =
      items.size() < 2 || items[1].IsNull() ||
      (items[1].IsInt() && items[1].AsInt() >= 0 && items[1].AsInt() < 1'000'000'000);
  const std::int64_t seconds = items[0].AsInt();
  return has_parts && seconds >= kEarliest && seconds <= kLatest ? std::optional(seconds)
                                                                 : std::nullopt;
}

// The words beside a time ("3 okt 2025", "2025年10月3日") name its year, a day more or less.
bool NamesYearOf(std::string_view words, std::int64_t seconds) {
  for (const std::int64_t about : {seconds - kDay, seconds, seconds + kDay}) {
    if (words.find(FormatIsoTime(about).substr(0, 4)) != words.npos) return true;
  }
  return false;
}

// When the version came: [[words, [seconds, parts]]] since 2022, where the day of the first version
// is [words, [seconds, parts]]; [seconds, parts] before, where that day is words alone.
std::string UpdatedBeside(const Json& parent, bool is_of_2022) {
  std::set<std::string> found;
  ForEachItem(parent, [&](const Json& item) {
    const Json::Array& alone = item.Items();
    if (!is_of_2022) {
      if (const auto seconds = TimeOf(item)) found.insert(FormatIsoTime(*seconds));
      return;
    }
    if (alone.size() != 1 || alone[0].Items().size() != 2) return;
    const Json& words = At(alone[0], 0);
    const auto seconds = TimeOf(At(alone[0], 1));
    if (!seconds || !(words.IsNull() || words.IsString())) return;
    if (words.IsString() && !NamesYearOf(words.AsString(), *seconds)) return;
    found.insert(FormatIsoTime(*seconds));
  });
  return TheOnly(found);
}

// The app's name is the first of the items since 2022, alone in a list.
std::string TitleBeside(const Json& parent) {
  const Json& first = At(parent, 0);
  return first.Items().size() == 1 ? Words(At(first, 0)) : "";
}

// What all scripts tell, each thing once.
struct Found {
  std::set<GoogleData> blocks;
  std::set<std::string> titles, developers, privacy, updates;
};

void Keep(std::string text, std::set<std::string>& into) {
  if (!text.empty()) into.insert(std::move(text));
}

void FindBlocks(const Json& data, Found& found) {
  ForEachJson(data, [&](const Json& parent) {
    // Items of an object at the end of a list are seen with the list.
    if (!parent.IsArray()) return;
    ForEachItem(parent, [&](const Json& item) {
      if (found.blocks.size() > kMostBlocks || !item.IsArray()) return;
      auto block = BlockOf2022(item);
      const bool is_of_2022 = block.has_value();
      if (!block) block = BlockOf2018(item);
      if (!block) return;
      Keep(PrivacyBeside(parent, item), found.privacy);
      Keep(UpdatedBeside(parent, is_of_2022), found.updates);
      if (is_of_2022) {
        Keep(DeveloperBeside(parent), found.developers);
        Keep(TitleBeside(parent), found.titles);
      }
      found.blocks.insert(std::move(*block));
    });
  });
}

// The JSON value that begins at `at`, "" when it has no end.
std::string_view ValueAt(std::string_view text, std::size_t at) {
  int depth = 0;
  bool is_in_string = false;
  for (std::size_t i = at; i < text.size(); ++i) {
    const char c = text[i];
    if (is_in_string) {
      if (c == '\\') ++i;
      if (c == '"') is_in_string = false;
      continue;
    }
    if (c == '"') is_in_string = true;
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if (depth == 0) return text.substr(at, i + 1 - at);
  }
  return {};
}

// data:[…] or, until 2019, data:function(){return […]}.
Json DataOf(std::string_view script) {
  const std::size_t call = script.find("AF_initDataCallback(");
  if (call == script.npos) return {};
  std::size_t at = script.find("data:", call);
  if (at == script.npos) return {};
  at = script.find('[', at);
  if (at == script.npos) return {};
  const auto data = Json::Parse(ValueAt(script, at), "", kMostDepth);
  return data ? *data : Json();
}

}  // namespace

std::optional<GoogleData> ReadGoogleData(const Page& page) {
  Found found;
  std::size_t scripts = 0;
  for (const Resource& resource : page.resources) {
    if (resource.kind != ResourceKind::kInlineScript) continue;
    if (resource.text.find("AF_initDataCallback(") == std::string_view::npos) continue;
    if (++scripts > kMostScripts) break;
    FindBlocks(DataOf(resource.text), found);
  }
  if (found.blocks.size() != 1) return std::nullopt;
  GoogleData data = *found.blocks.begin();
  if (data.developer.empty()) data.developer = TheOnly(found.developers);
  data.title = TheOnly(found.titles);
  data.privacy = TheOnly(found.privacy);
  data.updated_at = TheOnly(found.updates);
  return data;
}

}  // namespace klikpad
