// A Fetcher over a site that a function makes up, so that it may be endless. Counts what was asked.

#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/url.h"
#include "support/fake_fetcher.h"

namespace klikpad {

class MadeUpFetcher : public Fetcher {
 public:
  using Site = std::function<Exchange(const Url&)>;
  explicit MadeUpFetcher(Site site) : site_(std::move(site)) {}

  void Fetch(const std::vector<Request>& batch, const Done& done) override {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      ++asked_[batch[i].url];
      ++count_;
      Exchange exchange = site_(*Url::Parse(batch[i].url));
      exchange.url = exchange.final_url = batch[i].url;
      done(i, std::move(exchange));
    }
  }

  int Count() const { return count_; }
  // How often each address was asked for.
  const std::map<std::string, int>& Asked() const { return asked_; }
  // Requests for addresses in which `part` stands.
  int CountWith(const std::string& part) const {
    int count = 0;
    for (const auto& [url, times] : asked_) count += url.find(part) != url.npos ? times : 0;
    return count;
  }

 private:
  Site site_;
  std::map<std::string, int> asked_;
  int count_ = 0;
};

}  // namespace klikpad
