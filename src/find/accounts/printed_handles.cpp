// Handles take the name of the network that stands nearest: right behind ("@a op Twitter"), before
// in the same sentence ("Twitter: @a"), in the same table row, or as the text just before.

#include "find/accounts/printed_handles.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "find/accounts/embeds.h"
#include "find/accounts/handle_tokens.h"
#include "find/accounts/points.h"
#include "find/text/sentences.h"
#include "model/signals.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxBlock = 10'000;  // bytes of a block that is looked at
constexpr std::size_t kMaxHandles = 100;   // of one page
constexpr std::size_t kMaxBefore = 60;     // bytes between a network's name and the handle
constexpr std::size_t kMaxBehind = 10;     // bytes between the handle and the name: " op ", " (on "
constexpr std::size_t kMaxCaption = 30;    // bytes of a text that is nothing but the name
constexpr std::size_t kMaxQuote = 300;
constexpr int kMaxHeadings = 4;  // above each other

class Finder {
 public:
  Finder(const Page& page, const Rules& rules, const PageContext& context, const PageGlance& glance,
         bool messengers)
      : page_(page),
        networks_(rules.networks),
        language_(LanguageOf(page, context)),
        glance_(glance),
        messengers_(messengers) {}

  std::vector<ContactPoint> Run() {
    std::optional<std::vector<EmbedRange>> embeds;
    for (std::size_t i = 0; i < page_.blocks.size() && points_.size() < kMaxHandles; ++i) {
      const TextBlock& block = page_.blocks[i];
      if (!block.is_visible || block.text.size() > kMaxBlock) continue;
      const bool has_at = glance_.blocks[i].has_at;
      const bool has_slash = glance_.blocks[i].has_slash;
      if (!has_at && !has_slash) continue;
      if (!embeds) embeds = ContentEmbeds(page_, glance_, networks_);
      if (IsInEmbed(*embeds, block.node)) continue;  // somebody else's words
      if (has_at) ReadHandles(static_cast<int>(i));
      if (has_slash) ReadAddresses(static_cast<int>(i));
    }
    return std::move(points_);
  }

 private:
  const TextBlock& Block(int index) const { return page_.blocks[static_cast<std::size_t>(index)]; }

  void ReadHandles(int index) {
    const std::string& text = Block(index).text;
    const std::vector<HandleToken> tokens = HandleTokens(text);
    if (tokens.empty()) return;
    const TextCues cues = ReadCues(text, networks_, language_);
    for (const HandleToken& token : tokens) {
      const std::string_view written =
          std::string_view(text).substr(token.begin, token.end - token.begin);
      auto network = NetworkInText(text, cues, token);
      if (!network) network = NetworkBeside(index);
      if (!network) network = NetworkOfLink(index, written);
      if (!network) continue;
      AddHandle(index, *network, written, cues, token);
    }
  }

  std::optional<std::size_t> NetworkInText(std::string_view text, const TextCues& cues,
                                           const HandleToken& token) const {
    for (const Networks::Name& name : cues.names) {
      if (name.begin < token.end || name.begin > token.end + kMaxBehind) continue;
      if (LeadsOn(text.substr(token.end, name.begin - token.end))) return name.network;
    }
    for (auto name = cues.names.rbegin(); name != cues.names.rend(); ++name) {
      if (name->end > token.begin) continue;
      if (token.begin - name->end > kMaxBefore) break;
      const std::string_view between = text.substr(name->end, token.begin - name->end);
      const bool is_same_sentence = between.find(". ") == std::string_view::npos &&
                                    between.find("! ") == std::string_view::npos &&
                                    between.find("? ") == std::string_view::npos;
      if (!is_same_sentence) break;
      return name->network;
    }
    return std::nullopt;
  }

  // A text that is nothing but the name: the cell before, the caption above.
  std::optional<std::size_t> OnlyName(int index) const {
    const std::string& text = Block(index).text;
    if (text.size() > kMaxCaption) return std::nullopt;
    const TextCues cues = ReadCues(text, networks_, language_);
    if (cues.names.empty()) return std::nullopt;
    return cues.names.back().network;
  }

  std::optional<std::size_t> NetworkBeside(int index) const {
    if (index == 0) return std::nullopt;
    const TextBlock& before = Block(index - 1);
    const bool is_short = Block(index).text.size() <= 2 * kMaxCaption;
    const bool same_row = before.row >= 0 && before.row == Block(index).row;
    if (same_row || is_short) {
      if (auto network = OnlyName(index - 1)) return network;
    }
    // "X" over "Stuur een bericht naar @voorbeeld …".
    const int heading = Block(index).heading;
    if (heading < 0 || Block(heading).region != Block(index).region) return std::nullopt;
    return OnlyName(heading);
  }

  // The handle is the label of a link to that very account.
  std::optional<std::size_t> NetworkOfLink(int index, std::string_view written) const {
    for (const Link& link : page_.links) {
      if (link.block != index || link.label.find(written) == std::string::npos) continue;
      const auto url = Url::Parse(link.url);
      const auto account = url ? ClassifyLink(*url, networks_) : std::nullopt;
      if (!account || account->handle.empty()) continue;
      if (EqualsIgnoreAsciiCase(account->handle, written.substr(1)) ||
          EqualsIgnoreAsciiCase(account->handle, written)) {
        return static_cast<std::size_t>(account->network - networks_.list.data());
      }
    }
    return std::nullopt;
  }

  void AddHandle(int index, std::size_t which, std::string_view written, const TextCues& cues,
                 const HandleToken& token) {
    const Network& network = networks_.list[which];
    if (network.is_messenger != messengers_ || network.channel.empty() || !network.printed) return;
    const auto captures = network.printed->Match(written);
    if (!captures) return;
    const auto handle = captures->find("handle");
    if (handle == captures->end()) return;
    const std::string folded = AsciiLower(handle->second);
    if (std::binary_search(network.reserved.begin(), network.reserved.end(), folded)) return;
    ContactPoint point;
    point.channel = network.channel;
    point.handle = folded;
    point.value = folded;
    point.display = written;
    SetPlace(index, token.begin, which, cues, point);
    points_.push_back(std::move(point));
  }

  // "Volg @merk op X, hulp via @merkhelpt": the clauses that promise an answer name other handles.
  static bool IsAnsweredByOther(std::string_view text, const Span& sentence, std::size_t at,
                                const TextCues& cues) {
    bool follows = false, answers = false;
    for (const Span& clause : Clauses(text)) {
      if (!sentence.Holds(clause.begin)) continue;
      const bool is_own = clause.Holds(at);
      const bool names_other =
          text.substr(clause.begin, clause.end - clause.begin).find('@') != std::string_view::npos;
      follows = follows || (is_own && cues.Has(Cue::kFollow, clause));
      answers = answers || (cues.Has(Cue::kContact, clause) && (is_own || !names_other));
    }
    return follows && !answers;
  }

  void SetPlace(int index, std::size_t at, std::size_t network, const TextCues& cues,
                ContactPoint& point) {
    const TextBlock& block = Block(index);
    point.use = Use::kFollow;
    const bool is_refused = IsRefused(block, at, cues);
    for (const Span& sentence : Sentences(block.text)) {
      if (!sentence.Holds(at)) continue;
      const std::string_view words =
          std::string_view(block.text).substr(sentence.begin, sentence.end - sentence.begin);
      point.quote = CutUtf8(Trim(words), kMaxQuote);
      const bool answers = cues.Has(Cue::kContact, sentence) && !is_refused &&
                           !IsAnsweredByOther(block.text, sentence, at, cues);
      if (answers) point.use = Use::kContact;
    }
    const bool follows = cues.Has(Cue::kFollow, {0, block.text.size()});
    const bool may_promise = !follows && !is_refused && point.use == Use::kFollow;
    if (may_promise && HeadingPromises(block)) point.use = Use::kContact;
    point.label = networks_.list[network].name;
    point.region = block.region;
    point.position = block.position;
    point.is_visible = block.is_visible;
    point.is_clickable = false;
    point.confidence = Confidence::kLikely;
    point.place = block.place;
    point.signals.push_back(Signal(Sign::kPrintedHandle));
    const auto left = cues.LeftIn(
        block.text, [&](Span span) { return span.Holds(at) || cues.HasName(network, span); });
    if (!left) return;
    point.use = Use::kContent;
    point.state = "left";
  }

  // The heading above speaks of contact; one that only names a network leads to the next above.
  bool HeadingPromises(const TextBlock& block) const {
    int at = block.heading;
    for (int steps = 0; at >= 0 && steps < kMaxHeadings; ++steps) {
      const TextBlock& heading = Block(at);
      if (heading.region != block.region) return false;
      const TextCues above = ReadCues(heading.text, networks_, language_);
      const Span all{0, heading.text.size()};
      if (above.Has(Cue::kContact, all)) return !above.Has(Cue::kNegation, all);
      if (!above.cues.empty() || above.names.empty() || heading.heading >= at) return false;
      at = heading.heading;
    }
    return false;
  }

  static bool IsRefused(const TextBlock& block, std::size_t at, const TextCues& cues) {
    const std::vector<Span> clauses = Clauses(block.text);
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      if (!clauses[i].Holds(at)) continue;
      // "Op X (@voorbeeld) beantwoorden we geen vragen": what stands around brackets is one clause.
      const bool is_aside = clauses[i].begin > 0 && block.text[clauses[i].begin - 1] == '(';
      const std::size_t from = is_aside && i > 0 ? i - 1 : i;
      const std::size_t to = std::min(is_aside ? i + 1 : i, clauses.size() - 1);
      for (std::size_t k = from; k <= to; ++k) {
        if (cues.Has(Cue::kNegation, clauses[k])) return true;
      }
    }
    return false;
  }

  // "facebook.com/voorbeeld", "www.x.com/voorbeeld" in running text.
  void ReadAddresses(int index) {
    const std::string_view text = Block(index).text;
    std::optional<TextCues> cues;
    std::size_t begin = 0;
    for (std::string_view word : Split(text, ' ')) {
      const std::size_t at = begin;
      begin += word.size() + 1;
      if (word.find('/') == std::string_view::npos) continue;
      const auto account = PrintedAddress(word, networks_);
      if (!account || account->network->is_messenger != messengers_) continue;
      if (!cues) cues = ReadCues(text, networks_, language_);
      ContactPoint point = PointOf(*account);
      point.url = {};
      const auto which = static_cast<std::size_t>(account->network - networks_.list.data());
      const Use use = point.use;
      SetPlace(index, at, which, *cues, point);
      if (use == Use::kContact && point.state.empty()) point.use = use;
      point.signals.back() = Signal(Sign::kPrintedAddress);
      if (points_.size() < kMaxHandles) points_.push_back(std::move(point));
    }
  }

  const Page& page_;
  const Networks& networks_;
  const std::string language_;
  const PageGlance& glance_;
  const bool messengers_;
  std::vector<ContactPoint> points_;
};

}  // namespace

std::vector<ContactPoint> FindPrintedHandles(const Page& page, const Rules& rules,
                                             const PageContext& context, const PageGlance& glance,
                                             bool messengers) {
  return Finder(page, rules, context, glance, messengers).Run();
}

}  // namespace klikpad
