// Weighs the words of a link for one who looks for a channel.

#include "graph/scent.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace klikpad {
namespace {

// How much a promise is worth to someone who looks for one channel.
constexpr double kNamesIt = 1.0;        // "Twitter"
constexpr double kNamesItAmidst = 0.9;  // "Volg ons op Twitter en Facebook"
constexpr double kNamesFamily = 0.7;    // "Social media" for Twitter, "Facebook" is none
constexpr double kContact = 0.6;        // "Contact"
constexpr double kService = 0.55;       // "Klantenservice"
constexpr double kOtherWay = 0.2;       // "Bel ons" for one who looks for Twitter
constexpr double kHelp = 0.3;           // "Hulp", "Veelgestelde vragen"
constexpr double kFaint = 0.1;          // "Over ons", "Colofon"
constexpr double kContextShare =
    0.5;  // what a heading says counts half for a link that says nothing
constexpr double kLongLabelShare =
    0.8;                               // a word within a sentence counts less than the whole label
constexpr std::size_t kLongLabel = 8;  // words

// Channels to which an intent of the vocabulary leads.
struct IntentChannels {
  std::string_view intent;
  std::vector<std::string_view> channels;
};

const std::vector<IntentChannels>& Intents() {
  static const std::vector<IntentChannels> kIntents{
      {"phone", {"phone"}},       {"mail", {"email"}},
      {"chat", {"chat"}},         {"whatsapp", {"whatsapp"}},
      {"sms", {"sms"}},           {"form", {"form"}},
      {"callback", {"callback"}}, {"community", {"community"}},
      {"address", {"address"}},   {"location", {"address"}},
      {"complaint", {"form"}}};
  return kIntents;
}

bool LeadsTo(std::string_view intent, std::string_view channel) {
  for (const IntentChannels& one : Intents()) {
    if (one.intent != intent) continue;
    return std::find(one.channels.begin(), one.channels.end(), channel) != one.channels.end();
  }
  return false;
}

bool IsService(const Vocabulary& vocabulary, std::string_view text) {
  const auto roles = vocabulary.RolesNamed(text);
  return std::find(roles.begin(), roles.end(), Role::kService) != roles.end();
}

// What one label promises by its intent, before whole or part is weighed.
double IntentStrength(const LabelWord& label, std::string_view channel, std::string_view family,
                      const Vocabulary& vocabulary) {
  const std::string_view intent = label.intent;
  if (intent == "page") return IsService(vocabulary, label.text) ? kService : kContact;
  if (intent == "social") return family == "social" ? kNamesFamily : kOtherWay;
  if (!channel.empty() && LeadsTo(intent, channel)) return kNamesItAmidst;
  const bool is_way = std::any_of(Intents().begin(), Intents().end(),
                                  [&](const IntentChannels& one) { return one.intent == intent; });
  if (channel.empty() && is_way)
    return intent == "location" || intent == "complaint" ? kHelp : kContact;
  if (intent == "hours") return family == "voice" ? kContact : kHelp;
  if (intent == "help" || intent == "feedback") return kHelp;
  if (is_way || intent == "faq" || intent == "report") return kOtherWay;
  return kFaint;
}

// The strongest promise so far. Reasons are words for people: made only for the best, when asked.
class Best {
 public:
  explicit Best(bool wants_why) : wants_why_(wants_why) {}
  template <typename Reason>
  void Offer(double value, const Reason& reason) {
    if (value <= strength) return;
    strength = value;
    if (wants_why_) why = reason();
  }

  double strength = 0;
  std::string why;

 private:
  bool wants_why_;
};

// What one text promises: the label, or the heading above it.
Best Promise(const ScentText& text, std::string_view channel, std::string_view family,
             const Vocabulary& vocabulary, bool wants_why) {
  Best best(wants_why);
  const bool is_long = text.words > kLongLabel;
  for (const ChannelMatch& match : text.channels) {
    const auto why = [&] { return fmt::format("names {}", match.name->channel); };
    if (match.name->channel == channel) {
      const double value = match.is_whole && match.name->is_plain ? kNamesIt : kNamesItAmidst;
      best.Offer(is_long ? value * kLongLabelShare : value, why);
    } else {
      best.Offer(channel.empty() ? kContact : kOtherWay, why);
    }
  }
  for (const LabelMatch& match : text.labels) {
    double value = IntentStrength(*match.label, channel, family, vocabulary);
    if (is_long && !match.is_whole) value *= kLongLabelShare;
    best.Offer(value, [&] {
      return fmt::format("'{}' promises {}", match.label->text, match.label->intent);
    });
  }
  return best;
}

ScentText ReadText(std::string_view text, std::string_view lang, const Vocabulary& vocabulary) {
  ScentText read;
  read.words = SplitWords(text).size();
  if (read.words == 0) return read;
  read.channels = vocabulary.FindChannels(text, lang);
  read.labels = vocabulary.FindLabels(text, lang);
  // Trade words are none of the channel's names, though the vocabulary lists them as social.
  std::erase_if(read.labels, [&](const LabelMatch& match) {
    return vocabulary.Term("jargon", match.label->text) != nullptr;
  });
  return read;
}

Scent Weigh(const ScentWords& words, std::string_view channel, std::string_view family,
            const Vocabulary& vocabulary, bool wants_why) {
  Scent scent;
  Best best = Promise(words.label, channel, family, vocabulary, wants_why);
  scent.strength = best.strength;
  scent.why = std::move(best.why);
  if (words.jargon) {
    scent.is_jargon = true;
    if (scent.strength < kNamesItAmidst * kLongLabelShare) {
      // Only the channel's own name beside the jargon saves the label.
      scent.strength = 0;
      if (wants_why) scent.why = fmt::format("'{}' is a trade word", *words.jargon);
    }
    return scent;
  }
  if (!words.misleading.empty() && scent.strength < kScentThreshold) {
    scent.is_false = true;
    scent.strength = 0;
    if (wants_why) scent.why = fmt::format("'{}' means something else", words.misleading);
    return scent;
  }
  if (scent.strength > 0 || words.label.words > 0) return scent;
  // Without a name the address and the heading are all there is to go by.
  if (words.is_contact_path) return {kHelp, "no name; the address says contact", false, false};
  const Best above = Promise(words.context, channel, family, vocabulary, wants_why);
  if (above.strength > 0) {
    return {above.strength * kContextShare, "no name; the heading above " + above.why, false,
            false};
  }
  return scent;
}

}  // namespace

ScentWords ReadScent(const ScentLink& link, const Vocabulary& vocabulary) {
  ScentWords words;
  words.label = ReadText(link.label, link.lang, vocabulary);
  if (words.label.words > 0) {
    words.jargon = vocabulary.Term("jargon", link.label);
    words.misleading = vocabulary.FalseScent(link.label);
    return words;
  }
  words.is_contact_path = vocabulary.IsContactPath(link.path);
  words.context = ReadText(link.context, link.lang, vocabulary);
  return words;
}

Scent LabelScent(const ScentWords& words, std::string_view channel, std::string_view family,
                 const Vocabulary& vocabulary) {
  return Weigh(words, channel, family, vocabulary, true);
}

double ScentStrength(const ScentWords& words, std::string_view channel, std::string_view family,
                     const Vocabulary& vocabulary) {
  return Weigh(words, channel, family, vocabulary, false).strength;
}

}  // namespace klikpad
