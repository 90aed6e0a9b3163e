// Text that many owners share: eight bytes each, however often it stands somewhere. A site's menu
// repeats the same words and addresses on every page; kept as strings they would be most of what an
// audit holds.

#pragma once

#include <atomic>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace klikpad {

// Never changes once made; copies share it, also across threads. At most 4 GB.
class SharedText {
 public:
  SharedText() = default;
  SharedText(std::string_view text);  // NOLINT(google-explicit-constructor): it is a string
  SharedText(const std::string& text) : SharedText(std::string_view(text)) {}  // NOLINT
  SharedText(const char* text) : SharedText(std::string_view(text)) {}         // NOLINT
  SharedText(const SharedText& other) noexcept : body_(other.body_) { Hold(); }
  SharedText(SharedText&& other) noexcept : body_(std::exchange(other.body_, nullptr)) {}
  SharedText& operator=(SharedText other) noexcept {
    std::swap(body_, other.body_);
    return *this;
  }
  ~SharedText() { Drop(); }

  std::string_view View() const {
    return body_ == nullptr ? std::string_view() : std::string_view(Data(body_), body_->size);
  }
  operator std::string_view() const { return View(); }  // NOLINT(google-explicit-constructor)
  std::string Str() const { return std::string(View()); }
  bool empty() const { return body_ == nullptr; }
  std::size_t size() const { return View().size(); }
  // True when both are the very same bytes in memory.
  bool IsSharedWith(const SharedText& other) const { return body_ == other.body_; }

  friend bool operator==(const SharedText& a, const SharedText& b) {
    return a.body_ == b.body_ || a.View() == b.View();
  }
  friend bool operator==(const SharedText& a, std::string_view b) { return a.View() == b; }
  friend bool operator==(const SharedText& a, const std::string& b) { return a.View() == b; }
  friend bool operator==(const SharedText& a, const char* b) { return a.View() == b; }
  friend auto operator<=>(const SharedText& a, const SharedText& b) {
    return a.View() <=> b.View();
  }

 private:
  struct Body {
    std::atomic<std::uint32_t> owners;
    std::uint32_t size;
  };  // and the bytes behind it
  static const char* Data(const Body* body) { return reinterpret_cast<const char*>(body + 1); }

  void Hold() const {
    if (body_ != nullptr) body_->owners.fetch_add(1, std::memory_order_relaxed);
  }
  void Drop();

  Body* body_ = nullptr;  // null for ""
};

// Gives equal texts one body. Holds every text that it has seen until it ends; of one thread.
class TextPool {
 public:
  // Whatever was first given with these bytes.
  void Share(SharedText& text);

 private:
  std::unordered_map<std::string_view, SharedText> known_;  // looked up only; keys lie in values
};

}  // namespace klikpad
