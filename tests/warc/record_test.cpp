// Single records: written as ISO 28500 wants, read as other tools write them.

#include "warc/record.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace klikpad;

TEST_CASE("a written record reads back with its fields, block and length") {
  const std::string text = WarcRecordText({{"WARC-Type", "resource"}}, "one\r\ntwo");
  const auto record = ParseWarcRecord(text);
  REQUIRE(record);
  CHECK(record->version == "1.1");
  CHECK(record->Field("warc-type") == "resource");
  CHECK(record->Field("content-length") == "8");
  CHECK(record->block == "one\r\ntwo");
  CHECK(record->length == text.size());
  CHECK_FALSE(record->is_cut);
  CHECK(HasGoodBlockDigest(*record));
}

// The digest of no bytes is known from every description of SHA-1.
TEST_CASE("the block digest is SHA-1 in base 32") {
  const auto record = ParseWarcRecord(WarcRecordText({{"WARC-Type", "metadata"}}, ""));
  REQUIRE(record);
  CHECK(record->Field("warc-block-digest") == "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ");
}

TEST_CASE("another block than the digested one is noticed, unknown digests are not judged") {
  struct Case {
    std::string name, digest;
    bool is_good = false;
  };
  const std::vector<Case> cases = {
      {"right", "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", true},
      {"right in lower case", "sha1:3i42h3s6nnfq2msvx7xzkyayscx5qbyj", true},
      {"wrong", "sha1:AAAAH3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", false},
      {"hexadecimal", "sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709", true},
      {"another algorithm", "md5:d41d8cd98f00b204e9800998ecf8427e", true},
      {"none", "", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const std::string text = "WARC/1.0\r\nWARC-Type: metadata\r\nWARC-Block-Digest: " + c.digest +
                             "\r\nContent-Length: 0\r\n\r\n\r\n\r\n";
    const auto record = ParseWarcRecord(text);
    REQUIRE(record);
    CHECK(HasGoodBlockDigest(*record) == c.is_good);
  }
}

TEST_CASE("records of other tools and times are read") {
  struct Case {
    std::string name, text, version, block;
    bool is_cut = false;
  };
  const std::vector<Case> cases = {
      {"line ends of LF", "WARC/1.0\nContent-Length: 2\n\nab\n\n", "1.0", "ab"},
      {"version 0.17", "WARC/0.17\r\nContent-Length: 1\r\n\r\nx\r\n\r\n", "0.17", "x"},
      {"empty lines before", "\r\n\r\nWARC/1.1\r\nContent-Length: 1\r\n\r\nx\r\n\r\n", "1.1", "x"},
      {"folded field", "WARC/1.0\r\nA: b\r\n c\r\nContent-Length: 1\r\n\r\nx", "1.0", "x"},
      {"names in any case", "WARC/1.0\r\ncontent-LENGTH: 1\r\n\r\nx", "1.0", "x"},
      {"what wget writes as a digest under --no-warc-digests",
       "WARC/1.0\r\nWARC-Block-Digest: \xa0\n!\x11\xbdU\r\nContent-Length: 1\r\n\r\nx", "1.0", "x"},
      {"cut off", "WARC/1.0\r\nContent-Length: 9\r\n\r\nx", "1.0", "x", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto record = ParseWarcRecord(c.text);
    REQUIRE(record);
    CHECK(record->version == c.version);
    CHECK(record->block == c.block);
    CHECK(record->is_cut == c.is_cut);
  }
}

TEST_CASE("what is no record is none") {
  const std::vector<std::string> texts = {
      "",
      "HTTP/1.1 200 OK\r\n\r\n",
      "WARC/1.1\r\n\r\n",
      "WARC/1.1\r\nContent-Length: x\r\n\r\n",
      "WARC/1.1\r\nContent-Length: -1\r\n\r\n",
      "WARC/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n",
      "WARC/1.1\r\nContent-Length: 0",
  };
  for (const std::string& text : texts) {
    CAPTURE(text);
    CHECK_FALSE(ParseWarcRecord(text));
  }
}
