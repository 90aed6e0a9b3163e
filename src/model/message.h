// A message of a timeline, and what reading a timeline came to. Messages are never held all at
// once: they flow from the reader into the evidence one by one.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/observed_words.h"

namespace klikpad {

struct MessageTrait {
  Trait trait = Trait::kEmpathy;
  std::string quote;  // the words that show it
};

// What a message says, by the word lists (rules/messages.yaml) or by a person's label in the file.
struct MessageClasses {
  std::optional<Topic> topic;
  std::string subject;  // which service, "" none named
  std::optional<ServiceState> status;
  std::vector<MessageTrait> traits;  // each trait once, in the order of the enum
};

struct Message {
  std::string channel;
  std::string account;    // the brand's handle in lower case; for others a pseudonym
  std::int64_t at_s = 0;  // since 1970 UTC
  int offset = 0;         // seconds east of UTC of the clocks that its time is told by
  bool is_ours = false;
  // Digests of channel and id, to tell answers and repeats; 0: the file gives none.
  std::uint64_t key = 0;
  std::uint64_t answers = 0;      // `key` of the message that it answers, 0 when that is not named
  bool is_reply = false;          // it answers something, named or not
  std::uint64_t author_hash = 0;  // equal for equal authors
  std::string text;               // masked, clean UTF-8
  MessageClasses classes;
  SaidBy said_by = SaidBy::kWords;
};

// A row that could not be used.
struct BadRow {
  std::string file;  // its name, without folders
  std::int64_t line = 0;
  std::string why;
};

// What reading came to. Nothing is dropped without being counted here.
struct TimelineCounts {
  std::vector<std::string> files;    // names, without folders, in the order of brand.yaml
  std::vector<std::string> zones;    // of the clocks by which times were read, each once
  std::int64_t rows = 0;             // read: used, bad and repeated ones
  std::int64_t bad = 0;              // rows that could not be used
  std::vector<BadRow> bad_rows;      // the first of them
  std::int64_t repeated = 0;         // rows with an id that was there already
  std::int64_t ambiguous_times = 0;  // local times that happened twice; the first was taken
  std::int64_t skipped_times = 0;    // local times that clocks skip; read by the offset before
  std::int64_t cut_texts = 0;        // longer than klikpad keeps
  std::int64_t repaired_texts = 0;   // with bytes that are no UTF-8
  bool hit_limit = false;            // there were more rows than klikpad takes
  bool is_vouched = false;           // brand.yaml says that the timeline is complete
  bool is_known_part = false;        // brand.yaml says that it is a part
};

using UseMessage = std::function<void(const Message&)>;
// Reads the whole timeline once, in the order of its files. An error only for what stops reading
// altogether (a file that cannot be opened).
using MessageFeed = std::function<Result<TimelineCounts>(const UseMessage& use)>;

}  // namespace klikpad
