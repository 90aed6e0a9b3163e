// Reads rules/channels.yaml.

#include "rules/channels.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace klikpad {
namespace {

const std::vector<std::string>& Families() {
  static const std::vector<std::string> kFamilies{"social", "voice", "chat",     "messaging",
                                                  "mail",   "form",  "in-person"};
  return kFamilies;
}

Result<std::string> NeedString(const Yaml& yaml, std::string_view key) {
  auto value = yaml.Need(key);
  if (!value) return tl::unexpected(value.error());
  return (*value)->String();
}

Result<ChannelInfo> ParseChannel(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"id", "family", "name", "dead_since"}); !ok) {
    return tl::unexpected(ok.error());
  }
  ChannelInfo channel;
  auto id = NeedString(yaml, "id");
  if (!id) return tl::unexpected(id.error());
  auto family = NeedString(yaml, "family");
  if (!family) return tl::unexpected(family.error());
  if (std::find(Families().begin(), Families().end(), *family) == Families().end()) {
    return yaml.Find("family")->Complain(fmt::format("unknown family '{}'", *family),
                                         Nearest(*family, Families()));
  }
  auto name = yaml.Need("name");
  if (!name) return tl::unexpected(name.error());
  if (auto ok = (*name)->AllowOnly({"nl", "en"}); !ok) return tl::unexpected(ok.error());
  auto dutch = NeedString(**name, "nl");
  if (!dutch) return tl::unexpected(dutch.error());
  auto english = NeedString(**name, "en");
  if (!english) return tl::unexpected(english.error());
  channel.id = *id;
  channel.family = *family;
  channel.name_nl = *dutch;
  channel.name_en = *english;
  if (const Yaml* dead = yaml.Find("dead_since")) {
    auto since = dead->String();
    if (!since) return tl::unexpected(since.error());
    channel.is_dead = true;
    channel.dead_since = *since;
  }
  return channel;
}

}  // namespace

const ChannelInfo* Channels::Find(std::string_view id) const {
  for (const ChannelInfo& channel : list) {
    if (channel.id == id) return &channel;
  }
  return nullptr;
}

std::vector<std::string> Channels::Ids() const {
  std::vector<std::string> ids;
  for (const ChannelInfo& channel : list) ids.push_back(channel.id);
  return ids;
}

Result<Channels> ParseChannels(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"channels"}); !ok) return tl::unexpected(ok.error());
  auto list = yaml.Need("channels");
  if (!list) return tl::unexpected(list.error());
  Channels channels;
  for (const Yaml& item : (*list)->Items()) {
    auto channel = ParseChannel(item);
    if (!channel) return tl::unexpected(channel.error());
    if (channels.Find(channel->id)) {
      return item.Complain(fmt::format("channel '{}' stands here twice", channel->id));
    }
    channels.list.push_back(*std::move(channel));
  }
  return channels;
}

}  // namespace klikpad
