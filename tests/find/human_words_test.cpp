// Human or machine, by the words around a contact, in six languages.

#include "find/human_words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "find/find.h"
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

TEST_CASE("words say whether a human answers") {
  struct Case {
    std::string text, human;
  };
  const std::vector<Case> cases{
      {"Chat met een medewerker", "yes"},
      {"Stel je vraag aan onze chatbot", "no"},
      {"Chat met Noa, onze digitale assistent", "no"},
      {"Onze virtuele medewerker staat klaar", "no"},
      {"Je praat met echte mensen, geen chatbot", "yes"},
      {"De chatbot helpt je of verbindt je door met een medewerker", "unknown"},
      {"Chat with us", "unknown"},
      {"Talk to a real person", "yes"},
      {"Ask our AI assistant", "no"},
      {"Chatten Sie mit unseren Mitarbeitern", "yes"},
      {"Frag unseren Chatbot", "no"},
      {"Discutez avec un conseiller", "yes"},
      {"Notre assistant virtuel vous répond", "no"},
      {"Habla con un agente", "yes"},
      {"Nuestro asistente virtual", "no"},
      {"Parla con un operatore", "yes"},
      {"Il nostro assistente virtuale", "no"},
      {"Robotmaaiers", "unknown"},
      {"", "unknown"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(Word(WhoAnswers(c.text, ShippedRules().vocabulary)) == c.human);
  }
}

TEST_CASE("a contact takes what its label, its text and its heading say") {
  struct Case {
    std::string name, body, channel, human;
  };
  const std::vector<Case> cases{
      {"in the sentence",
       "<p>App met onze medewerkers via <a href='https://wa.me/31612345678'>WhatsApp</a>.</p>",
       "whatsapp", "yes"},
      {"in the heading",
       "<h2>Onze chatbot Noa</h2><p><a href='https://wa.me/31612345678'>WhatsApp</a></p>",
       "whatsapp", "unknown"},
      {"above the button",
       "<h2>Chat</h2><p>Stel je vraag aan onze chatbot Noa.</p><button>Start chat</button>", "chat",
       "no"},
      {"people above the button",
       "<h2>Chat</h2><p>Direct antwoord van een medewerker.</p><button>Start chat</button>", "chat",
       "yes"},
      {"of others above the button", "<p>Bel onze medewerkers.</p><button>Start chat</button>",
       "chat", "unknown"},
      {"both in the button", "<p>Onze chatbot</p><button>Chat met een medewerker</button>", "chat",
       "yes"},
      {"nothing said", "<p><a href='https://wa.me/31612345678'>WhatsApp</a></p>", "whatsapp",
       "unknown"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Page page = ReadPage("<html lang=nl><body>" + c.body + "</body></html>",
                               "https://www.voorbeeld.example/", "");
    const Findings found = FindAll(page, ShippedRules(), {});
    REQUIRE(!found.contacts.empty());
    CHECK(found.contacts[0].channel == c.channel);
    CHECK(Word(found.contacts[0].human) == c.human);
  }
}

}  // namespace
}  // namespace klikpad
