// How many addresses one part of a site may have of a crawl. A part is a path prefix: the host and
// the first folder below it, a language's folder left aside ("www.voorbeeld.example/nl/shop/");
// pages right at the root are one part, too.
//
// What is beyond a part's share waits until everything else was read, sitemaps included, and is
// then read in turns as long as there is room: so a shop of 100,000 products does not crowd out the
// help pages, and loses nothing where there is room for all. A limit that the user sets is hard.
// Where the waiting order would change what a limit of depth means, nobody waits. Pages that
// promise contact or help go before both, up to 200 of a part.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/url.h"

namespace klikpad {

std::string PrefixOf(const Url& url);

class PrefixCaps {
 public:
  // Of `share` addresses of a part none waits, nothing: nobody ever does. `most`: a part's limit.
  PrefixCaps(std::optional<int> share, std::optional<int> most) : share_(share), most_(most) {}

  enum class Verdict { kNow, kLater, kLimit };
  // Whether a new address may stand in the queue now. `promises_contact` is asked only where it
  // matters.
  template <typename Promises>
  Verdict Admit(const Url& url, Promises promises_contact);

  // Pages of which the verdict was kLater, in order.
  void Wait(int page) { waiting_.push_back(page); }
  bool HasWaiting() const { return !waiting_.empty(); }
  // Everything else was read: from now on TakeWaiting gives pages.
  void Open() { is_open_ = true; }
  // The next share of the waiting pages, none while it is not open.
  std::vector<int> TakeWaiting();
  // All of them, whatever it is: the run ends.
  std::vector<int> TakeAll() { return std::exchange(waiting_, {}); }

  // "--max-pages-per-prefix 500 was reached"
  std::string LimitText() const;
  // What waited and what was left out, one sentence a part, sorted.
  std::vector<std::string> Notes() const;

 private:
  static constexpr int kMostPromised = 200;

  struct Part {
    int known = 0;  // admitted or waiting
    int promised = 0, waited = 0, left_out = 0;
  };
  std::optional<int> share_, most_;
  bool is_open_ = false;
  std::map<std::string, Part> parts_;
  std::vector<int> waiting_;
};

template <typename Promises>
PrefixCaps::Verdict PrefixCaps::Admit(const Url& url, Promises promises_contact) {
  if (!share_ && !most_) return Verdict::kNow;
  Part& part = parts_[PrefixOf(url)];
  const bool is_beyond_most = most_ && part.known >= *most_;
  const bool is_beyond_share = share_ && part.known >= *share_;
  if (!is_beyond_most && !is_beyond_share) {
    ++part.known;
    return Verdict::kNow;
  }
  if (part.promised < kMostPromised && promises_contact()) {
    ++part.promised;
    return Verdict::kNow;
  }
  if (is_beyond_most) {
    ++part.left_out;
    return Verdict::kLimit;
  }
  ++part.known;
  ++part.waited;
  return Verdict::kLater;
}

}  // namespace klikpad
