// Reads rules/walls.yaml and holds answers against it.

#include "rules/walls.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "rules/readings.h"

namespace klikpad {
namespace {

constexpr std::size_t kLookedAt = 64u << 10;  // bytes of a body

Result<int> ReadStatus(const Yaml& yaml) {
  auto number = yaml.Int();
  if (!number) return tl::unexpected(number.error());
  return static_cast<int>(*number);
}

// "cf-mitigated: challenge" → name in lower case, value.
Result<std::pair<std::string, std::string>> ReadHeader(const Yaml& yaml) {
  auto text = yaml.String();
  if (!text) return tl::unexpected(text.error());
  const std::size_t colon = text->find(':');
  if (colon == std::string::npos || colon == 0) {
    return yaml.Complain("a header is written 'name: part of its value'");
  }
  return std::pair(AsciiLower(Trim(std::string_view(*text).substr(0, colon))),
                   std::string(Trim(std::string_view(*text).substr(colon + 1))));
}

Result<WallMark> ReadMark(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"statuses", "headers", "all", "title", "most_text"}); !ok) {
    return tl::unexpected(ok.error());
  }
  WallMark mark;
  if (auto ok = ReadList(yaml, "statuses", mark.statuses, ReadStatus); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadList(yaml, "headers", mark.headers, ReadHeader); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadStrings(yaml, "all", mark.all); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadString(yaml, "title", mark.title); !ok) return tl::unexpected(ok.error());
  if (const Yaml* most = yaml.Find("most_text")) {
    auto number = most->Int();
    if (!number) return tl::unexpected(number.error());
    if (*number < 1) return most->Complain("bytes of text: 1 or more");
    mark.most_text = static_cast<std::size_t>(*number);
  }
  if (mark.headers.empty() && mark.all.empty() && mark.title.empty()) {
    return yaml.Complain("a mark needs 'headers', 'all' or 'title'");
  }
  // Without it an article that quotes a wall would be one.
  const bool is_failure =
      !mark.statuses.empty() && std::all_of(mark.statuses.begin(), mark.statuses.end(),
                                            [](int status) { return status >= 400; });
  if (mark.headers.empty() && mark.most_text == 0 && !is_failure) {
    return yaml.Complain("a mark needs 'most_text', 'headers' or statuses from 400 on");
  }
  return mark;
}

Result<WallExample> ReadExample(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"status", "headers", "body"}); !ok) {
    return tl::unexpected(ok.error());
  }
  WallExample example;
  example.line = yaml.Line();
  if (const Yaml* status = yaml.Find("status")) {
    auto number = ReadStatus(*status);
    if (!number) return tl::unexpected(number.error());
    example.status = *number;
  }
  std::vector<std::pair<std::string, std::string>> headers;
  if (auto ok = ReadList(yaml, "headers", headers, ReadHeader); !ok) {
    return tl::unexpected(ok.error());
  }
  example.headers = std::move(headers);
  if (auto ok = ReadString(yaml, "body", example.body); !ok) return tl::unexpected(ok.error());
  return example;
}

Result<Wall> ReadWall(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly(
          {"id", "name", "kind", "source", "marks", "hosts", "examples", "counter_examples"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  Wall wall;
  std::string kind;
  for (const auto& [key, out] : {std::pair{"id", &wall.id},
                                 {"name", &wall.name},
                                 {"kind", &kind},
                                 {"source", &wall.source}}) {
    if (auto value = yaml.Need(key); !value) return tl::unexpected(value.error());
    if (auto ok = ReadString(yaml, key, *out); !ok) return tl::unexpected(ok.error());
  }
  const auto known = FromWord<WallKind>(kind);
  if (!known) return yaml.Complain("'" + kind + "' is no kind of wall");
  wall.kind = *known;
  if (auto ok = ReadList(yaml, "marks", wall.marks, ReadMark); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadStrings(yaml, "hosts", wall.hosts); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadList(yaml, "examples", wall.examples, ReadExample); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadList(yaml, "counter_examples", wall.counter_examples, ReadExample); !ok) {
    return tl::unexpected(ok.error());
  }
  if (wall.marks.empty() && wall.hosts.empty()) return yaml.Complain("needs 'marks' or 'hosts'");
  if (!wall.marks.empty() && wall.examples.empty()) return yaml.Complain("needs 'examples'");
  return wall;
}

bool HasHeader(const Exchange& answer, const std::pair<std::string, std::string>& wanted) {
  return std::any_of(answer.headers.begin(), answer.headers.end(), [&](const auto& header) {
    return header.first == wanted.first && header.second.find(wanted.second) != std::string::npos;
  });
}

// What stands between the first <title> and its end, entities as they are.
std::string_view TitleOf(std::string_view body) {
  std::size_t begin = body.find("<title");
  if (begin == std::string_view::npos) begin = body.find("<TITLE");
  if (begin == std::string_view::npos) return {};
  begin = body.find('>', begin);
  if (begin == std::string_view::npos) return {};
  return Trim(body.substr(begin + 1, body.find('<', begin) - begin - 1));
}

bool Shows(const WallMark& mark, const Exchange& answer, std::string_view body,
           std::size_t text_bytes) {
  const bool is_failure = answer.status >= 400;
  if (!mark.statuses.empty() &&
      std::find(mark.statuses.begin(), mark.statuses.end(), answer.status) == mark.statuses.end()) {
    return false;
  }
  if (!is_failure && mark.most_text > 0 && text_bytes > mark.most_text) return false;
  if (!std::all_of(mark.headers.begin(), mark.headers.end(),
                   [&](const auto& header) { return HasHeader(answer, header); })) {
    return false;
  }
  if (!mark.title.empty() && !StartsWithIgnoreAsciiCase(TitleOf(body), mark.title)) return false;
  return std::all_of(mark.all.begin(), mark.all.end(), [&](const std::string& part) {
    return body.find(part) != std::string_view::npos;
  });
}

}  // namespace

Result<Walls> Walls::Parse(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"walls"}); !ok) return tl::unexpected(ok.error());
  if (auto list = yaml.Need("walls"); !list) return tl::unexpected(list.error());
  Walls walls;
  if (auto ok = ReadList(yaml, "walls", walls.list_, ReadWall); !ok) {
    return tl::unexpected(ok.error());
  }
  for (const Wall& wall : walls.list_) {
    for (const WallMark& mark : wall.marks) {
      walls.most_text_ = std::max(walls.most_text_, mark.most_text);
    }
  }
  return walls;
}

const Wall* Walls::Find(const Exchange& answer, std::size_t text_bytes) const {
  const std::string_view body = std::string_view(answer.body).substr(0, kLookedAt);
  for (const Wall& wall : list_) {
    for (const WallMark& mark : wall.marks) {
      if (Shows(mark, answer, body, text_bytes)) return &wall;
    }
  }
  return nullptr;
}

const Wall* Walls::FindByHost(std::string_view host) const {
  for (const Wall& wall : list_) {
    for (const std::string& known : wall.hosts) {
      const bool is_below = host.size() > known.size() && host.ends_with(known) &&
                            host[host.size() - known.size() - 1] == '.';
      if (host == known || is_below) return &wall;
    }
  }
  return nullptr;
}

}  // namespace klikpad
