// Serves folders of sites on loopback over HTTP or HTTPS, each under its own host name.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "fetch/site_folder.h"

namespace klikpad {

struct SiteServerOptions {
  int port = 0;                            // 0: any that is free
  std::string certificate_file, key_file;  // PEM; both or none. With them it speaks HTTPS
};

// The site is chosen by the Host header, see ChooseSite. Answers GET and HEAD; other methods get
// 405.
class SiteServer {
 public:
  SiteServer(std::vector<SiteFolder> sites, SiteServerOptions options = {});
  ~SiteServer();  // stops
  SiteServer(const SiteServer&) = delete;
  SiteServer& operator=(const SiteServer&) = delete;

  // Listens on 127.0.0.1 and answers from threads of its own. An error for a port that is taken and
  // for a certificate that cannot be used.
  Result<void> Start();
  // Returns when all threads are done; an answer that is being delayed is broken off.
  void Stop();
  int Port() const;         // 0 before Start
  std::string Url() const;  // "http://127.0.0.1:PORT/"

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace klikpad
