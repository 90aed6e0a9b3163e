// Reading YAML by yaml-cpp's event parser into klikpad's own value: lines are kept, duplicate keys,
// anchors and depth are refused or bounded (yaml-cpp's node graph would share aliased values
// without end).

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <set>
#include <sstream>

#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"

namespace klikpad {

constexpr std::size_t kMaxBytes = 20u << 20;
constexpr std::size_t kMaxDepth = 100;

// Receives yaml-cpp's events. Complaints are thrown as Error and caught in Parse, because the
// parser cannot be stopped otherwise.
class YamlBuilder : public YAML::EventHandler {
 public:
  explicit YamlBuilder(std::shared_ptr<const std::string> file) : file_(std::move(file)) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    Put(Make(mark, Yaml::Kind::kNull));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Error{"aliases (*name) are not supported", *file_, mark.line + 1, ""};
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) override {
    Yaml scalar = Make(mark, Yaml::Kind::kScalar);
    scalar.is_quoted_ = tag == "!";  // yaml-cpp's tag for quoted scalars
    const bool is_null = !scalar.is_quoted_ && (value.empty() || value == "~" || value == "null");
    if (is_null) scalar.kind_ = Yaml::Kind::kNull;
    if (!IsValidUtf8(value)) throw Error{"text is no valid UTF-8", *file_, mark.line + 1, ""};
    scalar.scalar_ = value;
    Put(std::move(scalar));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    Open(Make(mark, Yaml::Kind::kList));
  }
  void OnSequenceEnd() override { Close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    Open(Make(mark, Yaml::Kind::kMap));
  }
  void OnMapEnd() override { Close(); }

  Yaml Take() { return std::move(root_); }

 private:
  struct Container {
    Yaml value;
    std::set<std::string> keys;
    bool has_key = false;
    std::string key;
    int key_line = 0;
  };

  Yaml Make(const YAML::Mark& mark, Yaml::Kind kind) const {
    Yaml value;
    value.kind_ = kind;
    value.line_ = mark.line + 1;
    value.file_ = file_;
    return value;
  }

  void Open(Yaml value) {
    if (open_.size() >= kMaxDepth) {
      throw Error{fmt::format("more than {} levels of nesting", kMaxDepth), *file_, value.line_,
                  ""};
    }
    open_.push_back({std::move(value), {}, false, {}, 0});
  }

  void Close() {
    Yaml value = std::move(open_.back().value);
    open_.pop_back();
    Put(std::move(value));
  }

  void Put(Yaml value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    Container& container = open_.back();
    if (container.value.IsList()) {
      container.value.items_.push_back(std::move(value));
    } else if (!container.has_key) {
      TakeKey(container, value);
    } else {
      container.value.members_.push_back({container.key, container.key_line, std::move(value)});
      container.has_key = false;
    }
  }

  void TakeKey(Container& container, const Yaml& key) const {
    if (key.IsList() || key.IsMap()) throw Error{"a key must be a word", *file_, key.line_, ""};
    if (!container.keys.insert(key.scalar_).second) {
      throw Error{fmt::format("key '{}' stands here twice", key.scalar_), *file_, key.line_, ""};
    }
    container.has_key = true;
    container.key = key.scalar_;
    container.key_line = key.line_;
  }

  std::shared_ptr<const std::string> file_;
  std::vector<Container> open_;
  Yaml root_;
};

namespace {

// yaml-cpp's parser recurses once a level before any event is seen, so depth is bounded beforehand:
// by brackets outside of quotes, and by columns of indentation with "- - -" chains.
bool IsTooDeep(std::string_view text) {
  std::size_t brackets = 0;
  for (std::string_view line : Split(text, '\n')) {
    std::size_t dashes = 0;
    std::size_t i = 0;
    while (i < line.size() &&
           (line[i] == ' ' || line[i] == '-' || line[i] == '?' || line[i] == ':')) {
      dashes += line[i] != ' ' ? 1 : 0;
      ++i;
    }
    if (i > 4 * kMaxDepth || dashes > 2 * kMaxDepth) return true;
    for (char c : line) {
      if (c == '[' || c == '{') ++brackets;
      if ((c == ']' || c == '}') && brackets > 0) --brackets;
      if (brackets > 10 * kMaxDepth) return true;
    }
  }
  return false;
}

}  // namespace

Result<Yaml> Yaml::Parse(std::string_view text, const std::string& name) {
  auto file = std::make_shared<const std::string>(name);
  if (text.size() > kMaxBytes) return Fail("is larger than 20 MB", name);
  if (IsTooDeep(text)) return Fail("is nested too deeply", name);
  YamlBuilder builder(file);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) {
      Yaml empty;
      empty.file_ = file;
      empty.line_ = 1;
      return empty;
    }
    return builder.Take();
  } catch (const YAML::Exception& error) {
    return Fail("no valid YAML: " + error.msg, name,
                error.mark.is_null() ? 0 : error.mark.line + 1);
  } catch (const Error& error) {
    return tl::unexpected(error);
  }
}

Result<Yaml> Yaml::Load(const std::string& path) {
  auto text = ReadFile(path, kMaxBytes);
  if (!text) return tl::unexpected(text.error());
  return Parse(*text, path);
}

}  // namespace klikpad
