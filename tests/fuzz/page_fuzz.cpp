// libFuzzer: any bytes as an HTML page. The first byte chooses how they are declared.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.h"
#include "page/reader.h"

namespace {

// What must hold for every page, whatever the bytes.
void Check(const klikpad::Page& page) {
  const auto require = [](bool holds) {
    if (!holds) std::abort();
  };
  const auto size = static_cast<int>(page.document.nodes.size());
  for (int i = 1; i < size; ++i) {
    const klikpad::Node& node = page.document.nodes[static_cast<std::size_t>(i)];
    require(node.parent >= 0 && node.parent < i && node.end > i && node.end <= size);
    require(node.end <= page.document.nodes[static_cast<std::size_t>(node.parent)].end);
  }
  for (const klikpad::TextBlock& block : page.blocks) {
    require(!block.text.empty() && klikpad::IsValidUtf8(block.text));
    require(block.heading < static_cast<int>(page.blocks.size()));
  }
  for (const klikpad::Link& link : page.links) {
    require(klikpad::IsValidUtf8(link.label) && klikpad::IsValidUtf8(link.url));
    require(link.block < static_cast<int>(page.blocks.size()));
  }
  require(page.is_truncated == !page.limits.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* kTypes[] = {
      "", "text/html; charset=utf-8", "text/html; charset=latin1", "text/html; charset=utf-16le"};
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const char* type = kTypes[0];
  if (!bytes.empty()) {
    type = kTypes[static_cast<unsigned char>(bytes[0]) % 4];
    bytes.erase(0, 1);
  }
  klikpad::ReadLimits limits;
  limits.max_depth = 32;
  Check(klikpad::ReadPage(bytes, "https://shop.example/a/b", type, limits));
  return 0;
}
