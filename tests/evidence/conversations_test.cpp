// Who answered whom, and how fast.

#include <doctest/doctest.h>

#include "evidence/timeline_writer.h"

namespace klikpad {
namespace {

// One letter a message: 'o' ours, 'q' a customer who asks, 't' a customer who asks nothing.
struct Line {
  char who;
  int minute;
  std::uint32_t answers = 0;  // row, 0: none
};

std::vector<ThreadMessage> Messages(const std::vector<Line>& lines) {
  std::vector<ThreadMessage> messages;
  for (const Line& line : lines) {
    ThreadMessage message;
    message.at_s = line.minute * 60;
    message.parent = line.answers;
    message.is_ours = line.who == 'o';
    message.is_reply = line.answers > 0;
    message.asks = line.who == 'q';
    messages.push_back(message);
  }
  return messages;
}

TEST_CASE("a conversation is asked by a customer and answered by the brand's first word after it") {
  struct Case {
    std::string name;
    std::vector<Line> lines;
    std::string found;  // "asked>answer", in order
  };
  const std::vector<Case> cases = {
      {"question and answer", {{'q', 0}, {'o', 5, 1}}, "1>2"},
      {"unanswered", {{'q', 0}}, "1>0"},
      {"the second answer is no response", {{'q', 0}, {'o', 5, 1}, {'o', 9, 1}}, "1>2"},
      {"a follow-up belongs to it", {{'q', 0}, {'o', 5, 1}, {'q', 7, 2}, {'o', 9, 3}}, "1>2"},
      {"asks again before the answer", {{'q', 0}, {'q', 4, 1}, {'o', 9, 2}}, "1>3"},
      {"talk that asks nothing", {{'t', 0}, {'o', 5, 1}}, ""},
      {"talk, then a question", {{'t', 0}, {'q', 2, 1}, {'o', 5, 2}}, "2>3"},
      {"a question under our post", {{'o', 0}, {'q', 3, 1}, {'o', 8, 2}}, "2>3"},
      {"two customers under our post",
       {{'o', 0}, {'q', 3, 1}, {'q', 4, 1}, {'o', 8, 3}},
       "2>0 3>4"},
      {"we answer ourselves", {{'o', 0}, {'o', 3, 1}, {'q', 5, 2}}, "3>0"},
      {"the file is in reverse", {{'o', 5, 2}, {'q', 0}}, "2>1"},
      {"an answer before its question", {{'q', 9}, {'o', 5, 1}}, "1>0"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    auto messages = Messages(c.lines);
    std::string found;
    for (const Conversation& thread : FindConversations(messages)) {
      found += (found.empty() ? "" : " ") + std::to_string(thread.asked) + ">" +
               std::to_string(thread.answer);
    }
    CHECK(found == c.found);
  }
}

TEST_CASE("answers that answer each other close no loop") {
  auto messages = Messages({{'q', 5, 2}, {'q', 5, 1}, {'q', 1, 3}});
  CHECK(FindConversations(messages).size() == 2);
}

TEST_CASE("percentiles are observed values, by nearest rank") {
  std::vector<AnsweredQuestion> questions;
  for (int i = 1; i <= 10; ++i) {
    AnsweredQuestion question;
    question.seconds = i * 600;
    question.weekday = i <= 5 ? 1 : 7;
    question.minute = 60 * i;
    question.hours = i <= 3 ? WithinHours::kInside : WithinHours::kOutside;
    questions.push_back(question);
  }
  questions.push_back({0, 7, 0, WithinHours::kOutside, -1});
  const auto times = MeasureAnswers(questions, {"twitter"});
  REQUIRE(!times.empty());
  CHECK(times[0].kind == "all");
  CHECK(times[0].conversations == 11);
  CHECK(times[0].answered == 10);
  CHECK(times[0].within_hour == 6);
  CHECK(times[0].within_day == 10);
  CHECK(times[0].median_s == 3000);
  CHECK(times[0].p90_s == 5400);
  const auto of = [&](const std::string& kind, const std::string& name) {
    for (const AnswerTimes& t : times) {
      if (t.kind == kind && t.name == name) return t;
    }
    return AnswerTimes{};
  };
  CHECK(of("weekday", "1").conversations == 5);
  CHECK(of("weekday", "1").median_s == 1800);
  CHECK(of("hours", "inside").conversations == 3);
  CHECK(of("hour", "4").conversations == 1);
  CHECK(of("channel", "twitter").conversations == 0);  // one channel is all
}

}  // namespace
}  // namespace klikpad
