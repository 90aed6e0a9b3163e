// The catalogue of channels (rules/channels.yaml): their words, families and names.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"

namespace klikpad {

struct ChannelInfo {
  std::string id;                // "twitter"
  std::string family;            // social, voice, chat, messaging, mail, form, in-person
  std::string name_nl, name_en;  // for reports: "Telefoon", "Phone"
  bool is_dead = false;          // the network or product no longer exists
  std::string dead_since;        // "2013", "" when alive
};

struct Channels {
  std::vector<ChannelInfo> list;  // in the file's order, which is the order of reports
  // Null when there is no such channel.
  const ChannelInfo* Find(std::string_view id) const;
  std::vector<std::string> Ids() const;
};

Result<Channels> ParseChannels(const Yaml& yaml);

}  // namespace klikpad
