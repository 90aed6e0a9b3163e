// Reading shapes.

#include "crawl/address_shape.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace klikpad {
namespace {

// As Heritrix has them: TooManyPathSegmentsDecideRule (20) and PathologicalPathDecideRule (more
// than two repetitions).
constexpr std::size_t kMostSegments = 20;
constexpr std::size_t kMostRepeats = 2;
constexpr std::size_t kMostBytes = 2000;
constexpr std::size_t kDeep = 7;
constexpr std::size_t kLongestCycle = 4;  // segments that repeat together
constexpr std::size_t kSessionBytes = 12;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string Masked(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!IsDigit(c)) {
      out += c;
    } else if (out.empty() || out.back() != '#') {
      out += '#';
    }
  }
  return out;
}

// "/a/b/a/b/a/b": a cycle of segments more than twice on end.
bool Repeats(const std::vector<std::string_view>& segments) {
  for (std::size_t length = 1; length <= kLongestCycle; ++length) {
    std::size_t equal = 0;
    for (std::size_t i = length; i < segments.size(); ++i) {
      equal = segments[i] == segments[i - length] ? equal + 1 : 0;
      if (equal >= length * kMostRepeats) return true;
    }
  }
  return false;
}

bool IsNumeric(std::string_view segment) {
  return !segment.empty() && std::all_of(segment.begin(), segment.end(), [](char c) {
    return IsDigit(c) || c == '-' || c == '_' || c == '.';
  }) && std::any_of(segment.begin(), segment.end(), IsDigit);
}

std::vector<int> NumbersOf(std::string_view text) {
  std::vector<int> numbers;
  for (std::size_t i = 0; i < text.size();) {
    if (!IsDigit(text[i])) {
      ++i;
      continue;
    }
    int number = 0;
    const char* begin = text.data() + i;
    const auto end = std::find_if_not(begin, text.data() + text.size(), IsDigit);
    const bool is_small = std::from_chars(begin, end, number).ec == std::errc();
    const auto size = static_cast<std::size_t>(end - begin);
    i += size;
    if (!is_small) continue;
    if (size == 8 || size == 6) {  // 20260105, 202601
      const int days = size == 8 ? 100 : 1;
      numbers.push_back(number / days / 100);
      numbers.push_back(number / days % 100);
    } else {
      numbers.push_back(number);
    }
  }
  return numbers;
}

// A year and a month beside it, in either order.
bool HasDate(std::string_view text) {
  const std::vector<int> numbers = NumbersOf(text);
  const auto is_year = [](int n) { return n >= 1900 && n < 2200; };
  const auto is_month = [](int n) { return n >= 1 && n <= 12; };
  for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
    if (is_year(numbers[i]) && is_month(numbers[i + 1])) return true;
    if (is_month(numbers[i]) && is_year(numbers[i + 1])) return true;
  }
  return false;
}

bool LooksLikeSession(std::string_view value) {
  if (value.size() < kSessionBytes) return false;
  int digits = 0, letters = 0;
  for (const char c : value) {
    digits += IsDigit(c) ? 1 : 0;
    letters += IsLetter(c) ? 1 : 0;
    if (!IsDigit(c) && !IsLetter(c) && c != '-' && c != '_') return false;
  }
  return digits >= 3 && letters >= 3;
}

std::string_view WithoutExtension(std::string_view segment) {
  const std::size_t dot = segment.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? segment : segment.substr(0, dot);
}

struct Parts {
  std::vector<std::string_view> segments;
  std::vector<std::pair<std::string, std::string>> parameters;
};

bool IsCalendar(const Parts& parts, const std::string& path, const TrapWords& words) {
  for (const auto& [name, value] : parts.parameters) {
    if (words.calendar_parameters.count(AsciiLower(name)) > 0 &&
        std::any_of(value.begin(), value.end(), IsDigit)) {
      return true;
    }
  }
  if (parts.segments.empty() || !IsNumeric(WithoutExtension(parts.segments.back()))) return false;
  if (HasDate(path)) return true;
  return std::any_of(parts.segments.begin(), parts.segments.end(), [&](std::string_view segment) {
    return words.calendar_folders.count(AsciiLower(segment)) > 0;
  });
}

bool IsPaging(const Parts& parts, const TrapWords& words) {
  if (parts.parameters.size() == 1) {
    const auto& [name, value] = parts.parameters.front();
    if (words.paging_parameters.count(AsciiLower(name)) > 0 && IsNumeric(value)) return true;
  }
  const std::size_t count = parts.segments.size();
  return count >= 2 && IsNumeric(parts.segments[count - 1]) &&
         words.paging_folders.count(AsciiLower(parts.segments[count - 2])) > 0;
}

// Masked segments up to `end`; those of numbers alone in a row count as one, so that months and
// days of a calendar are of one shape.
std::string MaskedPath(const std::vector<std::string_view>& segments, std::size_t end) {
  std::string path;
  bool was_number = false;
  for (std::size_t i = 0; i < end; ++i) {
    const bool is_number = IsNumeric(WithoutExtension(segments[i]));
    if (!is_number) path.append("/").append(Masked(segments[i]));
    if (is_number && !was_number) path += "/#";
    was_number = is_number;
  }
  return path;
}

}  // namespace

AddressShape ShapeOf(const Url& url, const TrapWords& words) {
  Parts parts;
  for (const std::string_view segment : Split(url.Path(), '/')) {
    if (!segment.empty()) parts.segments.push_back(segment);
  }
  parts.parameters = url.QueryPairs();
  AddressShape shape;
  const std::string first =
      url.HostPort() + "/" + (parts.segments.empty() ? "" : Masked(parts.segments.front()));
  const auto session =
      std::find_if(parts.parameters.begin(), parts.parameters.end(),
                   [](const auto& parameter) { return LooksLikeSession(parameter.second); });
  if (Repeats(parts.segments)) {
    shape = {ShapeKind::kRepeating, "repeating " + first, ""};
  } else if (parts.segments.size() > kMostSegments || url.PathAndQuery().size() > kMostBytes) {
    shape = {ShapeKind::kLong, "long " + first, ""};
  } else if (session != parts.parameters.end()) {
    shape = {ShapeKind::kSession, "session " + url.HostPort() + "?" + session->first,
             session->first};
  } else if (IsCalendar(parts, url.Path(), words)) {
    shape = {ShapeKind::kCalendar,
             "calendar " + url.HostPort() + MaskedPath(parts.segments, parts.segments.size()), ""};
  } else if (parts.parameters.size() > 1) {
    shape = {ShapeKind::kFacets, "facets " + first, ""};
  } else if (IsPaging(parts, words)) {
    shape = {ShapeKind::kPaging,
             "paging " + url.HostPort() + MaskedPath(parts.segments, parts.segments.size()), ""};
  } else if (parts.segments.size() >= kDeep) {
    shape = {ShapeKind::kDeep, "deep " + first, ""};
  } else {
    shape.key = parts.segments.size() < 2 ? url.HostPort() + "/" : first;
  }
  return shape;
}

}  // namespace klikpad
