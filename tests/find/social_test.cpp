// Accounts on pages: use by the words near a link, embeds, printed handles, mentions, and traps.

#include "find/accounts/social.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "look_for_tests.h"

namespace klikpad {
namespace {

struct Case {
  std::string name, body, told;
};

void CheckAll(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Told(FindAccounts(c.body)) == c.told);
  }
}

TEST_CASE("the words nearest to a link tell whether somebody answers there") {
  CheckAll({
      {"bare link", "<main><a href='https://twitter.com/voorbeeld'>Twitter</a></main>",
       "twitter voorbeeld follow\n"},
      {"a title speaks of the page, not of what stands first",
       "<title>Contact</title><div><a href='https://twitter.com/voorbeeld'>Twitter</a></div>"
       "<h1>Contact</h1><p>Bel ons</p>",
       "twitter voorbeeld follow\n"},
      {"a handle under a heading of its network",
       "<main><h2>Twitter</h2><p>Stuur een bericht naar @voorbeeld. Een medewerker geeft op "
       "werkdagen binnen een uur antwoord.</p></main>",
       "twitter voorbeeld contact printed\n"},
      {"tweet us", "<p>Tweet ons @voorbeeld</p>", "twitter voorbeeld contact printed\n"},
      {"a clause for each of two accounts",
       "<p>Volg @merk op <a href='https://x.com/merk'>X</a>, hulp via "
       "<a href='https://x.com/merkhelpt'>@merkhelpt</a></p>",
       "twitter merk follow\ntwitter merkhelpt contact\ntwitter merk follow printed\n"
       "twitter merkhelpt contact printed\n"},
      {"its label", "<a href='https://twitter.com/voorbeeld'>Stel je vraag via Twitter</a>",
       "twitter voorbeeld contact\n"},
      {"its sentence",
       "<p>Heb je een vraag? Stel je vraag via <a href='https://x.com/voorbeeld'>X</a>.</p>",
       "twitter voorbeeld contact\n"},
      {"another sentence of its block",
       "<p>Wij beantwoorden vragen per telefoon. Lees ook <a href='https://x.com/voorbeeld'>ons "
       "account</a>.</p>",
       "twitter voorbeeld follow\n"},
      {"heading",
       "<main><h2>Contact</h2><a href='https://twitter.com/voorbeeld'>Twitter</a></main>",
       "twitter voorbeeld contact\n"},
      {"heading of the network below a heading of contact",
       "<main><h1>Klantenservice</h1><h2>Twitter</h2><a "
       "href='https://twitter.com/voorbeeld'>@voorbeeld op X</a></main>",
       "twitter voorbeeld contact\ntwitter voorbeeld contact printed\n"},
      {"follow heading",
       "<main><h1>Contact</h1><h2>Volg ons</h2><a "
       "href='https://twitter.com/voorbeeld'>Twitter</a></main>",
       "twitter voorbeeld follow\n"},
      {"caption",
       "<main><h1>Contact</h1><p>Volg ons:</p><p><a "
       "href='https://twitter.com/voorbeeld'>Twitter</a></p></main>",
       "twitter voorbeeld follow\n"},
      {"label says follow under contact",
       "<main><h1>Contact</h1><a href='https://twitter.com/voorbeeld'>Volg ons op "
       "Twitter</a></main>",
       "twitter voorbeeld follow\n"},
      {"frequent questions promise nothing",
       "<main><h1>Veelgestelde vragen</h1><a "
       "href='https://twitter.com/voorbeeld'>Twitter</a></main>",
       "twitter voorbeeld follow\n"},
      {"the word of another link beside it",
       "<footer><div><a href='/contact'>Contact</a> <a "
       "href='https://twitter.com/voorbeeld'>Twitter</a></div></footer>",
       "twitter voorbeeld follow\n"},
      {"message by hand", "<a href='https://twitter.com/messages/compose?recipient_id=12'>DM</a>",
       "twitter id/12 contact\n"},
      {"footer column of site links, icons beside it",
       "<footer><h4>Klantenservice</h4><ul><li><a href='/a'>Ruilen</a><li><a "
       "href='/b'>Betalen</a></ul>"
       "<a href='https://twitter.com/voorbeeld'><img alt='Twitter'></a></footer>",
       "twitter voorbeeld follow\n"},
      {"a line that promises answers at its own number",
       "<footer><p><b>Klantenservice</b><br>020 555 01 42<br>ma-vr 9-17 uur</p><p>Kade 1</p>"
       "<a href='https://twitter.com/voorbeeld'><img alt='Twitter'></a></footer>",
       "twitter voorbeeld follow\n"},
      {"footer column of contact",
       "<footer><h4>Contact</h4><p>Bel <a href='tel:+31201234567'>020</a></p>"
       "<a href='https://twitter.com/voorbeeld'><img alt='Twitter'></a></footer>",
       "twitter voorbeeld contact\n"},
  });
}

TEST_CASE("a page is read in its own language") {
  CHECK(Told(FindAccounts("<html lang=de><main><h2>Haben Sie Fragen?</h2>"
                          "<a href='https://www.facebook.com/beispiel'>Facebook</a></main>",
                          "https://shop.example/")) == "facebook beispiel contact\n");
}

TEST_CASE("a section that names some networks as answering says nothing of the others") {
  const std::string body =
      "<main><h1>Contact via social media</h1>"
      "<p>We zijn actief op YouTube, Facebook, Twitter en LinkedIn. "
      "Onze webcare beantwoordt je vraag alleen via Facebook en Twitter.</p><ul>"
      "<li><a href='https://www.youtube.com/@voorbeeld'>YouTube</a>"
      "<li><a href='https://www.facebook.com/voorbeeld'>Facebook</a>"
      "<li><a href='https://twitter.com/voorbeeld'>Twitter</a>"
      "<li><a href='https://www.linkedin.com/company/voorbeeld'>LinkedIn</a></ul></main>";
  CHECK(Told(FindAccounts(body)) ==
        "youtube @voorbeeld follow\nfacebook voorbeeld contact\n"
        "twitter voorbeeld contact\nlinkedin company/voorbeeld follow\n");
}

TEST_CASE("a promise that is taken back is no promise") {
  CheckAll({
      {"refused",
       "<main><h1>Contact</h1><p>Wij beantwoorden geen vragen via Instagram.</p>"
       "<a href='https://instagram.com/voorbeeld'>Instagram</a></main>",
       "instagram voorbeeld follow\n"},
      {"refused beside accepted",
       "<main><h1>Contact</h1><p>Stel je vraag via Twitter, niet via Instagram.</p>"
       "<a href='https://twitter.com/voorbeeld'>Twitter</a> <a "
       "href='https://instagram.com/voorbeeld'>Instagram</a></main>",
       "twitter voorbeeld contact\ninstagram voorbeeld follow\n"},
      {"not only",
       "<main><h1>Hallo</h1><p>Je bereikt ons niet alleen via Twitter.</p>"
       "<a href='https://twitter.com/voorbeeld'>Twitter</a></main>",
       "twitter voorbeeld contact\n"},
      {"a place that was left, under a heading that promises",
       "<main><h1>Contact</h1><p>We zijn niet meer actief op <a "
       "href='https://x.com/voorbeeld'>X</a>.</p></main>",
       "twitter voorbeeld content\n"},
      {"a place that was left, its picture below",
       "<main><h1>Contact</h1><p>We zijn gestopt met X.</p><a "
       "href='https://x.com/voorbeeld'><img alt='X'></a></main>",
       "twitter voorbeeld content\n"},
      {"left before it is named",
       "<main><p>Op <a href='https://x.com/voorbeeld'>X</a> zijn wij sinds mei niet meer te "
       "vinden.</p></main>",
       "twitter voorbeeld content\n"},
      {"printed only",
       "<html lang=en><main><p>We are no longer active on Twitter (@voorbeeld).</p>",
       "twitter voorbeeld content printed\n"},
      {"one left, another offered in the same clause",
       "<main><p>Volg ons op <a href='https://www.linkedin.com/company/voorbeeld'>LinkedIn</a> nu "
       "wij niet meer actief zijn op <a href='https://x.com/voorbeeld'>X</a></p></main>",
       "linkedin company/voorbeeld follow\ntwitter voorbeeld content\n"},
      {"an old account is left, a new one offered",
       "<main><h1>Contact</h1><p>Ons oude account op X is niet meer actief.</p><p>Volg ons op <a "
       "href='https://x.com/voorbeeld'>X</a>.</p></main>",
       "twitter voorbeeld follow\n"},
      {"left in another section",
       "<main><h1>Nieuws</h1><h2>Oud</h2><p>We zijn niet meer actief op X.</p><h2>Sociale "
       "media</h2><a href='https://x.com/voorbeeld'>X</a></main>",
       "twitter voorbeeld follow\n"},
      {"something else is left",
       "<main><p>Hulp bij stoppen met roken? Volg ons op <a "
       "href='https://x.com/voorbeeld'>X</a></p></main>",
       "twitter voorbeeld follow\n"},
      {"a message that was left is no account",
       "<html lang=en><main><p>If you have left a message on <a "
       "href='https://x.com/voorbeeld'>X</a> we answer within a day.</p></main>",
       "twitter voorbeeld contact\n"},
      {"refused in another sentence",
       "<main><h1>Contact</h1><p>Geen tijd om te bellen? Kies <a "
       "href='https://x.com/voorbeeld'>X</a>.</p></main>",
       "twitter voorbeeld contact\n"},
      {"refused beside a printed handle",
       "<main><h1>Contact</h1><p>Op X (@voorbeeld) beantwoorden we geen vragen.</p></main>",
       "twitter voorbeeld follow printed\n"},
      {"a printed handle under a heading that promises",
       "<main><h1>Contact</h1><p>X: @voorbeeld</p></main>", "twitter voorbeeld contact printed\n"},
      {"English",
       "<main><h1>Social</h1><p>We do not answer questions on Facebook.</p>"
       "<a href='https://facebook.com/example'>Facebook</a></main>",
       "facebook example follow\n"},
  });
}

TEST_CASE("sharing is never contact, whatever stands above it") {
  CheckAll({
      {"share beside profile",
       "<main><h2>Contact</h2><a href='https://twitter.com/intent/tweet?text=x'>Tweet</a>"
       "<a href='https://twitter.com/voorbeeld'>Twitter</a></main>",
       "twitter - share\ntwitter voorbeeld contact\n"},
      {"sharer", "<a href='https://www.facebook.com/sharer.php?u=x'>Contact</a>",
       "facebook - share\n"},
      {"script button that says so", "<a href='#' onclick='share()'>Deel op Facebook</a>",
       "facebook - share\n"},
      {"window opened by script",
       "<a href='#' "
       "onclick=\"window.open('https://www.facebook.com/sharer/sharer.php?u=x')\">Deel</a>",
       "facebook - share\n"},
      {"WhatsApp", "<a href='https://wa.me/?text=x'>Stel je vraag via WhatsApp</a>",
       "whatsapp - share\n"},
      {"share button by class",
       "<div class='fb-share-button' data-href='https://shop.example'></div>",
       "facebook - share\n"},
      {"follow intent",
       "<a href='https://twitter.com/intent/follow?screen_name=Voorbeeld'>Volg</a>",
       "twitter voorbeeld follow\n"},
  });
}

TEST_CASE("a short address of Facebook is a profile where sites show their profiles") {
  CheckAll({
      {"footer",
       "<footer><a href='https://www.facebook.com/share/1AbC/'><img alt='Facebook'></a></footer>",
       "facebook share/1AbC follow\n"},
      {"article",
       "<article><a href='https://www.facebook.com/share/1AbC/'>dit bericht</a></article>",
       "facebook share/1AbC content\n"},
  });
}

TEST_CASE("embeds are content, or a way to follow when they show an account") {
  CheckAll({
      {"timeline",
       "<a class='twitter-timeline' href='https://twitter.com/Voorbeeld'>Tweets by Voorbeeld</a>",
       "twitter voorbeeld follow\n"},
      {"embedded post with links to people in it",
       "<blockquote class='twitter-tweet'><p>Kijk <a "
       "href='https://twitter.com/iemand'>@iemand</a></p>"
       "<a href='https://twitter.com/ander/status/1'>1 mei</a></blockquote>",
       "twitter iemand content\ntwitter ander content\n"},
      {"page plugin", "<div class='fb-page' data-href='https://www.facebook.com/voorbeeld/'></div>",
       "facebook voorbeeld follow\n"},
      {"page plugin as a frame",
       "<iframe "
       "src='https://www.facebook.com/plugins/"
       "page.php?href=https%3A%2F%2Fwww.facebook.com%2Fvoorbeeld'></iframe>",
       "facebook voorbeeld follow\n"},
      {"video", "<iframe src='https://www.youtube.com/embed/abc'></iframe>",
       "youtube youtube.com/embed/abc content\n"},
  });
}

TEST_CASE("nothing is made of bare hosts, scripts, pixels and accounts of unknown networks") {
  CheckAll({
      {"bare hosts",
       "<a href='https://twitter.com'>Twitter</a><a href='https://www.linkedin.com/'>LinkedIn</a>",
       ""},
      {"scripts",
       "<script src='https://platform.twitter.com/widgets.js'></script>"
       "<noscript><img src='https://www.facebook.com/tr?id=1&ev=PageView'></noscript>",
       ""},
      {"not reported", "<a href='https://github.com/voorbeeld'>GitHub</a>", ""},
      {"own page with an @", "<a href='/@voorbeeld'>Profiel</a>", ""},
      {"e-mail", "<p>Twitter of mail info@voorbeeld.example</p>", ""},
      {"CSS", "<p>Twitter</p><style>@media print{a{}}</style>", ""},
      {"handle without a network", "<p>Prijs @voorbeeld per stuk, zie @ander.</p>", ""},
      {"network far before the handle",
       "<p>Twitter is een netwerk. Heel iets anders: wij schrijven @voorbeeld op de gevel.</p>",
       ""},
      {"a small x is no network", "<p>10 x @voorbeeld</p>", ""},
      {"hidden", "<p hidden>Twitter @voorbeeld</p>", ""},
  });
}

TEST_CASE("printed handles and addresses count beside their network's name") {
  CheckAll({
      {"brackets", "<p>Je kunt ons bereiken via Twitter (@voorbeeld_x) en Facebook.</p>",
       "twitter voorbeeld_x contact printed\n"},
      {"behind", "<p>Volg @voorbeeld op X en @plaatjes op Instagram.</p>",
       "twitter voorbeeld follow printed\ninstagram plaatjes follow printed\n"},
      {"two networks", "<p>Twitter: @een, Instagram: @twee</p>",
       "twitter een follow printed\ninstagram twee follow printed\n"},
      {"table", "<table><tr><td>Twitter</td><td>@voorbeeld</td></tr></table>",
       "twitter voorbeeld follow printed\n"},
      {"address", "<p>Stel je vraag op facebook.com/voorbeeld of www.twitter.com/voorbeeld.</p>",
       "facebook voorbeeld contact printed\ntwitter voorbeeld contact printed\n"},
      {"Mastodon", "<p>Mastodon: @wij@social.example</p>",
       "mastodon wij@social.example follow printed\n"},
      {"under a heading of contact", "<main><h2>Contact</h2><p>Twitter: @voorbeeld</p></main>",
       "twitter voorbeeld contact printed\n"},
  });
}

TEST_CASE("a link whose scheme was forgotten is shown as printed, with the reason") {
  const Findings found = FindAccounts("<a href='www.facebook.com/voorbeeld'>Facebook</a>");
  REQUIRE(found.contacts.size() == 1);
  CHECK_FALSE(found.contacts[0].is_clickable);
  CHECK(found.contacts[0].handle == "voorbeeld");
  CHECK(found.contacts[0].signals.front() == "lacks-scheme");
}

TEST_CASE("Mastodon accounts on any host count when the link says so") {
  CheckAll({
      {"rel=me", "<a rel='me' href='https://social.voorbeeld.example/@wij'>Fediverse</a>",
       "mastodon wij@social.voorbeeld.example follow\n"},
      {"label", "<a href='https://toot.example/@wij'>Mastodon</a>",
       "mastodon wij@toot.example follow\n"},
      {"neither", "<a href='https://blog.example/@wij'>Blog</a>", ""},
  });
}

TEST_CASE("a point carries its place, words and address") {
  const Findings found = FindAccounts(
      "<footer>\n<a href='https://twitter.com/Voorbeeld?lang=nl'><img alt='Volg ons op "
      "X'></a></footer>");
  REQUIRE(found.contacts.size() == 1);
  const ContactPoint& point = found.contacts[0];
  CHECK(point.region == Region::kFooter);
  CHECK(point.label == "Volg ons op X");
  CHECK(point.quote == "Volg ons op X");
  CHECK(point.display == "twitter.com/Voorbeeld");
  CHECK(point.url == "https://twitter.com/Voorbeeld?lang=nl");
  CHECK(point.place.line == 2);
  CHECK(point.is_clickable);
  CHECK(point.confidence == Confidence::kSure);
}

TEST_CASE("accounts named for machines are mentions, no contact points") {
  const Findings found = FindAccounts(
      "<html lang=nl><head><meta name='twitter:site' content='@Voorbeeld'>"
      "<meta name='twitter:creator' content='@schrijver'>"
      "<meta property='article:publisher' content='https://www.facebook.com/voorbeeld'>"
      "<link rel='me' href='https://mastodon.nl/@voorbeeld'>"
      "<script type='application/ld+json'>{\"@type\":\"Organization\",\"sameAs\":"
      "[\"https://twitter.com/voorbeeld\",\"https://nl.wikipedia.org/wiki/X\"]}</script>"
      "</head><body><p>Hallo</p></body></html>",
      "https://shop.example/");
  CHECK(found.contacts.empty());
  std::string told;
  for (const AccountMention& mention : found.mentions) {
    told += mention.channel + " " + mention.value + " " + mention.where +
            (mention.is_person ? " person" : "") + "\n";
  }
  CHECK(told ==
        "twitter voorbeeld twitter:site\ntwitter schrijver twitter:creator person\n"
        "facebook voorbeeld article:publisher\ntwitter voorbeeld sameAs\n"
        "mastodon voorbeeld@mastodon.nl rel=me\n");
}

}  // namespace
}  // namespace klikpad
