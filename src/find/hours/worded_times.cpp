// Times in words in a text of opening hours: "half vijf", "five pm", "'s avonds".

#include <string_view>

#include "find/hours/marker.h"

namespace klikpad {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool HoursMarker::PushNamedTime(const PhraseSet::Hit& hit, int minutes) {
  HoursMarked& time = Push(HoursMark::kTime, hit.end - at_);
  time.minutes = minutes;
  time.is_marked = true;
  return true;
}

bool HoursMarker::ReadFraction(const PhraseSet::Hit& hit, int offset) {
  std::size_t next = hit.end;
  while (next < text_.size() && text_[next] == ' ') ++next;
  int hour = 0;
  std::size_t end = next;
  const PhraseSet::Hit* number = HitAt(next);
  if (number && KindOf(*number) == HoursKind::kNumber) {
    hour = lexicon_.words[static_cast<std::size_t>(number->id)].value;
    end = number->end;
  } else {
    while (end < text_.size() && IsDigit(text_[end]) && end - next < 2) {
      hour = hour * 10 + (text_[end++] - '0');
    }
  }
  if (hour < 1 || hour > 24) return false;
  HoursMarked& time = Push(HoursMark::kTime, end - at_);
  time.minutes = hour * 60 + offset;
  time.is_marked = true;
  ReadAfterTime();
  return true;
}

void HoursMarker::ReadSpelled(std::size_t length, int hour) {
  HoursMarked& time = Push(HoursMark::kTime, length);
  time.minutes = hour * 60;
  time.is_bare = true;
  ReadAfterTime();
  if (hour > 12 && !time.is_marked) time.mark = HoursMark::kWord;
  time.is_marked = time.is_marked && time.meridiem != Meridiem::kNone;
}

void HoursMarker::ReadHalfOfDay() {
  HoursMarked& time = marks_.back();
  std::size_t next = at_;
  while (next < text_.size() && text_[next] == ' ') ++next;
  for (const std::string_view apostrophe : {"'", "\u2019", "\u2018"}) {  // "'s avonds"
    if (text_.substr(next).starts_with(apostrophe)) next += apostrophe.size();
  }
  const PhraseSet::Hit* hit = HitAt(next);
  if (!hit || time.minutes >= 720) return;
  const HoursKind half = KindOf(*hit);
  if (half != HoursKind::kBeforeNoon && half != HoursKind::kAfterNoon) return;
  std::size_t behind = hit->end;
  while (behind < text_.size() && text_[behind] == ' ') ++behind;
  const PhraseSet::Hit* other = HitAt(behind);
  const bool goes_on =
      other && (KindOf(*other) == HoursKind::kRange || KindOf(*other) == HoursKind::kList);
  const bool ends = behind >= text_.size() ||
                    std::string_view(".,;)-\n").find(text_[behind]) != std::string_view::npos;
  if (!goes_on && !ends) return;
  time.meridiem = half == HoursKind::kAfterNoon ? Meridiem::kPm : Meridiem::kAm;
  at_ = hit->end;
  time.end = at_;
}

}  // namespace klikpad
