// Every address that the crawl knows, numbered in the order in which it was met.

#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/url.h"
#include "model/site.h"

namespace klikpad {

struct KnownPage {
  Url url;  // as it is asked
  SitePage page;
  int redirects = 0;              // hops that led here without a click
  bool promises_contact = false;  // a link or the address says so; known of odd shapes only
  bool is_queued = false;
  bool is_asked = false;  // a request is on its way, or its answer waits to be taken
};

class KnownPages {
 public:
  // The number of that address; a new one when it was not known. http and https spell one page: the
  // first that is linked is asked, and a server that wants the other redirects there. So do all
  // orders of its parameters.
  int Add(const Url& url);
  // -1 when it is not known.
  int Find(const Url& url) const;

  KnownPage& At(int page) { return list_[static_cast<std::size_t>(page)]; }
  const KnownPage& At(int page) const { return list_[static_cast<std::size_t>(page)]; }
  int Size() const { return static_cast<int>(list_.size()); }
  // Adds the page to `queue` unless it stood in one before.
  void Enqueue(int page, std::vector<int>& queue);
  // Gives all pages away, by number.
  std::vector<SitePage> Release();

 private:
  std::deque<KnownPage> list_;                  // references to pages stay good
  std::unordered_map<std::string, int> index_;  // key → number; looked up only
};

}  // namespace klikpad
