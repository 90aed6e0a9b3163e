// Mustache by kainjow's library.

#include "report/mustache.h"

#include <kainjow/mustache.hpp>
#include <set>

#include "base/text.h"

namespace klikpad {
namespace {

using kainjow::mustache::data;

// A view is built by our own code and is a few levels deep.
data ToData(const Json& json) {
  if (json.IsObject()) {
    data object(data::type::object);
    for (const auto& [name, value] : json.Members()) object.set(name, ToData(value));
    return object;
  }
  if (json.IsArray()) {
    data list(data::type::list);
    for (const Json& item : json.Items()) list.push_back(ToData(item));
    return list;
  }
  if (json.IsBool()) return data(json.AsBool());
  if (json.IsInt()) return data(std::to_string(json.AsInt()));
  if (json.IsString() && !json.AsString().empty()) return data(json.AsString());
  return data(false);
}

}  // namespace

Result<std::string> RenderMustache(std::string_view text, const Json& view) {
  kainjow::mustache::mustache page{std::string(text)};
  if (!page.is_valid()) return Fail("template: " + page.error_message());
  page.set_custom_escape([](const std::string& value) { return EscapeHtml(value); });
  std::string out = page.render(ToData(view));
  if (!page.is_valid()) return Fail("template: " + page.error_message());
  return out;
}

std::vector<std::string> TemplateNames(std::string_view text) {
  std::set<std::string> names;
  while (true) {
    const std::size_t open = text.find("{{");
    const std::size_t close = open == text.npos ? text.npos : text.find("}}", open);
    if (close == text.npos) break;
    std::string_view name = text.substr(open + 2, close - open - 2);
    text.remove_prefix(close + 2);
    if (name.starts_with('!')) continue;
    while (!name.empty() && std::string_view("#^/&{ ").find(name.front()) != name.npos) {
      name.remove_prefix(1);
    }
    name = Trim(name);
    if (!name.empty() && name != ".") names.emplace(name);
  }
  return {names.begin(), names.end()};
}

}  // namespace klikpad
