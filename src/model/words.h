// The closed sets of words that klikpad's model is made of, and the table between enum and word.
// The words stand in evidence, JSON and packs exactly as here. Channels are no enum: they are data
// (rules/channels.yaml), so that a new network is no C++ change.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

using namespace std::string_view_literals;

// Words<E>::kList holds the words of E in the order of its enumerators.
template <typename E>
struct Words;

template <typename E>
constexpr std::string_view Word(E value) {
  return Words<E>::kList[static_cast<std::size_t>(value)];
}

template <typename E>
constexpr std::optional<E> FromWord(std::string_view word) {
  for (std::size_t i = 0; i < Words<E>::kList.size(); ++i) {
    if (Words<E>::kList[i] == word) return static_cast<E>(i);
  }
  return std::nullopt;
}

// All words of E, for messages and "did you mean".
template <typename E>
std::vector<std::string> AllWords() {
  return {Words<E>::kList.begin(), Words<E>::kList.end()};
}

// Where a page belongs.
enum class Surface : std::uint8_t { kSite, kApp, kStore };
template <>
struct Words<Surface> {
  static constexpr std::array kList{"site"sv, "app"sv, "store"sv};
};

// What a page is for. A page can have several roles.
enum class Role : std::uint8_t {
  kHome,
  kContact,
  kService,  // the start page of customer service
  kAsk,      // "ask a question"
  kFaq,
  kSocial,  // tells of the brand's social accounts
  kForm,    // carries a contact form
  kNews,    // the list of news items
  kNewsItem,
  kTerms,
  kPrivacy,
  kImprint,
  kSearchResults,
  kListing,  // in an app store
  kAbout,
  kComplaint,
  kPress,
  kJobs,
  kLocations,
};
template <>
struct Words<Role> {
  static constexpr std::array kList{
      "home"sv,      "contact"sv, "service"sv,        "ask"sv,       "faq"sv,
      "social"sv,    "form"sv,    "news"sv,           "news-item"sv, "terms"sv,
      "privacy"sv,   "imprint"sv, "search-results"sv, "listing"sv,   "about"sv,
      "complaint"sv, "press"sv,   "jobs"sv,           "locations"sv};
};

// The part of a page in which something stands.
enum class Region : std::uint8_t { kMain, kHeader, kNav, kFooter, kAside };
template <>
struct Words<Region> {
  static constexpr std::array kList{"main"sv, "header"sv, "nav"sv, "footer"sv, "aside"sv};
};

enum class LinkKind : std::uint8_t { kLink, kButton, kForm, kScript, kArea };
template <>
struct Words<LinkKind> {
  static constexpr std::array kList{"link"sv, "button"sv, "form"sv, "script"sv, "area"sv};
};

enum class TextKind : std::uint8_t { kTitle, kHeading, kParagraph, kItem, kButton, kAlt };
template <>
struct Words<TextKind> {
  static constexpr std::array kList{"title"sv, "heading"sv, "paragraph"sv,
                                    "item"sv,  "button"sv,  "alt"sv};
};

// What a contact point is used for: to reach the brand, to spread a page, to follow the brand, or a
// piece of content (a post, an embed, a hashtag, a search).
enum class Use : std::uint8_t { kContact, kShare, kFollow, kContent };
template <>
struct Words<Use> {
  static constexpr std::array kList{"contact"sv, "share"sv, "follow"sv, "content"sv};
};

enum class Owner : std::uint8_t { kOwn, kVendor, kPartner, kStaff, kAuthority, kUnknown };
template <>
struct Words<Owner> {
  static constexpr std::array kList{"own"sv,   "vendor"sv,    "partner"sv,
                                    "staff"sv, "authority"sv, "unknown"sv};
};

enum class Human : std::uint8_t { kYes, kNo, kUnknown };
template <>
struct Words<Human> {
  static constexpr std::array kList{"yes"sv, "no"sv, "unknown"sv};
};

enum class Tariff : std::uint8_t { kFree, kBasic, kShared, kPremium, kMobile, kForeign, kUnknown };
template <>
struct Words<Tariff> {
  static constexpr std::array kList{"free"sv,   "basic"sv,   "shared"sv, "premium"sv,
                                    "mobile"sv, "foreign"sv, "unknown"sv};
};

enum class Confidence : std::uint8_t { kSure, kLikely, kWeak };
template <>
struct Words<Confidence> {
  static constexpr std::array kList{"sure"sv, "likely"sv, "weak"sv};
};

enum class FormKind : std::uint8_t {
  kContact,
  kComment,
  kSearch,
  kLogin,
  kRegistration,
  kRecovery,
  kNewsletter,
  kOrder,
  kBooking,
  kOther,
};
template <>
struct Words<FormKind> {
  static constexpr std::array kList{"contact"sv,      "comment"sv,  "search"sv,     "login"sv,
                                    "registration"sv, "recovery"sv, "newsletter"sv, "order"sv,
                                    "booking"sv,      "other"sv};
};

enum class Complete : std::uint8_t { kYes, kPartial, kNo };
template <>
struct Words<Complete> {
  static constexpr std::array kList{"yes"sv, "partial"sv, "no"sv};
};

// Kinds of look that `coverage` speaks of. Scopes of `site`: "" (whole), a role word, "scripts".
enum class LookKind : std::uint8_t {
  kSite,
  kSearch,
  kStore,
  kApp,
  kTimeline,
  kProbe,
  kIncident,
  kBenchmark,
  kTouchpoint,
  kMetric,
};
template <>
struct Words<LookKind> {
  static constexpr std::array kList{"site"sv,       "search"sv, "store"sv,    "app"sv,
                                    "timeline"sv,   "probe"sv,  "incident"sv, "benchmark"sv,
                                    "touchpoint"sv, "metric"sv};
};

// How a way was found: by any link, only by links whose wording leads a visitor, or by the
// simulated visitor.
enum class Tier : std::uint8_t { kShortest, kScent, kVisitor };
template <>
struct Words<Tier> {
  static constexpr std::array kList{"shortest"sv, "scent"sv, "visitor"sv};
};

// A typed step of a way; costs stand in rules/click-model.yaml.
enum class StepKind : std::uint8_t {
  kLink,
  kRedirect,
  kRefresh,
  kMenu,
  kConsent,
  kSearch,
  kForm,
  kHost,
  kOpen
};
template <>
struct Words<StepKind> {
  static constexpr std::array kList{"link"sv,   "redirect"sv, "refresh"sv, "menu"sv, "consent"sv,
                                    "search"sv, "form"sv,     "host"sv,    "open"sv};
};

enum class Outcome : std::uint8_t { kPlus, kMinus, kNotApplicable, kNotAssessed };
template <>
struct Words<Outcome> {
  static constexpr std::array kList{"plus"sv, "minus"sv, "not_applicable"sv, "not_assessed"sv};
};

}  // namespace klikpad
