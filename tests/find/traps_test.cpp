// Traps of real sites, rebuilt in own words: what stands on their pages and is not the brand's, or
// does not look like the brand's and is. One named case each; whole pages, all detectors.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "find/find.h"
#include "find/site/ownership.h"
#include "page/reader.h"

namespace klikpad {
namespace {

const Rules& ShippedRules() {
  static const Rules rules = [] {
    auto loaded = LoadRules(std::string(KLIKPAD_ROOT) + "/rules");
    REQUIRE_MESSAGE(loaded, loaded.error().Text());
    return *std::move(loaded);
  }();
  return rules;
}

// Three pages of one brand, each with this body; the first is the home page.
SiteLook Look(const Brand& brand, const std::string& head, const std::string& body,
              const std::string& lang) {
  SiteLook look;
  for (const std::string path : {"", "over-ons", "contact"}) {
    SitePage page;
    page.url = brand.start + path;
    page.is_read = true;
    page.lang = lang;
    const Page read = ReadPage("<!doctype html><html lang=" + lang + "><head><title>x</title>" +
                                   head + "</head><body>" + body + "</body></html>",
                               page.url, "text/html; charset=utf-8");
    std::vector<SiteText> texts;
    for (const TextBlock& block : read.blocks) texts.push_back(KeptText(block));
    page.texts = std::move(texts);
    PageContext context;
    context.brand = brand;
    context.country = brand.country;
    context.is_home = path.empty();
    page.found = FindAll(read, ShippedRules(), context);
    look.pages.push_back(std::move(page));
  }
  look.start = 0;
  DecideOwners(look, brand, ShippedRules());
  return look;
}

// "twitter voorbeeld" for each own contact or account of that channel, once; "" for none.
std::string OwnOn(const SiteLook& look, const std::string& channel) {
  std::vector<std::string> values;
  for (const SitePage& page : look.pages) {
    for (const ContactPoint& point : page.found.contacts) {
      const bool is_way = point.use == Use::kContact || point.use == Use::kFollow;
      if (point.channel != channel || point.owner != Owner::kOwn || !is_way) continue;
      if (std::find(values.begin(), values.end(), point.value) == values.end()) {
        values.push_back(point.value);
      }
    }
  }
  std::sort(values.begin(), values.end());
  return Join(values, " ");
}

Brand BrandOf(const std::string& name, const std::string& host, const std::string& country) {
  Brand brand;
  brand.name = name;
  brand.start = "https://" + host + "/";
  brand.country = country;
  return brand;
}

struct Trap {
  std::string name, head, body, channel, own;
};

void CheckTraps(const Brand& brand, const std::string& lang, const std::vector<Trap>& traps) {
  for (const Trap& trap : traps) {
    CAPTURE(trap.name);
    CHECK(OwnOn(Look(brand, trap.head, trap.body, lang), trap.channel) == trap.own);
  }
}

TEST_CASE("Twitter traps: shares, intents, embeds and others' accounts are never the brand's") {
  const std::vector<Trap> traps{
      {"a share button on every page", "",
       "<footer><a "
       "href='https://twitter.com/intent/tweet?url=https%3A%2F%2Fx.example&via=veerhuis'>"
       "Deel op Twitter</a><a href='https://twitter.com/share' class='twitter-share-button' "
       "data-via='veerhuis'>Tweet</a></footer>",
       "twitter", ""},
      {"the status box of old", "",
       "<footer><a href='http://twitter.com/home?status=Kijk'>Twitter</a></footer>", "twitter", ""},
      {"a post of a customer, embedded", "",
       "<main><blockquote class='twitter-tweet'><p>Wat fijn daar</p>&mdash; Jan (@janreist) <a "
       "href='https://twitter.com/janreist/status/123456'>9 april</a></blockquote></main>",
       "twitter", ""},
      {"an embedded timeline of a hashtag", "",
       "<aside><a class='twitter-timeline' "
       "href='https://twitter.com/hashtag/veerhuis'>Tweets</a></aside>",
       "twitter", ""},
      {"the widget's script", "",
       "<footer><script async src='https://platform.twitter.com/widgets.js'></script></footer>",
       "twitter", ""},
      {"the maker of the site signs in the footer", "",
       "<footer><p>Website door <a href='https://twitter.com/bureaublauw'>Bureau Blauw</a></p>"
       "</footer>",
       "twitter", ""},
      {"the template's own account", "",
       "<footer><a href='https://twitter.com/wordpressdotcom'>Twitter</a></footer>", "twitter", ""},
      {"the icon of a template that leads nowhere", "",
       "<footer><a href='https://twitter.com/'>Twitter</a><a href='https://x.com'>X</a></footer>",
       "twitter", ""},
      {"a login through the network", "",
       "<header><a href='https://twitter.com/i/flow/login'>Inloggen met X</a></header>", "twitter",
       ""},
      {"the account of an author", "",
       "<main><h3>Auteur</h3><p><a href='https://twitter.com/annaschrijft'>@annaschrijft</a></p>"
       "</main>",
       "twitter", ""},
      {"the account of a partner", "",
       "<main><h2>Onze partners</h2><a href='https://twitter.com/rondvaartbv'>Rondvaart</a></main>",
       "twitter", ""},
      {"the police, for those who lost something", "",
       "<main><p>Iets verloren? Meld het bij de politie via <a "
       "href='https://twitter.com/politie'>@politie</a>.</p></main>",
       "twitter", ""},
      {"the brand's own account beside a share button", "",
       "<footer><a href='https://twitter.com/share'>Deel</a><a "
       "href='https://twitter.com/veerhuis_nl'>Volg ons op Twitter</a></footer>",
       "twitter", "veerhuis_nl"},
      {"two spellings of one account", "",
       "<footer><a href='http://www.twitter.com/VeerHuis'>Twitter</a></footer><main><a "
       "href='https://mobile.twitter.com/veerhuis/?lang=nl'>Twitter</a></main>",
       "twitter", "veerhuis"},
      {"a name turned round, repeated in the footer", "",
       "<footer><p>Volg ons</p><a href='https://twitter.com/huisveer'>Twitter</a></footer>",
       "twitter", "huisveer"},
      {"letters only, named by sameAs",
       "<script type='application/ld+json'>{\"@type\":\"Organization\",\"sameAs\":"
       "[\"https://twitter.com/vhsm\"]}</script>",
       "<footer><a href='https://twitter.com/vhsm'>Twitter</a></footer>", "twitter", "vhsm"},
      {"named by twitter:site", "<meta name='twitter:site' content='@vhwebcare'>",
       "<main><p>Stel je vraag via <a href='https://twitter.com/vhwebcare'>Twitter</a>.</p></main>",
       "twitter", "vhwebcare"},
  };
  CheckTraps(BrandOf("Veerhuis", "www.veerhuis.example", "NL"), "nl", traps);
}

TEST_CASE("traps of other networks") {
  const std::vector<Trap> traps{
      {"a bare link to LinkedIn", "",
       "<footer><a href='http://www.linkedin.com'>LinkedIn</a></footer>", "linkedin", ""},
      {"the director's own profile in the footer", "",
       "<footer><a href='http://www.linkedin.com/pub/jan-jansen/12/761/3a8'>LinkedIn</a></footer>",
       "linkedin", ""},
      {"a company by its number, with tracking", "",
       "<footer><a href='http://www.linkedin.com/company/550316?trk=tyah'>LinkedIn</a></footer>",
       "linkedin", "company/550316"},
      {"a name with an ampersand", "",
       "<footer><a href='http://www.linkedin.com/company/veer-&amp;-huis-bv?trk=x'>LinkedIn</a>"
       "</footer>",
       "linkedin", "company/veer-&-huis-bv"},
      {"the likes of a page are the page", "",
       "<footer><a href='https://www.facebook.com/veerhuisboten/likes'>Facebook</a></footer>",
       "facebook", "veerhuisboten"},
      {"a page told by its number", "",
       "<footer><a href='http://www.facebook.com/pages/Veerhuis-Boten/62615021333'>f</a></footer>",
       "facebook", "62615021333"},
      {"the pixel", "",
       "<noscript><img src='https://www.facebook.com/tr?id=1234567&ev=PageView&noscript=1'>"
       "</noscript>",
       "facebook", ""},
      {"a sharer in the footer", "",
       "<footer><a href='https://www.facebook.com/sharer/sharer.php?u=https://x.example'>Facebook"
       "</a></footer>",
       "facebook", ""},
      {"a film that is shown", "",
       "<main><iframe src='https://www.youtube.com/embed/abcdefghijk'></iframe></main>", "youtube",
       ""},
      {"a channel with tracking", "",
       "<footer><a href='http://www.youtube.com/user/VeerhuisFilm?feature=watch'>YouTube</a>"
       "</footer>",
       "youtube", "user/veerhuisfilm"},
      {"a pin button", "",
       "<footer><a href='http://pinterest.com/pin/create/button/?url=x'>Pin it</a></footer>",
       "pinterest", ""},
      {"WhatsApp to share", "", "<footer><a href='https://wa.me/?text=Kijk'>WhatsApp</a></footer>",
       "whatsapp", ""},
      {"Telegram to share", "",
       "<footer><a href='https://t.me/share/url?url=x'>Telegram</a></footer>", "telegram", ""},
  };
  CheckTraps(BrandOf("Veerhuis", "www.veerhuis.example", "NL"), "nl", traps);
}

TEST_CASE("traps of numbers, addresses and forms") {
  const std::vector<Trap> traps{
      {"an authority's number in a privacy statement", "",
       "<main><h1>Privacy</h1><p>Een klacht? De Autoriteit Persoonsgegevens is bereikbaar op 088 - "
       "1805 250.</p></main>",
       "phone", ""},
      {"a booking form is no contact form", "",
       "<main><h2>Reserveren</h2><form action='/boek'><input name='aankomst' type='date'><input "
       "name='vertrek' type='date'><select name='personen'><option>2</option></select><button>Boek"
       "</button></form></main>",
       "form", ""},
      {"a newsletter form is none", "",
       "<footer><form action='/nieuws'><input type='email' name='email' placeholder='Uw "
       "e-mailadres'><button>Aanmelden</button></form></footer>",
       "form", ""},
      {"chamber of commerce, VAT and bank account are no numbers to call", "",
       "<footer>KvK 12345678 BTW NL001234567B01 IBAN NL91 ABNA 0417 1643 00</footer>", "phone", ""},
      {"the authority's post box", "",
       "<main><h1>Privacy</h1><p>Autoriteit Persoonsgegevens<br>Postbus 93374<br>2509 AJ Den "
       "Haag</p></main>",
       "address", ""},
  };
  CheckTraps(BrandOf("Veerhuis", "www.veerhuis.example", "NL"), "nl", traps);
}

TEST_CASE("mail at another domain is the brand's where its own pages give it") {
  const Brand brand = BrandOf("The Harbour Hotels", "www.harbourhotels.example", "GB");
  CHECK(OwnOn(Look(brand, "",
                   "<main><p>Reservations: <a "
                   "href='mailto:reservations@harb.example'>mail us</a></p></main>",
                   "en"),
              "email") == "reservations@harb.example");
}

TEST_CASE("dead networks and products are recognised, and living ones are not called so") {
  struct Case {
    std::string body, channel;
    bool is_dead;
  };
  const std::vector<Case> cases{
      {"<a href='http://voorbeeld.hyves.nl/'>Hyves</a>", "hyves", true},
      {"<a href='https://plus.google.com/+Voorbeeld'>Google+</a>", "google-plus", true},
      {"<a href='skype:voorbeeld?call'>Skype</a>", "skype", true},
      {"<div class='fb-customerchat' page_id='1234567890'></div><script>window.fbAsyncInit = "
       "function() { FB.init({ xfbml: true, version: 'v10.0' }); };</script><script "
       "src='https://connect.facebook.net/nl_NL/sdk/xfbml.customerchat.js'></script>",
       "facebook-chat", true},
      {"<a href='https://twitter.com/voorbeeld'>Twitter</a>", "twitter", false},
      {"<a href='https://m.me/voorbeeld'>Messenger</a>", "messenger", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.body);
    const Page page = ReadPage("<html lang=nl><body>" + c.body + "</body></html>",
                               "https://www.voorbeeld.example/", "");
    const Findings found = FindAll(page, ShippedRules(), {});
    const auto point =
        std::find_if(found.contacts.begin(), found.contacts.end(),
                     [&](const ContactPoint& each) { return each.channel == c.channel; });
    REQUIRE(point != found.contacts.end());
    const ChannelInfo* channel = ShippedRules().channels.Find(c.channel);
    REQUIRE(channel != nullptr);
    CHECK(channel->is_dead == c.is_dead);
    if (c.is_dead) CHECK(!channel->dead_since.empty());
  }
}

}  // namespace
}  // namespace klikpad
