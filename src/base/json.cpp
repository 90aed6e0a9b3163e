// The JSON value: access and writing. Reading stands in json_read.cpp.

#include "base/json.h"

#include <fmt/format.h>

#include <cmath>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kPiece = 64 * 1024;  // bytes that a sink gets at once, at least

const Json kNull;
const std::string kNoText;
const Json::Array kNoItems;
const Json::Object kNoMembers;

void AppendString(std::string& out, std::string_view raw) {
  std::string repaired;
  std::string_view text = raw;
  if (!IsValidUtf8(raw)) {
    repaired = ToValidUtf8(raw);
    text = repaired;
  }
  out += '"';
  for (char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

void AppendNumber(std::string& out, double number) {
  if (!std::isfinite(number)) {
    out += "null";
    return;
  }
  out += fmt::format("{}", number);  // the shortest text that reads back as the same number
}

// An open array or object while writing, so that depth costs no stack.
struct Frame {
  const Json* value;
  std::size_t next = 0;
};

void NewLine(std::string& out, int indent, std::size_t depth) {
  if (indent < 0) return;
  out += '\n';
  out.append(static_cast<std::size_t>(indent) * depth, ' ');
}

// Writes a scalar or an empty container; false when `value` must be opened.
bool AppendScalar(std::string& out, const Json& value) {
  if (value.IsNull()) {
    out += "null";
  } else if (value.IsBool()) {
    out += value.AsBool() ? "true" : "false";
  } else if (value.IsInt()) {
    out += std::to_string(value.AsInt());
  } else if (value.IsNumber()) {
    AppendNumber(out, value.AsDouble());
  } else if (value.IsString()) {
    AppendString(out, value.AsString());
  } else if (value.IsArray() && value.Items().empty()) {
    out += "[]";
  } else if (value.IsObject() && value.Members().empty()) {
    out += "{}";
  } else {
    return false;
  }
  return true;
}

}  // namespace

bool Json::AsBool() const {
  const bool* value = std::get_if<bool>(&value_);
  return value != nullptr && *value;
}

std::int64_t Json::AsInt() const {
  if (const auto* whole = std::get_if<std::int64_t>(&value_)) return *whole;
  if (const auto* number = std::get_if<double>(&value_)) {
    return std::abs(*number) < 9e18 ? static_cast<std::int64_t>(*number) : 0;
  }
  return 0;
}

double Json::AsDouble() const {
  if (const auto* number = std::get_if<double>(&value_)) return *number;
  return static_cast<double>(AsInt());
}

const std::string& Json::AsString() const {
  const auto* text = std::get_if<std::string>(&value_);
  return text != nullptr ? *text : kNoText;
}

const Json::Array& Json::Items() const {
  const auto* items = std::get_if<Array>(&value_);
  return items != nullptr ? *items : kNoItems;
}

const Json::Object& Json::Members() const {
  const auto* members = std::get_if<Object>(&value_);
  return members != nullptr ? *members : kNoMembers;
}

const Json& Json::operator[](std::string_view key) const {
  for (const auto& [name, value] : Members()) {
    if (name == key) return value;
  }
  return kNull;
}

bool Json::Has(std::string_view key) const {
  for (const auto& [name, value] : Members()) {
    if (name == key) return true;
  }
  return false;
}

Json& Json::Set(std::string_view key, Json value) {
  if (!IsObject()) value_ = Object{};
  auto& members = std::get<Object>(value_);
  for (auto& [name, old] : members) {
    if (name == key) {
      old = std::move(value);
      return *this;
    }
  }
  members.emplace_back(std::string(key), std::move(value));
  return *this;
}

Json& Json::Add(Json value) {
  if (!IsArray()) value_ = Array{};
  std::get<Array>(value_).push_back(std::move(value));
  return *this;
}

std::string Json::Text(int indent) const {
  std::string out;
  AppendText(out, indent, 0);
  return out;
}

void Json::AppendText(std::string& out, int indent, std::size_t depth) const {
  if (AppendScalar(out, *this)) return;
  std::vector<Frame> open{{this}};
  out += IsArray() ? '[' : '{';
  while (!open.empty()) {
    Frame& frame = open.back();
    const bool is_array = frame.value->IsArray();
    const std::size_t size = is_array ? frame.value->Items().size() : frame.value->Members().size();
    if (frame.next == size) {
      NewLine(out, indent, depth + open.size() - 1);
      out += is_array ? ']' : '}';
      open.pop_back();
      continue;
    }
    if (frame.next > 0) out += indent < 0 ? ", " : ",";
    NewLine(out, indent, depth + open.size());
    const std::size_t i = frame.next++;
    if (!is_array) {
      AppendString(out, frame.value->Members()[i].first);
      out += ": ";
    }
    const Json& child = is_array ? frame.value->Items()[i] : frame.value->Members()[i].second;
    if (AppendScalar(out, child)) continue;
    out += child.IsArray() ? '[' : '{';
    open.push_back({&child});
  }
}

JsonObjectWriter::JsonObjectWriter(std::shared_ptr<Out> out, int depth)
    : out_(std::move(out)), depth_(depth) {
  out_->text += '{';
}

JsonObjectWriter& JsonObjectWriter::Set(std::string_view key, const Json& value) {
  BeginMember(key);
  value.AppendText(out_->text, out_->indent, depth_ + 1);
  return *this;
}

void JsonObjectWriter::BeginMember(std::string_view key) {
  if (!is_empty_) out_->text += out_->indent < 0 ? ", " : ",";
  is_empty_ = false;
  NewLine(out_->text, out_->indent, depth_ + 1);
  AppendString(out_->text, key);
  out_->text += ": ";
}

void JsonObjectWriter::BeginArray() { out_->text += '['; }

void JsonObjectWriter::BeginItem(bool is_first) {
  if (!is_first) out_->text += out_->indent < 0 ? ", " : ",";
  NewLine(out_->text, out_->indent, depth_ + 2);
}

void JsonObjectWriter::AddValue(const Json& value) {
  value.AppendText(out_->text, out_->indent, depth_ + 2);
  if (out_->text.size() < kPiece) return;
  out_->sink(out_->text);
  out_->text.clear();
}

void JsonObjectWriter::EndArray(bool is_empty) {
  if (!is_empty) NewLine(out_->text, out_->indent, depth_ + 1);
  out_->text += ']';
}

void JsonObjectWriter::End() {
  NewLine(out_->text, out_->indent, depth_);
  out_->text += '}';
  if (depth_ > 0) return;
  out_->sink(out_->text);
  out_->text.clear();
}

std::string JsonString(std::string_view text) {
  std::string out;
  AppendString(out, text);
  return out;
}

}  // namespace klikpad
