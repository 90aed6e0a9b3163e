// Pages that stand before a site instead of it (rules/walls.yaml): challenges, refusals, captchas,
// consent walls and waiting rooms. Who meets one has not seen the site, so nothing is judged by it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "model/exchange.h"

namespace klikpad {

enum class WallKind { kChallenge, kRefusal, kConsent, kQueue };
template <>
struct Words<WallKind> {
  static constexpr std::array kList{"challenge"sv, "refusal"sv, "consent"sv, "queue"sv};
};

// What shows a wall in an answer: all that is said here must hold.
struct WallMark {
  std::vector<int> statuses;                                 // any of them; none: every status
  std::vector<std::pair<std::string, std::string>> headers;  // name, part of its value ("" any)
  std::vector<std::string> all;                              // each stands in the body
  std::string title;                                         // the title begins so
  // Bytes of visible text that the page has at most: walls say little. Answers of status 400 and
  // more are not weighed.
  std::size_t most_text = 0;
};

struct WallExample {
  int status = 200;
  Headers headers;
  std::string body;
  int line = 0;
};

struct Wall {
  std::string id, name, source;
  WallKind kind = WallKind::kChallenge;
  std::vector<WallMark> marks;
  std::vector<std::string> hosts;  // a redirect to one of them, or to a host below it, is a wall
  std::vector<WallExample> examples, counter_examples;
};

class Walls {
 public:
  static Result<Walls> Parse(const Yaml& yaml);

  // The wall that answers instead of the site, null for none. `text_bytes` of visible text; 0 when
  // they were not counted. Looks at the first 64 KB of the body.
  const Wall* Find(const Exchange& answer, std::size_t text_bytes) const;
  // Of a redirect to that host (lower case).
  const Wall* FindByHost(std::string_view host) const;
  // More visible text than this and the answer of a status below 400 is no wall.
  std::size_t MostText() const { return most_text_; }
  const std::vector<Wall>& List() const { return list_; }

 private:
  std::vector<Wall> list_;
  std::size_t most_text_ = 0;
};

}  // namespace klikpad
