// The closed sets of words for evidence that does not come from the crawl: timelines, touchpoints,
// store listings. Beside model/words.h, with the same table between enum and word.

#pragma once

#include "model/words.h"

namespace klikpad {

// What kind of conversation a channel is; rules compare families ("social is open longer than
// voice").
enum class Family { kSocial, kVoice, kChat, kMessaging, kMail, kForm, kInPerson };
template <>
struct Words<Family> {
  static constexpr std::array kList{"social"sv, "voice"sv, "chat"sv,     "messaging"sv,
                                    "mail"sv,   "form"sv,  "in-person"sv};
};

// What a message says of a service.
enum class ServiceState { kUp, kLimited, kDown };
template <>
struct Words<ServiceState> {
  static constexpr std::array kList{"up"sv, "limited"sv, "down"sv};
};

// Who said so: a person who read the message, or klikpad's word lists.
enum class SaidBy { kPerson, kWords };
template <>
struct Words<SaidBy> {
  static constexpr std::array kList{"person"sv, "words"sv};
};

// A mark of a message: of tone and use in the brand's (referral: sends the customer to another
// channel; blame: lays it at the customer's door), of what is wanted in a customer's.
enum class Trait {
  kEmpathy,
  kTip,
  kName,
  kApology,
  kReferral,
  kBlame,
  kQuestion,
  kComplaint,
};
template <>
struct Words<Trait> {
  static constexpr std::array kList{"empathy"sv,  "tip"sv,   "name"sv,     "apology"sv,
                                    "referral"sv, "blame"sv, "question"sv, "complaint"sv};
};

// Whether a question came within the hours that the brand states for the channel.
enum class WithinHours { kInside, kOutside, kUnknown };
template <>
struct Words<WithinHours> {
  static constexpr std::array kList{"inside"sv, "outside"sv, "unknown"sv};
};

// Where a conversation stands; open: asked so late in the timeline that nothing can be said yet.
enum class AnswerState { kAnswered, kUnanswered, kOpen };
template <>
struct Words<AnswerState> {
  static constexpr std::array kList{"answered"sv, "unanswered"sv, "open"sv};
};

// What a message is about.
enum class Topic { kOutage, kService, kGoodNews, kBenefit, kOther };
template <>
struct Words<Topic> {
  static constexpr std::array kList{"outage"sv, "service"sv, "good-news"sv, "benefit"sv, "other"sv};
};

// Whether print can be read, by the observer's word.
enum class Legible { kYes, kNo, kUnknown };
template <>
struct Words<Legible> {
  static constexpr std::array kList{"yes"sv, "no"sv, "unknown"sv};
};

enum class Store { kApple, kGoogle };
template <>
struct Words<Store> {
  static constexpr std::array kList{"apple"sv, "google"sv};
};

// What a row of `reach` leads to: a channel, whatever for; a role; the places of a channel where a
// question is answered by a human, surely or perhaps.
enum class TargetKind : std::uint8_t { kChannel, kRole, kHuman, kMaybeHuman };
template <>
struct Words<TargetKind> {
  static constexpr std::array kList{"channel"sv, "role"sv, "human"sv, "maybe-human"sv};
};

}  // namespace klikpad
