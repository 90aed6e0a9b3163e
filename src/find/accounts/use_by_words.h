// What a link to an account is for, by the words near it: "stel je vraag via Twitter" promises an
// answer, "volg ons" does not. An account's address alone only lets one follow.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "find/accounts/classify_link.h"
#include "find/text/sentences.h"
#include "model/page.h"

namespace klikpad {

struct UseByWords {
  Use use = Use::kFollow;
  std::string why;       // the words: "Contact"; "" when they said nothing
  bool is_left = false;  // they say that the account is no longer used; then `use` is kContent
};

// Reads one page's texts; each block once.
class UseReader {
 public:
  // Both outlive the reader. `language` is a BCP 47 tag, "" unknown.
  UseReader(const Page& page, const Networks& networks, std::string language);

  // For a link to an account. `account.use` is what holds when the words say nothing.
  UseByWords Read(const Link& link, const AccountLink& account);

 private:
  void FindLabels();
  const TextCues& CuesOf(int block);
  bool IsMasked(int block, const Link& link, std::size_t at) const;
  bool IsOfOtherClause(int block, const Link& link, std::size_t at);
  // Headings above the link, the nearest first; those that only name networks lead to the next.
  std::vector<int> HeadingChain(const Link& link);
  bool NamesOnlyNetworks(int block);
  bool HasSiteLinksBetween(const Link& link, int heading) const;

  std::optional<UseByWords> ByLabel(const Link& link, Cue wanted);
  std::optional<UseByWords> ByOwnSentence(const Link& link, Cue wanted);
  bool IsRefusedByOwnClause(const Link& link);
  // "We zijn niet meer actief op X": in the link's own text, or in one that names the network and
  // stands near it.
  std::optional<UseByWords> ByLeaving(const Link& link, std::size_t network,
                                      const std::vector<int>& chain);
  // Texts under the headings above, or close to a link without any.
  std::vector<int> BlocksNear(const Link& link, const std::vector<int>& chain) const;
  // What they say of this network.
  struct Section {
    std::string answers, refuses;    // the sentence, "" for none
    bool answers_elsewhere = false;  // a sentence names other networks as those that answer
  };
  Section ReadSection(const Link& link, std::size_t network, const std::vector<int>& chain);
  void ReadSectionBlock(int block, const Link& link, std::size_t network, bool is_under_own_heading,
                        Section& section);
  std::optional<UseByWords> ByCaption(const Link& link);
  std::optional<UseByWords> ByHeading(const Link& link, const std::vector<int>& chain);

  const Page& page_;
  const Networks& networks_;
  std::string language_;
  std::map<int, TextCues> cues_;                                     // by block
  bool has_labels_ = false;                                          // FindLabels ran
  std::map<int, std::vector<std::pair<const Link*, Span>>> labels_;  // by block: where labels stand
};

}  // namespace klikpad
