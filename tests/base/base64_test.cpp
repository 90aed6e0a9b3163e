// The examples of RFC 4648, section 10.

#include "base/base64.h"

#include <doctest/doctest.h>

namespace klikpad {
namespace {

TEST_CASE("base64 is that of RFC 4648") {
  struct Case {
    std::string bytes, text;
  };
  for (const Case& c : {Case{"", ""}, Case{"f", "Zg=="}, Case{"fo", "Zm8="}, Case{"foo", "Zm9v"},
                        Case{"foob", "Zm9vYg=="}, Case{"fooba", "Zm9vYmE="},
                        Case{"foobar", "Zm9vYmFy"}, Case{"\xFF\xFE\xFB", "//77"}}) {
    CAPTURE(c.bytes);
    CHECK(EncodeBase64(c.bytes) == c.text);
  }
}

}  // namespace
}  // namespace klikpad
