// Reading a check's header and its SQL.

#include "judge/check.h"

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "base/text.h"
#include "judge/check_lint.h"
#include "judge/look.h"

namespace klikpad {

namespace {

// Splits at commas outside of square brackets: "uses list of use = [contact, follow], n integer".
std::vector<std::string> SplitOutsideBrackets(std::string_view text) {
  std::vector<std::string> parts(1);
  int depth = 0;
  for (char c : text) {
    if (c == '[') ++depth;
    if (c == ']') --depth;
    if (c == ',' && depth == 0) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

// "rests on": one or two words in lower case.
bool IsHeaderKey(std::string_view key) {
  return std::count(key.begin(), key.end(), ' ') < 2 &&
         std::all_of(key.begin(), key.end(),
                     [](char c) { return c == ' ' || (c >= 'a' && c <= 'z'); });
}

class Header {
 public:
  Header(Check& check, const KnownWords& words) : check_(check), words_(words) {}

  Result<void> Read(std::string_view text) {
    int number = 0;
    for (std::string_view line : Split(text, '\n')) {
      ++number;
      if (!line.starts_with("--")) break;
      if (auto done = ReadLine(Trim(line.substr(2)), number); !done) return done;
    }
    if (check_.row.empty()) return Fail("a check begins with '-- row: …'", check_.file, 1);
    return {};
  }

  bool says_rests_on() const { return says_rests_on_; }

 private:
  Result<void> ReadLine(std::string_view line, int number) {
    const std::size_t colon = line.find(':');
    const std::string key(Trim(line.substr(0, colon)));
    const std::string value(colon == line.npos ? "" : Trim(line.substr(colon + 1)));
    if (!IsHeaderKey(key) || colon == line.npos) return {};  // a remark
    if (key == "row") {
      check_.row = value;
      return {};
    }
    if (key == "takes") return ReadTakes(value, number);
    if (key == "rests on") return ReadRestsOn(value, number);
    const std::vector<std::string> keys = {"row", "takes", "rests on"};
    return Fail("unknown header '" + key + "'", check_.file, number, Nearest(key, keys));
  }

  Result<void> ReadTakes(const std::string& value, int number) {
    for (const std::string& part : SplitOutsideBrackets(value)) {
      const std::size_t equals = part.find('=');
      const std::string declaration(Trim(std::string_view(part).substr(0, equals)));
      const std::size_t space = declaration.find(' ');
      if (space == std::string::npos) {
        return Fail("a parameter is written as 'name type' or 'name type = default'", check_.file,
                    number);
      }
      Parameter parameter{declaration.substr(0, space), {}, {}};
      if (check_.Find(parameter.name)) {
        return Fail("parameter '" + parameter.name + "' twice", check_.file, number);
      }
      auto type = ParseType(declaration.substr(space));
      if (!type) return At(type.error(), number);
      parameter.type = *type;
      if (equals != std::string::npos) {
        auto yaml = Yaml::Parse(part.substr(equals + 1), check_.file);
        if (!yaml) return At(yaml.error(), number);
        auto argument = ParseArgument(parameter.name, *type, *yaml, words_);
        if (!argument) return At(argument.error(), number);
        parameter.by_default.push_back(std::move(*argument));
      }
      check_.parameters.push_back(std::move(parameter));
      check_.takes_lines.push_back(number);
    }
    return {};
  }

  Result<void> ReadRestsOn(const std::string& value, int number) {
    says_rests_on_ = true;
    if (value == "nothing") return {};
    for (std::string_view part : Split(value, ',')) {
      const std::string look(Trim(part));
      const auto& known = LookNames();
      if (std::find(known.begin(), known.end(), look) == known.end()) {
        return Fail("unknown look '" + look + "' (or 'nothing')", check_.file, number,
                    Nearest(look, known));
      }
      check_.rests_on.push_back(look);
    }
    return {};
  }

  Result<void> At(Error error, int number) const {
    error.file = check_.file;
    error.line = number;
    return tl::unexpected(std::move(error));
  }

  Check& check_;
  const KnownWords& words_;
  bool says_rests_on_ = false;
};

}  // namespace

const Parameter* Check::Find(std::string_view parameter) const {
  const auto it = std::find_if(parameters.begin(), parameters.end(),
                               [&](const Parameter& p) { return p.name == parameter; });
  return it == parameters.end() ? nullptr : &*it;
}

bool Check::HasColumn(std::string_view column) const {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

const std::vector<std::string>& CheckColumns() {
  static const std::vector<std::string> columns = {"ref",   "page_id", "at",   "label",
                                                   "value", "unit",    "quote"};
  return columns;
}

Result<Check> ParseCheck(std::string_view text, const std::string& name, const std::string& file,
                         const EvidenceDb& empty, const KnownWords& words) {
  Check check;
  check.name = name;
  check.file = file;
  check.sql = std::string(text);
  Header header(check, words);
  if (auto done = header.Read(text); !done) return tl::unexpected(done.error());
  if (auto done = LintCheck(check, header.says_rests_on(), empty, words); !done) {
    return tl::unexpected(done.error());
  }
  return check;
}

Result<std::vector<Check>> LoadChecks(const std::string& folder, const EvidenceDb& empty,
                                      const KnownWords& words) {
  std::vector<Check> checks;
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) return checks;
  auto files = ListFiles(folder);
  if (!files) return tl::unexpected(files.error());
  for (const std::string& file : *files) {
    if (!file.ends_with(".sql")) continue;
    const std::string path = folder + "/" + file;
    auto text = ReadFile(path, 64 << 10);
    if (!text) return tl::unexpected(text.error());
    auto check = ParseCheck(*text, file.substr(0, file.size() - 4), path, empty, words);
    if (!check) return tl::unexpected(check.error());
    checks.push_back(std::move(*check));
  }
  return checks;
}

}  // namespace klikpad
