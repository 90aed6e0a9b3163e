// Messengers on pages: a link with a recipient is a contact, one without is a share.

#include "find/accounts/messaging.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "look_for_tests.h"

namespace klikpad {
namespace {

TEST_CASE("messenger links with a recipient are contacts") {
  struct Case {
    std::string name, body, told;
  };
  const std::vector<Case> cases{
      {"WhatsApp", "<a href='https://wa.me/31612345678?text=Hoi'>App ons</a>",
       "whatsapp +31612345678 contact\n"},
      {"WhatsApp scheme", "<a href='whatsapp://send?phone=31612345678'>App</a>",
       "whatsapp +31612345678 contact\n"},
      {"WhatsApp group", "<a href='https://chat.whatsapp.com/AbC'>Groep</a>",
       "whatsapp group/AbC follow\n"},
      {"WhatsApp channel", "<a href='https://whatsapp.com/channel/0029'>Kanaal</a>",
       "whatsapp channel/0029 follow\n"},
      {"Messenger", "<a href='https://m.me/Voorbeeld'>Messenger</a>",
       "messenger voorbeeld contact\n"},
      {"Messenger by Facebook's own address",
       "<a href='https://www.facebook.com/messages/t/voorbeeld'>Bericht</a>",
       "messenger voorbeeld contact\n"},
      {"Telegram", "<a href='https://t.me/voorbeeld'>Telegram</a>", "telegram voorbeeld contact\n"},
      {"Telegram to follow", "<a href='https://t.me/voorbeeld'>Volg ons op Telegram</a>",
       "telegram voorbeeld follow\n"},
      {"Telegram share", "<a href='https://t.me/share/url?url=x'>Deel</a>", "telegram - share\n"},
      {"Signal", "<a href='https://signal.me/#p/+31612345678'>Signal</a>",
       "signal +31612345678 contact\n"},
      {"Apple",
       "<a href='https://bcrw.apple.com/urn:biz:c47bb940-83b9-483d-9444-eb3db6af21a0'>Bericht</a>",
       "apple-messages c47bb940-83b9-483d-9444-eb3db6af21a0 contact\n"},
      {"Viber", "<a href='viber://chat?number=%2B31612345678'>Viber</a>",
       "viber +31612345678 contact\n"},
      {"Line", "<a href='https://line.me/R/ti/p/%40voorbeeld'>LINE</a>",
       "line @voorbeeld contact\n"},
      {"text message", "<a href='sms:+31612345678?body=HOI'>Sms</a>", "sms +31612345678 contact\n"},
      {"short code", "<a href='sms:4411'>Sms</a>", "sms 4411 contact\n"},
      {"text message to nobody", "<a href='sms:?body=x'>Deel</a>", "sms - share\n"},
      {"Skype", "<a href='skype:voorbeeld?call'>Skype</a>", "skype voorbeeld contact\n"},
      {"phone and mail are others' work",
       "<a href='tel:+31201234567'>Bel</a><a href='mailto:a@shop.example'>Mail</a>", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Told(FindAccounts(c.body)) == c.told);
  }
}

}  // namespace
}  // namespace klikpad
