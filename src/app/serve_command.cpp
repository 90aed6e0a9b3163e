// klikpad serve: a fixture site on loopback, until it is interrupted.

#include <csignal>
#include <ostream>

#include "app/commands.h"
#include "app/site_server.h"

namespace klikpad {
namespace {

// Holds back SIGINT and SIGTERM, in the threads started meanwhile too, so that they can be waited
// for.
class HeldSignals {
 public:
  HeldSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  }
  ~HeldSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  void Wait() const {
    int signal = 0;
    sigwait(&signals_, &signal);
  }

 private:
  sigset_t signals_{}, before_{};
};

}  // namespace

int RunServe(const ServeArguments& arguments, const World& world) {
  const Result<SiteFolder> site = SiteFolder::Load(arguments.folder);
  if (!site) return Complain(world, site.error(), kExitUsage);
  const HeldSignals signals;
  SiteServer server({*site}, {arguments.port, "", ""});
  if (const Result<void> started = server.Start(); !started) {
    return Complain(world, started.error(), kExitUsage);
  }
  *world.out << "listening on " << server.Url() << std::endl;
  if (!site->MainHost().empty()) {
    *world.err << "its own name: klikpad audit http://" << site->MainHost() << "/ --connect-to "
               << site->MainHost() << ":80:127.0.0.1:" << server.Port() << std::endl;
  }
  signals.Wait();
  return kExitPassed;
}

}  // namespace klikpad
