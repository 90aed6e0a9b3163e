// What tells a button that passes a page on (rules/share-buttons.yaml).

#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_set.h"
#include "base/result.h"
#include "base/yaml.h"

namespace klikpad {

struct ShareWords {
  // Lower case, without accents.
  std::set<std::string, std::less<>> marks, not_marks, widgets, verbs, fillers;
  std::vector<std::string> attributes, services;
  ByteSet firsts{""};  // with which a mark or a widget begins, in both cases
  std::map<std::string, std::string, std::less<>> channels;  // a network's name → its channel
};

// Whether a class may hold a mark or a widget: some word of it begins as one does.
bool MaySayShare(std::string_view css_class, const ShareWords& words);

Result<ShareWords> ParseShareWords(const Yaml& yaml);

}  // namespace klikpad
