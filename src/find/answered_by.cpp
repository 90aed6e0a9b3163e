// Two passes: what each contact's places say, then those that say nothing.

#include "find/answered_by.h"

#include <map>
#include <string>
#include <utility>

namespace klikpad {

void ShareWhoAnswers(SiteLook& look) {
  std::map<std::pair<std::string, std::string>, Human> said;
  for (const SitePage& page : look.pages) {
    for (const ContactPoint& point : page.found.contacts) {
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
