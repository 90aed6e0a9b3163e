// Lists of names, and what makes a value plain.

#include "page/tag_weight.h"

#include <array>

#include "base/text.h"
#include "page/kept_text.h"
#include "page/tag_key.h"

namespace klikpad {
namespace {

// So much of a data: URL stays: enough to see what it is.
constexpr std::size_t kDataUrlBytes = 32;

constexpr std::array<bool, 256> kPlainInNames = [] {
  std::array<bool, 256> plain{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyz0123456789-_:.@")) {
    plain[static_cast<unsigned char>(c)] = true;
  }
  return plain;
}();

bool IsPlainName(std::string_view name) {
  for (const char c : name) {
    if (!kPlainInNames[static_cast<unsigned char>(c)]) return false;
  }
  // These the tree builder names anew in drawings (HTML §13.2.6.2).
  return !name.starts_with('x') || name == "xlink:href" ||
         (!name.starts_with("xlink:") && !name.starts_with("xml:") && !name.starts_with("xmlns"));
}

}  // namespace

bool IsSvgShape(std::uint64_t key) {
  switch (key) {
    case TagKey("path"):
    case TagKey("circle"):
    case TagKey("ellipse"):
    case TagKey("line"):
    case TagKey("polygon"):
    case TagKey("polyline"):
    case TagKey("rect"):
    case TagKey("stop"):
    case TagKey("animate"):
    case TagKey("animatetransform"):
      return true;
    default:
      return false;
  }
}

bool IsSvgLook(std::string_view name) {
  switch (TagKey(name)) {
    case TagKey("viewbox"):
    case TagKey("width"):
    case TagKey("height"):
    case TagKey("x"):
    case TagKey("y"):
    case TagKey("d"):
    case TagKey("fill"):
    case TagKey("fill-rule"):
    case TagKey("clip-rule"):
    case TagKey("clip-path"):
    case TagKey("stroke"):
    case TagKey("stroke-width"):
    case TagKey("stroke-linecap"):
    case TagKey("stroke-linejoin"):
    case TagKey("transform"):
    case TagKey("preserveaspectratio"):
    case TagKey("focusable"):
    case TagKey("version"):
    case TagKey("xmlns"):
    case TagKey("xmlns:xlink"):
      return true;
    default:
      return false;
  }
}

bool AreReadByTreeBuilder(std::uint64_t key) {
  switch (key) {
    case TagKey("html"):
    case TagKey("body"):
    case TagKey("input"):
    case TagKey("isindex"):
    case TagKey("annotation-xml"):
    case TagKey("font"):
    case TagKey("b"):
    case TagKey("big"):
    case TagKey("code"):
    case TagKey("em"):
    case TagKey("i"):
    case TagKey("nobr"):
    case TagKey("s"):
    case TagKey("small"):
    case TagKey("strike"):
    case TagKey("strong"):
    case TagKey("tt"):
    case TagKey("u"):
      return true;
    default:
      return false;
  }
}

bool IsPlainAttribute(const WrittenAttribute& attribute) {
  return IsPlainName(attribute.name) && IsPlain(attribute.value);
}

std::string_view ShortValue(std::string_view value) {
  if (value.size() <= 2 * kDataUrlBytes || !StartsWithIgnoreAsciiCase(value, "data:")) return value;
  std::size_t end = kDataUrlBytes;
  while (end < value.size() && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) ++end;
  return value.substr(0, end);
}

}  // namespace klikpad
