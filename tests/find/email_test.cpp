// E-mail addresses: in links, in text, in every disguise, and what only looks like one.

#include "find/email/email.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "base/yaml.h"
#include "find/email/address.h"
#include "find/email/codes.h"
#include "find/email/disguise.h"
#include "find/email/script.h"
#include "find/email/uri.h"
#include "page/reader.h"

namespace klikpad {
namespace {

const Rules& EmailRules() {
  static const Rules rules = [] {
    Rules loaded;
    auto yaml = Yaml::Load(KLIKPAD_ROOT "/rules/emails.yaml");
    REQUIRE_MESSAGE(yaml, yaml.error().Text());
    auto facts = ParseEmailFacts(*yaml);
    REQUIRE_MESSAGE(facts, facts.error().Text());
    loaded.emails = std::move(*facts);
    loaded.triggers = TriggersOf(loaded);
    return loaded;
  }();
  return rules;
}

// A page of one text, one link, one element with attributes, one script: each may be empty.
struct Parts {
  std::string text, href, script;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string inner;  // text inside the element with attributes
};

Page PageOf(const Parts& parts) {
  Page page;
  auto storage = std::make_shared<Parts>(parts);
  page.document.storage = storage;
  Document& document = page.document;
  document.nodes.push_back({"#document", "", -1, 3, 0, 0, 0, 0});
  document.nodes.push_back({"span", "", 0, 3, 0, 0, 4, 7});
  document.nodes.push_back({"", storage->inner, 1, 3, 0, 0, 0, 0});
  for (const auto& [name, value] : storage->attributes)
    document.attributes.push_back({name, value});
  document.nodes[1].attribute_count = static_cast<std::uint32_t>(storage->attributes.size());
  if (!parts.text.empty()) {
    TextBlock block;
    block.node = 0;
    block.text = parts.text;
    page.blocks.push_back(block);
  }
  if (!parts.href.empty()) {
    Link link;
    link.href = parts.href;
    link.url = parts.href;
    link.label = "Mail ons";
    page.links.push_back(link);
  }
  if (!parts.script.empty()) {
    Resource script;
    script.kind = ResourceKind::kInlineScript;
    script.text = storage->script;
    script.node = 1;
    page.resources.push_back(script);
  }
  return page;
}

// The values, in order; "(js)" behind those that need a script.
std::string Found(const Parts& parts) {
  Findings findings;
  FindEmails(PageOf(parts), EmailRules(), PageContext(), findings);
  std::string all;
  for (const ContactPoint& point : findings.contacts) {
    if (!all.empty()) all += ", ";
    all += point.value + (point.needs_javascript ? " (js)" : "");
  }
  return all;
}

}  // namespace

// RFC 6068 §2: recipients parted by commas, percent-encoded, header fields in the query.
TEST_CASE("a mailbox's name tells whom it is for") {
  const EmailFacts& facts = EmailRules().emails;
  CHECK(facts.PurposeOf("ir") == "investors");
  CHECK(facts.PurposeOf("inkoop") == "suppliers");
  CHECK(facts.PurposeOf("inkoop.nl") == "suppliers");
  CHECK(facts.PurposeOf("legal") == "legal");
  CHECK(facts.PurposeOf("pers") == "press");
  CHECK(facts.PurposeOf("hr") == "jobs");
  CHECK(facts.PurposeOf("klachten") == "complaints");
  CHECK(facts.PurposeOf("billing-us") == "billing");
  CHECK(facts.PurposeOf("valse-email") == "security");
  CHECK(facts.PurposeOf("irma").empty());
  CHECK(facts.PurposeOf("info").empty());
}

TEST_CASE("mailto: addresses are read as RFC 6068 and the web write them") {
  struct Case {
    std::string href, found;
  };
  const std::vector<Case> cases{
      {"mailto:info@firma.example", "info@firma.example"},
      {"MAILTO:Info@Firma.example?subject=Vraag", "info@firma.example"},
      {"mailto:a@firma.example,b%40firma.example", "a@firma.example, b@firma.example"},
      {"mailto:a@firma.example;b@firma.example", "a@firma.example, b@firma.example"},
      {"mailto:?to=info@firma.example&subject=x", "info@firma.example"},
      {"mailto:?subject=Kijk&body=https://firma.example", ""},
      {"mailto: info@firma.example ", "info@firma.example"},
      {"mailto://info@firma.example", "info@firma.example"},
      {"mailto:%69nfo%40firma%2Eexample", "info@firma.example"},
      {"mailto:Jan%20Jansen%20%3Cjan@firma.example%3E", "jan@firma.example"},
      {"mailto:info@münchen.example", "info@xn--mnchen-3ya.example"},
      {"https://mail.google.com/mail/?view=cm&fs=1&to=info@firma.example", "info@firma.example"},
      {"https://mail.google.com.evil.example/mail/?to=info@firma.example", ""},
      {"/cdn-cgi/l/email-protection#432a2d252c03252a312e226d2d2f", "info@firma.nl (js)"},
      {"javascript:location.href='mailto:'+'info'+'@'+'firma.example'", "info@firma.example (js)"},
      {"mailto:infoNOSPAM@firma.example", "info@firma.example"},
      {"/pagina/mailto", ""},
      {"https://firma.example/?to=info@firma.example", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.href);
    CHECK(Found({"", c.href, "", {}, ""}) == c.found);
  }
}

TEST_CASE("addresses in text end where the address ends") {
  struct Case {
    std::string text, found;
  };
  const std::vector<Case> cases{
      {"Mail naar info@firma.nl.", "info@firma.nl"},
      {"E-mail:info@firma.nl,of bel", "info@firma.nl"},
      {R"(curl -d '{"email":"jane@firma.nl"}')", ""},
      {R"(Mail "info@firma.nl" met uw vraag)", "info@firma.nl"},
      {"<Info@Firma.NL>", "info@firma.nl"},
      {"first.last+tag@sub.firm.co.uk", "first.last+tag@sub.firm.co.uk"},
      {"info@firma.nlBel ons", ""},
      {"info@firma.nl.Bel ons", "info@firma.nl"},
      {"a@firma.nl / b@firma.nl", "a@firma.nl, b@firma.nl"},
      {"info @ firma.nl", "info@firma.nl"},
      {"info @ firma . nl", "info@firma.nl"},
      {"Correo: info @ firma . nl", "info@firma.nl"},
      {"Schrijf naar info @ firma . nl voor meer", "info@firma.nl"},
      {"E-mail: info @firma.nl", "info@firma.nl"},
      {"E-mail: info@ firma.nl", "info@firma.nl"},
      {"Volg ons @firma.nl", ""},
      {"Wij zitten @ kantoor . Kom langs", ""},
      {"infoNOSPAM@firma.nl", "info@firma.nl"},
      {"info@REMOVETHIS.firma.nl", "info@firma.nl"},
      {"nospam@firma.nl", "nospam@firma.nl"},
      {"Lunch @ cafe.nl is leuk", ""},
      {"Jan @ Firma.nl", ""},
      {"‘info@firma.nl’", "info@firma.nl"},
      {"info@bücher.de", "info@xn--bcher-kva.de"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(Found({c.text, "", "", {}, ""}) == c.found);
  }
}

TEST_CASE("spelt-out addresses are read, sentences with the same words are not") {
  struct Case {
    std::string text, found;
  };
  const std::vector<Case> cases{
      {"info [at] firma [dot] nl", "info@firma.nl"},
      {"info(at)firma.nl", "info@firma.nl"},
      {"info {AT} firma {DOT} co {DOT} uk", "info@firma.co.uk"},
      {"Mail info at firma dot nl voor meer", "info@firma.nl"},
      {"info apenstaartje firma punt nl", "info@firma.nl"},
      {"jan (punt) jansen (at) firma (punt) nl", "jan.jansen@firma.nl"},
      {"info (ät) firma.de", "info@firma.de"},
      {"E-mail address: info[at]firma[dot]nl", "info@firma.nl"},
      {"info_at_firma.nl", "info@firma.nl"},
      {"info -at- firma -dot- nl", "info@firma.nl"},
      {"info /at/ firma /punt/ nl", "info@firma.nl"},
      {"Kijk - at - de hoek", ""},
      {"Mail: info [put the at sign here] firma.nl", "info@firma.nl"},
      {"info (hier een apenstaartje) firma.nl", "info@firma.nl"},
      {"Zet een bord neer (at signs) firma.nl", ""},
      {"Meet us at firma.nl", ""},
      {"Look at the dot on the map", ""},
      {"Kijk (at) de hoek", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(Found({c.text, "", "", {}, ""}) == c.found);
  }
}

TEST_CASE("the full stop of a sentence is no part of a spelt-out address") {
  const std::string text = "Schrijf naar hallo [at] stil.example. We lezen de post op dinsdag.";
  const auto found = FindDisguisedEmails(text, EmailRules().emails);
  REQUIRE(found.size() == 1);
  CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "hallo [at] stil.example");
}

TEST_CASE("addresses hidden in attributes are decoded") {
  struct Case {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string inner, found;
  };
  const std::vector<Case> cases{
      {"Cloudflare", {{"data-cfemail", "7a13141c153a1c1308171b541416"}}, "", "info@firma.nl (js)"},
      {"parts", {{"data-user", "info"}, {"data-domain", "firma.nl"}}, "", "info@firma.nl (js)"},
      {"three parts",
       {{"data-name", "info"}, {"data-domain", "firma"}, {"data-tld", "nl"}},
       "",
       "info@firma.nl (js)"},
      {"backwards", {{"data-user", "ofni"}, {"data-domain", "ln.amrif"}}, "", "info@firma.nl (js)"},
      {"shifted", {{"data-enc-email", "vasb@svezn.ay"}}, "", "info@firma.nl (js)"},
      {"whole", {{"data-email", "info@firma.nl"}}, "", "info@firma.nl (js)"},
      {"shown from right to left",
       {{"style", "unicode-bidi:bidi-override;direction:rtl"}},
       "ln.amrif@ofni",
       "info@firma.nl"},
      {"an unrelated attribute", {{"data-user", "12"}, {"data-domain", "shop"}}, "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Found({"x", "", "", c.attributes, c.inner}) == c.found);
  }
  CHECK(DecodeCloudflare("422b2c242d02242b302f236c2c2e").value_or("") == "info@firma.nl");
  CHECK_FALSE(DecodeCloudflare("zz2b2c242d02242b302f236c2c2e"));
}

TEST_CASE("addresses that a script puts together are read without running it") {
  struct Case {
    std::string name, script, found;
  };
  const std::vector<Case> cases{
      {"joined", "document.write('<a href=\"mailto:' + 'info' + '@' + 'firma.nl' + '\">mail</a>');",
       "info@firma.nl"},
      {"Joomla",
       "var addy1 = '&#105;nf&#111;' + '&#64;'; addy1 = addy1 + 'firma' + '&#46;' + 'nl'; "
       "document.write(addy1);",
       "info@firma.nl"},
      {"variables", "var u='info', d='firma.nl';\nvar m = u + '@' + d; el.href = 'mailto:' + m;",
       "info@firma.nl"},
      {"character codes",
       "document.write(String.fromCharCode(105,110,102,111,64,102,105,114,109,97,46,110,108))",
       "info@firma.nl"},
      {"percent", "document.write(unescape('%69%6e%66%6f%40%66%69%72%6d%61%2e%6e%6c'))",
       "info@firma.nl"},
      {"ROT13", "location = rot('znvygb:vasb@svezn.ay')", "info@firma.nl"},
      {"TYPO3", "linkTo_UnCryptMailto('nbjmup+jogpAgjsnb/om')", "info@firma.nl"},
      {"added", "var e = 'info'; e += '@'; e += 'firma.nl'; document.write(e)", "info@firma.nl"},
      {"a key of a service",
       "Sentry.init({email: 1, dsn: 'https://abc123@o12.ingest.sentry.io/1'})", ""},
      {"settings", "var cfg = {\"email\": \"admin@firma.nl\"}; // mailto", ""},
      {"style", "document.write('<style>@media print {}</style>')", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::string all;
    for (const std::string& address : ScriptEmails(c.script))
      all += (all.empty() ? "" : ", ") + address;
    CHECK(all == c.found);
  }
}

TEST_CASE("what only looks like an address is none") {
  for (const std::string& text : std::vector<std::string>{
           "logo@2x.png", "lodash@4.17.21", "@firma", "https://user:secret@firma.nl/",
           "jouw@email.nl", "name@example.com", "a@b", "info@localhost", "@media screen",
           "https://medium.com/@firma.nl", "you@yourdomain.com", "icon@3x.webp"}) {
    CAPTURE(text);
    CHECK(Found({text, "", "", {}, ""}) == "");
  }
}

TEST_CASE("a link without words counts unless nothing in it can be seen") {
  const auto count = [](const std::string& inside, const std::string& attributes) {
    const Page page =
        ReadPage("<!doctype html><p>Mail <a href='mailto:info@firma.nl' " + attributes + ">" +
                     inside + "</a> of <a href='tel:112' " + attributes + ">" + inside + "</a></p>",
                 "https://firma.nl/", "");
    Findings findings;
    FindEmails(page, EmailRules(), PageContext(), findings);
    return findings.contacts.size();
  };
  CHECK(count("", "") == 0);
  CHECK(count(" ", "target='_blank'") == 0);
  CHECK(count("<img src='brief.png'>", "") == 1);
  CHECK(count("", "class='icoon-brief'") == 1);
  CHECK(count("Mail ons", "") == 1);
}

TEST_CASE("an address that labels its own link is one contact") {
  Page page = PageOf({"Mail info@firma.nl", "mailto:info@firma.nl", "", {}, ""});
  page.links[0].block = 0;
  page.links[0].label = "info@firma.nl";
  Findings findings;
  FindEmails(page, EmailRules(), PageContext(), findings);
  REQUIRE(findings.contacts.size() == 1);
  CHECK(findings.contacts[0].is_clickable);
  CHECK(findings.contacts[0].quote == "Mail info@firma.nl");
}

}  // namespace klikpad
