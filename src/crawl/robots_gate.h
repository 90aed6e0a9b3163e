// robots.txt of every host that the crawl meets: asked for once, kept, and turned into refusals in
// words.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/url.h"
#include "fetch/fetcher.h"
#include "fetch/robots.h"

namespace klikpad {

class RobotsGate {
 public:
  // The answer for that address's host is there.
  bool Knows(const Url& url) const;
  // What to ask for the host's robots.txt; nothing when it was asked for before.
  std::optional<Request> Ask(const Url& url);
  // The answer to the request that Ask gave for `url`.
  void Take(const Url& url, const Exchange& exchange);

  // Why that address may not be asked for, "" when it may. Its host must be known.
  std::string Refusal(const Url& url) const;
  // The secure connection to its host did not come about, so that nothing there may be asked for.
  struct Fault {
    TlsFault kind = TlsFault::kNone;
    std::string text;
  };
  Fault FaultOf(const Url& url) const;
  // Milliseconds that its robots.txt wants between two requests (Crawl-delay), capped; 0 for none.
  std::int64_t IntervalOf(const Url& url) const;
  // What each host's robots.txt asks of the pace, one sentence each.
  std::vector<std::string> DelayNotes() const;
  // Sitemap lines of that host's robots.txt, as written; none when it is not known.
  std::vector<std::string> SitemapsOf(const Url& url) const;

 private:
  struct Entry {
    bool is_known = false;
    Robots robots;
    std::string problem;  // why it could not be read
    TlsFault fault = TlsFault::kNone;
  };
  // Null when it is not known.
  const Entry* Find(const Url& url) const;

  std::map<std::string, Entry> entries_;  // by origin
};

}  // namespace klikpad
