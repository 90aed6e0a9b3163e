// klikpad serve: a fixture site on loopback until it is interrupted.

#include <signal.h>

#include <ostream>

#include "app/commands.h"
#include "app/site_server.h"
#include "base/text.h"

namespace klikpad {

int RunServe(const ServeArguments& arguments, const World& world) {
  auto site = SiteFolder::Load(arguments.folder);
  if (!site) return Complain(world, site.error(), kExitUsage);
  // Blocked before the server's threads start, so that sigwait alone sees the signals.
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  const std::string host = site->MainHost();
  SiteServerOptions options;
  options.port = arguments.port;
  std::vector<SiteFolder> sites;
  sites.push_back(std::move(*site));
  SiteServer server(std::move(sites), options);
  const auto started = server.Start();
  if (!started) return Complain(world, started.error(), kExitFailure);
  *world.out << "listening on " << server.Url() << "\n" << std::flush;
  if (!host.empty()) {
    *world.err << "as " << ForTerminal(host) << ": klikpad audit http://" << ForTerminal(host)
               << "/ --connect-to " << ForTerminal(host) << ":80:127.0.0.1:" << server.Port()
               << "\n";
  }
  int signal = 0;
  sigwait(&ends, &signal);
  server.Stop();
  return kExitPassed;
}

}  // namespace klikpad
