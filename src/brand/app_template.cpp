// The commented app.yaml to start from.

#include "brand/app_file.h"

namespace klikpad {

std::string AppTemplate() {
  return R"(# The app, as a tester walked through it. Type along while you tap: a screen, and below it a line for
# everything that leads somewhere or helps to reach people. `klikpad brand check brand.yaml` reads it and
# names every mistake by its line.
#
#   LABEL -> SCREEN            tapping LABEL opens another screen of this file
#   LABEL ->                   the same, when that screen is called like the label
#   LABEL -> ?                 you did not look behind it. As long as there is one, nobody can say that
#                              the app does not offer a channel
#   LABEL -> https://…         opens a web page
#   LABEL -> phone: 020 …      tapping LABEL opens a contact
#   phone: 020 …               the contact itself stands there, as written; instead of phone any channel:
#                              twitter, chat, whatsapp, email, form, callback, facebook, address …
#   chat:                      a chat, a form and a call-back need nothing behind the colon
#   plain words                what else stands there; opening hours and numbers in it are read
#   text: "words: with colon"  the same, for words with a colon
#   note: …                    for yourself and for the report; stands on no screen
#   {label: Volg ons, twitter: "@voorbeeld", use: follow}
#                              more about a contact: use (contact, follow, share), human (yes, no),
#                              purpose (service, sales …), hidden: yes (shows after one tap more)
#
# Screens may lead back and round. Each is written once, and something must lead to it.

app: Voorbeeld Mobiel          # as it is called in the store
platform: iOS 17
version: 5.2.0
at: 2026-11-02                 # the day of the look
by: JV                         # who looked
language: nl                   # of the words in the app
# start: Beginscherm           # where clicks are counted from; the first screen when left out

screens:
  Beginscherm:
  - Overboeken                 # nothing behind it helps to reach people
  - Service -> Service
  - Menu -> Menu

  Menu:
  - Contact ->
  - Instellingen -> ?

  Service:
  - Veelgestelde vragen -> Vragen
  - Contact ->

  Vragen:
  - Staat je vraag er niet bij? -> Contact

  Contact:
  - Bel ons -> Bellen
  - Chat met ons -> chat:
  - Stel je vraag op X -> twitter: "@voorbeeld_help"
  - email: klantenservice@voorbeeld.example

  Bellen:
  - phone: 020 - 555 01 00
  - Op werkdagen van 9.00 tot 17.00 uur
  - note: de knop belt meteen, zonder te vragen
)";
}

}  // namespace klikpad
