// A YAML value that knows its file and line, so that every complaint can name its place. Reading by
// yaml-cpp, which reports a missing key as line 0 and ignores unknown keys: Need and AllowOnly mend
// that. Bounded: at most 20 MB, 100 levels; aliases that would multiply the text are refused.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace klikpad {

class Yaml {
 public:
  enum class Kind { kNull, kScalar, kList, kMap };

  // `name` is the file's name for errors. Duplicate keys in a map are errors.
  static Result<Yaml> Parse(std::string_view text, const std::string& name);
  // Reads the file first; a missing or unreadable file is an error.
  static Result<Yaml> Load(const std::string& path);

  Kind kind() const { return kind_; }
  bool IsNull() const { return kind_ == Kind::kNull; }
  bool IsScalar() const { return kind_ == Kind::kScalar; }
  bool IsList() const { return kind_ == Kind::kList; }
  bool IsMap() const { return kind_ == Kind::kMap; }
  int Line() const { return line_; }  // 1-based
  const std::string& File() const { return *file_; }
  bool IsQuoted() const { return is_quoted_; }  // written in quotes: a string, never a number

  const std::string& Scalar() const { return scalar_; }  // "" unless a scalar
  const std::vector<Yaml>& Items() const { return items_; }
  struct Member;
  const std::vector<Member>& Members() const { return members_; }  // in file order
  // The member of that name, null when absent.
  const Yaml* Find(std::string_view key) const;

  // The member of that name, or an error that names this map's line.
  Result<const Yaml*> Need(std::string_view key) const;
  // An error with a suggestion when this is no map or has a key that is not in `keys`.
  Result<void> AllowOnly(const std::vector<std::string>& keys) const;

  // Typed readings; the error names the place and what was expected.
  Result<std::string> String() const;  // any scalar but null
  Result<long long> Int() const;
  Result<double> Number() const;
  Result<bool> Bool() const;  // true, false, yes, no
  Result<std::vector<std::string>> Strings()
      const;  // a list of scalars; one scalar counts as a list of one

  // An error at this value's place.
  tl::unexpected<Error> Complain(std::string message, std::string suggestion = "") const;

 private:
  friend class YamlBuilder;
  Kind kind_ = Kind::kNull;
  int line_ = 0;
  bool is_quoted_ = false;
  std::shared_ptr<const std::string> file_;
  std::string scalar_;
  std::vector<Yaml> items_;
  std::vector<Member> members_;
};

struct Yaml::Member {
  std::string key;
  int line = 0;  // of the key
  Yaml value;
};

}  // namespace klikpad
