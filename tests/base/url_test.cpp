// Url beyond the web platform's suite: the schemes it leaves out, readings of query and path,
// copies, and hostile input.

#include "base/url.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace klikpad {
namespace {

// The text of `input` against `base` ("" for none), "failure" when it is no URL.
std::string Resolve(const std::string& input, const std::string& base = "") {
  std::optional<Url> parsed_base;
  if (!base.empty()) {
    parsed_base = Url::Parse(base);
    REQUIRE(parsed_base.has_value());
  }
  const auto url = Url::Parse(input, parsed_base ? &*parsed_base : nullptr);
  return url ? url->Text() : "failure";
}

struct ResolveCase {
  std::string name, input, base, text;
};

void CheckAll(const std::vector<ResolveCase>& cases) {
  for (const ResolveCase& c : cases) {
    CAPTURE(c.name);
    CHECK(Resolve(c.input, c.base) == c.text);
  }
}

// WHATWG URL Standard §4.4, path, relative and special authority states.
TEST_CASE("links resolve as browsers resolve them") {
  const std::string base = "https://shop.example/nl/service/?a=1#top";
  CheckAll({
      {"sibling", "contact", base, "https://shop.example/nl/service/contact"},
      {"parent", "../contact", base, "https://shop.example/nl/contact"},
      {"above the root", "../../../../x", base, "https://shop.example/x"},
      {"root", "/", base, "https://shop.example/"},
      {"query only", "?b=2", base, "https://shop.example/nl/service/?b=2"},
      {"fragment only", "#form", base, "https://shop.example/nl/service/?a=1#form"},
      {"empty", "", base, "https://shop.example/nl/service/?a=1"},
      {"scheme-relative", "//help.example/x", base, "https://help.example/x"},
      {"backslashes", "\\nl\\contact", base, "https://shop.example/nl/contact"},
      {"backslash in the query", "?a=\\b", base, "https://shop.example/nl/service/?a=\\b"},
      {"broken over lines", " /nl/\n\t\tcontact\r\n ", base, "https://shop.example/nl/contact"},
      {"one slash too few", "https:/x.example/y", "", "https://x.example/y"},
      {"scheme without slashes", "https:contact", base, "https://shop.example/nl/service/contact"},
      {"colon in the first segment", "./a:b", base, "https://shop.example/nl/service/a:b"},
      {"upper case", "HTTPS://SHOP.Example:443/A%2fB", "", "https://shop.example/A%2fB"},
      {"caret and bars", "/a^b|c", base, "https://shop.example/a%5Eb|c"},
      {"accents", "/caf\xc3\xa9?q=\xc3\xa9", base, "https://shop.example/caf%C3%A9?q=%C3%A9"},
      {"relative without base", "contact", "", "failure"},
      {"relative against mailto", "contact", "mailto:a@x.example", "failure"},
      {"fragment against mailto", "#x", "mailto:a@x.example", "mailto:a@x.example#x"},
  });
}

// WHATWG URL Standard §4.4, opaque path state, and §3.5 opaque hosts.
TEST_CASE("schemes that are not special keep what stands after them") {
  CheckAll({
      {"tel", "TEL:+31 20 555 01 23", "", "tel:+31 20 555 01 23"},
      {"mailto", "mailto:Info@X.example?subject=a b", "", "mailto:Info@X.example?subject=a%20b"},
      {"javascript", "javascript:void(0)", "https://a.example/", "javascript:void(0)"},
      {"whatsapp", "whatsapp://send?phone=1&text=a'b", "", "whatsapp://send?phone=1&text=a'b"},
      {"space before a query", "foo:a  ?b", "", "foo:a %20?b"},
      {"upper-case host", "foo://Host/../a", "", "foo://Host/a"},
      {"space in the host", "foo://a b/", "", "failure"},
      {"no host but two slashes", "foo:/.//a", "", "foo:/.//a"},
      {"dots to two slashes", "foo:/a/..//b", "", "foo:/.//b"},
      {"empty host", "foo:///a", "", "foo:///a"},
      {"port without host", "foo://:80/", "", "failure"},
      {"relative", "../c", "foo://h/a/b", "foo://h/c"},
      {"relative to an empty path", "c", "foo://h", "foo://h/c"},
      {"backslash is no slash", "foo://h/a\\b", "", "foo://h/a\\b"},
  });
}

// WHATWG URL Standard §4.4, file, file slash and file host states; §4.2 Windows drive letters.
TEST_CASE("file URLs know drives and localhost") {
  CheckAll({
      {"plain", "file:///a/b", "", "file:///a/b"},
      {"localhost", "file://localhost/a", "", "file:///a"},
      {"host", "file://Server/a", "", "file://server/a"},
      {"host with a port", "file://server:80/a", "", "failure"},
      {"drive with a bar", "file:///C|/a", "", "file:///C:/a"},
      {"drive as host", "file://C:/a/../..", "", "file:///C:/"},
      {"drive stays", "/d", "file:///C:/a/b", "file:///C:/d"},
      {"another drive", "D:x", "file:///C:/a", "d:x"},
      {"relative", "../x", "file:///a/b/c", "file:///a/x"},
      {"query", "?q", "file:///a/b", "file:///a/b?q"},
      {"no slashes", "file:a", "", "file:///a"},
  });
}

// WHATWG URL Standard §3.3 IDNA, §3.5 host parser.
TEST_CASE("hosts are domains in ASCII, or addresses, or refused") {
  CheckAll({
      {"umlaut",
       "https://B\xc3\xbc"
       "cher.example/",
       "", "https://xn--bcher-kva.example/"},
      {"sharp s stays",
       "https://stra\xc3\x9f"
       "e.example/",
       "", "https://xn--strae-oqa.example/"},
      {"full-width", "https://\xef\xbc\xa1.example/", "", "https://a.example/"},
      {"invalid UTF-8", "https://a\xff.example/", "", "failure"},
      {"hyphens", "https://-a--b-.example/", "", "https://-a--b-.example/"},
      {"underscore", "https://a_b.example/", "", "https://a_b.example/"},
      {"right to left mix",
       "https://\xd7\x90"
       "a.example/",
       "", "failure"},
      {"space", "https://a b.example/", "", "failure"},
      {"encoded slash", "https://a%2fb.example/", "", "failure"},
      {"hexadecimal", "http://0x7F.1/", "", "http://127.0.0.1/"},
      {"number in front only", "http://1.2.3.example/", "", "http://1.2.3.example/"},
      {"zero run", "http://[1:0:0:2:0:0:0:3]/", "", "http://[1:0:0:2::3]/"},
      {"leading zeros", "http://[0001:0DB8::]/", "", "http://[1:db8::]/"},
      {"single zero", "http://[1:0:2:3:4:5:6:7]/", "", "http://[1:0:2:3:4:5:6:7]/"},
      {"two compressions", "http://[1::2::3]/", "", "failure"},
      {"one colon too many", "http://[:::1]/", "", "failure"},
      {"unclosed", "http://[::1/", "", "failure"},
      {"zone", "http://[fe80::1%25eth0]/", "", "failure"},
      {"port too large", "http://a.example:65536/", "", "failure"},
      {"largest port", "http://a.example:65535/", "", "http://a.example:65535/"},
  });
}

TEST_CASE("hostile input is refused or stays small, and never takes long") {
  const std::string host = "https://a.example/";
  const std::size_t limit = std::size_t{64} << 10;
  CHECK(Resolve(host + std::string(limit, 'a')) == "failure");
  CHECK(Url::Parse(host + std::string(limit - host.size(), 'a')).has_value());
  // Three times as long once encoded: over the limit as text.
  CHECK(Resolve(host + std::string(limit / 2, '{')) == "failure");

  std::string up;
  std::string dots;
  for (int i = 0; i < 10000; ++i) up += "../";
  for (int i = 0; i < 10000; ++i) dots += ".a";
  CHECK(Resolve(up + "x", host + "a/b/c") == host + "x");
  CHECK(Resolve(host + std::string(10000, '/')) == host + std::string(10000, '/'));
  CHECK(Resolve("https://" + dots + "/") == "https://" + dots + "/");
  CHECK(Resolve("https://" + std::string(60000, '@') + "a/") == "failure");
  CHECK(Resolve("https://[" + std::string(60000, ':') + "]/") == "failure");
  CHECK(Resolve("https://" + std::string(60000, '9') + "/") == "failure");
  CHECK(Resolve("https://a:" + std::string(60000, '0') + "80/") == "https://a:80/");
  CHECK(Resolve(std::string("https://a\0b/", 12)) == "failure");
  CHECK(Resolve(std::string("https://a/\0b", 12)) == "https://a/%00b");
  CHECK(Resolve("https://a/\xff\xc0\xaf") == "https://a/%EF%BF%BD%EF%BF%BD%EF%BF%BD");
  std::string wide;
  for (int i = 0; i < 20000; ++i) wide += "\xc3\xa9";
  CHECK(Resolve("https://" + wide + "/") == "failure");
  std::string keys;
  for (int i = 0; i < 8000; ++i) keys += "k" + std::to_string(i) + "&";
  const auto url = Url::Parse(host + "?" + keys);
  REQUIRE(url.has_value());
  CHECK(url->QueryPairs().size() == 8000);
}

}  // namespace
}  // namespace klikpad
