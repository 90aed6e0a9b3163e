// What each place says of who answers; then the contact's other places follow it.

#include "find/site/answered_by.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace klikpad {
namespace {

// Machines answer in chats and messengers; elsewhere the word "adviseur" near a number says nothing
// of it.
bool MayBeMachine(const ContactPoint& point, const Rules& rules) {
  const ChannelInfo* channel = rules.channels.Find(point.channel);
  return channel != nullptr && (channel->family == "chat" || channel->family == "messaging");
}

// The text in which the contact stands, null when none was kept.
const SiteText* TextAround(const std::vector<SiteText>& texts, const ContactPoint& point) {
  const auto after =
      std::upper_bound(texts.begin(), texts.end(), point.position,
                       [](int position, const SiteText& text) { return position < text.position; });
  if (after == texts.begin()) return nullptr;
  const SiteText& text = *std::prev(after);
  // A script stands behind the last text of a page, not in it.
  const bool holds =
      !point.label.empty() && text.text.View().find(point.label) != std::string::npos;
  return holds && text.region == point.region ? &text : nullptr;
}

Human SaidAround(const SitePage& page, const ContactPoint& point, const Rules& rules) {
  const std::vector<SiteText> texts = page.texts.ReadOrNone();
  const SiteText* text = TextAround(texts, point);
  if (text == nullptr) return Human::kUnknown;
  if (rules.vocabulary.Term("bot", text->text)) return Human::kNo;
  return rules.vocabulary.Term("colleague", text->text) ? Human::kYes : Human::kUnknown;
}

}  // namespace

void DecideWhoAnswers(SiteLook& look, const Rules& rules) {
  std::map<std::pair<std::string, std::string>, Human> said;
  for (SitePage& page : look.pages) {
    for (ContactPoint& point : page.found.contacts) {
      if (point.use != Use::kContact || !MayBeMachine(point, rules)) continue;
      if (point.human == Human::kUnknown) point.human = SaidAround(page, point, rules);
      if (point.human == Human::kUnknown) continue;
      Human& known = said.emplace(std::pair(point.channel, point.value), point.human).first->second;
      if (point.human == Human::kYes) known = Human::kYes;
    }
  }
  if (said.empty()) return;
  for (SitePage& page : look.pages) {
    for (ContactPoint& point : page.found.contacts) {
      if (point.human != Human::kUnknown) continue;
      const auto known = said.find({point.channel, point.value});
      if (known != said.end()) point.human = known->second;
    }
  }
}

}  // namespace klikpad
