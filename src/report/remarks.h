// klikpad's own remarks in the reader's language. The looking stages speak one plain English, which
// audit.json keeps; reports/remarks.yaml says each of these sentences in Dutch and English.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "model/audit.h"

namespace klikpad {

struct Remark {
  // `says` cut at its placeholders: literal text, one more than names.
  std::vector<std::string> literals;
  std::vector<std::string> names;
  Bilingual shown;  // with placeholders of `says`
};

class Remarks {
 public:
  static Result<Remarks> Parse(const Yaml& yaml);

  // What klikpad remarked, in Dutch or English; nothing when it is no remark of the table. What
  // fills {remark} is a remark too, or stays as it is.
  std::optional<std::string> Tell(std::string_view text, bool is_dutch) const;

  const std::vector<Remark>& List() const { return list_; }

 private:
  std::optional<std::string> TellAt(std::string_view text, bool is_dutch, int depth) const;

  std::vector<Remark> list_;  // most literal text first
};

}  // namespace klikpad
