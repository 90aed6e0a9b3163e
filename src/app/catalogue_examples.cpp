// One reading for each kind of example.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "app/catalogue.h"
#include "base/text.h"
#include "find/accounts/classify_link.h"
#include "find/address/text.h"
#include "find/chat/buttons.h"
#include "find/chat/chat.h"
#include "find/community.h"
#include "find/find.h"
#include "find/forms/forms.h"
#include "find/text/sentences.h"
#include "page/reader.h"

namespace klikpad {
namespace {

constexpr std::size_t kShown = 80;  // bytes of an example in a message

std::string Shown(const std::string& text) {
  return std::string(CutUtf8(CollapseSpace(text), kShown));
}

Page PageOf(const std::string& body, const std::string& lang) {
  return ReadPage(
      "<!doctype html><html lang=\"" + EscapeHtml(lang) + "\"><body>" + body + "</body></html>",
      "https://www.voorbeeld.example/", "text/html; charset=utf-8");
}

std::string Differs(std::string_view what, std::string_view wanted, std::string_view have) {
  return wanted == have ? std::string() : fmt::format("{} is '{}', not '{}'", what, have, wanted);
}

std::string CheckUrl(const Network& network, const UrlExample& example, const Networks& networks) {
  const auto url = Url::Parse(example.url);
  const auto link = url ? ClassifyLink(*url, networks) : std::nullopt;
  if (!link) return "is nobody's address";
  const std::string use = link->use ? std::string(Word(*link->use)) : "none";
  for (const std::string& problem :
       {Differs("network", network.id, link->network->id),
        Differs("kind", example.kind, link->kind), Differs("use", example.use, use),
        Differs("handle", example.handle, link->handle),
        Differs("value", example.value.value_or(link->value), link->value)}) {
    if (!problem.empty()) return problem;
  }
  return "";
}

void AddNetworks(const Rules& rules, std::vector<ExampleResult>& results) {
  for (const Network& network : rules.networks.list) {
    for (const UrlExample& example : network.examples) {
      results.push_back({network.is_messenger ? "messaging.yaml" : "networks.yaml", example.line,
                         Shown(example.url), CheckUrl(network, example, rules.networks)});
    }
  }
}

// The vendors that a snippet shows, "" for none.
std::string VendorsIn(const std::string& snippet, const Rules& rules) {
  Findings found;
  FindChat(PageOf(snippet, "nl"), rules, {}, found);
  std::vector<std::string> values;
  for (const ContactPoint& point : found.contacts) {
    if (std::find(values.begin(), values.end(), point.value) == values.end()) {
      values.push_back(point.value);
    }
  }
  return Join(values, " ");
}

void AddVendors(const Yaml& yaml, const Rules& rules, std::vector<ExampleResult>& results) {
  const Yaml* vendors = yaml.Find("vendors");
  for (const Yaml& item : vendors ? vendors->Items() : std::vector<Yaml>()) {
    const std::string id = item.Find("id") ? item.Find("id")->Scalar() : "";
    const Vendor* vendor = rules.vendors.Find(id);
    const Yaml* example = item.Find("example");
    if (!vendor || !example) continue;
    const std::string wanted = vendor->channel.empty() ? "" : id;
    results.push_back({"chat-vendors.yaml", item.Line(), Shown(example->Scalar()),
                       Differs("it", wanted, VendorsIn(example->Scalar(), rules))});
    const Yaml* others = item.Find("not");
    const auto snippets = others ? others->Strings() : std::vector<std::string>();
    if (!snippets) continue;
    for (const std::string& snippet : *snippets) {
      const bool is_taken = VendorsIn(snippet, rules).find(id) != std::string::npos;
      results.push_back(
          {"chat-vendors.yaml", others->Line(), Shown(snippet), is_taken ? "is taken for it" : ""});
    }
  }
}

// What the wording of a chat button says: "sure", "human machine", "" for nothing.
std::string ButtonSays(const std::string& text, const Vendors& vendors) {
  const ChatWording wording = ReadWording(vendors, FoldAccents(text));
  std::vector<std::string> said;
  for (const auto& [kind, name] : {std::pair{ButtonWords::kSure, "sure"},
                                   {ButtonWords::kSecond, "second"},
                                   {ButtonWords::kWith, "with"},
                                   {ButtonWords::kOthers, "others"},
                                   {ButtonWords::kOff, "off"},
                                   {ButtonWords::kHuman, "human"},
                                   {ButtonWords::kMachine, "machine"}}) {
    if (wording.Says(kind)) said.emplace_back(name);
  }
  return Join(said, " ");
}

std::string Scalar(const Yaml& item, std::string_view key) {
  const Yaml* value = item.Find(key);
  return value ? value->Scalar() : "";
}

std::vector<Yaml> ExamplesOf(const Yaml& yaml, std::string_view key) {
  const Yaml* list = yaml.Find(key);
  return list ? list->Items() : std::vector<Yaml>();
}

void AddButtons(const Yaml& yaml, const Rules& rules, std::vector<ExampleResult>& results) {
  const Yaml* buttons = yaml.Find("buttons");
  if (!buttons) return;
  for (const Yaml& item : ExamplesOf(*buttons, "examples")) {
    const std::string text = Scalar(item, "text");
    results.push_back({"chat-vendors.yaml", item.Line(), Shown(text),
                       Differs("it", Scalar(item, "says"), ButtonSays(text, rules.vendors))});
  }
}

// What a text says by the words beside accounts: "contact", "vendor", "" for nothing.
std::string SaidBy(const std::string& text, const std::string& lang, const Networks& networks) {
  const TextCues cues = ReadCues(text, networks, lang);
  const Span all{0, text.size()};
  std::vector<std::string> said;
  if (cues.Has(Cue::kContact, all) && !cues.Has(Cue::kNegation, all)) said.push_back("contact");
  if (cues.Has(Cue::kFollow, all)) said.push_back("follow");
  if (cues.Has(Cue::kShare, all)) said.push_back("share");
  for (const PhraseSet::Hit& hit : networks.ownership.words.For(lang).FindAll(SplitWords(text))) {
    said.emplace_back(Word(static_cast<Owner>(hit.id)));
  }
  if (!networks.ownership.app_words.For(lang).FindAll(SplitWords(text)).empty()) {
    said.emplace_back("app");
  }
  return Join(said, " ");
}

void AddWords(const Yaml& yaml, const Rules& rules, std::vector<ExampleResult>& results) {
  for (const Yaml& item : ExamplesOf(yaml, "examples")) {
    const std::string text = Scalar(item, "text");
    results.push_back(
        {"account-words.yaml", item.Line(), Shown(text),
         Differs("it", Scalar(item, "says"), SaidBy(text, Scalar(item, "lang"), rules.networks))});
  }
}

// Values of a channel that a piece of HTML shows.
std::string Found(const std::string& html, const std::string& lang, const std::string& country,
                  const std::string& channel, const Rules& rules) {
  PageContext context;
  context.country = country;
  context.language = lang;
  const Findings found = FindAll(PageOf(html, lang), rules, context);
  std::vector<std::string> values;
  for (const ContactPoint& point : found.contacts) {
    if (point.channel == channel) values.push_back(point.value);
  }
  return Join(values, " ");
}

// Examples of pieces of pages: `html` or `text`, and what a channel's finder gives.
void AddPieces(const Yaml& yaml, const std::string& file, const std::string& usual_channel,
               const Rules& rules, std::vector<ExampleResult>& results) {
  for (const std::string key : {"examples", "not"}) {
    for (const Yaml& item : ExamplesOf(yaml, key)) {
      const std::string text = Scalar(item, "text");
      const std::string html =
          text.empty() ? Scalar(item, "html") : "<p>" + EscapeHtml(text) + "</p>";
      std::string channel = Scalar(item, "channel");
      if (channel.empty()) channel = usual_channel;
      results.push_back(
          {file, item.Line(), Shown(text.empty() ? html : text),
           Differs("it", Scalar(item, "finds"),
                   Found(html, Scalar(item, "lang"), Scalar(item, "country"), channel, rules))});
    }
  }
}

void AddAddresses(const Rules& rules, std::vector<ExampleResult>& results) {
  for (const auto* list : {&rules.addresses.examples, &rules.addresses.counter_examples}) {
    for (const AddressExample& example : *list) {
      const auto found = AddressesIn(example.text, "", rules.addresses, example.country);
      results.push_back({"addresses.yaml", example.line, Shown(example.text),
                         Differs("it", example.value, found.empty() ? "" : found[0].value)});
    }
  }
}

void AddForms(const Yaml& yaml, const Rules& rules, std::vector<ExampleResult>& results) {
  for (const Yaml& item : ExamplesOf(yaml, "examples")) {
    const std::string html = Scalar(item, "html");
    Findings found;
    FindForms(PageOf(html, Scalar(item, "lang")), rules, {}, found);
    const std::string kind = found.forms.empty() ? "" : std::string(Word(found.forms.front().kind));
    results.push_back(
        {"forms.yaml", item.Line(), Shown(html), Differs("it", Scalar(item, "kind"), kind)});
  }
}

void AddCommunities(const Rules& rules, std::vector<ExampleResult>& results) {
  for (const auto* list : {&rules.communities.examples, &rules.communities.counter_examples}) {
    for (const CommunityExample& example : *list) {
      Findings found;
      FindCommunities(PageOf("<a href=\"" + EscapeHtml(example.url) + "\">" +
                                 EscapeHtml(example.label) + "</a>",
                             "nl"),
                      rules, {}, found);
      results.push_back(
          {"communities.yaml", example.line, Shown(example.url),
           Differs("it", example.value, found.contacts.empty() ? "" : found.contacts[0].value)});
    }
  }
}

}  // namespace

Result<std::vector<ExampleResult>> RunExamples(const std::string& folder, const Rules& rules) {
  std::vector<ExampleResult> results;
  AddNetworks(rules, results);
  AddAddresses(rules, results);
  AddCommunities(rules, results);
  std::map<std::string, Yaml> files;
  for (const std::string file :
       {"chat-vendors.yaml", "account-words.yaml", "phones.yaml", "emails.yaml", "forms.yaml"}) {
    auto yaml = Yaml::Load(fmt::format("{}/{}", folder, file));
    if (!yaml) return tl::unexpected(yaml.error());
    files.emplace(file, *std::move(yaml));
  }
  AddVendors(files.at("chat-vendors.yaml"), rules, results);
  AddButtons(files.at("chat-vendors.yaml"), rules, results);
  AddWords(files.at("account-words.yaml"), rules, results);
  AddPieces(files.at("phones.yaml"), "phones.yaml", "phone", rules, results);
  AddForms(files.at("forms.yaml"), rules, results);
  AddPieces(files.at("emails.yaml"), "emails.yaml", "email", rules, results);
  std::stable_sort(results.begin(), results.end(),
                   [](const ExampleResult& a, const ExampleResult& b) {
                     return std::tie(a.file, a.line) < std::tie(b.file, b.line);
                   });
  return results;
}

}  // namespace klikpad
