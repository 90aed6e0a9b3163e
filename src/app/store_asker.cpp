// Two batches: the robots.txt files that are not known yet, then the addresses.

#include "app/store_asker.h"

#include <algorithm>
#include <utility>

namespace klikpad {

std::vector<Exchange> StoreAsker::Ask(const std::vector<std::string>& addresses) {
  std::vector<Exchange> exchanges(addresses.size());
  std::vector<Request> requests;
  std::vector<std::size_t> places;
  if (obey_robots_) LoadRobots(addresses);
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    const auto url = Url::Parse(addresses[i]);
    if (!url) continue;
    exchanges[i].url = exchanges[i].final_url = addresses[i];
    const std::string refusal = obey_robots_ ? robots_.Refusal(*url) : "";
    if (!refusal.empty()) {
      exchanges[i].error = FetchError::kRefused;
      exchanges[i].error_text = refusal;
      continue;
    }
    Request request;
    request.url = addresses[i];
    request.any_type = true;
    request.host_interval_ms =
        std::max(interval_ms_, obey_robots_ ? robots_.IntervalOf(*url) : std::int64_t{0});
    requests.push_back(std::move(request));
    places.push_back(i);
  }
  fetcher_.Fetch(requests, [&](std::size_t i, Exchange exchange) {
    exchanges[places[i]] = std::move(exchange);
  });
  return exchanges;
}

void StoreAsker::LoadRobots(const std::vector<std::string>& addresses) {
  std::vector<Request> requests;
  std::vector<Url> asked;
  for (const std::string& address : addresses) {
    const auto url = Url::Parse(address);
    auto request = url ? robots_.Ask(*url) : std::nullopt;
    if (!request) continue;
    requests.push_back(std::move(*request));
    asked.push_back(*url);
  }
  fetcher_.Fetch(
      requests, [&](std::size_t i, const Exchange& exchange) { robots_.Take(asked[i], exchange); });
}

}  // namespace klikpad
