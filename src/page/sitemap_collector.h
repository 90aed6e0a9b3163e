// What a sitemap gathers while it is read: addresses once each, and what was wrong.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "page/sitemap.h"

namespace klikpad {

// The address as an entry holds it; nothing for what is no absolute http or https address.
std::optional<std::string> SitemapAddress(std::string_view text);

class SitemapCollector {
 public:
  // `own` is the sitemap's own address, which is no entry.
  explicit SitemapCollector(const std::string& own) : own_(SitemapAddress(own).value_or("")) {}

  void Add(std::string_view address, std::vector<std::string> alternates);
  void Complain(const std::string& problem);
  bool IsFull() const { return is_full_; }
  bool IsEmpty() const { return sitemap_.entries.empty(); }
  void SetIsIndex(bool is_index) { sitemap_.is_index = is_index; }
  // The sitemap, once; adds what was left out to its problem.
  Sitemap Finish();

 private:
  Sitemap sitemap_;
  std::string own_;
  std::unordered_set<std::string> seen_;
  std::size_t refused_ = 0;
  bool is_full_ = false;
};

}  // namespace klikpad
