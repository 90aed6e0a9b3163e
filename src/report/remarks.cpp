// Remarks recognised by their literal text, as message catalogues do.

#include "report/remarks.h"

#include <fmt/format.h>

#include <algorithm>

namespace klikpad {
namespace {

constexpr int kDeepest = 4;  // remarks within remarks

struct Template {
  std::vector<std::string> literals, names;
};

Result<Template> Cut(const Yaml& yaml, std::string_view text) {
  Template parts;
  while (true) {
    const std::size_t open = text.find('{');
    parts.literals.emplace_back(text.substr(0, open));
    if (open == text.npos) return parts;
    const std::size_t close = text.find('}', open);
    if (close == text.npos || close == open + 1) {
      return yaml.Complain("a placeholder needs a name between { and }");
    }
    parts.names.emplace_back(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
}

std::size_t LiteralSize(const Remark& remark) {
  std::size_t size = 0;
  for (const std::string& literal : remark.literals) size += literal.size();
  return size;
}

// What stands in the placeholders, in order. Each takes at least one byte and as few as it can.
std::optional<std::vector<std::string_view>> Match(const Remark& remark, std::string_view text) {
  const std::string& head = remark.literals.front();
  if (!text.starts_with(head)) return std::nullopt;
  std::vector<std::string_view> values;
  std::size_t at = head.size();
  for (std::size_t i = 1; i < remark.literals.size(); ++i) {
    const std::string& literal = remark.literals[i];
    const bool is_last = i + 1 == remark.literals.size();
    if (is_last && !text.ends_with(literal)) return std::nullopt;
    const std::size_t next = is_last ? text.size() - literal.size() : text.find(literal, at + 1);
    if (next == text.npos || next <= at) return std::nullopt;
    values.push_back(text.substr(at, next - at));
    at = next + literal.size();
  }
  if (at != text.size()) return std::nullopt;
  return values;
}

Result<Remark> ReadRemark(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"says", "nl", "en"}); !ok) return tl::unexpected(ok.error());
  Remark remark;
  std::string texts[3];
  const char* const keys[] = {"says", "nl", "en"};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto found = yaml.Need(keys[i]);
    if (!found) return tl::unexpected(found.error());
    auto text = (*found)->String();
    if (!text) return tl::unexpected(text.error());
    if (text->empty()) return (*found)->Complain("empty text");
    texts[i] = std::move(*text);
  }
  auto says = Cut(yaml, texts[0]);
  if (!says) return tl::unexpected(says.error());
  remark.literals = std::move(says->literals);
  remark.names = std::move(says->names);
  for (std::size_t i = 1; i < 3; ++i) {
    const auto shown = Cut(yaml, texts[i]);
    if (!shown) return tl::unexpected(shown.error());
    for (const std::string& name : shown->names) {
      if (std::find(remark.names.begin(), remark.names.end(), name) == remark.names.end()) {
        return yaml.Complain(fmt::format("'{}' has {{{}}}, which 'says' has not", keys[i], name));
      }
    }
  }
  remark.shown = {std::move(texts[1]), std::move(texts[2])};
  return remark;
}

}  // namespace

Result<Remarks> Remarks::Parse(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"remarks"}); !ok) return tl::unexpected(ok.error());
  const auto list = yaml.Need("remarks");
  if (!list) return tl::unexpected(list.error());
  if (!(*list)->IsList()) return (*list)->Complain("a list of remarks is needed here");
  Remarks remarks;
  for (const Yaml& item : (*list)->Items()) {
    auto remark = ReadRemark(item);
    if (!remark) return tl::unexpected(remark.error());
    for (const Remark& known : remarks.list_) {
      if (known.literals == remark->literals) return item.Complain("said twice");
    }
    remarks.list_.push_back(std::move(*remark));
  }
  std::stable_sort(
      remarks.list_.begin(), remarks.list_.end(),
      [](const Remark& a, const Remark& b) { return LiteralSize(a) > LiteralSize(b); });
  return remarks;
}

std::optional<std::string> Remarks::Tell(std::string_view text, bool is_dutch) const {
  return TellAt(text, is_dutch, 0);
}

std::optional<std::string> Remarks::TellAt(std::string_view text, bool is_dutch, int depth) const {
  for (const Remark& remark : list_) {
    const auto values = Match(remark, text);
    if (!values) continue;
    std::string_view shown = is_dutch ? remark.shown.nl : remark.shown.en;
    std::string out;
    while (true) {
      const std::size_t open = shown.find('{');
      out += shown.substr(0, open);
      if (open == shown.npos) return out;
      const std::size_t close = shown.find('}', open);
      const std::string_view name = shown.substr(open + 1, close - open - 1);
      const auto at = std::find(remark.names.begin(), remark.names.end(), name);
      const std::string_view value = (*values)[static_cast<std::size_t>(at - remark.names.begin())];
      const auto inner =
          name == "remark" && depth < kDeepest ? TellAt(value, is_dutch, depth + 1) : std::nullopt;
      out += inner ? *inner : std::string(value);
      shown.remove_prefix(close + 1);
    }
  }
  return std::nullopt;
}

}  // namespace klikpad
