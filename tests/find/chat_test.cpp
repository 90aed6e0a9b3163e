// Live chat: every vendor's usual embed is found, what only mentions a vendor is not, and the state
// is told.

#include "find/chat/chat.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/files.h"
#include "page/reader.h"
#include "rules_for_tests.h"

namespace klikpad {
namespace {

const Rules& TestRules() {
  static const Rules rules = [] {
    Rules loaded;
    Result<Yaml> yaml = Yaml::Load(KLIKPAD_ROOT "/rules/chat-vendors.yaml");
    REQUIRE(yaml);
    Result<Vendors> vendors = ParseVendors(*yaml);
    REQUIRE(vendors);
    loaded.vendors = std::move(*vendors);
    loaded.networks = ShippedNetworks();
    loaded.triggers = TriggersOf(loaded);
    return loaded;
  }();
  return rules;
}

ContactPoint First(const std::vector<ContactPoint>& contacts) {
  return contacts.empty() ? ContactPoint() : contacts.front();
}

std::vector<ContactPoint> Chats(const std::string& html) {
  Page page = ReadPage(html, "https://www.bedrijf.example/service", "text/html; charset=utf-8");
  PageContext context;
  context.brand.hosts = {"hulp-bedrijf.example"};
  Findings findings;
  FindChat(page, TestRules(), context, findings);
  return findings.contacts;
}

// "chat intercom script, chat unknown visible" in order.
std::string Summary(const std::vector<ContactPoint>& contacts) {
  std::string text;
  for (const ContactPoint& point : contacts) {
    if (!text.empty()) text += ", ";
    text += point.channel + " " + point.value + " " + point.state;
  }
  return text;
}

void CheckIsFound(const Vendor& vendor, const std::string& html) {
  std::vector<ContactPoint> contacts = Chats(html);
  CAPTURE(Summary(contacts));
  if (vendor.channel.empty()) {
    CHECK(contacts.empty());
    return;
  }
  CHECK(std::any_of(contacts.begin(), contacts.end(), [&](const ContactPoint& point) {
    return point.channel == vendor.channel && point.value == vendor.id;
  }));
  for (const ContactPoint& point : contacts) CHECK(point.value == vendor.id);
}

TEST_CASE("each vendor's example in the catalogue is recognised, as that vendor alone") {
  for (const Vendor& vendor : TestRules().vendors.list) {
    CAPTURE(vendor.id);
    CheckIsFound(vendor, vendor.example);
  }
}

TEST_CASE("each vendor with hosts is found by its usual embed, as that vendor alone") {
  const Vendors& vendors = TestRules().vendors;
  const std::string folder = KLIKPAD_ROOT "/tests/find/chat_embeds/";
  for (std::size_t i = 0; i < vendors.list.size(); ++i) {
    const Vendor& vendor = vendors.list[i];
    bool has_host =
        std::any_of(vendors.marks.begin(), vendors.marks.end(), [i](const VendorMark& m) {
          return m.vendor == static_cast<int>(i) && m.kind == MarkKind::kHost;
        });
    if (!has_host) continue;
    CAPTURE(vendor.id);
    Result<std::string> html = ReadFile(folder + vendor.id + ".html");
    REQUIRE(html);
    CheckIsFound(vendor, *html);
  }
}

TEST_CASE(
    "pages that name vendors, link to them, list them for consent or commented them out have no "
    "chat") {
  const std::string folder = KLIKPAD_ROOT "/tests/find/chat_traps/";
  for (const std::string name : {"names_and_sites.html", "consent_list.html", "near_misses.html"}) {
    CAPTURE(name);
    Result<std::string> html = ReadFile(folder + name);
    REQUIRE(html);
    CHECK(Summary(Chats(*html)) == "");
  }
}

// A file on disk has no address: "//host" is https, and a vendor's site stays a vendor's site.
TEST_CASE("a page without an address has the same chats") {
  const auto chats = [](const std::string& html) {
    Findings findings;
    FindChat(ReadPage(html, "", ""), TestRules(), PageContext(), findings);
    return Summary(findings.contacts);
  };
  CHECK(chats("<script src=\"//embed.tawk.to/5/default\"></script>") == "chat tawk script");
  CHECK(chats("<p><a href=\"https://www.livechat.com/\">Live chat</a></p>") == "");
  CHECK(chats("<p><a href=\"/live-chat\">Live chat</a></p>") == "chat unknown visible");
}

const std::string kTawk = "<script src=\"https://embed.tawk.to/5/default\"></script>";

TEST_CASE("the state of a chat") {
  struct Case {
    std::string name, html, says;
  };
  for (const Case& c : std::vector<Case>{
           {"only a script", kTawk, "chat tawk script"},
           {"a button with words", kTawk + "<button>Chat met ons</button>", "chat tawk visible"},
           {"a button with an open call",
            kTawk + "<a href=\"javascript:void(Tawk_API.toggle())\">Vraag?</a>",
            "chat tawk visible"},
           {"an onclick",
            kTawk + "<a href=\"#\" onclick=\"Tawk_API.maximize(); return false\">Hulp</a>",
            "chat tawk visible"},
           {"an open call of a vendor whose loader is elsewhere",
            "<button onclick='zE( \"messenger\", \"open\" )'>Vraag</button>",
            "chat zendesk_widget visible"},
           {"waits for consent",
            "<script type=\"text/plain\" data-src=\"https://embed.tawk.to/5/default\"></script>",
            "chat tawk needs-consent"},
           {"an inline script that waits for consent",
            "<script type=\"text/plain\" data-cookieconsent=\"preferences\">var "
            "Tawk_API=Tawk_API||{};"
            "(function(){var "
            "s=document.createElement('script');s.src='https://embed.tawk.to/5/1';})();"
            "</script>",
            "chat tawk needs-consent"},
           {"a placeholder", kTawk + "<div class=\"live-chat-loader-placeholder\"></div>",
            "chat tawk facade"},
           {"a placeholder alone", "<div class=\"drift-facade\"></div>", "chat drift facade"},
           {"kept hidden",
            "<script>window.intercomSettings={app_id:'x1',hide_default_launcher : true};"
            "var s=document.createElement('script');s.src='https://widget.intercom.io/widget/x1';"
            "</script>",
            "chat intercom off"},
           {"hidden, with a button of its own",
            "<script>window.intercomSettings={app_id:'x1',hide_default_launcher:true};"
            "var s=document.createElement('script');s.src='https://widget.intercom.io/widget/x1';"
            "</script><button>Start chat</button>",
            "chat intercom visible"},
           {"a frame in the page", "<iframe src=\"https://tawk.to/chat/5/default\"></iframe>",
            "chat tawk visible"},
           {"the service has ended", "<div class=\"fb-customerchat\" page_id=\"1\"></div>",
            "facebook-chat facebook_customerchat off"},
           {"says it is offline", "<button>Chat is offline</button>", "chat unknown off"},
           {"a button without a vendor", "<button>Start een chat</button>", "chat unknown visible"},
           {"a button that says no more than chat", "<button>Chat</button>",
            "chat unknown visible"},
           {"a link that says no more than chat", "<a href=\"/uitleg\">Chat</a>", ""},
           {"a button that names a helper", "<button>Chat met Robin</button>",
            "chat unknown visible"},
           {"a link that names somebody", "<a href=\"/nieuws/1\">Chat met Robin</a>", ""},
           {"a button below the heading of a chat",
            "<h3>Chat</h3><p>ma-vr 9-17 uur</p><button>Start een gesprek</button>",
            "chat unknown visible"},
           {"a link below it that only scripts follow",
            "<h3>Live chat</h3><a href=\"#\" role=\"button\">Start</a>", "chat unknown visible"},
           {"a link below it to an article", "<h3>Chat</h3><a href=\"/uitleg\">Start</a>", ""},
           {"a button below another heading",
            "<h3>Chat</h3><p>Gesloten</p><h3>Formulier</h3><button>Start</button>", ""},
           {"a button below the heading of a messenger",
            "<h3>Chat via WhatsApp</h3><button>Start</button>", ""},
           {"a button below it that says nothing of it", "<h3>Chat</h3><button>Meer</button>", ""},
           {"a card of that title",
            "<a href=\"#\"><h3>Chat</h3><p>Antwoord binnen een minuut</p></a>",
            "chat unknown visible"},
           {"a card that leads to an article",
            "<a href=\"/uitleg\"><h3>Chat</h3><p>Antwoord binnen een minuut</p></a>", ""},
           {"a card of customers among themselves",
            "<button><b>Chat</b> <span>met andere leden</span></button>", ""},
           {"a name in two colours", "<button><b>Chat</b> <i>Royal</i></button>", ""},
           {"a messenger's link", "<a href=\"https://m.me/bedrijf\">Chat met ons</a>", ""},
           {"customers among themselves", "<button>Chat met andere leden</button>", ""},
           {"an icon with a name", "<button aria-label=\"Open chat\"><svg></svg></button>",
            "chat unknown visible"},
           {"an icon to close it", "<button aria-label=\"Sluit chat\"><svg></svg></button>", ""},
           {"a link that only scripts follow", "<a href=\"#\">Chat</a>", "chat unknown visible"},
           {"a link to a part of the page", "<a href=\"#chat\">Chat</a>", ""},
           {"another host for chats", "<a href=\"https://webchat.dienst.example/1\">Chat</a>",
            "chat unknown visible"},
           {"a host whose name only begins so", "<a href=\"https://chateau.example/1\">Chat</a>",
            ""},
           {"by a messenger", "<button>Chat with us on WhatsApp</button>", ""},
           {"in a meeting", "<button>Chat openen in Teams</button>", ""},
           {"closed at the moment", "<button disabled>Chat (gesloten)</button>",
            "chat unknown off"},
           {"friends", "<button>Chat with friends</button>", ""},
           {"a button that is about chat", "<button>Chatinstellingen</button>", ""},
           {"an address in JSON of a loader, with escaped slashes",
            "<script>var urls=[\"https:\\/\\/embed.tawk.to\\/5\\/default\"];"
            "var s=document.createElement('script');s.src=urls[0];</script>",
            "chat tawk script"},
           {"an own chat page", "<a href=\"/contact/chat\">Chat</a>", "chat unknown visible"},
           {"the word alone on another page", "<a href=\"/muziek\">Chat</a>", ""},
           {"a chat page on another of the brand's hosts",
            "<a href=\"https://hulp-bedrijf.example/gesprek\">Chat met ons</a>",
            "chat unknown visible"},
           {"somebody else's page", "<a href=\"https://www.ander.example/x\">Live chat</a>", ""},
           {"a vendor's chat page", "<a href=\"https://direct.lc.chat/1000/1\">Chat met ons</a>",
            "chat livechat visible"},
           {"weak words beside a vendor", kTawk + "<button>Hulp nodig?</button>",
            "chat tawk visible"},
           {"weak words alone", "<button>Hulp nodig?</button>", ""},
       }) {
    CAPTURE(c.name);
    std::string summary = Summary(Chats(c.html));
    CHECK(summary.substr(0, summary.find(',')) == c.says);
  }
}

TEST_CASE("one unverified mark alone is a weak hint, two are likely, a checked one is sure") {
  CHECK(
      First(Chats("<script src=\"https://brandmessenger.khoros.com/x.js\"></script>")).confidence ==
      Confidence::kWeak);
  CHECK(First(Chats("<div data-apple-business-id=\"0\" "
                    "class=\"apple-business-chat-message-container\"></div>"))
            .confidence == Confidence::kLikely);
  CHECK(First(Chats(kTawk)).confidence == Confidence::kSure);
  CHECK(Chats("<div class=\"apple-business-chat-message-container\"></div>").empty());
}

TEST_CASE("who answers: a bot's vendor, or the words on the button") {
  CHECK(First(Chats(kTawk)).human == Human::kUnknown);
  CHECK(First(Chats("<script src=\"https://bot.leadoo.com/bot/dynamic.js\"></script>")).human ==
        Human::kNo);
  CHECK(First(Chats(kTawk + "<button>Chat met een medewerker</button>")).human == Human::kYes);
  CHECK(First(Chats("<button>Start chat met onze virtuele assistent</button>")).human ==
        Human::kNo);
}

TEST_CASE("a chat counts the click that opens it, and points to where it stands") {
  ContactPoint point =
      First(Chats("<!DOCTYPE html>\n<p>Hallo</p>\n  <button>Chat met ons</button>"));
  CHECK(point.is_clickable);
  CHECK(point.label == "Chat met ons");
  CHECK(point.quote == "Chat met ons");
  CHECK(point.place.line == 3);
  CHECK(point.is_visible);
}

TEST_CASE("a page of ten thousand addresses and brackets costs no more than its length") {
  std::string html = "<script>";
  for (int i = 0; i < 20000; ++i) html += "s.src='//embed.tawk.to/x';/*zE(";
  std::vector<ContactPoint> contacts = Chats(html + "</script>");
  CHECK(contacts.size() <= 2);
}

}  // namespace
}  // namespace klikpad
