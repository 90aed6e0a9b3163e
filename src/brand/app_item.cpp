// Reading a line of a screen.

#include "brand/app_item.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "base/url.h"

namespace klikpad {
namespace {

constexpr std::array<std::string_view, 2> kArrows = {"->", "→"};

struct Arrow {
  std::string left, right;
};

// "Contact -> Contact us" → both sides, trimmed; nothing without an arrow. The last arrow counts.
std::optional<Arrow> SplitArrow(std::string_view text) {
  for (std::string_view arrow : kArrows) {
    const std::size_t at = text.rfind(arrow);
    if (at == std::string_view::npos) continue;
    return Arrow{CollapseSpace(text.substr(0, at)), CollapseSpace(text.substr(at + arrow.size()))};
  }
  return std::nullopt;
}

// Ways to reach people for which a name is enough.
bool NeedsNoValue(std::string_view channel) {
  constexpr std::array kChannels = {std::string_view("chat"), std::string_view("form"),
                                    std::string_view("callback"), std::string_view("messenger")};
  return std::find(kChannels.begin(), kChannels.end(), channel) != kChannels.end();
}

bool IsAddress(std::string_view text) {
  return StartsWithIgnoreAsciiCase(text, "http://") || StartsWithIgnoreAsciiCase(text, "https://");
}

std::string ScalarOf(const Yaml& yaml) {
  return yaml.IsScalar() ? CollapseSpace(yaml.Scalar()) : "";
}

tl::unexpected<Error> NoChannel(const Yaml& at, int line, const std::string& word,
                                const Channels& channels) {
  std::vector<std::string> words = channels.Ids();
  for (const char* key : {"text", "note"}) words.emplace_back(key);
  return Fail(
      fmt::format("'{}' is no channel; words with a colon are written as text: \"…\"", word),
      at.File(), line, Nearest(AsciiLower(word), words));
}

// `channel: value`, or what stands behind `label -> channel: value`.
Result<AppLine> Contact(const Yaml& value, int line, const std::string& channel, std::string label,
                        const Channels& channels) {
  if (channels.Find(channel) == nullptr) return NoChannel(value, line, channel, channels);
  AppLine out;
  out.item.kind = AppItemKind::kContact;
  out.item.channel = channel;
  if (!value.IsScalar() && !value.IsNull()) {
    return Fail(fmt::format("'{}' takes one value", channel), value.File(), line);
  }
  out.item.value = ScalarOf(value);
  if (out.item.value.empty() && !NeedsNoValue(channel)) {
    return Fail(
        fmt::format("'{}' needs the number, address or account as written on the screen", channel),
        value.File(), line);
  }
  out.item.is_behind_label = !label.empty();
  out.item.label = std::move(label);
  return out;
}

// What stands behind an arrow without a colon.
Result<AppLine> Target(const Yaml& at, const std::string& label, const std::string& target,
                       const Channels& channels) {
  if (label.empty()) return at.Complain("the words before the arrow are missing");
  AppLine out;
  out.item.label = label;
  const std::string word = AsciiLower(target);
  if (target == "?" || word == "not visited") {
    out.item.kind = AppItemKind::kUnvisited;
  } else if (IsAddress(target)) {
    const auto url = Url::Parse(target);
    if (!url || url->Host().empty()) {
      return at.Complain(fmt::format("'{}' is no web address", target));
    }
    out.item.kind = AppItemKind::kAddress;
    out.item.url = url->Text();
  } else {
    out.item.kind = AppItemKind::kScreen;
    out.target = target.empty() ? label : target;
    // "Chat met ons -> chat": the channel itself, unless a screen has that name.
    if (NeedsNoValue(word) && channels.Find(word) != nullptr) out.item.channel = word;
  }
  return out;
}

Result<AppLine> Scalar(const Yaml& yaml, const Channels& channels) {
  if (const auto arrow = SplitArrow(yaml.Scalar())) {
    return Target(yaml, arrow->left, arrow->right, channels);
  }
  AppLine out;
  out.item.label = CollapseSpace(yaml.Scalar());
  if (out.item.label.empty()) return yaml.Complain("says nothing");
  return out;
}

template <typename E>
Result<E> WordOf(const Yaml& yaml) {
  if (const auto word = FromWord<E>(yaml.Scalar())) return *word;
  return yaml.Complain(fmt::format("'{}' is none of: {}", yaml.Scalar(), Join(AllWords<E>(), ", ")),
                       Nearest(yaml.Scalar(), AllWords<E>()));
}

// Keys beside the one that says what the line is.
Result<void> Beside(const Yaml::Member& member, AppItem& item) {
  if (member.key == "hidden") {
    auto hidden = member.value.Bool();
    if (!hidden) return tl::unexpected(hidden.error());
    item.is_hidden = *hidden;
  } else if (member.key == "use") {
    auto use = WordOf<Use>(member.value);
    if (!use) return tl::unexpected(use.error());
    item.use = *use;
  } else if (member.key == "human") {
    auto human = WordOf<Human>(member.value);
    if (!human) return tl::unexpected(human.error());
    item.human = *human;
  } else {
    item.purpose = ScalarOf(member.value);
  }
  return {};
}

// {label: …, CHANNEL: …, use: follow, human: yes, hidden: yes, purpose: sales}
Result<AppLine> LongForm(const Yaml& yaml, const Channels& channels) {
  static const std::vector<std::string> kBeside = {"hidden", "use", "human", "purpose"};
  std::vector<std::string> known = {"label", "text", "to"};
  known.insert(known.end(), kBeside.begin(), kBeside.end());
  const Yaml::Member* contact = nullptr;
  for (const Yaml::Member& member : yaml.Members()) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    if (channels.Find(member.key) == nullptr) {
      for (const std::string& id : channels.Ids()) known.push_back(id);
      return Fail(fmt::format("unknown key '{}'", member.key), yaml.File(), member.line,
                  Nearest(member.key, known));
    }
    if (contact != nullptr) {
      return Fail("one line holds one contact", yaml.File(), member.line);
    }
    contact = &member;
  }
  const Yaml* label = yaml.Find("label");
  const Yaml* text = yaml.Find("text");
  const Yaml* to = yaml.Find("to");
  if ((contact != nullptr) + (text != nullptr) + (to != nullptr) != 1) {
    return yaml.Complain("says not one thing: a channel, 'to' or 'text'");
  }
  Result<AppLine> line = [&]() -> Result<AppLine> {
    if (contact != nullptr) {
      return Contact(contact->value, contact->line, contact->key,
                     label == nullptr ? "" : ScalarOf(*label), channels);
    }
    if (text != nullptr) {
      AppLine out;
      out.item.label = ScalarOf(*text);
      if (out.item.label.empty()) return text->Complain("says nothing");
      return out;
    }
    return Target(*to, label == nullptr ? "" : ScalarOf(*label), ScalarOf(*to), channels);
  }();
  if (!line) return line;
  for (const Yaml::Member& member : yaml.Members()) {
    if (std::find(kBeside.begin(), kBeside.end(), member.key) == kBeside.end()) continue;
    if (auto done = Beside(member, line->item); !done) return tl::unexpected(done.error());
  }
  return line;
}

Result<AppLine> Map(const Yaml& yaml, const Channels& channels) {
  const Yaml::Member& first = yaml.Members().front();
  if (yaml.Members().size() > 1) return LongForm(yaml, channels);
  if (first.key == "note" || first.key == "text") {
    AppLine out;
    out.item.kind = first.key == "note" ? AppItemKind::kNote : AppItemKind::kText;
    out.item.label = ScalarOf(first.value);
    if (out.item.label.empty()) return Fail("says nothing", yaml.File(), first.line);
    return out;
  }
  if (const auto arrow = SplitArrow(first.key)) {
    if (arrow->left.empty()) {
      return Fail("the words before the arrow are missing", yaml.File(), first.line);
    }
    return Contact(first.value, first.line, arrow->right, arrow->left, channels);
  }
  return Contact(first.value, first.line, first.key, "", channels);
}

}  // namespace

Result<AppLine> ReadAppLine(const Yaml& yaml, const Channels& channels) {
  Result<AppLine> line = [&]() -> Result<AppLine> {
    if (yaml.IsScalar()) return Scalar(yaml, channels);
    if (yaml.IsMap() && !yaml.Members().empty()) return Map(yaml, channels);
    return yaml.Complain("expected words, 'LABEL -> SCREEN' or 'CHANNEL: VALUE'");
  }();
  if (line) line->item.line = yaml.IsMap() ? yaml.Members().front().line : yaml.Line();
  return line;
}

}  // namespace klikpad
