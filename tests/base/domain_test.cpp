// Registrable domains, and names that lie under others.

#include "base/domain.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace klikpad {
namespace {

// https://publicsuffix.org/list/ (algorithm): the longest matching suffix plus one label.
TEST_CASE("the registrable domain is the public suffix plus one label") {
  struct Case {
    std::string host, domain, label;
  };
  const std::vector<Case> cases = {
      {"www.shop.example", "shop.example", "shop"},
      {"shop.example", "shop.example", "shop"},
      {"a.b.shop.co.uk", "shop.co.uk", "shop"},
      {"shop.co.uk", "shop.co.uk", "shop"},
      {"co.uk", "co.uk", ""},
      {"www.shop.nl", "shop.nl", "shop"},
      {"service.department.gov.uk", "department.gov.uk", "department"},
      {"gov.uk", "gov.uk", ""},
      {"someone.blogspot.com", "someone.blogspot.com", "someone"},
      {"www.city.kawasaki.jp", "city.kawasaki.jp", "city"},
      {"www.xn--55qx5d.cn", "www.xn--55qx5d.cn", "www"},
      {"www.xn--bcher-kva.de", "xn--bcher-kva.de", "xn--bcher-kva"},
      {"localhost", "localhost", ""},
      {"intranet.", "intranet", ""},
      {"www.shop.example.", "shop.example", "shop"},
      {"192.168.0.1", "192.168.0.1", ""},
      {"[::1]", "[::1]", ""},
      {"", "", ""},
      {".", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.host);
    CHECK(RegistrableDomain(c.host) == c.domain);
    CHECK(DomainLabel(c.host) == c.label);
  }
}

TEST_CASE("a host that no name server could hold is its own domain") {
  std::string host;
  for (int i = 0; i < 5000; ++i) host += "a.";
  CHECK(RegistrableDomain(host + "example") == host + "example");
  CHECK(DomainLabel(host + "example") == "");
}

TEST_CASE("a subdomain ends in a dot and the domain") {
  CHECK(IsSameOrSubdomain("shop.example", "shop.example"));
  CHECK(IsSameOrSubdomain("www.shop.example", "shop.example"));
  CHECK(IsSameOrSubdomain("www.shop.example.", "shop.example"));
  CHECK_FALSE(IsSameOrSubdomain("workshop.example", "shop.example"));
  CHECK_FALSE(IsSameOrSubdomain("shop.example", "www.shop.example"));
  CHECK_FALSE(IsSameOrSubdomain("shop.example", ""));
  CHECK_FALSE(IsSameOrSubdomain("10.0.0.1", "0.1"));
  CHECK(IsSameOrSubdomain("10.0.0.1", "10.0.0.1"));
}

TEST_CASE("addresses count in the form a URL gives them") {
  CHECK(IsIpAddress("127.0.0.1"));
  CHECK(IsIpAddress("[2001:db8::1]"));
  CHECK_FALSE(IsIpAddress("127.1"));
  CHECK_FALSE(IsIpAddress("0x7f.0.0.1"));
  CHECK_FALSE(IsIpAddress("256.0.0.1"));
  CHECK_FALSE(IsIpAddress("shop.example"));
  CHECK_FALSE(IsIpAddress(""));
}

// WHATWG URL Standard §3.3; UTS #46, non-transitional.
TEST_CASE("domains become ASCII") {
  using Domain = std::optional<std::string>;
  CHECK(DomainToAscii("Shop.EXAMPLE") == Domain("shop.example"));
  CHECK(DomainToAscii("fa\xc3\x9f.de") == Domain("xn--fa-hia.de"));
  CHECK(DomainToAscii("xn--pokxncvks") == Domain("xn--pokxncvks"));
  CHECK(DomainToAscii("") == Domain(""));
  CHECK_FALSE(DomainToAscii("\xff").has_value());
  CHECK_FALSE(DomainToAscii("\xEF\xBF\xBD").has_value());
}

}  // namespace
}  // namespace klikpad
