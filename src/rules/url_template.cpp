// Templates are compiled to RE2, which matches in linear time: a site's URL cannot make it slow.

#include "rules/url_template.h"

#include <re2/re2.h>

#include <vector>

namespace klikpad {
namespace {

// What a place without an expression of its own holds.
std::string_view DefaultExpression(std::string_view place, std::string_view handle) {
  if (place == "handle") return handle;
  if (place == "id") return "[0-9]+";
  if (place == "code") return "[A-Za-z0-9_.=-]+";
  if (place == "phone") return "[ +]*[0-9(][0-9 ().+-]{3,24}";
  if (place == "url") return ".+";
  return "[^/]+";
}

// Index of the brace that closes the one at `open`, npos when there is none. Expressions may hold
// braces themselves: {handle:[a-z]{2,5}}.
std::size_t ClosingBrace(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return i;
  }
  return std::string_view::npos;
}

std::string PlaceExpression(std::string_view inside, std::string_view handle) {
  if (inside.starts_with('~')) return "(?:" + std::string(inside.substr(1)) + ")";
  const std::size_t colon = inside.find(':');
  const std::string_view place = inside.substr(0, colon);
  const std::string_view expression =
      colon == std::string_view::npos ? DefaultExpression(place, handle) : inside.substr(colon + 1);
  return "(?P<" + std::string(place) + ">" + std::string(expression) + ")";
}

}  // namespace

std::pair<std::optional<UrlTemplate>, std::string> UrlTemplate::Parse(std::string_view text,
                                                                      std::string_view handle) {
  UrlTemplate result;
  result.text_ = text;
  const bool takes_all_below = text.ends_with("/*");
  if (takes_all_below) text.remove_suffix(2);
  std::string expression;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '{') {
      expression += RE2::QuoteMeta(re2::StringPiece(text.data() + i, 1));
      continue;
    }
    const std::size_t close = ClosingBrace(text, i);
    if (close == std::string_view::npos) return {std::nullopt, "a brace is not closed"};
    expression += PlaceExpression(text.substr(i + 1, close - i - 1), handle);
    i = close;
  }
  if (takes_all_below) expression += "(?:/.*)?";
  RE2::Options options(RE2::Quiet);
  options.set_case_sensitive(false);
  options.set_dot_nl(true);
  result.regex_ = std::make_shared<const RE2>(expression, options);
  if (!result.regex_->ok()) return {std::nullopt, result.regex_->error()};
  return {std::move(result), ""};
}

std::optional<Captures> UrlTemplate::Match(std::string_view text) const {
  const int groups = regex_->NumberOfCapturingGroups() + 1;
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(groups));
  const re2::StringPiece piece(text.data(), text.size());
  if (!regex_->Match(piece, 0, text.size(), RE2::ANCHOR_BOTH, found.data(), groups)) {
    return std::nullopt;
  }
  Captures captures;
  for (const auto& [name, index] : regex_->NamedCapturingGroups()) {
    const re2::StringPiece& value = found[static_cast<std::size_t>(index)];
    if (value.data() != nullptr) captures[name] = std::string(value.data(), value.size());
  }
  return captures;
}

std::string FillTemplate(std::string_view text, const Captures& captures) {
  std::string filled;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t close = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      filled += text[i];
      continue;
    }
    const auto found = captures.find(text.substr(i + 1, close - i - 1));
    if (found != captures.end()) filled += found->second;
    i = close;
  }
  return filled;
}

}  // namespace klikpad
