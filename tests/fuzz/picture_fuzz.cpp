// Any bytes as a picture: a copy is walked again to the same bytes, and is no longer by more than
// what is rewritten.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/picture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto plain = klikpad::WithoutMetadata(bytes);
  if (!plain) return 0;
  if (klikpad::WithoutMetadata(*plain) != plain) std::abort();
  if (plain->size() > bytes.size() + 64) std::abort();
  return 0;
}
