// Opening hours of whole pages: whose they are, over lines, tables and lists, and in structured
// data.

#include "find/hours/hours.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "page/reader.h"

namespace klikpad {
namespace {

const Rules& Shipped() {
  static const Rules kShipped = [] {
    auto rules = LoadRules(std::string(KLIKPAD_ROOT) + "/rules");
    REQUIRE_MESSAGE(rules, rules.error().Text());
    return *std::move(rules);
  }();
  return kShipped;
}

// "phone 1-5 08:00-21:00" a line: weekdays of equal hours in a row are joined.
std::string HoursOf(const std::string& body, const std::string& lang = "nl",
                    const std::vector<ContactPoint>& contacts = {}) {
  const Page page =
      ReadPage("<!doctype html><html lang=\"" + lang + "\"><body>" + body + "</body></html>",
               "https://voorbeeld.example/contact", "text/html; charset=utf-8");
  Findings findings;
  findings.contacts = contacts;
  FindHours(page, Shipped(), {}, findings);
  std::string text;
  for (std::size_t i = 0; i < findings.hours.size(); ++i) {
    const OpeningHours& first = findings.hours[i];
    CHECK_FALSE(first.quote.empty());
    std::size_t last = i;
    while (last + 1 < findings.hours.size()) {
      const OpeningHours& next = findings.hours[last + 1];
      if (next.channel != first.channel || next.opens != first.opens ||
          next.closes != first.closes || next.weekday != findings.hours[last].weekday + 1) {
        break;
      }
      ++last;
    }
    text += fmt::format("{}{} {}-{} {:02}:{:02}-{:02}:{:02}", text.empty() ? "" : "; ",
                        first.channel.empty() ? "?" : first.channel, first.weekday,
                        findings.hours[last].weekday, first.opens / 60, first.opens % 60,
                        first.closes / 60, first.closes % 60);
    i = last;
  }
  return text;
}

TEST_CASE("hours belong to the channel that the words around them name") {
  struct Case {
    std::string name, body, hours;
  };
  const std::vector<Case> cases{
      {"same sentence", "<p>Telefonisch bereikbaar op werkdagen van 8.00 tot 21.00 uur.</p>",
       "phone 1-5 08:00-21:00"},
      {"heading", "<h2>Chat</h2><p>Maandag t/m vrijdag 9-17 uur</p>", "chat 1-5 09:00-17:00"},
      {"line above", "<h2>Contact</h2><p>WhatsApp: 06-00000000</p><p>ma-vr 9.00-17.00 uur</p>",
       "whatsapp 1-5 09:00-17:00"},
      {"words behind", "<p>Van maandag tot vrijdag van 8 tot 23 uur via Twitter</p>",
       "twitter 1-5 08:00-23:00"},
      {"two networks", "<p>Via Facebook en Twitter: op werkdagen van 8.00 tot 23.00 uur</p>",
       "facebook 1-5 08:00-23:00; twitter 1-5 08:00-23:00"},
      {"the sentence before",
       "<p><button>Chat met een medewerker</button></p><p>Moet het meteen, "
       "bel dan 020 - 555 01 88. Die lijn is 24 uur per dag, 7 dagen per week open.</p>",
       "phone 1-7 00:00-24:00"},
      {"two sentences",
       "<p>Bel ons op werkdagen van 8.00 tot 21.00 uur. Chatten kan van maandag t/m zaterdag van "
       "9.00 "
       "tot 17.00 uur.</p>",
       "phone 1-5 08:00-21:00; chat 1-6 09:00-17:00"},
      {"table by row",
       "<table><tr><td>Telefoon</td><td>ma-vr 8-21 uur</td></tr><tr><td>Chat</td><td>ma-vr 9-17 "
       "uur</td></tr></table>",
       "phone 1-5 08:00-21:00; chat 1-5 09:00-17:00"},
      {"table by column",
       "<table><tr><th>Dag</th><th>Telefoon</th><th>Chat</th></tr><tr><td>Maandag</"
       "td><td>9:00-17:00"
       "</td><td>9:00-22:00</td></tr></table>",
       "phone 1-1 09:00-17:00; chat 1-1 09:00-22:00"},
      {"definition list", "<dl><dt>Chat</dt><dd>dagelijks 9:00-22:00</dd></dl>",
       "chat 1-7 09:00-22:00"},
      {"a shop",
       "<h2>Bezoek onze winkel</h2><ul><li>Maandag 13:00-18:00</li><li>Dinsdag gesloten</li></ul>",
       "address 1-1 13:00-18:00"},
      {"the house's hours below an e-mail address",
       "<p>E-mail: info@voorbeeld.example</p><p>Openingstijden: ma-vr 9-17 uur</p>",
       "? 1-5 09:00-17:00"},
      {"round the clock", "<p>Bel ons: wij zijn dag en nacht bereikbaar.</p>",
       "phone 1-7 00:00-24:00"},
      {"today only", "<p>Winkel: vandaag geopend tot 21.00 uur</p>", ""},
      {"answer time", "<p>Mail ons, wij antwoorden binnen 24 uur op werkdagen.</p>", ""},
      {"below a heading beside that of the phone",
       "<h2>Bel ons</h2><p>Dat kan.</p><h2>Zwembad</h2><p>ma-vr 9-17 uur</p>", "? 1-5 09:00-17:00"},
      {"below a heading within that of the phone",
       "<h2>Bel ons</h2><p>Dat kan.</p><h3>Voor klanten</h3><p>ma-vr 9-17 uur</p>",
       "phone 1-5 09:00-17:00"},
      {"all day, by its times", "<p>Tel. 020 555 01 88</p><p>dagelijks 0-24 uur</p>",
       "phone 1-7 00:00-24:00"},
      {"up to midnight", "<p>Bel ons: ma-vr 08:00 - 00:00</p>", "phone 1-5 08:00-24:00"},
      {"half an hour longer", "<p>Bel ons: ma-vr 08:00 - 00:30</p>", "phone 1-5 08:00-24:30"},
      {"nothing", "<p>Bel ons: ma-vr 08:00 - 17:00, za 00:00 - 00:00</p>", "phone 1-5 08:00-17:00"},
      {"deliveries below a number",
       "<p>Bel 020 - 555 01 88</p><p>Levering: ma-za 8:00-18:00 uur</p>", "? 1-6 08:00-18:00"},
      {"deliveries about which one may call",
       "<p>Bel ons over uw levering: ma-za 8:00-18:00 uur</p>", "phone 1-6 08:00-18:00"},
      {"past midnight", "<p>Chat: vrijdag 20.00 - 02.00 uur</p>", "chat 5-5 20:00-26:00"},
      {"prose", "<p>Op maandag 3 juni 2013 van 9.00 tot 12.00 uur is de app niet beschikbaar.</p>",
       ""},
      {"shorter on one day", "<p>Telefoon: werkdagen 9.00-17.00 uur, vrijdag tot 16.00 uur</p>",
       "phone 1-4 09:00-17:00; phone 5-5 09:00-16:00"},
      {"shorter on one day, in words",
       "<p>Bel ons: maandag t/m vrijdag van half negen tot vijf uur, op vrijdag tot vier uur.</p>",
       "phone 1-4 08:30-17:00; phone 5-5 08:30-16:00"},
      {"ages in words", "<p>Bel ons: kamp voor jongeren van dertien tot zeventien jaar.</p>", ""},
      {"another way behind the hours", "<p>Bel ons: ma-vr 9-17 uur, of stuur een e-mail</p>",
       "phone 1-5 09:00-17:00"},
      {"summer beside the rest of the year",
       "<p>Winkel: ma-vr 9-17 uur. In juli en augustus: ma-vr 9-20 uur</p>",
       "address 1-5 09:00-17:00; ? 1-5 09:00-20:00"},
      {"days not named", "<p>Onze telefoon is bereikbaar van 9.00 tot 17.00 uur.</p>",
       "phone 0-0 09:00-17:00"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(HoursOf(c.body) == c.hours);
  }
}

TEST_CASE("hours beside a number that names no channel are the phone's") {
  ContactPoint phone;
  phone.channel = "phone";
  phone.display = "020 000 00 00";
  phone.region = Region::kMain;
  phone.position = 1;
  CHECK(HoursOf("<main><p>020 000 00 00</p><p>ma-vr 9-17 uur</p></main>", "nl", {phone}) ==
        "phone 1-5 09:00-17:00");
}

TEST_CASE("a number lends its channel to its row, not past the heading of something else") {
  ContactPoint phone;
  phone.channel = "phone";
  phone.display = "020 000 00 00";
  phone.region = Region::kMain;
  phone.position = 1;
  CHECK(HoursOf("<main><p>020 000 00 00</p><h2>Sauna</h2><p>ma-vr 9-17 uur</p></main>", "nl",
                {phone}) == "? 1-5 09:00-17:00");
  CHECK(HoursOf("<main><p>020 000 00 00</p><h2>Openingstijden</h2><p>ma-vr 9-17 uur</p></main>",
                "nl", {phone}) == "phone 1-5 09:00-17:00");
  CHECK(HoursOf("<main><p>020 000 00 00</p><h2>Bereikbaarheid</h2><p>ma-vr 9-17 uur</p></main>",
                "nl", {phone}) == "phone 1-5 09:00-17:00");
  phone.position = 99;
  CHECK(
      HoursOf("<main><table><tr><th>Afdeling</th><th>Nummer</th><th>Tijden</th><th>Route</th></tr>"
              "<tr><td>Hart</td><td>020 000 00 00</td><td>ma-vr 9-17 uur</td><td>B2</td></tr>"
              "</table></main>",
              "nl", {phone}) == "phone 1-5 09:00-17:00");
}

TEST_CASE("hours right below a house are its, and no request to call back has any") {
  ContactPoint place;
  place.region = Region::kMain;
  place.position = 1;
  place.display = "Kade 1, 1234 AB Voorbeeld";
  const auto beside = [&](const std::string& channel, const std::string& purpose) {
    place.channel = channel;
    place.purpose = purpose;
    return HoursOf("<main><p>Kade 1, 1234 AB Voorbeeld</p><p>ma-vr 9-17 uur</p></main>", "nl",
                   {place});
  };
  CHECK(beside("address", "") == "address 1-5 09:00-17:00");
  CHECK(beside("address", "postal") == "? 1-5 09:00-17:00");
  CHECK(beside("callback", "") == "? 1-5 09:00-17:00");
}

TEST_CASE("hours as they are written in America and Britain") {
  struct Case {
    std::string body, hours;
  };
  for (const Case& c : std::vector<Case>{
           {"Mon-Sat 10-9, Sun 12-6", "? 1-6 10:00-21:00; ? 7-7 12:00-18:00"},
           {"Fri 20:00-2:00, Sat 12:00-01:00", "? 5-5 20:00-26:00; ? 6-6 12:00-25:00"},
           {"8am to 6pm weekdays", "? 1-5 08:00-18:00"},
           {"9am-5pm weekdays and 10am-4pm weekends", "? 1-5 09:00-17:00; ? 6-7 10:00-16:00"},
           {"Open Monday. Delivered in 2-3 weekdays", ""},
           {"Tweet us 8am-8pm every day.", "twitter 1-7 08:00-20:00"},
           {"M, T, Th: 7:30 AM - 7 PM<br>W: 9 AM - 5 PM",
            "? 1-2 07:30-19:00; ? 4-4 07:30-19:00; ? 3-3 09:00-17:00"},
           {"M-Th 8-5, F 8-12", "? 1-4 08:00-17:00; ? 5-5 08:00-12:00"},
           {"Mon-Thu 8-5, Fri 8-3. Closed daily 12-1 for lunch.<br>24-hour nurse line",
            "? 1-4 08:00-12:00; ? 1-4 13:00-17:00; ? 5-5 08:00-12:00; ? 5-5 13:00-15:00"},
           {"8am to 2pm Saturday<br>Text relay<br>24 hour payment line", "? 6-6 08:00-14:00"},
       }) {
    CAPTURE(c.body);
    CHECK(HoursOf("<main><p>" + c.body + "</p></main>", "en") == c.hours);
  }
  CHECK(HoursOf("<p>ma-vr 9-17 uur (gesloten van 12 tot 13 uur)</p>") ==
        "? 1-5 09:00-12:00; ? 1-5 13:00-17:00");
  CHECK(HoursOf("<p>Du lundi au vendredi de 9h à 18h (fermé entre 12h et 14h)</p>", "fr") ==
        "? 1-5 09:00-12:00; ? 1-5 14:00-18:00");
}

TEST_CASE("what does not come every week is no opening hour") {
  CHECK(HoursOf("<p>Telefon: 030 1234 5670</p><p>Mo-Fr 8-17 Uhr</p><p>Sprechstunde des "
                "Bürgermeisters: jeden 2. Dienstag im Monat 16-18 Uhr</p>",
                "de") == "phone 1-5 08:00-17:00");
  CHECK(HoursOf("<p>Telefoon: 020 624 11 11</p><p>Ma-vr 9-17 uur. In december ook op zaterdag "
                "10-14 uur.</p><p>Open dag: zaterdag 10.00-15.00 uur</p>",
                "nl") == "phone 1-5 09:00-17:00");
}

TEST_CASE("another item of a list has hours of its own") {
  ContactPoint chat;
  chat.channel = "chat";
  chat.display = "Chat starten";
  chat.region = Region::kMain;
  const std::string list =
      "<main><ul><li><b>Chat</b> <button>Chat starten</button></li><li><b>Videoberatung</b> Mo-Do "
      "10-18 Uhr</li></ul></main>";
  const Page page = ReadPage("<html lang=de><body>" + list + "</body></html>",
                             "https://voorbeeld.example/", "text/html; charset=utf-8");
  for (const TextBlock& block : page.blocks) {
    if (block.text.find("Chat") != block.text.npos) chat.position = block.position;
  }
  CHECK(HoursOf(list, "de", {chat}) == "? 1-4 10:00-18:00");
  // A caption above the list is of all its items, and "Du" is no name.
  CHECK(HoursOf("<main><p>Horaires du magasin</p><ul><li>Du mardi au vendredi :</li><li>9h00 à "
                "12h00</li></ul></main>",
                "fr") == "address 2-5 09:00-12:00");
}

TEST_CASE("a heading that says hours begins others") {
  ContactPoint phone;
  phone.channel = "phone";
  phone.display = "(701) 555-0110";
  phone.region = Region::kMain;
  phone.position = 9;  // of the text that shows it
  CHECK(HoursOf("<main><h3>Member Services</h3><p>(701) 555-0110<br>Monday - Friday: 7:30 a.m. - "
                "5:00 p.m.</p><h3>Office Hours</h3><p>Lobby: M-F 8-4:30</p></main>",
                "en-US", {phone}) == "phone 1-5 07:30-17:00; address 1-5 08:00-16:30");
}

TEST_CASE("each shop of a list has its own hours") {
  ContactPoint first, second;
  first.channel = second.channel = "address";
  first.region = second.region = Region::kMain;
  first.display = "Dorpsstraat 1, 1234 AB Aalst";
  second.display = "Kerkweg 5, 2345 BC Borne";
  first.position = 1;
  second.position = 2;
  CHECK(HoursOf(
            "<main><ul><li>Boek, Dorpsstraat 1, 1234 AB Aalst, ma-za 9.00-18.00 uur</li><li>Blad, "
            "Kerkweg 5, 2345 BC Borne, ma-vr 8.30-17.30 uur</li></ul>",
            "nl", {first, second}) == "address 1-6 09:00-18:00; address 1-5 08:30-17:30");
}

TEST_CASE("in a list of shops the hours are the shop's, not its phone's") {
  std::vector<ContactPoint> shops(2);
  shops[0].display = "Kerkstraat 3, 9000 Gent";
  shops[1].display = "Stationsplein 1, 2800 Mechelen";
  for (int i = 0; i < 2; ++i) {
    shops[static_cast<std::size_t>(i)].channel = "address";
    shops[static_cast<std::size_t>(i)].value = shops[static_cast<std::size_t>(i)].display;
    shops[static_cast<std::size_t>(i)].region = Region::kMain;
  }
  const std::string list =
      "<main><ul><li>De Pen<br>Kerkstraat 3, 9000 Gent<br>Tel. 09 225 55 12<br>ma-vr 7u-18u30</li>"
      "<li>Kiosk<br>Stationsplein 1, 2800 Mechelen<br>Tel. 015 41 55 66<br>elke dag 6u-23u</li>"
      "</ul></main>";
  const Page page = ReadPage("<html lang=nl><body>" + list + "</body></html>",
                             "https://voorbeeld.example/", "text/html; charset=utf-8");
  for (const TextBlock& block : page.blocks) {
    for (ContactPoint& shop : shops) {
      if (block.text.find(shop.display.View()) != block.text.npos) shop.position = block.position;
    }
  }
  CHECK(HoursOf(list, "nl", shops) == "address 1-5 07:00-18:30; address 1-7 06:00-23:00");
  shops.pop_back();  // a single address: its phone is answered then
  CHECK(HoursOf(list, "nl", shops) == "phone 1-5 07:00-18:30; phone 1-7 06:00-23:00");
}

TEST_CASE("each channel has the hours of its own line") {
  struct Case {
    std::string body, hours;
  };
  for (const Case& c : std::vector<Case>{
           {"<p>Bellen: elke dag 8.00-22.00 uur</p><p>X: @merk_help, ma-vr 9.00-17.00 uur</p>",
            "phone 1-7 08:00-22:00; twitter 1-5 09:00-17:00"},
           {"<li>Chat: ma-zo 8-22 uur</li><li>X: dagelijks 8.00-23.00 uur</li>",
            "chat 1-7 08:00-22:00; twitter 1-7 08:00-23:00"},
           {"<table><tr><td>Telefoon<td>elke dag 8.00-22.00 uur<tr><td>X<td>ma-vr 9-17 uur</table>",
            "phone 1-7 08:00-22:00; twitter 1-5 09:00-17:00"},
           {"<p>Winkel: ma-za 9.00-18.00 uur</p><p>Werkplaats: elke dag 8.00-22.00 uur</p>",
            "address 1-6 09:00-18:00; ? 1-7 08:00-22:00"},
           {"<p>Bel ons: ma-vr<br>Ochtend: 9.00-12.00 uur<br>Middag: 13.00-17.00 uur</p>",
            "phone 1-5 09:00-12:00; phone 1-5 13:00-17:00"},
       }) {
    CAPTURE(c.body);
    CHECK(HoursOf("<main>" + c.body + "</main>") == c.hours);
  }
  CHECK(HoursOf("<p>Phone: 9am to 5pm, Monday to Friday.</p><p>Live chat: 8am to 10pm, every "
                "day.</p>",
                "en") == "phone 1-5 09:00-17:00; chat 1-7 08:00-22:00");
}

TEST_CASE("a promise of any hour is the phone's only where its own sentence says so") {
  struct Case {
    std::string body, hours;
  };
  for (const Case& c : std::vector<Case>{
           {"Regel uw zaken 24 uur per dag, 7 dagen per week online in Mijn Merk.",
            "? 1-7 00:00-24:00"},
           {"Ons klantportaal is 24 uur per dag, 7 dagen per week beschikbaar.",
            "? 1-7 00:00-24:00"},
           {"Die lijn is 24 uur per dag, 7 dagen per week open.", "phone 1-7 00:00-24:00"},
           {"24 uur per dag, 7 dagen per week bereikbaar", "phone 1-7 00:00-24:00"},
           {"Bel de meterstandenlijn 24 uur per dag, 7 dagen per week.", "? 1-7 00:00-24:00"},
       }) {
    CAPTURE(c.body);
    CHECK(HoursOf("<main><p>Bel ons</p><p>" + c.body + "</p></main>") == c.hours);
  }
}

TEST_CASE("when it is busy or closed in between is no opening hour") {
  const std::string week = "<p>Bel ons ma-vr 8.00-18.00 uur";
  const std::string whole = "phone 1-5 08:00-18:00";
  const std::string parted = "phone 1-5 08:00-12:30; phone 1-5 13:00-18:00";
  CHECK(HoursOf(week + ". Op maandag tussen 9.00 en 11.00 uur is het erg druk.</p>") == whole);
  CHECK(HoursOf(week + ".</p><p>Drukste tijden: maandag 9.00-11.00 uur.</p>") == whole);
  CHECK(HoursOf(week + " (tussen 12.30 en 13.00 uur gesloten).</p>") == parted);
  CHECK(HoursOf(week + ". Tussen 12.30 en 13.00 uur zijn wij niet bereikbaar.</p>") == parted);
  CHECK(HoursOf(week + ". Van ma t/m vr van 12.30 tot 13.00 uur zijn wij gesloten.</p>") == parted);
}

TEST_CASE("any hour in a line of its own is not that of the line above") {
  ContactPoint phone;
  phone.channel = "phone";
  phone.display = "09123 / 456-0";
  phone.region = Region::kMain;
  phone.position = 1;
  CHECK(HoursOf("<main><p>09123 / 456-0</p><p>Mo-Do 7:30-17:00 Uhr</p>"
                "<p><b>Entstörungsdienst (24 h)</b></p></main>",
                "de", {phone}) == "phone 1-4 07:30-17:00");
}

TEST_CASE("each row with a number of its own has hours of its own") {
  ContactPoint first, second;
  first.channel = second.channel = "phone";
  first.display = "020 000 00 00";
  second.display = "020 000 00 01";
  first.region = second.region = Region::kMain;
  first.position = second.position = 99;
  CHECK(
      HoursOf("<main><table><tr><td>Hart</td><td>020 000 00 00</td><td>ma-zo 8-20 uur</td></tr>"
              "<tr><td>Huid</td><td>020 000 00 01</td><td>ma-vr 9-17 uur</td></tr></table></main>",
              "nl", {first, second}) == "phone 1-7 08:00-20:00; phone 1-5 09:00-17:00");
  CHECK(
      HoursOf(
          "<main><table><tr><td>020 000 00 00</td><td>ma-vr 9-17 uur, vr tot 16 uur</td></tr>"
          "<tr><td>020 000 00 01</td><td>24 uur per dag, 7 dagen per week</td></tr></table></main>",
          "nl", {first, second}) ==
      "phone 1-4 09:00-17:00; phone 5-5 09:00-16:00; phone 1-7 00:00-24:00");
}

TEST_CASE("any hour beside a number in its row") {
  ContactPoint phone;
  phone.channel = "phone";
  phone.display = "0800 123 4003";
  phone.region = Region::kMain;
  phone.position = 99;
  CHECK(HoursOf("<main><table><tr><td>Pool</td><td>Hall 1</td><td>Mon-Fri 9-17</td></tr>"
                "<tr><td>Lost cards</td><td>0800 123 4003</td><td>24 hours</td></tr>"
                "<tr><td>Parking</td><td>Gate B</td><td>24 hours</td></tr></table></main>",
                "en", {phone}) == "? 1-5 09:00-17:00; phone 1-7 00:00-24:00");
}

TEST_CASE("days of two languages on a page") {
  CHECK(HoursOf("<p>Phone: Mon-Fri 8 a.m. to 7 p.m., Sat 8 a.m. to noon</p>"
                "<p>Tel\u00e9fono: lunes a viernes, 9 a.m. a 5 p.m.</p>",
                "en") == "phone 1-5 08:00-19:00; phone 6-6 08:00-12:00; phone 1-5 09:00-17:00");
  CHECK(HoursOf("<p>Telefoon: maandag t/m vrijdag 9-17 uur</p><p>za 10-16 uur</p>", "en") ==
        "phone 1-5 09:00-17:00; phone 6-6 10:00-16:00");
  CHECK(HoursOf("<p>Bel ons: ma-vr 9-17 uur</p><p>Open on Monday from 10 am to noon</p>", "nl") ==
        "phone 1-5 09:00-17:00; ? 1-1 10:00-12:00");
}

TEST_CASE("a number or an address on the line of the hours goes before other lines") {
  ContactPoint phone;
  phone.channel = "phone";
  phone.display = "020 000 00 00";
  phone.position = 9;
  ContactPoint address;
  address.channel = "address";
  address.display = "Kade 1, 1234 AB Voorbeeld";
  address.position = 9;
  struct Case {
    std::string name, body, hours;
  };
  const std::vector<Case> cases{
      {"below another channel",
       "<p>Deel via WhatsApp</p><p>Hulp: 020 000 00 00 (ma-vr 9-16 uur)</p>",
       "phone 1-5 09:00-16:00"},
      {"under the heading of a house",
       "<h2>Postadres</h2><p>Storing: 020 000 00 00 (dag en nacht)</p>", "phone 1-7 00:00-24:00"},
      {"the address of a depot below a number",
       "<p>Bel 020 000 00 00</p><p>Depot, Kade 1, 1234 AB Voorbeeld. Open: ma-vr 8-16 uur</p>",
       "address 1-5 08:00-16:00"},
      {"the words of the sentence go before it",
       "<p>Kade 1, 1234 AB Voorbeeld. Chat met ons: ma-vr 9-17 uur</p>", "chat 1-5 09:00-17:00"},
      {"a number behind the hours is not meant",
       "<h2>Winkel</h2><p>ma-vr 9-17 uur. Of 020 000 00 00</p>", "address 1-5 09:00-17:00"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(HoursOf("<main>" + c.body + "</main>", "nl", {phone, address}) == c.hours);
  }
}

TEST_CASE("webcare hours are those of the brand's accounts on the page") {
  ContactPoint twitter;
  twitter.channel = "twitter";
  twitter.use = Use::kContact;
  twitter.region = Region::kMain;
  ContactPoint facebook = twitter;
  facebook.channel = "facebook";
  ContactPoint share = twitter;
  share.channel = "linkedin";
  share.use = Use::kShare;
  CHECK(HoursOf("<p>Webcare: op werkdagen van 8.00 tot 23.00 uur</p>", "nl",
                {twitter, facebook, share}) == "facebook 1-5 08:00-23:00; twitter 1-5 08:00-23:00");
}

TEST_CASE("a promise of any hour is hours where it says so itself or stands for itself") {
  struct Case {
    std::string name, body, hours;
  };
  for (const Case& c : std::vector<Case>{
           {"in full", "<p>24 uur per dag, 7 dagen per week</p>", "? 1-7 00:00-24:00"},
           {"alone", "<p>24/7</p>", "? 1-7 00:00-24:00"},
           {"under a heading that says hours", "<h2>Openingstijden</h2><p>24/7</p>",
            "? 1-7 00:00-24:00"},
           {"of something else", "<p>24/7 camerabewaking op het hele terrein</p>", ""},
           {"one of a row of tiles", "<div>24/7</div><div>bewaking</div><div>100%</div>", ""},
           {"as a heading", "<h2>24/7</h2><p>Onze camera's staan altijd aan.</p>", ""},
       }) {
    CAPTURE(c.name);
    CHECK(HoursOf(c.body) == c.hours);
  }
}

TEST_CASE("the page's days outvote a template's wrong language") {
  CHECK(HoursOf("<p>Telefoon: maandag t/m vrijdag 9-17 uur, za 10-12 uur</p>", "en") ==
        "phone 1-5 09:00-17:00; phone 6-6 10:00-12:00");
  CHECK(HoursOf("<p>Téléphone : ma-ve 9h-17h</p>", "fr") == "phone 2-5 09:00-17:00");
}

// https://schema.org/OpeningHoursSpecification, https://schema.org/openingHours
TEST_CASE("hours in structured data are those of the place or of the contact point") {
  const auto data = [](const std::string& json) {
    return HoursOf("<script type=\"application/ld+json\">" + json + "</script>");
  };
  CHECK(data(R"({"@type": "Store", "openingHours": ["Mo-Fr 09:00-17:00", "Sa 10:00-16:00"]})") ==
        "address 1-5 09:00-17:00; address 6-6 10:00-16:00");
  CHECK(data(R"({"@type": "Organization", "contactPoint": {"@type": "ContactPoint",
      "telephone": "+31200000000", "hoursAvailable": {"@type": "OpeningHoursSpecification",
      "dayOfWeek": ["Monday", "https://schema.org/Tuesday"], "opens": "08:00", "closes": "21:00:00"}}})") ==
        "phone 1-2 08:00-21:00");
  // Closed, an exception between dates, open all day.
  CHECK(data(R"({"@type": "Store", "openingHoursSpecification": [
      {"dayOfWeek": "Sunday", "opens": "00:00", "closes": "00:00"},
      {"dayOfWeek": "Monday", "opens": "10:00", "closes": "12:00", "validFrom": "2013-12-24",
       "validThrough": "2013-12-24"},
      {"dayOfWeek": "Saturday", "opens": "00:00", "closes": "23:59"}]})") ==
        "address 6-6 00:00-24:00");
}

// JSON-LD 1.1, section 3.3: nodes of one "@id" are one thing, in whatever block they stand.
TEST_CASE("hours that another block of structured data holds are joined by their id") {
  const auto block = [](const std::string& json) {
    return "<script type=\"application/ld+json\">" + json + "</script>";
  };
  const std::string hours = block(R"({"@type": "OpeningHoursSpecification", "@id": "#week",
      "dayOfWeek": ["Monday", "Tuesday"], "opens": "08:00", "closes": "20:00"})");
  CHECK(HoursOf(block(R"({"@type": "ContactPoint", "@id": "#bel", "telephone": "+31200000000",
      "hoursAvailable": {"@id": "#week"}})") +
                hours) == "phone 1-2 08:00-20:00");
  CHECK(HoursOf(hours + block(R"({"@graph": [{"@type": "Store", "@id": "#winkel"},
      {"@id": "#winkel", "openingHoursSpecification": [{"@id": "#week"}]}]})")) ==
        "address 1-2 08:00-20:00");
  CHECK(
      HoursOf(block(R"({"@id": "#bel", "openingHours": "Mo-We 09:00-12:00"})") +
              block(R"({"@type": "ContactPoint", "@id": "#bel", "telephone": "+31200000000"})")) ==
      "? 1-3 09:00-12:00");
  // What leads nowhere, or in a circle, says nothing.
  CHECK(HoursOf(block(R"({"@type": "Store", "openingHoursSpecification": {"@id": "#weg"}})")) ==
        "");
  CHECK(
      HoursOf(
          block(R"({"@type": "Store", "@id": "#a", "openingHoursSpecification": {"@id": "#b"}})") +
          block(R"({"@id": "#b", "openingHoursSpecification": {"@id": "#a"}})")) == "");
}

TEST_CASE("exceptions to the week are no hours of the week") {
  struct Case {
    std::string name, body, lang, hours;
  };
  const std::vector<Case> cases{
      {"a closed date behind", "<p>Bel ons ma-vr 9-17 uur. Gesloten op 25 december.</p>", "nl",
       "phone 1-5 09:00-17:00"},
      {"a closed date before", "<p>Op 25 en 26 december gesloten. Bel ons ma-vr 9-17 uur.</p>",
       "nl", "phone 1-5 09:00-17:00"},
      {"other hours on a date",
       "<p>Bel ons ma-vr 9-17 uur.</p><p>Op 24 december van 9 tot 12 uur.</p>", "nl",
       "phone 1-5 09:00-17:00"},
      {"a weekday with a date",
       "<p>Bel ons ma-vr 9-17 uur.</p><p>Dinsdag 24 december: 9.00 - 12.00 uur</p>", "nl",
       "phone 1-5 09:00-17:00"},
      {"public holidays", "<p>Telefonisch: ma t/m za 8.00-20.00 uur, gesloten op feestdagen</p>",
       "nl", "phone 1-6 08:00-20:00"},
      {"except on public holidays", "<p>Bel ons: dagelijks 9-17 uur, behalve op feestdagen.</p>",
       "nl", "phone 1-7 09:00-17:00"},
      {"closed date, en", "<p>Call us Monday to Friday 9am-5pm. Closed on December 25.</p>", "en",
       "phone 1-5 09:00-17:00"},
      {"closed dates, en", "<p>Call us Mon-Fri 9am-5pm. We are closed December 25 and 26.</p>",
       "en", "phone 1-5 09:00-17:00"},
      {"hours on a date, en", "<p>Call us Mon-Fri 9am-5pm.</p><p>December 24: 9am-12pm</p>", "en",
       "phone 1-5 09:00-17:00"},
      {"holidays, en", "<p>Call us Monday - Saturday 8am-6pm, closed on public holidays.</p>", "en",
       "phone 1-6 08:00-18:00"},
      {"closed date, de",
       "<p>Telefonisch erreichbar: Mo-Fr 9-17 Uhr. Am 25. Dezember geschlossen.</p>", "de",
       "phone 1-5 09:00-17:00"},
      {"holidays, de", "<p>Telefonisch: Mo-Sa 8.00-20.00 Uhr, an Feiertagen geschlossen</p>", "de",
       "phone 1-6 08:00-20:00"},
      {"hours on a date, de", "<p>Telefonisch: Mo-Fr 9-17 Uhr</p><p>24. Dezember: 9-12 Uhr</p>",
       "de", "phone 1-5 09:00-17:00"},
      {"data: https://schema.org/specialOpeningHoursSpecification",
       R"(<script type="application/ld+json">{"@type": "Store", "openingHours": "Mo-Fr 09:00-17:00",
       "specialOpeningHoursSpecification": [{"@type": "OpeningHoursSpecification", "dayOfWeek": "Tuesday",
       "opens": "10:00", "closes": "12:00", "validFrom": "2013-12-24", "validThrough": "2013-12-24"},
       {"@type": "OpeningHoursSpecification", "opens": "00:00", "closes": "00:00",
       "validFrom": "2013-12-25", "validThrough": "2013-12-26"}]}</script>)",
       "nl", "address 1-5 09:00-17:00"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(HoursOf(c.body, c.lang) == c.hours);
  }
}

TEST_CASE("every day of the year is every day of the week") {
  CHECK(HoursOf("<p>Bel ons 24/7/365.</p>") == "phone 1-7 00:00-24:00");
  CHECK(HoursOf("<p>Bel ons, 24 uur per dag, 365 dagen per jaar.</p>") == "phone 1-7 00:00-24:00");
  CHECK(HoursOf("<p>Telefonisch bereikbaar, 365 dagen per jaar van 8 tot 22 uur</p>") ==
        "phone 1-7 08:00-22:00");
  CHECK(HoursOf("<p>Call us 24/7/365.</p>", "en") == "phone 1-7 00:00-24:00");
  CHECK(HoursOf("<p>Call us 24 hours a day, 365 days a year.</p>", "en") ==
        "phone 1-7 00:00-24:00");
  CHECK(HoursOf("<p>Telefonisch rund um die Uhr, 365 Tage im Jahr.</p>", "de") ==
        "phone 1-7 00:00-24:00");
}

TEST_CASE("two times in cells behind a day are its hours, three are a timetable") {
  const auto row = [](const std::string& cells) { return "<tr>" + cells + "</tr>"; };
  CHECK(HoursOf("<h2>Telefoon</h2><table>" + row("<td>Maandag</td><td>08:00</td><td>17:00</td>") +
                row("<td>Dinsdag</td><td>08:30</td><td>12:00</td>") + "</table>") ==
        "phone 1-1 08:00-17:00; phone 2-2 08:30-12:00");
  CHECK(HoursOf("<h2>Bus</h2><table>" +
                row("<td>Maandag</td><td>08:00</td><td>09:00</td><td>10:00</td>") + "</table>") ==
        "");
}

TEST_CASE("opening and closing in cells of their own on a clock of twelve hours") {
  CHECK(HoursOf("<table><tr><th>Day<th>Open<th>Close<tr><td>Mon<td>7:00 AM<td>5:00 PM"
                "<tr><td>Wed<td>10:00 AM<td>7:00 PM</table>",
                "en") == "? 1-1 07:00-17:00; ? 3-3 10:00-19:00");
}

TEST_CASE("a letter for a day goes on after the times of other days") {
  CHECK(HoursOf("<p>Phone: M-Th 8am-8pm, F 8am-5pm</p>", "en") ==
        "phone 1-4 08:00-20:00; phone 5-5 08:00-17:00");
}

TEST_CASE("a table with a column a day is read column by column") {
  const std::string head = "<table><tr><th></th><th>Mo</th><th>Di</th><th>Mi</th></tr>";
  CHECK(HoursOf("<h2>Sprechzeiten</h2>" + head +
                    "<tr><td>vormittags</td><td>8-12</td><td>9.00-12.00</td><td>geschlossen</td>"
                    "</tr><tr><td>nachmittags</td><td></td><td>14-18 Uhr</td><td></td></tr>"
                    "</table>",
                "de") == "? 1-1 08:00-12:00; ? 2-2 09:00-12:00; ? 2-2 14:00-18:00");
  // Two days head nothing.
  CHECK(HoursOf("<table><tr><td>Maandag</td><td>9.00-17.00</td></tr>"
                "<tr><td>Dinsdag</td><td>10.00-17.00</td></tr></table>") ==
        "? 1-1 09:00-17:00; ? 2-2 10:00-17:00");
}

TEST_CASE("a slash parts spans, or stands between the two times of one") {
  struct Case {
    std::string text, lang, hours;
  };
  const std::vector<Case> cases{
      {"Ma-vr 9.00-12.00/13.00-17.00", "nl", "? 1-5 09:00-12:00; ? 1-5 13:00-17:00"},
      {"lun-sab 10.00/19.30; domenica 11-19", "it", "? 1-6 10:00-19:30; ? 7-7 11:00-19:00"},
      {"Lunedì 9:00/13:00 - 14:00/18:00", "it", "? 1-1 09:00-13:00; ? 1-1 14:00-18:00"},
      {"Lunes a domingo, 24 horas", "es", "? 1-7 00:00-24:00"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(HoursOf("<p>" + c.text + "</p>", c.lang) == c.hours);
  }
}

TEST_CASE("of several channels in a sentence each has the hours that stand behind it") {
  const auto contact = [](std::string channel, std::string display) {
    ContactPoint point;
    point.channel = std::move(channel);
    point.display = std::move(display);
    point.position = 9;
    return point;
  };
  const std::vector<ContactPoint> contacts{contact("phone", "0182-745210"),
                                           contact("email", "info@merk.example"),
                                           contact("twitter", "@merk")};
  struct Case {
    std::string text, lang, hours;
  };
  const std::vector<Case> cases{
      {"Bel 0182-745210 (ma-vr 8.30-17.00 uur) of mail info@merk.example (24/7).", "nl",
       "phone 1-5 08:30-17:00; email 1-7 00:00-24:00"},
      {"Bel 0182-745210 (ma-vr 8.30-17.00 uur) of stuur een DM naar @merk op X (24/7).", "nl",
       "phone 1-5 08:30-17:00; twitter 1-7 00:00-24:00"},
      {"Je bereikt ons via X (ma-zo 8-22 uur), telefoon (ma-vr 9-17 uur) en chat (24/7).", "nl",
       "twitter 1-7 08:00-22:00; phone 1-5 09:00-17:00; chat 1-7 00:00-24:00"},
      {"Via de telefoon (0182-745210) zijn we op werkdagen van 9 tot 17 uur bereikbaar, via X "
       "(@merk) elke dag van 8 tot 23 uur.",
       "nl", "phone 1-5 09:00-17:00; twitter 1-7 08:00-23:00"},
      {"Call 0182-745210 (Mon-Fri 9-5) or tweet @merk on X (8am-10pm daily).", "en",
       "phone 1-5 09:00-17:00; twitter 1-7 08:00-22:00"},
      {"Billing office: 0182-745210, Mon-Fri 9 a.m.-4 p.m.", "en", "phone 1-5 09:00-16:00"},
      // One channel, all of its hours.
      {"Telefoon (werkdagen): ma-do 9-17 uur en vr 9-12 uur.", "nl",
       "phone 1-4 09:00-17:00; phone 5-5 09:00-12:00"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(HoursOf("<main><h1>Contact</h1><p>" + c.text + "</p></main>", c.lang, contacts) ==
          c.hours);
  }
}

TEST_CASE("a machine by day and night, people on working days") {
  const std::string hours = HoursOf(
      "<main><p>Onze chatbot helpt u dag en nacht. Op werkdagen tussen 9 en 16 uur neemt een "
      "medewerker de chat over.</p></main>");
  CHECK(hours == "? 1-7 00:00-24:00; chat 1-5 09:00-16:00");
}

TEST_CASE("hours of work, of a council's surgery and of deliveries are not the phone's") {
  ContactPoint phone;
  phone.channel = "phone";
  phone.display = "0182-745210";
  phone.position = 9;
  struct Case {
    std::string text, lang, hours;
  };
  const std::vector<Case> cases{
      {"Fragen unter 0182-745210. Arbeitszeit: Mo-Fr 7-15:30 Uhr.", "de", "? 1-5 07:00-15:30"},
      {"Horaires de travail : du mardi au samedi 9h30-19h. Inès au 0182-745210", "fr",
       "? 2-6 09:30-19:00"},
      {"Spreekuur: woensdag 16.00-17.00 uur (afspraak via 0182-745210)", "nl", "? 3-3 16:00-17:00"},
      {"Telefonisch spreekuur: woensdag 16.00-17.00 uur (0182-745210)", "nl",
       "phone 3-3 16:00-17:00"},
      {"Usually ready in 24 hours. Call 0182-745210.", "en", ""},
      {"Lieferung in 24 h. Telefon: 0182-745210", "de", ""},
      {"If you arrive in the next 24 hours please call 0182-745210.", "en", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(HoursOf("<main><p>" + c.text + "</p></main>", c.lang, {phone}) == c.hours);
  }
}

}  // namespace
}  // namespace klikpad
