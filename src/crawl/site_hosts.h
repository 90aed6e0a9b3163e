// What each host of the site answered to, as a whole: a secure connection that does not come about
// is a fact about the site. Noted in the order of the queue, as everything that a result rests on.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/url.h"
#include "model/exchange.h"
#include "model/site.h"

namespace klikpad {

class SiteHosts {
 public:
  // A page was asked and `exchange` came.
  void NoteAnswer(const SitePage& page, const Url& url, const Exchange& exchange);
  // A page was not asked, since robots.txt of its host met that fault.
  void NoteFault(const SitePage& page, const Url& url, TlsFault fault, const std::string& text);

  // By origin.
  std::vector<SiteHost> List() const;

 private:
  SiteHost& At(const SitePage& page, const Url& url);

  std::map<std::string, SiteHost> hosts_;  // by origin
};

}  // namespace klikpad
