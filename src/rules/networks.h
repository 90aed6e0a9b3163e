// How addresses of social networks and messengers read (rules/networks.yaml, rules/messaging.yaml):
// which host and path is a profile, a share, a post; which first segments are reserved; which words
// beside a link promise an answer.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "model/words.h"
#include "rules/key_filter.h"
#include "rules/phrases.h"
#include "rules/url_template.h"

namespace klikpad {

// One shape of address. The first rule of a network that fits decides.
struct UrlRule {
  std::string kind;        // "profile", "share", "post" …
  std::optional<Use> use;  // nothing: recognised, but no way to anybody (a login, a script)
  // Matched against the path ("/ns_online"), without the final slash, percent-decoded.
  std::vector<UrlTemplate> paths;
  // Matched against host and path ("youtu.be/abc") or scheme and rest ("skype:ns?call"); such rules
  // hold for these addresses only, rules with `paths` for the network's hosts.
  std::vector<UrlTemplate> addresses;
  std::vector<std::pair<std::string, UrlTemplate>>
      query;  // keys that must be there, and their values
  std::optional<UrlTemplate> fragment;
  std::string value;          // template of the canonical value, "" for {handle}
  std::optional<Use> nested;  // use when the address in {url} is an account; else `use` holds
  bool is_person = false;     // an employee's own account
  bool keeps_case = false;    // the value means something else in another case
};

// Address in an example, as a person would write the test.
struct UrlExample {
  std::string url, kind, use, handle;
  std::optional<std::string> value;
  int line = 0;
};

// An element by which a page shows something of a network: <div class="fb-page" data-href="…">.
struct Embed {
  std::string css_class;
  std::string attribute;  // holds an address, or a bare handle when `is_handle`; "" for none
  bool is_handle = false;
  std::string key;      // of the JSON that `attribute` holds: its member is meant
  std::string address;  // "https://wa.me/{number}", for digits in `attribute`; "" else
  Use use = Use::kContent;
};

struct Network {
  std::string id;  // "twitter"
  std::string
      channel;  // a word of channels.yaml; "" for networks that klikpad knows but does not report
  std::string name;                      // "X (Twitter)"
  bool is_messenger = false;             // from messaging.yaml
  std::vector<std::string> words;        // by which texts name it: "Twitter"
  std::vector<std::string> exact_words;  // the same, but only as written: "X", "LINE"
  std::vector<std::string> hosts;        // "twitter.com"; "pinterest.*" for any public suffix
  std::vector<std::string> subdomains;   // beside those of Networks that show the same as the host
  std::map<std::string, std::string> aside;  // subdomain or host → kind: carries no accounts
  std::vector<std::string> reserved;  // first segments that are no handles, lower case, sorted
  std::vector<UrlRule> rules;
  std::vector<Embed> embeds;
  std::optional<UrlTemplate> printed;  // a handle in running text ("@{handle}")
  bool takes_marked_hosts = false;     // on any host, when the link is marked as this network's
  std::vector<UrlExample> examples;
  std::string source;
};

// An address that carries another one: l.facebook.com/l.php?u=…
struct Redirector {
  UrlTemplate address;  // host and path
  std::string key;      // of the query
};

// What the words near a link tell of its use.
// kLeft: an account is no longer used, a negation too.
enum class Cue { kContact, kFollow, kShare, kNothing, kNegation, kLeft };

// Phrases by language; one set a language, English beside it, and all of them for "".
class PhraseLists {
 public:
  // `id` is what a hit means.
  void Add(std::string_view language, std::string_view phrase, int id);
  // Of a BCP 47 tag; all languages when it has none here.
  const PhraseSet& For(std::string_view language) const;

 private:
  std::map<std::string, PhraseSet, std::less<>> sets_;
};

// What speaks for another owner than the brand.
struct OwnershipFacts {
  // channel → handles of builders of web sites and other vendors, lower case
  std::map<std::string, std::vector<std::string>, std::less<>> vendor_handles;
  // The same of regulators, police, ministries: never a company's own unless it is one.
  std::map<std::string, std::vector<std::string>, std::less<>> authority_handles;
  std::vector<std::string>
      mail_hosts;  // of free mail, used by small brands: no sign of another owner
  std::vector<std::string> authority_hosts;
  std::vector<std::string> authority_numbers;  // as ContactPoint::value, helplines for all included
  PhraseSet referred;                          // services to which pages refer; ids are 0
  PhraseSet row_heads;    // heads of columns that say what others are; ids are 0
  PhraseLists app_words;  // "download onze app": by which a site offers its own app
  PhraseLists titles;     // "directeur": what is to be followed is a person
  PhraseLists warned_before, warned_after;  // where a page says not to use the contact; ids are 0
  PhraseLists swindlers;                    // who uses it to deceive; ids are 0
  PhraseLists against_swindlers;            // the sentence tells whom to call about them; ids are 0
  PhraseLists own_again;                    // "onze": behind an authority's sentence; ids are 0
  PhraseLists words;  // ids: Owner ("website by" kVendor, "onze partners" kPartner …)
};

struct Networks {
  std::vector<Network> list;            // in file order
  std::vector<std::string> subdomains;  // "www", "m": show the same as the host itself
  std::vector<Redirector> redirectors;
  PhraseLists use_words;  // ids: Cue
  OwnershipFacts ownership;
  // Class of an element → the embed that it is: indexes in `list` and in its `embeds`.
  std::multimap<std::string, std::pair<std::size_t, std::size_t>, std::less<>> embed_classes;
  KeyFilter embed_filter;  // of embed_classes
  PhraseSet names;         // ids: index in `list`; see NamesIn
  // Domain label ("twitter", "t") or "scheme:" → the networks that may claim it.
  std::map<std::string, std::vector<std::size_t>, std::less<>> index;

  // Null when there is no such network.
  const Network* Find(std::string_view id) const;

  struct Name {
    std::size_t network = 0;         // index in `list`
    std::size_t begin = 0, end = 0;  // bytes
  };
  // Names of networks in `text`, left to right.
  std::vector<Name> NamesIn(std::string_view text, const std::vector<TextWord>& words) const;
};

// Of networks.yaml, messaging.yaml and account-words.yaml.
Result<Networks> ParseNetworks(const Yaml& networks, const Yaml& messaging, const Yaml& words);

}  // namespace klikpad
