// Reading app.yaml. The template stands in app_template.cpp, single lines in app_item.cpp.

#include "brand/app_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/civil_time.h"
#include "base/text.h"
#include "base/yaml.h"
#include "brand/app_item.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostScreens = 5000;

// Screens are told apart as a person would: without regard to case and spaces.
std::string KeyOf(std::string_view name) { return FoldCase(CollapseSpace(name)); }

class AppReader {
 public:
  AppReader(const Yaml& yaml, const Channels& channels) : yaml_(yaml), channels_(channels) {}

  AppReading Read() {
    ReadHead();
    ReadScreens();
    if (reading_.errors.empty()) ResolveTargets();
    if (reading_.errors.empty()) FindUnreachable();
    std::stable_sort(reading_.errors.begin(), reading_.errors.end(),
                     [](const Error& a, const Error& b) { return a.line < b.line; });
    return std::move(reading_);
  }

 private:
  template <typename T>
  void Keep(const Result<T>& result) {
    if (!result) reading_.errors.push_back(result.error());
  }

  std::string Text(std::string_view key) {
    const Yaml* value = yaml_.Find(key);
    if (value == nullptr || value->IsNull()) return "";
    auto text = value->String();
    Keep(text);
    return text ? CollapseSpace(*text) : "";
  }

  void ReadHead() {
    Keep(yaml_.AllowOnly(
        {"app", "platform", "version", "at", "by", "language", "start", "screens", "note"}));
    AppWalk& walk = reading_.walk;
    walk.file = std::filesystem::path(yaml_.File()).filename().string();
    walk.name = Text("app");
    walk.platform = Text("platform");
    walk.version = Text("version");
    walk.at = Text("at");
    walk.by = Text("by");
    walk.language = AsciiLower(Text("language"));
    if (const std::string note = Text("note"); !note.empty()) {
      walk.notes.push_back({"", note, yaml_.Find("note")->Line()});
    }
  }

  void ReadScreens() {
    const auto screens = yaml_.Need("screens");
    Keep(screens);
    if (!screens) return;
    if (!(*screens)->IsMap() || (*screens)->Members().empty()) {
      Keep(Result<void>((*screens)->Complain("expected a map of screen: what stands on it")));
      return;
    }
    if ((*screens)->Members().size() > kMostScreens) {
      Keep(Result<void>((*screens)->Complain(fmt::format("more than {} screens", kMostScreens))));
      return;
    }
    for (const Yaml::Member& member : (*screens)->Members()) ReadScreen(member);
    lines_.resize(reading_.walk.screens.size());
  }

  void ReadScreen(const Yaml::Member& member) {
    AppScreen screen;
    screen.name = CollapseSpace(member.key);
    screen.line = member.line;
    const auto [known, is_new] =
        by_key_.emplace(KeyOf(member.key), static_cast<int>(reading_.walk.screens.size()));
    if (!is_new) {
      const AppScreen& other = reading_.walk.screens[static_cast<std::size_t>(known->second)];
      Keep(Result<void>(
          Fail(fmt::format("screen '{}' stands on line {} already", screen.name, other.line),
               yaml_.File(), member.line)));
      return;
    }
    const Yaml& value = member.value;
    std::vector<std::string> targets;
    if (value.IsScalar() && AsciiLower(CollapseSpace(value.Scalar())) == "not visited") {
      screen.is_visited = false;
    } else {
      const std::vector<Yaml> one{value};
      const bool is_empty = value.IsNull() || (value.IsList() && value.Items().empty());
      for (const Yaml& item : value.IsList() ? value.Items() : one) {
        if (is_empty) break;
        auto line = ReadAppLine(item, channels_);
        Keep(line);
        if (!line) continue;
        if (line->item.kind == AppItemKind::kNote) {
          reading_.walk.notes.push_back({screen.name, line->item.label, line->item.line});
          continue;
        }
        screen.items.push_back(std::move(line->item));
        targets.push_back(std::move(line->target));
      }
    }
    reading_.walk.screens.push_back(std::move(screen));
    lines_.push_back(std::move(targets));
  }

  // The index of a screen, -1 when there is none of that name.
  int Find(const std::string& name) const {
    const auto found = by_key_.find(KeyOf(name));
    return found == by_key_.end() ? -1 : found->second;
  }

  std::string NearestScreen(const std::string& name) const {
    std::vector<std::string> names;
    for (const AppScreen& screen : reading_.walk.screens) names.push_back(screen.name);
    return Nearest(name, names);
  }

  void ResolveTargets() {
    AppWalk& walk = reading_.walk;
    walk.start = 0;
    if (const std::string start = Text("start"); !start.empty()) {
      walk.start = Find(start);
      if (walk.start < 0) {
        Keep(Result<void>(yaml_.Find("start")->Complain(
            fmt::format("no screen is called '{}'", start), NearestScreen(start))));
      }
    }
    for (std::size_t i = 0; i < walk.screens.size(); ++i) {
      for (std::size_t k = 0; k < walk.screens[i].items.size(); ++k) {
        AppItem& item = walk.screens[i].items[k];
        if (item.kind != AppItemKind::kScreen) continue;
        const std::string& target = lines_[i][k];
        item.screen = Find(target);
        if (item.screen >= 0) {
          item.channel.clear();
        } else if (!item.channel.empty()) {  // "Chat met ons -> chat"
          item.kind = AppItemKind::kContact;
          item.is_behind_label = true;
        } else {
          Keep(Result<void>(Fail(fmt::format("no screen is called '{}'", target), yaml_.File(),
                                 item.line, NearestScreen(target))));
        }
      }
    }
  }

  void FindUnreachable() {
    const AppWalk& walk = reading_.walk;
    std::vector<bool> is_reached(walk.screens.size(), false);
    std::vector<int> queue{walk.start};
    is_reached[static_cast<std::size_t>(walk.start)] = true;
    while (!queue.empty()) {
      const auto at = static_cast<std::size_t>(queue.back());
      queue.pop_back();
      for (const AppItem& item : walk.screens[at].items) {
        if (item.screen < 0 || is_reached[static_cast<std::size_t>(item.screen)]) continue;
        is_reached[static_cast<std::size_t>(item.screen)] = true;
        queue.push_back(item.screen);
      }
    }
    const std::string& start = walk.screens[static_cast<std::size_t>(walk.start)].name;
    for (std::size_t i = 0; i < walk.screens.size(); ++i) {
      if (is_reached[i]) continue;
      Keep(Result<void>(
          Fail(fmt::format("nothing leads from '{}' to screen '{}'", start, walk.screens[i].name),
               yaml_.File(), walk.screens[i].line)));
    }
  }

  const Yaml& yaml_;
  const Channels& channels_;
  AppReading reading_;
  std::map<std::string, int> by_key_;
  std::vector<std::vector<std::string>> lines_;  // targets of each screen's items
};

}  // namespace

AppReading ReadAppFile(std::string_view text, const std::string& name, const Channels& channels) {
  const auto yaml = Yaml::Parse(text, name);
  if (!yaml) return {{}, {yaml.error()}};
  if (yaml->IsNull()) {
    return {{},
            {{"is empty: `klikpad audit --template app` prints one to start from", name, 0, ""}}};
  }
  return AppReader(*yaml, channels).Read();
}

}  // namespace klikpad
