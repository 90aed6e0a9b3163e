// How e-mail addresses are disguised and which are mere samples (rules/emails.yaml).

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"

namespace klikpad {

struct EmailFacts {
  // Words for "@" and ".", lower case: within brackets, and standing free.
  std::vector<std::string> at_bracketed, at_bare;
  std::vector<std::string> dot_bracketed, dot_bare;
  std::vector<std::string> decoys;     // capitals put into an address for robots to take along
  std::vector<std::string> at_within;  // words that stand for "@" amid others in brackets

  // Names of attributes that hold an address or its parts.
  std::vector<std::string> whole_attributes, user_attributes, domain_attributes, suffix_attributes;

  std::vector<std::string> sample_domains;  // "example.com"
  std::vector<std::string> sample_locals;   // "yourname"
  std::vector<std::string> unread_locals;   // "noreply"
  bool IsSample(std::string_view local, std::string_view domain) const;
  bool IsUnread(std::string_view local) const;

  // Names of mailboxes that are for others than customers or for one subject, by purpose
  // (kPurposesOfOthers, security, complaints, billing).
  std::vector<std::pair<std::string, std::vector<std::string>>> locals_by_purpose;
  // "press", "jobs", "billing" …; "" for a mailbox for all.
  std::string PurposeOf(std::string_view local) const;
};

Result<EmailFacts> ParseEmailFacts(const Yaml& yaml);

}  // namespace klikpad
