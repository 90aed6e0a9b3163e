// An exchange as records of a web archive: a request and a response for each hop, and a metadata
// record where no answer came, so that a replay meets the same failure.

#pragma once

#include <string>

#include "model/exchange.h"

namespace klikpad {

// Fields of klikpad's own (ISO 28500:2017 §5.20 lets tools add some): why there is no usable
// answer, in FetchError's words, and the sentence that went with it.
inline constexpr const char* kErrorField = "Klikpad-Error";
inline constexpr const char* kTlsField = "Klikpad-Tls-Fault";  // in TlsFault's words
inline constexpr const char* kNoteField = "Klikpad-Note";

// What WARC 1.1 has no name for in a recorded head: a header of a coding that was taken off, under
// the prefix that other archives use.
inline constexpr const char* kOriginalPrefix = "x-archive-orig-";

// The records' bytes, a gzip member each. `date` is ISO 8601; `id_seed` is another for each
// exchange of the world, or as good as. The user's own secrets (Authorization, Cookie) are left
// out. Empty for an exchange that tells nothing of the network (cancelled, not recorded, no
// address).
std::string EncodeExchange(const Exchange& exchange, const std::string& date,
                           const std::string& id_seed);

// The record that begins an archive (ISO 28500:2017 §6.2).
std::string EncodeWarcInfo(const std::string& software, const std::string& user_agent,
                           const std::string& date, const std::string& id_seed);

}  // namespace klikpad
