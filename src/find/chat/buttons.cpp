// Words alone are weak: they must be short, stand on something that can be pressed, and lead to no
// other channel.

#include "find/chat/buttons.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/domain.h"
#include "base/text.h"
#include "base/url.h"
#include "find/accounts/classify_link.h"
#include "find/chat/marks.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxLabel = 70;  // longer labels are teasers and headlines
constexpr std::size_t kMaxButtons = 20;

// FoldAccents, the short way for plain ASCII.
std::string Fold(std::string_view text) {
  bool is_ascii = std::none_of(text.begin(), text.end(),
                               [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return is_ascii ? AsciiLower(text) : FoldAccents(text);
}

bool HasWords(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    bool starts = at == 0 || !IsWordByte(text[at - 1]);
    std::size_t end = at + words.size();
    if (starts && (end == text.size() || !IsWordByte(text[end]))) return true;
  }
  return false;
}

bool Holds(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// Letters only at the ends: "Start chat »" and "Chat!" read as "start chat" and "chat".
std::string_view TrimSigns(std::string_view text) {
  auto is_sign = [](char c) {
    return !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '(' && c != ')';
  };
  while (!text.empty() && is_sign(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_sign(text.back())) text.remove_suffix(1);
  return text;
}

// Messengers and networks have their own detector, whose links and names these are.
bool IsOtherChannel(const Link& link, std::string_view label, const Rules& rules) {
  for (const std::string& name : rules.vendors.buttons.elsewhere) {
    if (HasWords(label, name)) return true;
  }
  for (std::string_view scheme : {"mailto:", "tel:", "sms:"}) {
    if (StartsWithIgnoreAsciiCase(link.href, scheme)) return true;
  }
  const std::optional<Url> url = Url::Parse(link.url);
  return url && ClassifyLink(*url, rules.networks).has_value();
}

bool IsAction(const Link& link, const Page& page) {
  if (link.kind == LinkKind::kButton || link.kind == LinkKind::kScript) return true;
  if (link.href.empty() || link.href.front() == '#') return true;
  if (StartsWithIgnoreAsciiCase(link.href, "javascript:")) return true;
  std::size_t hash = link.url.find('#');
  return hash != std::string::npos && std::string_view(link.url).substr(0, hash) ==
                                          std::string_view(page.url).substr(0, page.url.find('#'));
}

// ".../chat", "/live-chat/", "webchat.": the address itself says chat.
bool AddressSaysChat(const Link& link) {
  std::optional<Url> url = Url::Parse(link.url);
  if (!url || !url->IsHttp()) return false;
  for (std::string_view word : {"chat", "webchat", "livechat"}) {
    if (HasWords(url->Host(), word)) return true;
  }
  std::vector<std::string> segments = url->PathSegments();
  std::string last = segments.empty() ? std::string() : AsciiLower(segments.back());
  return HasWords(ReplaceAll(last, "_", "-"), "chat") || HasWords(last, "livechat");
}

int VendorOfChatPage(const Page& page, const Vendors& vendors, const Link& link) {
  std::optional<Url> url = Url::Parse(link.url);
  std::optional<Url> own = Url::Parse(page.url);
  if (!url || !url->IsHttp()) return -1;
  if (own && RegistrableDomain(own->Host()) == RegistrableDomain(url->Host())) return -1;
  for (int mark : MatchHost(vendors, link.url)) {
    const VendorMark& host = vendors.marks[static_cast<std::size_t>(mark)];
    if (!host.is_bare_domain && !host.host.empty()) return host.vendor;
  }
  return -1;
}

// To another site: a vendor's own site never, any other only when its address says chat.
bool LeadsElsewhere(const Page& page, const Brand& brand, const Vendors& vendors,
                    const Link& link) {
  std::optional<Url> url = Url::Parse(link.url);
  std::optional<Url> own = Url::Parse(page.url);
  if (!url || !url->IsHttp()) return false;
  const std::string& host = url->Host();
  if (own && RegistrableDomain(own->Host()) == RegistrableDomain(host)) return false;
  for (const std::string& known : brand.hosts) {
    if (IsSameOrSubdomain(host, known)) return false;
  }
  if (!MatchHost(vendors, "https://" + host + "/").empty()) return true;
  if (!own) return false;  // it may be the page's own host
  return !AddressSaysChat(link) && host.find("chat") == std::string::npos;
}

// What can only be pressed: a link of the same words may lead to an article.
bool IsPressed(const Link& link) {
  return link.kind == LinkKind::kButton || link.kind == LinkKind::kScript || link.href.empty() ||
         link.href == "#" || StartsWithIgnoreAsciiCase(link.href, "javascript:");
}

// "Chat met Robin", or "Chat" and nothing else.
bool IsChatButton(const Link& link, const ChatWording& wording, std::string_view label) {
  if (!IsPressed(link)) return false;
  if (wording.Says(ButtonWords::kOthers)) return false;
  if (wording.begins_with) return true;
  return wording.is_second &&
         (HasWords(label, "chat") || HasWords(label, "tchat") || HasWords(label, "chatbot"));
}

// A card's title, folded: "Chat" above "Nu online, van 8 tot 22 uur". "" where a word or none is
// below it: "Chat" and "GPT" are one name in two colours.
std::string TitleOf(const Page& page, const Link& link, std::string_view folded_label) {
  if (!IsPressed(link) || link.node < 0) return {};
  const Document& document = page.document;
  const int end = document.nodes[static_cast<std::size_t>(link.node)].end;
  for (int i = link.node + 1; i < end; ++i) {
    const Node& node = document.nodes[static_cast<std::size_t>(i)];
    if (!node.IsText() || Trim(node.text).empty()) continue;
    const std::string title = Fold(Trim(node.text));
    if (node.parent == link.node || !folded_label.starts_with(title)) return {};
    const std::string_view rest = Trim(folded_label.substr(title.size()));
    return rest.find(' ') == rest.npos ? std::string() : title;
  }
  return {};
}

bool MayBeBelowChat(const PageGlance& glance, int heading) {
  return heading >= 0 && glance.blocks[static_cast<std::size_t>(heading)].Has(trigger::kChat);
}

// "Chat": "Start een gesprek". The heading, folded; "" where it says no chat of the brand.
std::string ChatHeading(const Page& page, const Rules& rules, const Link& link) {
  if (!IsPressed(link) || link.heading < 0) return {};
  const TextBlock& heading = page.blocks[static_cast<std::size_t>(link.heading)];
  if (heading.text.size() > kMaxLabel || heading.region != link.region) return {};
  std::string folded = Fold(heading.text);
  const ChatWording wording = ReadWording(rules.vendors, folded);
  const bool says_chat = wording.Says(ButtonWords::kSure) || HasWords(folded, "chat") ||
                         HasWords(folded, "tchat") || HasWords(folded, "livechat");
  if (!says_chat || wording.Says(ButtonWords::kOthers) || wording.Says(ButtonWords::kOff) ||
      IsOtherChannel(link, folded, rules)) {
    return {};
  }
  return folded;
}

std::string ScriptBehind(const Page& page, const Link& link) {
  std::string script;
  if (StartsWithIgnoreAsciiCase(link.href, "javascript:")) script = link.href.substr(11);
  if (link.node >= 0) {
    script += page.document.Attr(link.node, "onclick").value_or(std::string_view());
  }
  return script.find('%') == std::string::npos ? script : PercentDecode(script);
}

bool HasScript(const Link& link, const std::vector<int>& on_click) {
  return StartsWithIgnoreAsciiCase(link.href, "javascript:") ||
         std::binary_search(on_click.begin(), on_click.end(), link.node);
}

std::string TextIn(const Document& document, int node) {
  std::string text;
  const int end = document.nodes[static_cast<std::size_t>(node)].end;
  for (int i = node; i < end && text.size() < 400; ++i) {
    const Node& n = document.nodes[static_cast<std::size_t>(i)];
    if (n.IsText()) text += n.text;
  }
  if (text.empty()) text = document.Attr(node, "value").value_or(std::string_view());
  if (text.empty()) text = document.Attr(node, "aria-label").value_or(std::string_view());
  return std::string(CutUtf8(CollapseSpace(text), 200));
}

// What a button without any text is called: an icon in the corner of the page.
std::string_view NameOfIconButton(const Document& document, int node) {
  const Node& button = document.nodes[static_cast<std::size_t>(node)];
  if (button.tag != "button") return {};
  for (int i = node + 1; i < button.end; ++i) {
    const Node& inner = document.nodes[static_cast<std::size_t>(i)];
    if (inner.IsText() && !Trim(inner.text).empty()) return {};
  }
  for (std::string_view name : {"aria-label", "title"}) {
    const std::string_view value = document.Attr(node, name).value_or(std::string_view());
    if (!Trim(value).empty() && value.size() <= kMaxLabel) return Trim(value);
  }
  return {};
}

// Buttons without an address, and other elements with a script that opens a chat, as links.
std::vector<Link> MoreLinks(const Page& page, const Vendors& vendors, const PageGlance& glance,
                            const std::vector<int>& on_click) {
  std::vector<Link> more;
  std::vector<int> known;
  for (const Link& link : page.links) known.push_back(link.node);
  std::sort(known.begin(), known.end());
  const auto is_known = [&](int node) {
    return std::binary_search(known.begin(), known.end(), node) ||
           std::any_of(more.begin(), more.end(), [&](const Link& l) { return l.node == node; });
  };
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const TextBlock& block = page.blocks[i];
    if (block.kind != TextKind::kButton) continue;
    const bool may_open = glance.blocks[i].Has(trigger::kChat) ||
                          MayBeBelowChat(glance, block.heading) ||
                          std::binary_search(on_click.begin(), on_click.end(), block.node);
    if (!may_open || is_known(block.node)) continue;
    Link link;
    link.node = block.node;
    link.kind = LinkKind::kButton;
    link.label = block.text;
    link.region = block.region;
    link.is_visible = block.is_visible;
    link.position = block.position;
    link.block = static_cast<int>(i);
    link.heading = block.heading;
    link.place = block.place;
    more.push_back(std::move(link));
  }
  for (std::size_t i = 0; i < page.document.nodes.size() && more.size() < kMaxButtons; ++i) {
    const Node& node = page.document.nodes[i];
    if (node.tag != "button" || is_known(static_cast<int>(i))) continue;
    const std::string_view name = NameOfIconButton(page.document, static_cast<int>(i));
    if (name.empty() || Fold(name).find("chat") == std::string::npos) continue;
    Link link;
    link.node = static_cast<int>(i);
    link.kind = LinkKind::kButton;
    link.label = std::string(name);
    link.position = static_cast<int>(i);
    link.place = {node.line, node.column};
    more.push_back(std::move(link));
  }
  for (int node : on_click) {
    if (is_known(node)) continue;
    Link link;
    link.node = node;
    if (FindOpenCall(vendors, ScriptBehind(page, link)) < 0) continue;
    const Node& n = page.document.nodes[static_cast<std::size_t>(node)];
    link.kind = LinkKind::kScript;
    link.label = TextIn(page.document, node);
    link.position = node;
    link.place = {n.line, n.column};
    more.push_back(std::move(link));
  }
  return more;
}

}  // namespace

ChatWording ReadWording(const Vendors& vendors, std::string_view folded) {
  ChatWording wording;
  vendors.phrases.Each(folded, [&](int index, std::size_t at) {
    const auto number = static_cast<std::size_t>(index);
    const std::string& phrase = vendors.phrase_texts[number];
    std::size_t end = at + phrase.size();
    bool starts = at == 0 || !IsWordByte(folded[at - 1]);
    if (!starts || (end < folded.size() && IsWordByte(folded[end]))) return true;
    wording.says[static_cast<std::size_t>(vendors.phrase_kinds[number])] = true;
    bool is_whole = at == 0 && end == folded.size();
    const ButtonWords kind = vendors.phrase_kinds[number];
    if (is_whole && kind == ButtonWords::kSecond) wording.is_second = true;
    if (at == 0 && !is_whole && kind == ButtonWords::kWith) wording.begins_with = true;
    return true;
  });
  return wording;
}

std::vector<ChatButton> FindChatButtons(const Page& page, const Brand& brand, const Rules& rules,
                                        const PageGlance& glance, const std::vector<int>& on_click,
                                        bool has_vendor) {
  const Vendors& vendors = rules.vendors;
  std::vector<ChatButton> buttons;
  const std::vector<Link> more = MoreLinks(page, vendors, glance, on_click);
  std::vector<const Link*> links;
  for (std::size_t i = 0; i < page.links.size(); ++i) {
    const Link& link = page.links[i];
    const bool may_open = glance.labels[i].Has(trigger::kChat) || HasScript(link, on_click) ||
                          (IsPressed(link) && MayBeBelowChat(glance, link.heading));
    if (may_open) links.push_back(&link);
  }
  for (const Link& link : more) links.push_back(&link);
  std::stable_sort(links.begin(), links.end(),
                   [](const Link* a, const Link* b) { return a->node < b->node; });
  for (const Link* candidate : links) {
    if (buttons.size() >= kMaxButtons) break;
    const Link& link = *candidate;
    ChatButton button;
    std::string script = ScriptBehind(page, link);
    if (int call = FindOpenCall(vendors, script); call >= 0) {
      button.by_script = true;
      button.vendor = vendors.marks[static_cast<std::size_t>(call)].vendor;
    }
    if (!button.by_script && (link.label.empty() || link.label.size() > 200)) continue;
    std::string folded = Fold(CutUtf8(link.label, 200));
    std::string_view label = TrimSigns(folded);
    if (label.empty() && !button.by_script) continue;
    bool is_short = label.size() <= kMaxLabel;
    ChatWording wording = ReadWording(vendors, label);
    const std::string heading =
        Holds(vendors.buttons.below, label) ? ChatHeading(page, rules, link) : std::string();
    const bool says_nothing = !wording.SaysAnything() && !HasWords(label, "chat");
    if (!button.by_script && says_nothing && heading.empty()) continue;
    if (!wording.is_second && ReadWording(vendors, TitleOf(page, link, label)).is_second) {
      wording.is_second = true;
      is_short = true;
    }
    button.is_action = IsAction(link, page);
    button.by_words = is_short && (wording.Says(ButtonWords::kSure) ||
                                   IsChatButton(link, wording, label) || !heading.empty());
    bool is_weak_word = wording.is_second;
    bool says_chat = is_short && (HasWords(label, "chat") || HasWords(label, "chatbot"));
    if (!button.by_script && (button.by_words || says_chat)) {
      button.vendor = VendorOfChatPage(page, vendors, link);
    }
    button.says_off = wording.Says(ButtonWords::kOff);
    bool is_chat = button.by_script || button.by_words || button.vendor >= 0 || button.says_off;
    // A single "Chat" opens one when a vendor is there or when it leads to a page of that name.
    if (!is_chat && is_weak_word) {
      is_chat = (has_vendor && button.is_action) || (label == "chat" && AddressSaysChat(link));
    }
    if (!is_chat || (!button.by_script && IsOtherChannel(link, label, rules))) continue;
    if (!button.by_script && button.vendor < 0 && LeadsElsewhere(page, brand, vendors, link)) {
      continue;
    }
    // A product called live chat, a vendor's badge.
    if (!button.by_script && (HasWords(label, "software") || HasWords(label, "powered"))) continue;
    std::string near = folded;
    if (!heading.empty()) near.append(" ").append(heading);
    if (link.block >= 0 && static_cast<std::size_t>(link.block) < page.blocks.size()) {
      near += ' ';
      near += Fold(CutUtf8(page.blocks[static_cast<std::size_t>(link.block)].text, 300));
    }
    ChatWording around = ReadWording(vendors, near);
    if (around.Says(ButtonWords::kMachine)) {
      button.human = Human::kNo;
    } else if (around.Says(ButtonWords::kHuman)) {
      button.human = Human::kYes;
    }
    button.link = link;
    buttons.push_back(std::move(button));
  }
  return buttons;
}

}  // namespace klikpad
