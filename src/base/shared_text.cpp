// One allocation a text: its count of owners, its size, its bytes.

#include "base/shared_text.h"

#include <cstring>
#include <new>

namespace klikpad {

SharedText::SharedText(std::string_view text) {
  if (text.empty()) return;
  void* memory = ::operator new(sizeof(Body) + text.size());
  body_ = new (memory) Body{{1}, static_cast<std::uint32_t>(text.size())};
  std::memcpy(static_cast<char*>(memory) + sizeof(Body), text.data(), text.size());
}

void SharedText::Drop() {
  if (body_ == nullptr || body_->owners.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
  body_->~Body();
  ::operator delete(body_);
}

void TextPool::Share(SharedText& text) {
  if (text.empty()) return;
  const auto [at, is_new] = known_.try_emplace(text.View(), text);
  if (!is_new) text = at->second;
}

}  // namespace klikpad
