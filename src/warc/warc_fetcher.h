// A Fetcher that answers from a web archive, and asks another fetcher, or nobody, for the rest.

#pragma once

#include <map>
#include <memory>
#include <string>

#include "fetch/curl_fetcher.h"
#include "fetch/fetcher.h"
#include "warc/archive.h"

namespace klikpad {

class WarcFetcher : public Fetcher {
 public:
  // Without `rest`, what the archive does not hold is kNotRecorded; but a robots.txt that it does
  // not hold is answered 404: what the recorder may fetch was the recorder's business. Of `options`
  // count max_redirects, max_body_bytes and should_stop. `archive` and `rest` outlive the fetcher.
  WarcFetcher(WarcArchive& archive, FetchOptions options, Fetcher* rest = nullptr);

  // First what is recorded, in the order of the batch.
  void Fetch(const std::vector<Request>& batch, const Done& done) override;
  void FetchStream(RequestSource& source) override;
  void Wake() override {
    if (rest_ != nullptr) rest_->Wake();
  }
  std::vector<HostPace> Paces() const override {
    return rest_ != nullptr ? rest_->Paces() : std::vector<HostPace>();
  }

  // Requests that the archive answered.
  int Replayed() const { return replayed_; }

 private:
  // Nothing when the archive does not hold the whole way to the answer.
  std::optional<Exchange> Replay(const Request& request);
  class RestSource;
  HopAnswer Missing(const Url& url) const;

  WarcArchive& archive_;
  FetchOptions options_;
  Fetcher* rest_;
  std::map<std::string, std::size_t> asked_;  // address → how often it was asked for
  int replayed_ = 0;
};

}  // namespace klikpad
