// The reader behind MarkHours, in three files: words in lexer.cpp, numbers in
// numbers.cpp, times in words in worded_times.cpp.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "find/hours/lexer.h"

namespace klikpad {

class HoursMarker {
 public:
  // `words` are those of the text (SplitWordsAndNumbers).
  HoursMarker(std::string_view text, std::vector<TextWord> words, const HoursLexicon& lexicon);
  std::vector<HoursMarked> Run();

 private:
  // The phrase that begins at that byte, null when there is none.
  const PhraseSet::Hit* HitAt(std::size_t at) const;
  HoursMarked& Push(HoursMark mark, std::size_t length);
  bool EndsSentence() const;
  void ReadSymbol();
  void ReadWord(const TextWord& word);
  // What is left of a word of which a number took the beginning: "9uur", "8am-5pm" is none.
  void ReadInsideWord(const TextWord& word);
  HoursKind KindOf(const PhraseSet::Hit& hit) const;
  bool ReadPhrase(const PhraseSet::Hit& hit);
  HoursMarked& PushDays(std::size_t length, DayMask days);

  bool IsAfterMoney() const;
  void ReadNumber(const TextWord& word);
  // "vijf uur", "five pm": "uur" counts hours as often as it names one, am and pm do not.
  void ReadSpelled(std::size_t length, int hour);
  // am, pm, noon or a time mark after a number, which belong to it.
  void ReadAfterTime();
  // "tot 10 uur 's avonds", but not "tot 10 uur 's avonds gesloten".
  void ReadHalfOfDay();
  // "12 h 30": minutes apart from their hour.
  void ReadSplitMinutes();
  // "9 april", "April 9", "1 januari 2014", "12-05-2014" are dates, and a weekday before one is
  // part of it.
  bool ReadDate();
  void PushDate(int month, int day, int last_day, std::size_t end);
  // A number that is no time, with the digits that belong to it: phone numbers, years, decimals.
  void PushLongNumber(const TextWord& word);
  bool PushNamedTime(const PhraseSet::Hit& hit, int minutes);
  // "half 9", "kwart over 8", "half past eight": the number after the phrase.
  bool ReadFraction(const PhraseSet::Hit& hit, int offset);
  // "April 9", "December 25 and 26".
  bool ReadMonthFirst(const PhraseSet::Hit& hit, int month);

  std::string_view text_;
  const HoursLexicon& lexicon_;
  std::vector<TextWord> words_;
  std::vector<PhraseSet::Hit> hits_;  // one a place, in order
  std::vector<HoursMarked> marks_;
  std::size_t at_ = 0;
};

// An abbreviation is a day only beside a day or a time: "do" is Thursday in "wo en do", not in
// "do not". The others become words.
void DropWeakDays(std::vector<HoursMarked>& marks);

}  // namespace klikpad
