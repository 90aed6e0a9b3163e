// The commented observations.yaml. It parses as it stands.

#include "brand/observations.h"

namespace klikpad {
namespace {

constexpr std::string_view kEnglish =
    R"(# What you saw beside the website. Leave out what you did not look at; a section that is there but empty
# (incidents: []) says that you looked and found none. Change the examples or take them away.
# Between { and } a text with , ? : or # goes in quotes: {question: "Can I log in?"}
# Texts that your client reads may stand in both languages: {nl: "…", en: "…"}

by: KV               # your initials, for all that names nobody else
on: 2026-01-31       # the day you saw it, for all that has no day of its own
# zone: Europe/Amsterdam   # of times without an offset; without this line that of brand.yaml or its country

# Every entry may also have:  by:   on:   source:   note:   photo: photos/card.jpg  (below this folder; .jpg .png .webp)
# A photo is copied without what the camera wrote into it (place, time, device).

# Questions that you asked yourself, as any customer would.
probes:
- channel: twitter                # a channel's word, as in brand.yaml
  asked: 2026-01-30 13:10
  answered: 2026-01-30 13:36      # or, as long as nobody did:  waited: 2026-01-30 15:00
  human: yes                      # yes, no or unknown: did a person answer?
  question: Can I log in again?
  answer: Yes, everything works again
  context: {nl: vlak na een storing, en: right after an outage}

# Outages that customers noticed.
incidents:
- subject: online banking         # as in the timeline, so that its messages can be laid beside it
  started: 2026-01-30 11:30
  confirmed: 2026-01-30 12:05     # first word of the brand about it; leave out what the timeline will tell
  confirmed-on: twitter
  ended: 2026-01-30 13:00
  what: Customers cannot log in
  source: a news site

# Print: card, letter, invoice, ticket, receipt …
touchpoints:
- kind: bank card
  shows: {phone: 0800 1234567}    # channel: value; several are fine; or: nothing
  legible: no                     # yes, no or unknown: can you read it without effort?
  print-mm: 0.8                   # height of the letters
  # photo: photos/card.jpg

# Published comparisons. The row of the brand itself is known by its name, or marked with ours: yes
benchmarks:
- measure: response-time
  source: Example Monitor, yearbook 2026
  on: 2026-01                     # when it was published: the latest comparison counts
  period: December 2025
  unit: minutes
  of: 20                          # how many were compared
  rows:
  - {who: Another brand, rank: 1, value: 41}
  - {who: Example, ours: yes, rank: 2, value: 64, about: yes}
- measure: app-offers             # what the apps of others offer
  channel: twitter
  source: own look
  rows:
  - {who: One airline, value: yes}
  - {who: One railway, value: no}

# Followers of an account over time.
followers:
- channel: twitter
  account: example_care
  counts: {2026-01-02: 18400, 2026-01-30: 19900}

# Answers to "how likely are you to recommend us", 0 to 10: how many gave which.
surveys:
- channel: phone
  scores: {10: 12, 9: 20, 8: 30, 7: 14, 6: 9, 3: 5}

# Single figures. Known: fans followers members people-talking audience customers sentiment team-size team-fte.
# From them klikpad computes the interaction rate (people-talking / fans) and the reach (audience / customers).
metrics:
- {name: fans, channel: facebook, value: 58441, source: the brand itself}
- {name: people-talking, channel: facebook, value: 4720, source: the brand itself}
- {name: audience, value: 100000, about: yes, source: the brand itself}
- {name: customers, value: 8900000, about: yes, source: annual report}

# Who answers.
team:
- {name: web care, people: 8, about: yes, source: the brand itself}   # or fte: 7.5
)";

constexpr std::string_view kDutch =
    R"(# Wat je naast de website hebt gezien. Laat weg waar je niet naar keek; een onderdeel dat er staat maar leeg is
# (incidents: []), zegt dat je keek en niets vond. Verander de voorbeelden of haal ze weg.
# Tussen { en } zet je een tekst met , ? : of # tussen aanhalingstekens: {question: "Kan ik inloggen?"}
# Wat je opdrachtgever leest, mag in beide talen: {nl: "…", en: "…"}

by: KV               # je initialen, voor alles waar geen ander bij staat
on: 2026-01-31       # de dag waarop je het zag, voor alles zonder eigen dag
# zone: Europe/Amsterdam   # van tijden zonder zone; zonder deze regel die van brand.yaml of van het land

# Bij alles mag ook:  by:   on:   source:   note:   photo: fotos/pas.jpg  (onder deze map; .jpg .png .webp)
# Een foto wordt gekopieerd zonder wat de camera erin schreef (plaats, tijd, toestel).

# Vragen die je zelf hebt gesteld, zoals elke klant dat zou doen.
probes:
- channel: twitter                # het woord van het kanaal, zoals in brand.yaml
  asked: 2026-01-30 13:10
  answered: 2026-01-30 13:36      # of, zolang niemand antwoordt:  waited: 2026-01-30 15:00
  human: yes                      # yes, no of unknown: gaf een mens antwoord?
  question: Kan ik weer inloggen?
  answer: Ja, alles doet het weer
  context: {nl: vlak na een storing, en: right after an outage}

# Storingen die klanten merkten.
incidents:
- subject: internetbankieren      # zoals in de tijdlijn, zodat die berichten ernaast gelegd worden
  started: 2026-01-30 11:30
  confirmed: 2026-01-30 12:05     # het eerste woord van het bedrijf erover; laat weg wat de tijdlijn vertelt
  confirmed-on: twitter
  ended: 2026-01-30 13:00
  what: Klanten kunnen niet inloggen
  source: een nieuwssite

# Drukwerk: pas, brief, factuur, kaartje, bon …
touchpoints:
- kind: bankpas
  shows: {phone: 0800 1234567}    # kanaal: wat er staat; meer mag ook; of: nothing
  legible: no                     # yes, no of unknown: lees je het zonder moeite?
  print-mm: 0.8                   # hoogte van de letters
  # photo: fotos/pas.jpg

# Gepubliceerde vergelijkingen. De regel van het bedrijf zelf wordt herkend aan de naam, of aan ours: yes
benchmarks:
- measure: response-time
  source: Voorbeeldmonitor, jaarboek 2026
  on: 2026-01                     # wanneer gepubliceerd: de laatste vergelijking telt
  period: december 2025
  unit: minutes
  of: 20                          # hoeveel er zijn vergeleken
  rows:
  - {who: Een ander, rank: 1, value: 41}
  - {who: Voorbeeld, ours: yes, rank: 2, value: 64, about: yes}
- measure: app-offers             # wat de apps van anderen bieden
  channel: twitter
  source: zelf gekeken
  rows:
  - {who: Een luchtvaartmaatschappij, value: yes}
  - {who: Een spoorbedrijf, value: no}

# Volgers van een account door de tijd.
followers:
- channel: twitter
  account: voorbeeld_webcare
  counts: {2026-01-02: 18400, 2026-01-30: 19900}

# Antwoorden op "hoe waarschijnlijk is het dat u ons aanbeveelt", 0 tot 10: hoeveel gaven welk cijfer.
surveys:
- channel: phone
  scores: {10: 12, 9: 20, 8: 30, 7: 14, 6: 9, 3: 5}

# Losse cijfers. Bekend: fans followers members people-talking audience customers sentiment team-size team-fte.
# Daaruit rekent klikpad de interactie (people-talking / fans) en het bereik (audience / customers) uit.
metrics:
- {name: fans, channel: facebook, value: 58441, source: het bedrijf zelf}
- {name: people-talking, channel: facebook, value: 4720, source: het bedrijf zelf}
- {name: audience, value: 100000, about: yes, source: het bedrijf zelf}
- {name: customers, value: 8900000, about: yes, source: jaarverslag}

# Wie er antwoorden.
team:
- {name: webcare, people: 8, about: yes, source: het bedrijf zelf}   # of fte: 7.5
)";

}  // namespace

std::string ObservationsTemplate(std::string_view language) {
  return std::string(language == "nl" ? kDutch : kEnglish);
}

}  // namespace klikpad
