// The nearest words that say something decide: the label, the text in which it stands, the heading.

#include "find/human_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "find/phone/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxText = 300;  // bytes: a longer text speaks of more than its contact
constexpr std::array<std::string_view, 7> kChannels{
    "chat", "whatsapp", "messenger", "telegram", "sms", "apple-messages", "phone"};

const TextBlock* BlockAt(const Page& page, int position) {
  const auto after =
      std::upper_bound(page.blocks.begin(), page.blocks.end(), position,
                       [](int at, const TextBlock& block) { return at < block.position; });
  return after == page.blocks.begin() ? nullptr : &*(after - 1);
}

std::string_view TextBehind(const Page& page, const ContactPoint& point) {
  for (const Link& link : page.links) {
    if (link.position != point.position) continue;
    return link.block < 0 ? std::string_view()
                          : page.blocks[static_cast<std::size_t>(link.block)].text;
  }
  const TextBlock* block = BlockAt(page, point.position);
  return block && block->position == point.position ? block->text : std::string_view();
}

// "Vraag het onze chatbot" right above the button that opens the chat.
std::string_view TextAbove(const Page& page, const ContactPoint& point) {
  const TextBlock* block = point.channel == "chat" ? BlockAt(page, point.position) : nullptr;
  if (block && block != page.blocks.data() && block->text == point.display.View()) --block;
  const bool is_above = block && block->position <= point.position &&
                        block->region == point.region && block->kind != TextKind::kTitle;
  return is_above ? std::string_view(block->text) : std::string_view();
}

// "Chat: onze medewerkers …", "Chat met onze medewerkers", "Onze chat …": not "Bel of chat".
bool BeginsWithChat(std::string_view text) {
  constexpr std::size_t kFirstWords = 24;  // bytes
  const std::string folded = FoldAccents(text.substr(0, kFirstWords));
  const std::size_t at = folded.find("chat");
  return at != folded.npos && folded.substr(0, at).find(" of ") == folded.npos &&
         folded.substr(0, at).find(" or ") == folded.npos;
}

// The heading above is "Chat" or "Chat met ons".
bool IsUnderChat(const Page& page, const ContactPoint& point) {
  const TextBlock* block = BlockAt(page, point.position);
  if (block == nullptr || block->heading < 0) return false;
  const std::string heading =
      FoldAccents(page.blocks[static_cast<std::size_t>(block->heading)].text);
  return heading.starts_with("chat") || heading.find(" chat") != heading.npos;
}

// The sentences that begin with the chat, wherever on the page: its widget's script stands behind
// all of them. Unknown where two of them differ.
Human SaidOfChat(const Page& page, const Vocabulary& words) {
  Human said = Human::kUnknown;
  for (const TextBlock& block : page.blocks) {
    if (block.text.size() > kMaxText || !block.is_visible || block.kind == TextKind::kTitle)
      continue;
    if (!BeginsWithChat(block.text) || CountDigits(block.text, 9) >= 9) continue;
    const Human here = WhoAnswers(block.text, words);
    if (here == Human::kUnknown) continue;
    if (said != Human::kUnknown && said != here) return Human::kUnknown;
    said = here;
  }
  return said;
}

}  // namespace

Human WhoAnswers(std::string_view text, const Vocabulary& words) {
  if (text.empty() || text.size() > kMaxText) return Human::kUnknown;
  const bool is_machine = words.Term("bot", text) != nullptr;
  const bool is_human = words.Term("colleague", text) != nullptr;
  if (is_machine && is_human && words.Term("handover", text) != nullptr) return Human::kYes;
  if (is_machine == is_human) return Human::kUnknown;
  return is_human ? Human::kYes : Human::kNo;
}

void ReadWhoAnswers(const Page& page, const Vocabulary& words, Findings& found) {
  for (ContactPoint& point : found.contacts) {
    const bool may_tell =
        point.human == Human::kUnknown && point.use == Use::kContact && !point.is_data_only &&
        std::find(kChannels.begin(), kChannels.end(), point.channel) != kChannels.end();
    if (!may_tell) continue;
    bool is_told = false;
    for (std::string_view text : {std::string_view(point.display), std::string_view(point.label),
                                  TextBehind(page, point)}) {
      if (text.empty() || text.size() > kMaxText) continue;
      const bool says =
          words.Term("bot", text) != nullptr || words.Term("colleague", text) != nullptr;
      if (!says) continue;
      point.human = WhoAnswers(text, words);
      is_told = true;
      break;  // texts farther away say no more
    }
    if (is_told) continue;
    const Human above = WhoAnswers(TextAbove(page, point), words);
    // "Our colleagues" may be those of the phone, unless the heading says what it is about.
    if (above == Human::kNo || (above == Human::kYes && IsUnderChat(page, point))) {
      point.human = above;
    } else if (point.channel == "chat") {
      point.human = SaidOfChat(page, words);
    }
  }
}

}  // namespace klikpad
