// The index of addresses.

#include "crawl/known_pages.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace klikpad {
namespace {

// The address without scheme and fragment, its parameters by name: their order makes no other page.
std::string KeyOf(const Url& url) {
  const std::string text = url.WithoutFragment();
  const std::size_t query = text.find('?');
  if (query == std::string::npos || text.find('&', query) == std::string::npos) {
    return text.substr(url.Scheme().size());
  }
  std::vector<std::string_view> parameters = Split(std::string_view(text).substr(query + 1), '&');
  std::stable_sort(parameters.begin(), parameters.end(), [](auto a, auto b) {
    return a.substr(0, a.find('=')) < b.substr(0, b.find('='));
  });
  std::string key = text.substr(url.Scheme().size(), query + 1 - url.Scheme().size());
  for (const std::string_view parameter : parameters) key.append(parameter).append("&");
  return key;
}

}  // namespace

int KnownPages::Add(const Url& url) {
  const auto [entry, is_new] = index_.emplace(KeyOf(url), Size());
  if (is_new) {
    KnownPage known;
    known.url = url;
    known.page.url = url.WithoutFragment();
    list_.push_back(std::move(known));
  }
  return entry->second;
}

int KnownPages::Find(const Url& url) const {
  const auto entry = index_.find(KeyOf(url));
  return entry == index_.end() ? -1 : entry->second;
}

void KnownPages::Enqueue(int page, std::vector<int>& queue) {
  KnownPage& known = At(page);
  if (known.is_queued) return;
  known.is_queued = true;
  queue.push_back(page);
}

std::vector<SitePage> KnownPages::Release() {
  index_ = std::unordered_map<std::string, int>();  // = {} would keep its memory
  std::vector<SitePage> pages;
  pages.reserve(list_.size());
  for (; !list_.empty(); list_.pop_front()) pages.push_back(std::move(list_.front().page));
  return pages;
}

}  // namespace klikpad
