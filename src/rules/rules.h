// klikpad's knowledge, loaded from the folder `rules`: channels, URL shapes of networks, chat
// vendors, messaging links, words, phone facts and the click model. Every complaint names file and
// line.

#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "rules/addresses.h"
#include "rules/channels.h"
#include "rules/click_model.h"
#include "rules/communities.h"
#include "rules/emails.h"
#include "rules/form_words.h"
#include "rules/message_words.h"
#include "rules/metrics.h"
#include "rules/networks.h"
#include "rules/phones.h"
#include "rules/share_words.h"
#include "rules/store_words.h"
#include "rules/trap_words.h"
#include "rules/vendors.h"
#include "rules/vocabulary.h"
#include "rules/walls.h"
#include "rules/word_triggers.h"

namespace klikpad {

struct Rules {
  Channels channels;
  Networks networks;
  Vendors vendors;
  FormWords forms;
  Vocabulary vocabulary;
  PhoneFacts phones;
  EmailFacts emails;
  AddressFacts addresses;
  CommunityFacts communities;
  ClickModel clicks;
  MessageWords messages;
  StoreWords stores;
  MetricFacts metrics;
  Walls walls;
  TrapWords traps;
  ShareWords shares;
  WordTriggers triggers;                         // the words of all of the above: see TriggersOf
  std::vector<std::string> tracking_parameters;  // names, or beginnings with "*"
  // Of the files on which finding rests: all but packs, checks and twins. Evidence found with the
  // same ones can be judged again.
  std::string knowledge_digest;
  std::string digest;  // of all files that were read, for audit.json's rules_digest
};

// The words of all detectors: `Rules::triggers` of those rules.
WordTriggers TriggersOf(const Rules& rules);

// `folder` is the top-level `rules` folder.
Result<Rules> LoadRules(const std::string& folder);

}  // namespace klikpad
