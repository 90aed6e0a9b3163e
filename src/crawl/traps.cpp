// Credit of shapes.

#include "crawl/traps.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/url_clean.h"

namespace klikpad {
namespace {

constexpr int kMostPromised = 200;
constexpr std::size_t kMostHashes = 2'000'000;  // beyond it everything counts as new
constexpr std::size_t kMostNotes = 20;
constexpr std::size_t kLeastNewText = 20;
constexpr int kSameForSession = 3;
constexpr std::size_t kMostSessionPages = 10'000;

struct Credit {
  int start = 0;     // pages
  int for_each = 0;  // more, for each page that was worth it
  int dull = 0;      // pages in a row that were not, which close the shape
};

Credit CreditOf(ShapeKind kind) {
  switch (kind) {
    case ShapeKind::kPlain:
      return {0, 0, 150};
    case ShapeKind::kCalendar:
    case ShapeKind::kPaging:
      return {40, 4, 30};
    default:
      return {80, 4, 60};
  }
}

bool IsHopeless(ShapeKind kind) {
  return kind == ShapeKind::kRepeating || kind == ShapeKind::kLong;
}

const char* WhyOf(ShapeKind kind) {
  switch (kind) {
    case ShapeKind::kRepeating:
      return "a path that repeats itself";
    case ShapeKind::kLong:
      return "ever longer addresses";
    case ShapeKind::kCalendar:
      return "a calendar without end";
    case ShapeKind::kPaging:
      return "a list without end";
    case ShapeKind::kFacets:
      return "combinations of filters";
    case ShapeKind::kDeep:
      return "filters in the path";
    case ShapeKind::kSession:
      return "the same pages under session numbers";
    case ShapeKind::kPlain:
      break;
  }
  return "the same text each time";
}

}  // namespace

Traps::Verdict Traps::Admit(const Url& url, const std::function<bool()>& promises_contact) {
  const AddressShape address = ShapeOf(url, words_);
  if (IsHopeless(address.kind)) return Verdict::kTrap;
  Shape& shape = shapes_[address.key];
  shape.kind = address.kind;
  const Credit credit = CreditOf(shape.kind);
  const bool has_credit =
      !may_wait_ || shape.kind == ShapeKind::kPlain ||
      shape.admitted < credit.start + credit.for_each * shape.worthy + shape.failed;
  if (!shape.is_closed && has_credit) {
    ++shape.admitted;
    return Verdict::kNow;
  }
  const bool promises = promises_contact();
  if (promises && shape.promised < kMostPromised) {
    ++shape.promised;
    return Verdict::kNow;
  }
  if (!shape.is_closed) return Verdict::kLater;
  return promises ? Verdict::kLimit : Verdict::kTrap;
}

bool Traps::IsClosed(const Url& url) const {
  const AddressShape address = ShapeOf(url, words_);
  const auto shape = shapes_.find(address.key);
  return shape != shapes_.end() && shape->second.is_closed;
}

std::string Traps::Reason(const Url& url) const { return WhyOf(ShapeOf(url, words_).kind); }

void Traps::LeftOut(const Url& url, const std::string& why) {
  Left& left = left_[ShapeOf(url, words_).key + " " + why];
  if (left.count++ == 0) {
    left.example = url.WithoutFragment();
    left.why = why;
  }
}

void Traps::CountNew(const std::string& from, const Url& url, NewLinks& links) const {
  const AddressShape shape = ShapeOf(url, words_);
  if (shape.key == from) {
    ++links.own;
  } else if (shape.kind == ShapeKind::kPlain) {
    ++links.onward;
  }
}

bool Traps::IsNew(Shape& shape, const PagePrint& print) {
  if (hashes_ >= kMostHashes) return true;
  if (shape.kind == ShapeKind::kPlain) {
    const bool is_new = shape.seen.insert(print.whole).second;
    hashes_ += is_new ? 1 : 0;
    return is_new;
  }
  std::size_t fresh = 0;
  for (const auto& [hash, bytes] : print.blocks) {
    if (!shape.seen.insert(hash).second) continue;
    ++hashes_;
    fresh += bytes;
  }
  return fresh >= std::max(kLeastNewText, print.body_bytes / 10);
}

void Traps::Learn(const Url& url, const PagePrint& print, const NewLinks& links) {
  const AddressShape address = ShapeOf(url, words_);
  if (IsHopeless(address.kind)) return;
  Shape& shape = shapes_[address.key];
  shape.kind = address.kind;
  const bool is_new = IsNew(shape, print) || links.onward > 0;
  if (is_new) shape.dull = 0;
  if (is_new || links.own == 0) {
    ++shape.worthy;
  } else {
    ++shape.dull;
  }
  if (shape.dull >= CreditOf(shape.kind).dull) shape.is_closed = true;
  if (address.kind == ShapeKind::kSession) LearnSession(url, address, print);
}

void Traps::LearnFailure(const Url& url) { ++shapes_[ShapeOf(url, words_).key].failed; }

void Traps::LearnSession(const Url& url, const AddressShape& address, const PagePrint& print) {
  Session& session = session_names_[address.parameter];
  if (session.pages.size() >= kMostSessionPages) return;
  const std::string page = StripTracking(url, {address.parameter}).WithoutFragment();
  const std::string value = url.QueryValue(address.parameter).value_or("");
  const auto [place, is_first] = session.pages.try_emplace(page, value, print.whole);
  if (is_first || place->second.first == value) return;
  ++(place->second.second == print.whole ? session.same : session.other);
  const bool is_known =
      std::find(sessions_.begin(), sessions_.end(), address.parameter) != sessions_.end();
  if (!is_known && session.same >= kSameForSession && session.other == 0) {
    sessions_.push_back(address.parameter);
  }
}

std::vector<std::string> Traps::Notes() const {
  std::vector<std::string> notes;
  int more = 0;
  for (const auto& [key, left] : left_) {
    if (notes.size() == kMostNotes) {
      more += left.count;
      continue;
    }
    notes.push_back(left.count == 1 ? fmt::format("{} was left out: {}", left.example, left.why)
                                    : fmt::format("{} addresses such as {} were left out: {}",
                                                  left.count, left.example, left.why));
  }
  if (more > 0)
    notes.push_back(fmt::format("{} further addresses of other kinds were left out", more));
  return notes;
}

}  // namespace klikpad
