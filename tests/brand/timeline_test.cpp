// Timelines from each format to messages: what is read, what is counted, and that nothing is
// dropped in silence.

#include "brand/timeline.h"

#include <doctest/doctest.h>

#include <map>
#include <sstream>

#include "base/civil_time.h"
#include "base/text.h"
#include "brand/masking.h"
#include "brand/message_time.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

const Rules& Known() {
  static const Rules rules = [] {
    auto loaded = LoadRules(std::string(KLIKPAD_ROOT) + "/rules");
    REQUIRE_MESSAGE(loaded.has_value(), (loaded ? "" : loaded.error().Text()));
    return std::move(*loaded);
  }();
  return rules;
}

struct Read {
  std::vector<Message> messages;
  TimelineCounts counts;
  std::string error;
};

using Files = std::map<std::string, std::string>;

Read ReadFiles(const Files& files, TimelineSource source, const std::string& country = "NL",
               TimelineOptions options = {}) {
  const OpenFile open = [files](const std::string& path) -> std::unique_ptr<std::istream> {
    const auto it = files.find(path);
    if (it == files.end()) return nullptr;
    return std::make_unique<std::istringstream>(it->second);
  };
  Brand brand;
  brand.country = country;
  Read read;
  const MessageFeed feed = MakeTimelineFeed({source}, brand, Known(), open, options);
  auto counts = feed([&](const Message& message) { read.messages.push_back(message); });
  if (counts) {
    read.counts = std::move(*counts);
  } else {
    read.error = counts.error().Text();
  }
  return read;
}

TimelineSource Csv(const std::string& account = "bank") {
  TimelineSource source;
  source.file = "t.csv";
  source.accounts = {account};
  return source;
}

Read ReadCsvText(const std::string& text, TimelineSource source = Csv()) {
  return ReadFiles({{source.file, text}}, source);
}

TEST_CASE("CSV after RFC 4180: quotes, doubled quotes, line breaks, delimiters, byte order mark") {
  struct Case {
    std::string name, text;
    std::vector<std::string> texts;
    std::int64_t bad = 0;
  };
  const std::string row = "2013-04-09 10:30,bank,";
  const std::vector<Case> cases = {
      {"plain", "time,author,text\n" + row + "hallo\n", {"hallo"}},
      {"no last line break", "time,author,text\n" + row + "hallo", {"hallo"}},
      {"CRLF", "time,author,text\r\n" + row + "hallo\r\n", {"hallo"}},
      {"comma in quotes", "time,author,text\n" + row + "\"a, b\"\n", {"a, b"}},
      {"doubled quotes", "time,author,text\n" + row + "\"zeg \"\"ja\"\"\"\n", {"zeg \"ja\""}},
      {"line break in quotes", "time,author,text\n" + row + "\"een\ntwee\"\n", {"een twee"}},
      {"semicolons", "time;author;text\n2013-04-09 10:30;bank;a, b\n", {"a, b"}},
      {"tabs", "time\tauthor\ttext\n2013-04-09 10:30\tbank\ta, b\n", {"a, b"}},
      {"Excel's hint", "sep=;\ntime;author;text\n2013-04-09 10:30;bank;x\n", {"x"}},
      {"byte order mark", "\xEF\xBB\xBFtime,author,text\n" + row + "x\n", {"x"}},
      {"Dutch names", "Tijdstip,Van,Bericht\n" + row + "x\n", {"x"}},
      {"blank lines", "time,author,text\n\n" + row + "x\n\n", {"x"}},
      {"too few columns", "time,author,text\n2013-04-09 10:30,bank\n" + row + "x\n", {"x"}, 1},
      {"text behind a quote", "time,author,text\n" + row + "\"a\" b\n" + row + "x\n", {"x"}, 1},
      {"a quote left open", "time,author,text\n" + row + "\"a\n" + row + "x\n", {}, 2},
      {"no time", "time,author,text\n,bank,a\n" + row + "x\n", {"x"}, 1},
      {"no author", "time,author,text\n2013-04-09 10:30,,a\n" + row + "x\n", {"x"}, 1},
      {"no text", "time,author,text\n2013-04-09 10:30,bank,\n" + row + "x\n", {"x"}, 1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Read read = ReadCsvText(c.text);
    CHECK(read.error == "");
    std::vector<std::string> texts;
    for (const Message& message : read.messages) texts.push_back(message.text);
    CHECK(Join(texts, "|") == Join(c.texts, "|"));
    CHECK(read.counts.bad == c.bad);
    CHECK(read.counts.rows == static_cast<std::int64_t>(c.texts.size()) + c.bad);
  }
}

TEST_CASE("bad rows are named by their line, all are counted and the first are told") {
  std::string text = "time,author,text\n2013-04-09 10:30,bank,\"twee\nregels\"\n";
  for (int i = 0; i < 50; ++i) text += "gisteren,bank,x\n";
  const Read read = ReadCsvText(text);
  CHECK(read.counts.bad == 50);
  REQUIRE(read.counts.bad_rows.size() == 20);
  CHECK(read.counts.bad_rows[0].line == 4);
  CHECK(read.counts.bad_rows[0].file == "t.csv");
  CHECK(read.counts.bad_rows[0].why == "'gisteren' is no time");
}

TEST_CASE("a quote that never closes takes a bounded part of the file, not the rest of it") {
  std::string text = "time,author,text\n2013-04-09 10:30,bank,\"open\n";
  const std::string row = "2013-04-09 10:31,bank,gewoon bericht nummer\n";
  for (int i = 0; i < 5000; ++i) text += row;
  const Read read = ReadCsvText(text);
  CHECK(read.messages.size() > 2000);
  CHECK(read.counts.bad > 1000);
  CHECK(read.counts.rows == 5001);
}

TEST_CASE("a header without a needed column is an error that names the columns there are") {
  struct Case {
    std::string name, header, says;
  };
  const std::vector<Case> cases = {
      {"no time", "author,text", "the time"},  {"no text", "time,author", "the text"},
      {"no author", "time,text", "who wrote"}, {"empty", "", "is empty"},
      {"UTF-16", "\xFF\xFEt", "UTF-16"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Read read = ReadCsvText(c.header);
    CHECK_MESSAGE(read.error.find(c.says) != std::string::npos, read.error);
  }
  TimelineSource source = Csv();
  source.columns = {{"text", "Bericth"}};
  const Read read = ReadCsvText("time,author,Bericht\n", source);
  CHECK_MESSAGE(read.error.find("did you mean 'Bericht'") != std::string::npos, read.error);
}

TEST_CASE("times of exports are read by the zone that is known, or refused") {
  struct Case {
    std::string name, text, country, iso;
    DateOrder order = DateOrder::kNone;
  };
  const std::vector<Case> cases = {
      {"offset", "2013-04-09T10:30:00+02:00", "", "2013-04-09T08:30:00Z"},
      {"zone of the country", "2013-04-09 10:30", "NL", "2013-04-09T08:30:00Z"},
      {"winter", "2013-01-09 10:30:05", "NL", "2013-01-09T09:30:05Z"},
      {"zones that agree", "2013-04-09 10:30", "DE", "2013-04-09T08:30:00Z"},
      {"no zone", "2013-04-09 10:30", "", ""},
      {"zones that differ", "2013-04-09 10:30", "US", ""},
      {"X", "Tue Apr 09 08:30:00 +0000 2013", "", "2013-04-09T08:30:00Z"},
      {"mail", "Tue, 9 Apr 2013 10:30:00 +0200", "", "2013-04-09T08:30:00Z"},
      {"seconds", "1365496200", "", "2013-04-09T08:30:00Z"},
      {"milliseconds", "1365496200123", "", "2013-04-09T08:30:00Z"},
      {"Dutch", "9-4-2013 10:30", "NL", "2013-04-09T08:30:00Z", DateOrder::kDayFirst},
      {"American", "4/9/2013 10:30 PM", "NL", "2013-04-09T20:30:00Z", DateOrder::kMonthFirst},
      {"midnight of the Americans", "4/9/2013 12:05 AM", "NL", "2013-04-08T22:05:00Z",
       DateOrder::kMonthFirst},
      {"order unknown", "9-4-2013 10:30", "NL", ""},
      {"zone behind a space", "2013-04-09 10:30:00 +0200", "", "2013-04-09T08:30:00Z"},
      {"UTC by name", "2013-04-09 08:30:00 UTC", "", "2013-04-09T08:30:00Z"},
      {"summer time by name", "2013-04-09 10:30 (CEST)", "", "2013-04-09T08:30:00Z"},
      {"hours from Greenwich", "2013-04-09 10:30:00 GMT+2", "", "2013-04-09T08:30:00Z"},
      {"and west of it", "2013-04-09 03:30:00 UTC-05:00", "", "2013-04-09T08:30:00Z"},
      {"strokes", "2013/04/09 10:30", "NL", "2013-04-09T08:30:00Z"},
      {"basic form", "20130409T083000Z", "", "2013-04-09T08:30:00Z"},
      {"parts of a second", "2013-04-09 10:30:00,123", "NL", "2013-04-09T08:30:00Z"},
      {"Dutch words", "dinsdag 9 april 2013 om 10:30 uur", "NL", "2013-04-09T08:30:00Z"},
      {"Dutch, cut", "9 mrt. 2013 - 10:30", "NL", "2013-03-09T09:30:00Z"},
      {"Dutch clock", "9 mei 2013 10.30 uur", "NL", "2013-05-09T08:30:00Z"},
      {"English words", "April 9, 2013 10:30 PM", "NL", "2013-04-09T20:30:00Z"},
      {"English, cut", "Apr 9, 2013, 12:05 a.m.", "NL", "2013-04-08T22:05:00Z"},
      {"a month between strokes", "09-Apr-2013 10:30:15", "NL", "2013-04-09T08:30:15Z"},
      {"seconds with parts", "1365496200.25", "", "2013-04-09T08:30:00Z"},
      {"a spreadsheet's days", "41373.4375", "NL", "2013-04-09T08:30:00Z"},
      {"with a comma", "41373,4375", "NL", "2013-04-09T08:30:00Z"},
      {"a spreadsheet's day alone", "41373", "NL", ""},
      {"two digits of a year", "9-4-13 10:30", "NL", "2013-04-09T08:30:00Z", DateOrder::kDayFirst},
      {"points", "09.04.2013 10:30", "NL", "2013-04-09T08:30:00Z", DateOrder::kDayFirst},
      {"half past thirteen", "4/9/2013 13:30 PM", "NL", "", DateOrder::kMonthFirst},
      {"two zones", "2013-04-09 10:30 UTC CET", "", ""},
      {"two clocks", "2013-04-09 10:30 11:30", "NL", ""},
      {"a zone that is none", "2013-04-09 10:30 XYZ", "NL", ""},
      {"no month", "9 foo 2013 10:30", "NL", ""},
      {"date alone", "2013-04-09", "NL", ""},
      {"no such day", "2013-02-29 10:30", "NL", ""},
      {"words", "net", "NL", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Brand brand;
    brand.country = c.country;
    TimelineSource source;
    source.dates = c.order;
    const auto time = MessageClock(brand, source).Read(c.text);
    CHECK((time ? FormatIsoTime(time->seconds) : "") == c.iso);
  }
}

TEST_CASE("a file whose dates settle their own order is read by it, others are refused") {
  const auto times = [](const std::string& rows) {
    const Read read = ReadCsvText("time,author,text\n" + rows);
    std::string told = std::to_string(read.counts.bad) + " bad";
    for (const Message& message : read.messages) told += " " + FormatIsoTime(message.at_s);
    return told;
  };
  CHECK(times("9-4-2013 10:30,bank,x\n27-4-2013 10:30,bank,y\n") ==
        "0 bad 2013-04-09T08:30:00Z 2013-04-27T08:30:00Z");
  CHECK(times("4/9/2013 10:30 AM,bank,x\n4/27/2013 10:30 AM,bank,y\n") ==
        "0 bad 2013-04-09T08:30:00Z 2013-04-27T08:30:00Z");
  CHECK(times("9-4-2013 10:30,bank,x\n27-4-2013 10:30,bank,y\n4-27-2013 10:30,bank,z\n") ==
        "1 bad 2013-04-09T08:30:00Z 2013-04-27T08:30:00Z");
  CHECK(times("9-4-2013 10:30,bank,x\n10-4-2013 10:30,bank,y\n") == "2 bad");
}

TEST_CASE("local times that come twice or never are read, and counted") {
  const Read read = ReadCsvText(
      "time,author,text\n2013-10-27 02:30,bank,x\n2013-03-31 02:30,bank,y\n2013-04-09 "
      "10:00,bank,z\n");
  REQUIRE(read.messages.size() == 3);
  CHECK(read.counts.ambiguous_times == 1);
  CHECK(read.counts.skipped_times == 1);
  CHECK(FormatIsoTime(read.messages[0].at_s) == "2013-10-27T00:30:00Z");
  CHECK(FormatIsoTime(read.messages[1].at_s) == "2013-03-31T01:30:00Z");
  CHECK(Join(read.counts.zones, ",") == "Europe/Amsterdam");
}

TEST_CASE("who wrote it: the account, a column of directions, or the archive itself") {
  const Read accounts = ReadCsvText(
      "time,author,text,id,reply_to\n2013-04-09 10:30,@Bank,x,1,\n2013-04-09 10:31,jan,y,2,1\n");
  REQUIRE(accounts.messages.size() == 2);
  CHECK(accounts.messages[0].is_ours);
  CHECK_FALSE(accounts.messages[1].is_ours);
  CHECK(accounts.messages[1].answers == accounts.messages[0].key);
  const Read directions = ReadCsvText(
      "time,direction,text\n2013-04-09 10:30,Outbound,x\n2013-04-09 10:31,klant,y\n2013-04-09 "
      "10:31,opzij,y\n");
  REQUIRE(directions.messages.size() == 2);
  CHECK(directions.messages[0].is_ours);
  CHECK_FALSE(directions.messages[1].is_ours);
  CHECK(directions.counts.bad == 1);
}

TEST_CASE("channels are named in many ways; a word for none makes the row unreadable") {
  const Read read = ReadCsvText(
      "time,author,text,channel\n2013-04-09 10:30,bank,a,X\n2013-04-09 10:31,bank,b,Facebook "
      "Messenger\n2013-04-09 10:32,bank,c,instagram\n2013-04-09 10:33,bank,d,\n2013-04-09 "
      "10:34,bank,e,rooksignaal\n");
  std::vector<std::string> channels;
  for (const Message& message : read.messages) channels.push_back(message.channel);
  CHECK(Join(channels, ",") == "twitter,messenger,instagram,twitter");
  REQUIRE(read.counts.bad == 1);
  CHECK(read.counts.bad_rows[0].why == "channel 'rooksignaal' is unknown");
}

TEST_CASE("an answer of the brand begins with whom it answers where the file does not say") {
  const Read read = ReadCsvText(
      "time,author,text\n2013-04-09 10:30,bank,@jan gefeliciteerd!\n2013-04-09 10:31,bank,@bank "
      "bestaat tien jaar\n2013-04-09 10:32,jan,@bank dank\n2013-04-09 10:33,bank,Nieuw!\n");
  REQUIRE(read.messages.size() == 4);
  CHECK(read.messages[0].is_reply);
  CHECK_FALSE(read.messages[1].is_reply);
  CHECK_FALSE(read.messages[2].is_reply);
  CHECK_FALSE(read.messages[3].is_reply);
}

TEST_CASE("JSON Lines and JSON arrays") {
  TimelineSource source = Csv();
  source.file = "t.jsonl";
  const Read lines = ReadFiles(
      {{"t.jsonl",
        "{\"time\":\"2013-04-09T10:30:00Z\",\"user\":{\"screen_name\":\"bank\"},\"text\":\"x\"}\n"
        "{\"time\":\"2013-04-09T10:30:00Z\"\n[1]\n\n{\"a\":1}\n"
        "{\"Created-At\":\"2013-04-09T10:31:00Z\",\"author\":\"jan\",\"message\":\"y\",\"id\":7}"}},
      source);
  REQUIRE(lines.messages.size() == 2);
  CHECK(lines.messages[0].is_ours);
  CHECK(lines.counts.bad == 3);
  CHECK(lines.counts.bad_rows[0].line == 2);
  CHECK(lines.counts.bad_rows[1].why == "is no JSON object");
  CHECK(lines.messages[1].key != 0);

  source.file = "t.json";
  source.columns = {{"author", "van.naam"}};
  const Read array = ReadFiles(
      {{"t.json",
        "[\n{\"time\":\"2013-04-09T10:30:00Z\",\"van\":{\"naam\":\"bank\"},\"text\":\"}]\\\"\"},\n"
        "{\"time\":\"2013-04-09T10:30:00Z\","}},
      source);
  REQUIRE(array.messages.size() == 1);
  CHECK(array.messages[0].text == "}]\"");
  CHECK(array.counts.bad == 1);
}

TEST_CASE("the X archive: all its parts, the account from account.js, entities decoded") {
  const TempDir dir;
  const std::string tweets =
      "window.YTD.tweets.part0 = [ {\n \"tweet\" : { \"id_str\" : \"11\", \"created_at\" : \"Tue "
      "Apr "
      "09 08:30:00 +0000 2013\", \"full_text\" : \"R&amp;D: &lt;nieuw&gt;\" } }, {\n \"tweet\" : { "
      "\"id_str\" : \"12\", \"in_reply_to_status_id_str\" : \"9\", \"in_reply_to_screen_name\" : "
      "\"jan\", \"created_at\" : \"Tue Apr 09 08:31:00 +0000 2013\", \"full_text\" : \"@jan @bank "
      "ok\" "
      "} } ]";
  const std::string more =
      "window.YTD.tweets.part1 = [ { \"tweet\" : { \"id_str\" : \"13\", "
      "\"in_reply_to_screen_name\" : "
      "\"jan\", \"created_at\" : \"Tue Apr 09 08:32:00 +0000 2013\", \"full_text\" : \"@jan weg\" "
      "} } ]";
  dir.Write("tweets.js", tweets);
  dir.Write("tweets-part1.js", more);
  TimelineSource source;
  source.file = dir / "tweets.js";
  const Read read =
      ReadFiles({{dir / "tweets.js", tweets},
                 {dir / "tweets-part1.js", more},
                 {dir / "account.js",
                  "window.YTD.account.part0 = [ { \"account\" : { \"username\" : \"Bank\" } } ]"}},
                source, "");
  REQUIRE(read.messages.size() == 3);
  CHECK(read.messages[0].text == "R&D: <nieuw>");
  CHECK(read.messages[0].is_ours);
  CHECK_FALSE(read.messages[0].is_reply);
  CHECK(read.messages[1].is_reply);
  CHECK(read.messages[1].text == "@\xE2\x80\xA6 @bank ok");
  CHECK(read.messages[2].is_reply);
  CHECK(Join(read.counts.files, ",") == "tweets.js,tweets-part1.js");
}

TEST_CASE("people are numbered and masked, unless names shall be kept") {
  const std::string text =
      "time,author,text\n2013-04-09 10:30,jan_d,@bank mijn nummer is 06-12345678 en jan@d.example\n"
      "2013-04-09 10:31,piet,@jan_d bij mij ook\n2013-04-09 10:32,JAN_D,@bank hallo?\n"
      "2013-04-09 10:33,bank,@jan_d bel 020 555 01 00\n";
  const Read masked = ReadCsvText(text);
  REQUIRE(masked.messages.size() == 4);
  CHECK(masked.messages[0].account == "person 1");
  CHECK(masked.messages[0].text ==
        "@bank mijn nummer is #\xE2\x80\xA6 en \xE2\x80\xA6@\xE2\x80\xA6");
  CHECK(masked.messages[1].account == "person 2");
  CHECK(masked.messages[1].text == "@\xE2\x80\xA6 bij mij ook");
  CHECK(masked.messages[2].account == "person 1");
  CHECK(masked.messages[3].account == "bank");
  CHECK(masked.messages[3].text == "@\xE2\x80\xA6 bel 020 555 01 00");
  for (const Message& message : masked.messages) {
    for (const MessageTrait& trait : message.classes.traits) {
      CHECK_MESSAGE(trait.quote.find("jan") == std::string::npos, trait.quote);
    }
  }
  TimelineOptions options;
  options.keep_authors = true;
  const Read kept = ReadFiles({{"t.csv", text}}, Csv(), "NL", options);
  CHECK(kept.messages[0].account == "jan_d");
  CHECK(kept.messages[1].text == "@jan_d bij mij ook");
}

TEST_CASE("masking finds names and leaves the rest alone") {
  struct Case {
    std::string name, text, masked;
  };
  const std::string dots = "\xE2\x80\xA6";
  const std::vector<Case> cases = {
      {"handle", "hoi @jan!", "hoi @" + dots + "!"},
      {"own", "hoi @bank!", "hoi @bank!"},
      {"fediverse", "@jan@mastodon.example hoi", "@" + dots + " hoi"},
      {"e-mail", "mail jan.d+x@d.example nu", "mail " + dots + "@" + dots + " nu"},
      {"lone sign", "5 @ 3", "5 @ 3"},
      {"profile", "zie https://twitter.com/jan/status/12 ja",
       "zie https://twitter.com/" + dots + " ja"},
      {"other address", "zie https://bank.example/jan", "zie https://bank.example/jan"},
      {"phone", "bel 06 12 34 56 78 terug", "bel #" + dots + " terug"},
      {"account number", "NL12BANK 0123456789 x", "NL12BANK #" + dots + " x"},
      {"price and time", "om 10.30 uur 1250 euro", "om 10.30 uur 1250 euro"},
      {"empty", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(MaskPeople(
              c.text, [](std::string_view name) { return name == "bank"; }, true) == c.masked);
  }
}

TEST_CASE("hostile rows are bounded and repaired") {
  std::string text = "time,author,text\n2013-04-09 10:30,bank,a\xFF\xC0z\n2013-04-09 10:30,bank,";
  text += std::string(200'000, 'x') + "\n2013-04-09 10:30,bank,\n";
  const Read read = ReadCsvText(text);
  REQUIRE(read.messages.size() == 2);
  CHECK(IsValidUtf8(read.messages[0].text));
  CHECK(read.counts.repaired_texts == 1);
  CHECK(read.counts.cut_texts == 1);
  CHECK(read.messages[1].text.size() == 4000);
  TimelineOptions options;
  options.max_rows = 1;
  const Read cut = ReadFiles({{"t.csv", text}}, Csv(), "NL", options);
  CHECK(cut.messages.size() == 1);
  CHECK(cut.counts.hit_limit);
}

TEST_CASE("a timeline of which no row can be read is said before anything is fetched") {
  TimelineSource source = Csv();
  const OpenFile open = [](const std::string& path) -> std::unique_ptr<std::istream> {
    if (path != "t.csv") return nullptr;
    return std::make_unique<std::istringstream>("time,author,text\n2013-04-09 10:30,bank,x\n");
  };
  const auto checked = CheckTimeline({source}, Brand{}, Known(), open);
  REQUIRE_FALSE(checked.has_value());
  CHECK(checked.error().Text().find("t.csv:2") == 0);
  CHECK(checked.error().Text().find("zone: Europe/Amsterdam") != std::string::npos);
  source.zone = "Europe/Amsterdam";
  CHECK(CheckTimeline({source}, Brand{}, Known(), open).has_value());
}

}  // namespace
}  // namespace klikpad
