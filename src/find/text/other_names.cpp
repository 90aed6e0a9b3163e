// Word by word, as written: names begin with a capital.

#include "find/text/other_names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "model/words.h"

namespace klikpad {
namespace {

// Behind a name (own knowledge; the companies acts of nl, be, de, at, gb, us, fr, es, it).
constexpr std::array kForms{"BV"sv,  "B.V."sv, "NV"sv,     "N.V."sv,   "GmbH"sv, "AG"sv,
                            "KG"sv,  "mbH"sv,  "Ltd"sv,    "Ltd."sv,   "plc"sv,  "PLC"sv,
                            "Inc"sv, "Inc."sv, "LLC"sv,    "SAS"sv,    "SARL"sv, "S.A."sv,
                            "SpA"sv, "Srl"sv,  "S.p.A."sv, "S.r.l."sv, "S.L."sv, "S.L.U."sv,
                            "SA"sv,  "UG"sv,   "eG"sv,     "VOF"sv};
// Before one.
constexpr std::array kBodies{
    "Stichting"sv,       "Vereniging"sv,       "Gemeente"sv,     "Provincie"sv, "Waterschap"sv,
    "Omgevingsdienst"sv, "Veiligheidsregio"sv, "Stadt"sv,        "Landkreis"sv, "Verein"sv,
    "Mairie"sv,          "Commune"sv,          "Ayuntamiento"sv, "Comune"sv};
// "klantenservice van Klarna".
constexpr std::array kServices{"klantenservice"sv, "servicelijn"sv,   "helpdesk"sv,
                               "storingslijn"sv,   "kundenservice"sv, "hotline"sv};
constexpr std::array kOf{"van"sv, "von"sv};
// "distributed by Northern", "beheerd door Parkzicht", "géré par Parkéo".
struct Doer {
  std::string_view done, by;
};
constexpr std::array kDoers{
    Doer{"distributed", "by"},  Doer{"insured", "by"},      Doer{"provided", "by"},
    Doer{"managed", "by"},      Doer{"arranged", "by"},     Doer{"underwritten", "by"},
    Doer{"supplied", "by"},     Doer{"operated", "by"},     Doer{"beheerd", "door"},
    Doer{"uitgevoerd", "door"}, Doer{"verzorgd", "door"},   Doer{"uitbesteed", "aan"},
    Doer{"gere", "par"},        Doer{"exploite", "par"},    Doer{"assure", "par"},
    Doer{"betrieben", "von"},   Doer{"betrieben", "durch"}, Doer{"vertrieb", "durch"},
    Doer{"gestionado", "por"},  Doer{"operado", "por"},     Doer{"gestito", "da"}};
// Before "ketelpartner": "uw installatiepartner" is how a firm calls itself.
constexpr std::array kOurs{"onze"sv,    "ons"sv, "unser"sv, "unsere"sv,  "unserem"sv,
                           "unseren"sv, "our"sv, "notre"sv, "nuestro"sv, "nostro"sv};

bool IsName(std::string_view word) {
  return !word.empty() && ((word.front() >= 'A' && word.front() <= 'Z') ||
                           static_cast<unsigned char>(word.front()) >= 0xC3);
}

template <std::size_t N>
bool IsOneOf(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Without signs around it, but for the full stop of "B.V.".
std::string_view Bare(std::string_view word) {
  constexpr std::string_view kSigns = ",;:()[]\"";
  while (!word.empty() && kSigns.find(word.front()) != kSigns.npos) word.remove_prefix(1);
  while (!word.empty() && kSigns.find(word.back()) != kSigns.npos) word.remove_suffix(1);
  return word;
}

// "ketelpartner", "Lieferpartner", but neither "partner" alone nor "ansprechpartner".
bool IsPartner(std::string_view word) {
  const std::string folded = FoldAccents(word);
  return folded.size() > std::string_view("partner").size() + 2 && folded.ends_with("partner") &&
         folded != "ansprechpartner" && folded != "gesprekspartner" && folded != "contactpartner";
}

// "Hotline von Montag bis Freitag".
bool IsDay(std::string_view word) {
  const std::string folded = FoldAccents(word);
  return folded.ends_with("tag") || folded.ends_with("dag") || folded == "mittwoch";
}

bool IsDoneBy(std::string_view done, std::string_view by) {
  const std::string folded = FoldAccents(done), folded_by = FoldAccents(by);
  return std::any_of(kDoers.begin(), kDoers.end(),
                     [&](const Doer& doer) { return folded == doer.done && folded_by == doer.by; });
}

bool EndsInPossessive(std::string_view word) {
  return word.ends_with("'s") || word.ends_with("’s");
}

}  // namespace

std::string OtherOrganisation(std::string_view clause, bool with_forms) {
  std::vector<std::string_view> words;
  for (std::string_view word : Split(clause, ' ')) {
    if (word = Bare(word); !word.empty()) words.push_back(word);
  }
  // With a house number the company tells where it is itself.
  const bool has_digits =
      std::any_of(clause.begin(), clause.end(), [](char c) { return c >= '0' && c <= '9'; });
  for (std::size_t i = words.size(); i-- > 0;) {
    const std::string_view word = words[i];
    const std::string_view next = i + 1 < words.size() ? words[i + 1] : std::string_view();
    const auto named = [&](std::size_t from, std::size_t to) {
      const char* begin = words[from].data();
      return std::string(begin, words[to].data() + words[to].size());
    };
    const bool is_ours = i > 0 && IsOneOf(kOurs, std::string_view(FoldAccents(words[i - 1])));
    if (is_ours && IsPartner(word)) return named(i, std::min(i + 1, words.size() - 1));
    if (i > 0 && IsName(word) && EndsInPossessive(word) &&
        (FoldAccents(next) == "customer" || FoldAccents(next) == "support")) {
      return std::string(word);
    }
    const bool is_of = i > 0 && IsOneOf(kOf, word) && IsName(next) && !IsDay(next);
    if (is_of && IsOneOf(kServices, std::string_view(FoldAccents(words[i - 1])))) {
      return std::string(next);
    }
    if (!with_forms || has_digits) continue;
    if (i > 0 && IsOneOf(kForms, word) && IsName(words[i - 1])) return named(i - 1, i);
    if (IsOneOf(kBodies, word) && IsName(next)) return named(i, i + 1);
    if (i > 0 && IsName(next) && IsDoneBy(words[i - 1], word)) return std::string(next);
  }
  return "";
}

}  // namespace klikpad
