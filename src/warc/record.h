// One record of a web archive: WARC 1.1 (ISO 28500:2017). Writing is strict; reading takes what
// other tools write, back to 0.17.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/exchange.h"

namespace klikpad {

// Name and value in the order and spelling in which they are written.
using WarcFields = std::vector<std::pair<std::string, std::string>>;

// The bytes of a record. Content-Length and WARC-Block-Digest are added.
std::string WarcRecordText(const WarcFields& fields, std::string_view block);

// A record as it was read; the views point into the text.
struct WarcRecord {
  std::string_view version;  // "1.1"
  Headers fields;            // names lower case
  std::string_view block;
  bool is_cut = false;     // the text ends before the block does
  std::size_t length = 0;  // bytes of the text, line ends behind the block included
  std::string_view Field(std::string_view name) const { return FindHeader(fields, name); }
};

// The record at the text's beginning (empty lines before it are skipped); nothing when none stands
// there.
std::optional<WarcRecord> ParseWarcRecord(std::string_view text);

// False when the record says what its block's digest is and it is another. A digest in a form that
// klikpad does not know says nothing.
bool HasGoodBlockDigest(const WarcRecord& record);

}  // namespace klikpad
