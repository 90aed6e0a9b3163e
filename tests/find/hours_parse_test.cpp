// Opening hours in words → OSM opening_hours: the phrases of rules/vocabulary/hours.yaml, and cases
// of our own.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "find/hours/parse.h"

namespace klikpad {
namespace {

const Vocabulary& Shipped() {
  static const Vocabulary kShipped = [] {
    auto vocabulary = LoadVocabulary(std::string(KLIKPAD_ROOT) + "/rules/vocabulary");
    REQUIRE_MESSAGE(vocabulary, vocabulary.error().Text());
    return *vocabulary;
  }();
  return kShipped;
}

TEST_CASE("every example of hours.yaml means what it says there") {
  CHECK(Shipped().HoursExamples().size() >= 89);
  for (const HoursExample& example : Shipped().HoursExamples()) {
    CAPTURE(example.place);
    CAPTURE(example.text);
    CHECK(ParseHours(example.text, example.lang, Shipped()).Text() == example.means);
  }
}

TEST_CASE("hours are read as people write them") {
  struct Case {
    std::string lang, text, means;
  };
  const std::vector<Case> cases{
      // Lists of days, line by line and in columns.
      {"nl",
       "Maandag 12:00 tot 16:00 Dinsdag 12:00 tot 16:00 Woensdag gesloten Zaterdag 10:00 tot 16:00",
       "Mo 12:00-16:00; Tu 12:00-16:00; We off; Sa 10:00-16:00"},
      {"nl", "ma 13:00 - 17:30 di 09:00 - 17:30 18:00 - 21:00 wo 09:00 - 17:30",
       "Mo 13:00-17:30; Tu 09:00-17:30,18:00-21:00; We 09:00-17:30"},
      {"nl",
       "Dinsdag t/m donderdag\nVrijdag\nZaterdag\nZondag en maandag\nvan 8.00 tot 18.00 uur\nvan "
       "8.00 tot 20.00 uur\nvan 9.00 tot 16.00 uur\ngesloten",
       "Tu-Th 08:00-18:00; Fr 08:00-20:00; Sa 09:00-16:00; Mo,Su off"},
      {"nl", "maandag: gesloten\ndinsdag t/m zondag: 17:00u - 23:00u", "Mo off; Tu-Su 17:00-23:00"},
      {"nl", "di t/m za: 10.00-12.00 uur en van 13.00-17.00 uur", "Tu-Sa 10:00-12:00,13:00-17:00"},
      {"nl", "Za/zo 08.00 – 13.00", "Sa,Su 08:00-13:00"},
      {"nl", "iedere werkdag geopend van 9.00 tot 17.00 uur en op woensdag tot 18.45 uur",
       "Mo,Tu,Th,Fr 09:00-17:00; We 09:00-18:45"},
      {"nl", "do 18-21 uur", "Th 18:00-21:00"},
      {"nl", "vrijdag en zaterdag van 20.00 tot 02.00 uur", "Fr,Sa 20:00-26:00"},
      {"nl", "van 8u30 tot 12u en van 13u tot 17u", "08:30-12:00,13:00-17:00"},
      {"nl", "zaterdag t/m maandag 10-16 uur", "Mo,Sa,Su 10:00-16:00"},
      {"nl", "tussen 09.30 en 16.30 uur op werkdagen", "Mo-Fr 09:30-16:30"},
      {"nl", "24 uur per dag van maandag t/m vrijdag", "Mo-Fr 00:00-24:00"},
      {"nl", "ma-vr 9-17 uur, behalve op feestdagen", "Mo-Fr 09:00-17:00; PH off"},
      {"nl", "Ma t/m vr 9.00-17.30 uur; do 19.00-21.00 uur", "Mo-Fr 09:00-17:30; Th 19:00-21:00"},
      {"nl", "10.00 tot 20.00 uur maandag t/m zaterdag: 10.00 tot 17.30 uur zondag:",
       "Mo-Sa 10:00-20:00; Su 10:00-17:30"},
      {"nl", "Maandag, \u00C2 van\u00C2 08.00 \u00C2 tot \u00C2 17.00", "Mo 08:00-17:00"},
      {"nl", "Di t/m za: 10:00u - 17:00u Lunchpauze: 12:00u - 13:00u",
       "Tu-Sa 10:00-12:00,13:00-17:00"},
      {"nl", "10.00 tot 17.30 uurmaandag t/m zondag", "Mo-Su 10:00-17:30"},
      {"en", "Monday:7:30am - 5:30pmTuesday: 7:30am - 5:30pmSaturday: Closed",
       "Mo 07:30-17:30; Tu 07:30-17:30; Sa off"},
      {"nl", "Maandag19:00 - 21:00\nDinsdag09:00-11:30uur", "Mo 19:00-21:00; Tu 09:00-11:30"},
      {"nl", "ma\n13:00\n-\n17:30\ndi\n09:00\n-\n17:30", "Mo 13:00-17:30; Tu 09:00-17:30"},
      {"en", "Mon.\uFFFDFri., 8:30\uFFFD5:30", "Mo-Fr 08:30-17:30"},
      // English: halves of the day, slips, words for noon.
      {"en", "Monday through Friday 7AM to 4PM Pacific Standard Time", "Mo-Fr 07:00-16:00"},
      {"en", "M-F 8am 5pm MST", "Mo-Fr 08:00-17:00"},
      {"en", "Monday to Friday 5am to 12am Saturday and Sunday 6am to 11pm",
       "Mo-Fr 05:00-24:00; Sa,Su 06:00-23:00"},
      {"en", "Monday - Friday | 9:00 - 6:00 Saturday | 8:30 - 6:00",
       "Mo-Fr 09:00-18:00; Sa 08:30-18:00"},
      {"en", "7 days Sun-Thurs: 9:00AM-9:00PM Fri-Sat: 9:00AM-10:00PM",
       "Mo-Th,Su 09:00-21:00; Fr,Sa 09:00-22:00"},
      {"en", "8:30 am-5:00 pm, Monday through Friday", "Mo-Fr 08:30-17:00"},
      {"en", "8 a.m. - 5 p.m. Central Time, Monday-Friday", "Mo-Fr 08:00-17:00"},
      {"en", "Monday - 9.00am to 5.30pm Wednesday - Closed Sunday - Closed",
       "Mo 09:00-17:30; We off; Su off"},
      {"en", "Mon & Fri 10am-9pm Tues. Wed. Thurs. 10am-6pm",
       "Mo,Fr 10:00-21:00; Tu-Th 10:00-18:00"},
      {"en", "daily between 5 AM and 10:30 PM", "Mo-Su 05:00-22:30"},
      {"en", "weekdays 1-5pm", "Mo-Fr 13:00-17:00"},
      {"en", "open Monday - Thursday 7:30 a.m. - 12:00 noon", "Mo-Th 07:30-12:00"},
      {"en", "Saturdays from 10 till midnight", "Sa 10:00-24:00"},
      {"en", "Everyday from 11 a.m. - 10 p.m.", "Mo-Su 11:00-22:00"},
      {"en", "closed every Friday", "Fr off"},
      // German, French, Spanish, Italian.
      {"de", "Mo.–Do. 8:00–12:00 und 13:00–17:00 Uhr, Fr. 8:00–12:00 Uhr",
       "Mo-Th 08:00-12:00,13:00-17:00; Fr 08:00-12:00"},
      {"de", "samstags von 9 bis 14 Uhr", "Sa 09:00-14:00"},
      {"de", "Montag, Mittwoch und Freitag 9-12 Uhr", "Mo,We,Fr 09:00-12:00"},
      {"fr", "Lundi au samedi : 9h00 - 19h30", "Mo-Sa 09:00-19:30"},
      {"fr", "du mardi au samedi de 10 h à 12 h 30", "Tu-Sa 10:00-12:30"},
      {"fr", "ma-di 10h-18h", "Tu-Su 10:00-18:00"},
      {"es", "lunes a viernes: 9:30 - 14:00 y 16:30 - 20:00", "Mo-Fr 09:30-14:00,16:30-20:00"},
      {"it", "lun - ven: 8.30 - 12.30 / 14.30 - 18.30", "Mo-Fr 08:30-12:30,14:30-18:30"},
      // What is no opening hour.
      {"nl", "Bel 020-555 01 23 of 0900-1234", ""},
      {"nl", "Bestel 8-12 stuks voor € 9.50 - 12.50", ""},
      {"en", "1-3 full working days", ""},
      {"nl", "Versie 8.30 van 12-05-2014", ""},
      {"en", "I do not know, we are so sat", ""},
      {"nl", "Ma - do 08.30 tot 17.00 uur, woensdag 1 januari 2014 Vr 08.30 tot 16.00 uur",
       "Mo-Th 08:30-17:00; Fr 08:30-16:00"},
      {"nl", "dinsdag 17.00-23.00 uur, keuken geopend tot 22.30 uur", "Tu 17:00-23:00; -22:30"},
      {"nl", "maandag 1 april 9.00-12.00 uur", ""},
      {"en", "we open at 9:00 to 17:00", "09:00-17:00"},
      {"nl", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(ParseHours(c.text, c.lang, Shipped()).Text() == c.means);
  }
}

TEST_CASE("a spelled end takes its start and its half of the day from the days before") {
  struct Case {
    std::string lang, text, means;
  };
  const std::vector<Case> cases{
      {"nl", "maandag t/m vrijdag van half negen tot vijf uur, op vrijdag tot vier uur",
       "Mo-Th 08:30-17:00; Fr 08:30-16:00"},
      {"nl", "maandag t/m vrijdag van 8.30 tot 17.00 uur, op vrijdag tot 4 uur",
       "Mo-Th 08:30-17:00; Fr 08:30-16:00"},
      {"nl", "maandag t/m donderdag van 9.00 tot 17.00 uur, vrijdag tot 16.00 uur",
       "Mo-Th 09:00-17:00; Fr 09:00-16:00"},
      {"nl", "ma-wo 9-17 uur, vrijdag tot 16 uur", "Mo-We 09:00-17:00; Fr -16:00"},
      {"nl", "ma-do 9-12 en 13-17 uur, vrijdag tot 16 uur",
       "Mo-Th 09:00-12:00,13:00-17:00; Fr -16:00"},
      {"nl", "werkdagen van negen tot vijf, vrijdag tot half vijf.",
       "Mo-Th 09:00-17:00; Fr 09:00-16:30"},
      {"nl", "Werkdagen van negen tot vijf en op vrijdag tot vier",
       "Mo-Th 09:00-17:00; Fr 09:00-16:00"},
      {"nl", "ma-vr 9-17 uur (vrijdag tot vier uur)", "Mo-Th 09:00-17:00; Fr 09:00-16:00"},
      {"nl", "ma-vr 9-17 uur, vrijdags tot twaalf uur", "Mo-Th 09:00-17:00; Fr 09:00-12:00"},
      {"nl", "do en vr 20.00-23.00 uur, vrijdag tot twee uur", "Th 20:00-23:00; Fr 20:00-26:00"},
      {"nl",
       "maandag t/m vrijdag van half negen tot vijf uur, op vrijdag tot vier uur, zaterdag "
       "van tien tot twee",
       "Mo-Th 08:30-17:00; Fr 08:30-16:00; Sa 10:00-14:00"},
      {"en", "Monday to Friday from half past eight to five o'clock, on Fridays until four o'clock",
       "Mo-Th 08:30-17:00; Fr 08:30-16:00"},
      {"en", "Mon-Fri 9am-5pm, Friday until 4", "Mo-Th 09:00-17:00; Fr 09:00-16:00"},
      {"en", "Mon-Fri 9am-5pm, Fridays until four.", "Mo-Th 09:00-17:00; Fr 09:00-16:00"},
      {"en", "weekdays from nine am to five pm", "Mo-Fr 09:00-17:00"},
      {"de", "Montag bis Freitag von halb neun bis fünf Uhr, freitags bis vier Uhr",
       "Mo-Th 08:30-17:00; Fr 08:30-16:00"},
      {"de", "Montag bis Freitag 8-17 Uhr, am Freitag bis zwölf Uhr",
       "Mo-Th 08:00-17:00; Fr 08:00-12:00"},
      {"fr", "du lundi au vendredi de neuf heures à dix-sept heures, le vendredi jusqu'à 16 heures",
       "Mo-Th 09:00-17:00; Fr 09:00-16:00"},
      {"fr", "du lundi au vendredi de 9h à 17h, le vendredi jusqu'à quatre heures",
       "Mo-Th 09:00-17:00; Fr 09:00-16:00"},
      {"fr", "le samedi de neuf heures à dix-sept heures", "Sa 09:00-17:00"},
      {"nl", "zaterdag van negen tot zeventien uur", "Sa 09:00-17:00"},
      {"de", "samstags von zehn bis achtzehn Uhr", "Sa 10:00-18:00"},
      {"nl", "ma-do 9-17 uur, vr tot 16 uur", "Mo-Th 09:00-17:00; Fr 09:00-16:00"},
      {"nl", "van 9 uur 's ochtends tot 10 uur 's avonds", "09:00-22:00"},
      {"en", "Monday 0900 until 1700 hours", "Mo 09:00-17:00"},
      {"en", "Mon-Fri 0900-1700 hours, Friday until 1600 hours",
       "Mo-Th 09:00-17:00; Fr 09:00-16:00"},
      // Halves of the day in words.
      {"nl", "van negen uur 's ochtends tot tien uur 's avonds", "09:00-22:00"},
      {"nl", "dagelijks tussen 8 uur 's ochtends en 11 uur 's avonds.", "Mo-Su 08:00-23:00"},
      {"nl", "maandag van 8.30 tot 11.30 uur 's middags van 13.00 tot 17.00 uur",
       "Mo 08:30-11:30,13:00-17:00"},
      {"nl", "maandag van 8 tot 11 uur 's middags gesloten", "Mo 08:00-11:00"},
      {"en", "daily from 8 in the morning to 9 in the evening", "Mo-Su 08:00-21:00"},
      {"de", "täglich von 8 Uhr morgens bis 10 Uhr abends", "Mo-Su 08:00-22:00"},
      {"fr", "tous les jours de 8 heures du matin à 10 heures du soir", "Mo-Su 08:00-22:00"},
      // Times of two shifts.
      {"de", "Küche: 12-14 & 18-21:30", "12:00-14:00,18:00-21:30"},
      {"nl", "Keuken: 12-14 en 18-21.30 uur", "12:00-14:00,18:00-21:30"},
      {"fr", "Cuisine : 12-14 et 19-22h30", "12:00-14:00,19:00-22:30"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(ParseHours(c.text, c.lang, Shipped()).Text() == c.means);
  }
}

TEST_CASE("a spelled number that counts hours, or anything else, is no time") {
  struct Case {
    std::string lang, text, means;
  };
  const std::vector<Case> cases{
      {"nl", "Na vier uur wachten op maandag", ""},
      {"nl", "Wij bellen u binnen twee uur terug", "answer time"},
      {"nl", "De wachttijd loopt op tot vier uur", ""},
      {"nl", "ma-vr 9-17 uur. De wachttijd op vrijdag loopt op tot twee uur.", "Mo-Fr 09:00-17:00"},
      {"nl", "ma-vr 9-17 uur, vrijdag tot twee uur gratis parkeren", "Mo-Fr 09:00-17:00"},
      {"nl", "ma-vr 9-17 uur, zaterdag tot vier personen", "Mo-Fr 09:00-17:00"},
      {"nl", "ma-vr 9-17 uur, zaterdag tot 4 personen", "Mo-Fr 09:00-17:00"},
      {"nl", "werkdagen 9-17 uur, op vrijdag tot twee uur wachttijd", "Mo-Fr 09:00-17:00"},
      {"nl", "Bestel 2-3 & 4-6 stuks", ""},
      {"nl", "pagina 12-14 & 18-21", ""},
      {"nl", "Voor kinderen van 12-14 en 15-18 jaar", ""},
      {"nl", "Voor jongeren van dertien tot zeventien jaar", ""},
      {"fr", "de treize à dix-sept ans", ""},
      {"en", "We answer within two hours", "answer time"},
      {"en", "Mon-Fri 9am-5pm, Saturday up to two hours", "Mo-Fr 09:00-17:00"},
      {"en", "Mon-Fri 9am-5pm. On Fridays the wait is up to two hours.", "Mo-Fr 09:00-17:00"},
      {"en", "Mon-Fri 9am-5pm, Friday until 4 hours", "Mo-Fr 09:00-17:00"},
      {"en", "after four hours of waiting on Monday", ""},
      {"en", "Ages 12-14 & 15-17", ""},
      {"de", "nach vier Stunden am Montag", ""},
      {"de", "Mo-Fr 9-17 Uhr, samstags bis vier Personen", "Mo-Fr 09:00-17:00"},
      {"fr", "après quatre heures d'attente le lundi", ""},
      {"fr", "du lundi au vendredi de 9h à 17h, le vendredi jusqu'à deux heures d'attente",
       "Mo-Fr 09:00-17:00"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(ParseHours(c.text, c.lang, Shipped()).Text() == c.means);
  }
}

}  // namespace
}  // namespace klikpad
