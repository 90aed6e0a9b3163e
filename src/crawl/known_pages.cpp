// The index of addresses.

#include "crawl/known_pages.h"

namespace klikpad {
namespace {

// The address without scheme and fragment.
std::string KeyOf(const Url& url) {
  return url.Text().substr(url.Scheme().size(), url.WithoutFragment().size() - url.Scheme().size());
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
  std::vector<SitePage> pages;
  pages.reserve(list_.size());
  for (KnownPage& known : list_) pages.push_back(std::move(known.page));
  list_.clear();
  index_.clear();
  return pages;
}

}  // namespace klikpad
