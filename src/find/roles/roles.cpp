// Weighs the signs of each role: names, address, structured data, body.

#include "find/roles/roles.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/url.h"
#include "find/roles/news_items.h"
#include "find/roles/page_names.h"
#include "find/text/data_items.h"

namespace klikpad {
namespace {

// Points that the signs of a role bring: a page that names itself, a telling address or type bring
// two, a hint one. Two make a role likely; four from different sides make it sure.
struct Evidence {
  int points = 0;
  std::set<std::string> sides;  // heading, title, menu, breadcrumb, address, data, body
  std::vector<std::string> why;
};

class Signs {
 public:
  void Add(Role role, int points, const std::string& side, const std::string& why) {
    Evidence& evidence = roles_[role];
    // One side says a thing once: the strongest counts.
    if (!evidence.sides.insert(side).second) return;
    evidence.points += points;
    evidence.why.push_back(why);
  }
  void Drop(Role role) { roles_.erase(role); }
  int Points(Role role) const {
    const auto found = roles_.find(role);
    return found == roles_.end() ? 0 : found->second.points;
  }
  const std::map<Role, Evidence>& Roles() const { return roles_; }

 private:
  std::map<Role, Evidence> roles_;
};

std::string Quoted(std::string_view text) { return fmt::format("'{}'", CutUtf8(text, 80)); }

// Phrases say nothing in a question or a sentence ("Waar vind ik de algemene voorwaarden?").
bool IsHeadline(const std::string& text) {
  return text.find('?') == std::string::npos && SplitWords(text).size() <= 9;
}

void AddNames(const std::vector<PageName>& names, const std::vector<std::string>& brand_words,
              const Vocabulary& vocabulary, Signs& signs) {
  // The page's own names first, so that they are the ones counted for their side.
  for (const bool is_own : {true, false}) {
    for (const PageName& name : names) {
      if (name.is_own != is_own) continue;
      for (const Role role : vocabulary.RolesNamed(name.text, brand_words)) {
        signs.Add(role, is_own ? 2 : 1, name.source,
                  fmt::format("{} {}", name.source, Quoted(name.text)));
      }
    }
  }
  for (const PageName& name : names) {
    if (!name.is_own || name.source == "menu" || !IsHeadline(name.text)) continue;
    for (const Role role : vocabulary.RolesWithin(name.text)) {
      if (role == Role::kSocial) continue;  // needs accounts on the page: AddBody
      signs.Add(role, 1, name.source, fmt::format("{} {}", name.source, Quoted(name.text)));
    }
  }
}

bool LooksLikeLocale(const std::string& segment) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (segment.size() == 2) return is_letter(segment[0]) && is_letter(segment[1]);
  return segment.size() == 5 && (segment[2] == '-' || segment[2] == '_') && is_letter(segment[0]) &&
         is_letter(segment[1]) && is_letter(segment[3]) && is_letter(segment[4]);
}

// The segments that name something: without a trailing index file, extensions and locales at the
// ends.
std::vector<std::string> NamingSegments(const Url& url) {
  std::vector<std::string> segments = url.PathSegments();
  if (!segments.empty()) {
    std::string& last = segments.back();
    const std::size_t dot = last.rfind('.');
    if (dot != std::string::npos && dot > 0 && last.size() - dot <= 6) last.resize(dot);
    const std::string lower = AsciiLower(last);
    if (lower == "index" || lower == "default" || lower == "home") segments.pop_back();
  }
  if (!segments.empty() && LooksLikeLocale(segments.front())) segments.erase(segments.begin());
  if (segments.size() > 1 && LooksLikeLocale(segments.back())) segments.pop_back();
  return segments;
}

void AddAddress(const Url& url, const std::vector<std::string>& segments,
                const std::vector<std::string>& brand_words, const Vocabulary& vocabulary,
                Signs& signs) {
  if (!segments.empty()) {
    std::vector<Role> roles = vocabulary.RolesOfSegment(segments.back());
    if (roles.empty()) {  // "/about-brand"
      roles = vocabulary.RolesNamed(ReplaceAll(segments.back(), "_", " "), brand_words);
    }
    for (const Role role : roles) {
      if (role == Role::kNewsItem) continue;  // items stand below such a segment
      // Deep below others a bare word like "service" or "media" names a part of something else.
      const int points = segments.size() <= 2 ? 2 : 1;
      signs.Add(role, points, "address",
                fmt::format("address ends in {}", Quoted(segments.back())));
    }
    return;
  }
  for (const auto& [key, value] : url.QueryPairs()) {
    if (key != "page" && key != "p" && key != "pagina" && key != "view" && key != "pg") continue;
    for (const Role role : vocabulary.RolesOfSegment(value)) {
      if (role != Role::kNewsItem)
        signs.Add(role, 2, "address", fmt::format("address says {}", Quoted(value)));
    }
  }
}

// Whom one reaches below "/vacatures/" or on "jobs." is there for applicants, on "newsroom." for
// the press, whatever the page itself is called.
void AddAddressAbove(const Url& url, const std::vector<std::string>& segments,
                     const Vocabulary& vocabulary, Signs& signs) {
  std::vector<std::string> above(segments.begin(), segments.end() - (segments.empty() ? 0 : 1));
  const std::string& host = url.Host();
  if (std::count(host.begin(), host.end(), '.') >= 2)
    above.push_back(host.substr(0, host.find('.')));
  for (const std::string& part : above) {
    if (AsciiLower(part) == "media") continue;  // pictures and manuals lie below it as often
    for (const Role role : vocabulary.RolesOfSegment(part)) {
      if (role != Role::kJobs && role != Role::kPress) continue;
      signs.Add(role, 2, "address", fmt::format("address stands below {}", Quoted(part)));
    }
  }
}

void AddData(const Page& page, const Vocabulary& vocabulary, Signs& signs) {
  for (const Json* item : TopDataItems(page)) {
    for (const std::string_view type : TypesOf(*item)) {
      for (const Role role : vocabulary.RolesOfType(type)) {
        if (role == Role::kNewsItem) continue;  // NewsItemSigns weighs it
        // Shops put a few questions in FAQPage data on any page, for search engines.
        const int points = role == Role::kFaq ? 1 : 2;
        signs.Add(role, points, "data", fmt::format("structured data of type {}", type));
      }
    }
  }
}

// The page answers a search: its address carries what a search form of the page sends.
bool AnswersSearch(const Page& page, const Url& url) {
  for (const Form& form : page.forms) {
    if (form.method != "get") continue;
    for (const FormField& field : form.fields) {
      const bool is_text = field.tag == "input" && (field.type == "text" || field.type == "search");
      if (!is_text || field.name.empty()) continue;
      const auto value = url.QueryValue(field.name);
      if (value && !value->empty() && form.fields.size() <= 6) return true;
    }
  }
  return false;
}

std::size_t Questions(const Page& page) {
  return static_cast<std::size_t>(
      std::count_if(page.blocks.begin(), page.blocks.end(), [](const TextBlock& block) {
        return block.region == Region::kMain && block.text.ends_with("?") &&
               (block.kind == TextKind::kHeading || block.kind == TextKind::kButton);
      }));
}

// Social accounts of the brand in the main part, by channel.
std::set<std::string> SocialChannels(const Rules& rules, const Findings& findings) {
  std::set<std::string> channels;
  for (const ContactPoint& contact : findings.contacts) {
    const ChannelInfo* channel = rules.channels.Find(contact.channel);
    if (!channel || channel->family != "social" || contact.region != Region::kMain) continue;
    if (contact.use == Use::kContact || contact.use == Use::kFollow)
      channels.insert(contact.channel);
  }
  return channels;
}

void AddBody(const Page& page, const std::vector<PageName>& names, const Url* url,
             const Rules& rules, const Findings& findings, Signs& signs) {
  const bool has_form =
      std::any_of(findings.forms.begin(), findings.forms.end(),
                  [](const FoundForm& f) { return f.kind == FormKind::kContact; });
  if (has_form) signs.Add(Role::kForm, 2, "body", "carries a contact form");
  if (url && AnswersSearch(page, *url)) {
    signs.Add(Role::kSearchResults, 2, "body", "the address carries what its search form sends");
  }
  if (Questions(page) >= 5) signs.Add(Role::kFaq, 1, "body", "five questions or more as headings");
  const std::set<std::string> accounts = SocialChannels(rules, findings);
  if (accounts.empty()) return;
  for (const PageName& name : names) {
    const std::vector<Role> roles = rules.vocabulary.RolesWithin(name.text);
    if (!name.is_own || std::find(roles.begin(), roles.end(), Role::kSocial) == roles.end())
      continue;
    signs.Add(Role::kSocial, 2, "body",
              fmt::format("{} {}, with accounts in the main part", name.source, Quoted(name.text)));
  }
  // Staff pages hold many accounts too: some heading must say what they are for.
  const bool is_announced =
      std::any_of(page.blocks.begin(), page.blocks.end(), [&](const TextBlock& block) {
        return block.kind == TextKind::kHeading && block.region == Region::kMain &&
               rules.vocabulary.Term("social", block.text);
      });
  if (accounts.size() >= 3 && is_announced) {
    signs.Add(Role::kSocial, 2, "body", "three social accounts or more under a heading of theirs");
  }
}

// What was searched for is in the address and title of the answer; it makes it no page of that
// kind.
void DropSearchedWords(Signs& signs) {
  if (signs.Points(Role::kSearchResults) < 4) return;
  for (const Role role : {Role::kContact, Role::kService, Role::kAsk, Role::kFaq, Role::kSocial,
                          Role::kNews, Role::kTerms, Role::kPrivacy, Role::kComplaint}) {
    if (signs.Points(role) < 4) signs.Drop(role);
  }
}

void AddNewsItem(const Page& page, const std::vector<std::string>& segments,
                 const Vocabulary& vocabulary, Signs& signs, std::vector<std::string>& hints) {
  NewsSigns item = ReadNewsSigns(page, segments, vocabulary);
  if (item.points == 0) return;
  // A page with another purpose is no item, whatever its content system says of it.
  for (const Role role : {Role::kContact, Role::kService, Role::kFaq, Role::kTerms, Role::kPrivacy,
                          Role::kImprint, Role::kAbout, Role::kSearchResults}) {
    if (signs.Points(role) >= 4) return;
  }
  if (item.points < kNewsPoints) {
    hints = std::move(item.why);
    return;
  }
  for (const std::string& why : item.why) signs.Add(Role::kNewsItem, 2, why, why);
  // Its section's name in title or menu makes it no list; words in its headline say what it is
  // about.
  for (const Role role : {Role::kNews, Role::kTerms, Role::kPrivacy, Role::kContact, Role::kService,
                          Role::kSocial, Role::kPress, Role::kComplaint, Role::kJobs, Role::kAsk}) {
    if (signs.Points(role) < 4) signs.Drop(role);
  }
}

}  // namespace

void FindRoles(const Page& page, const Rules& rules, const PageContext& context,
               Findings& findings) {
  const Vocabulary& vocabulary = rules.vocabulary;
  const std::vector<std::string> brand_words = BrandWords(page, context);
  const std::vector<PageName> names = PageNames(page, brand_words);
  const auto url = Url::Parse(page.url);
  std::vector<std::string> segments;
  if (url) segments = NamingSegments(*url);

  Signs signs;
  AddNames(names, brand_words, vocabulary, signs);
  if (url) AddAddress(*url, segments, brand_words, vocabulary, signs);
  if (url) AddAddressAbove(*url, segments, vocabulary, signs);
  AddData(page, vocabulary, signs);
  AddBody(page, names, url ? &*url : nullptr, rules, findings, signs);
  DropSearchedWords(signs);
  findings.news_hints.clear();
  AddNewsItem(page, segments, vocabulary, signs, findings.news_hints);

  findings.roles.clear();
  if (context.is_home) {
    findings.roles.push_back({Role::kHome, "start page of the look", Confidence::kSure});
  }
  for (const auto& [role, evidence] : signs.Roles()) {
    if (evidence.points < 2 || role == Role::kHome) continue;
    const bool is_sure = evidence.points >= 4 && evidence.sides.size() >= 2;
    // On a home page headings name parts of it; only a page that is wholly one thing counts.
    if (context.is_home && role != Role::kForm && !is_sure) continue;
    findings.roles.push_back(
        {role, Join(evidence.why, "; "), is_sure ? Confidence::kSure : Confidence::kLikely});
  }
}

}  // namespace klikpad
