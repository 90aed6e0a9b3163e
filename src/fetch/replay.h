// A Fetcher that answers from folders of sites instead of the network: no waiting, no sockets, the
// same answer each time.

#pragma once

#include <vector>

#include "fetch/curl_fetcher.h"
#include "fetch/fetcher.h"
#include "fetch/site_folder.h"

namespace klikpad {

class ReplayFetcher : public Fetcher {
 public:
  // Hosts of no site are unknown (kDns). Of `options` count max_redirects, max_body_bytes and
  // timeout (against the delays of site.yaml, which are not slept).
  explicit ReplayFetcher(std::vector<SiteFolder> sites, FetchOptions options = {});

  // Answers in the order of the batch.
  void Fetch(const std::vector<Request>& batch, const Done& done) override;

 private:
  std::vector<SiteFolder> sites_;
  FetchOptions options_;
};

}  // namespace klikpad
