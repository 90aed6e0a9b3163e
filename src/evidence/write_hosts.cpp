// Writes the hosts of the site and what is wrong with their certificates.

#include "evidence/writer.h"

namespace klikpad {

Result<void> WriteHosts(sqlite3* db, const SiteLook& look) {
  Inserter rows(db, "hosts", {"host", "root", "secure", "linked", "answered", "fault", "url"});
  for (const SiteHost& host : look.hosts) {
    const std::size_t name = host.origin.find("://") + 3;
    const std::string_view fault = host.fault == TlsFault::kNone ? "" : Word(host.fault);
    rows.Add(host.origin.substr(name), host.origin + "/", host.origin.starts_with("https:"),
             host.is_linked, host.answered, OrNull(fault), OrNull(host.url));
  }
  return rows.Done();
}

}  // namespace klikpad
