// Google Play's details page. Its data stand in scripts, AF_initDataCallback({key: 'ds:5', …,
// data: …}), at positions that move from year to year: the developer's block is found by its shape,
// and where two blocks fit that disagree, none is taken. The served HTML and the page of 2015-2018
// are read too. source: shared facts app_stores, google_play.

#include <algorithm>
#include <set>

#include "base/text.h"
#include "base/url.h"
#include "page/reader.h"
#include "stores/answer_state.h"
#include "stores/store_answer.h"
#include "stores/store_page.h"

namespace klikpad {
namespace {

constexpr int kMostDepth = 200;
constexpr std::size_t kMostBlocks = 60;

// The item at an index, also where a list keeps its later items in an object at its end, whose keys
// are index + 1 ("141"); null when there is none.
const Json& At(const Json& list, std::size_t index) {
  static const Json kNull;
  const Json::Array& items = list.Items();
  if (index < items.size() && !items[index].IsObject()) return items[index];
  if (!items.empty() && items.back().IsObject()) return items.back()[std::to_string(index + 1)];
  return kNull;
}

template <typename... Rest>
const Json& At(const Json& list, std::size_t index, Rest... rest) {
  return At(At(list, index), static_cast<std::size_t>(rest)...);
}

bool IsWeb(const Json& value) {
  return value.IsString() && WebAddress(value.AsString()).has_value();
}
bool IsMail(const Json& value) { return value.IsString() && IsEmail(value.AsString()); }

// What a block tells of the developer; "" for what it lacks.
struct Block {
  std::string developer, seller, website, email, phone, address, privacy;
  auto operator<=>(const Block&) const = default;
};

std::string Words(const Json& value) {
  return value.IsString() ? CollapseSpace(CutUtf8(value.AsString(), 2000)) : "";
}

std::string Phone(const Json& value) {
  const Json& text = value.IsArray() ? At(value, 0) : value;
  return text.IsString() && IsPhoneShaped(Trim(text.AsString())) ? Words(text) : "";
}

// Since 2022: [website, [e-mail], [address], phone, [legal name, [e-mail], [address], phone]].
std::optional<Block> BlockOf2022(const Json& list) {
  if (!list.IsArray() || !IsMail(At(list, 1, 0))) return std::nullopt;
  const Json& website = At(list, 0, 5, 2);
  const Json& legal = At(list, 4);
  const bool has_legal = At(legal, 0).IsString() && IsMail(At(legal, 1, 0));
  if (!IsWeb(website) && !has_legal) return std::nullopt;
  // A list of names and addresses would begin with words.
  if (At(list, 0).IsString()) return std::nullopt;
  Block block;
  if (IsWeb(website)) block.website = website.AsString();
  block.email = Words(At(list, 1, 0));
  block.address = Words(At(list, 2, 0));
  block.phone = Phone(At(list, 3));
  if (has_legal) {
    block.seller = Words(At(legal, 0));
    if (block.phone.empty()) block.phone = Phone(At(legal, 3));
    if (block.address.empty()) block.address = Words(At(legal, 2, 0));
  }
  return block;
}

// 2018 to 2022: [id, name, [e-mail], website, [address], link to the developer's page].
std::optional<Block> BlockOf2018(const Json& list) {
  const bool fits =
      list.IsArray() && At(list, 1).IsString() && IsMail(At(list, 2, 0)) &&
      (IsWeb(At(list, 3, 5, 2)) || At(list, 5, 4, 2).AsString().starts_with("/store/apps/dev"));
  if (!fits) return std::nullopt;
  Block block;
  block.developer = Words(At(list, 1));
  block.email = Words(At(list, 2, 0));
  if (IsWeb(At(list, 3, 5, 2))) block.website = At(list, 3, 5, 2).AsString();
  block.address = Words(At(list, 4, 0));
  return block;
}

// The one address among the items beside the block that is written like a link to a policy: alone
// in a list ([[null,null,null,null,null,[null,null,URL]]] since 2022, [null,null,URL] before).
std::string PrivacyBeside(const Json& parent, const Json& block) {
  std::set<std::string> found;
  const auto look = [&](const Json& item) {
    if (&item == &block || !item.IsArray()) return;
    const Json& newer = At(item, 0, 5, 2);
    const Json& older = At(item, 2);
    if (IsWeb(newer) && item.Items().size() == 1) found.insert(newer.AsString());
    if (IsWeb(older) && item.Items().size() <= 4) found.insert(older.AsString());
  };
  for (const Json& item : parent.Items()) {
    look(item);
    for (const auto& [key, value] : item.Members()) look(value);
  }
  for (const auto& [key, value] : parent.Members()) look(value);
  return found.size() == 1 ? *found.begin() : "";
}

// All blocks of one script, each once.
void FindBlocks(const Json& data, std::set<Block>& blocks) {
  ForEachJson(data, [&](const Json& parent) {
    const auto look = [&](const Json& item) {
      if (blocks.size() > 8 || !item.IsArray()) return;
      auto block = BlockOf2022(item);
      if (!block) block = BlockOf2018(item);
      if (!block) return;
      block->privacy = PrivacyBeside(parent, item);
      blocks.insert(std::move(*block));
    };
    for (const Json& item : parent.Items()) look(item);
    for (const auto& [key, value] : parent.Members()) look(value);
  });
}

// The JSON value that begins at `at`, "" when it has no end.
std::string_view ValueAt(std::string_view text, std::size_t at) {
  int depth = 0;
  bool is_in_string = false;
  for (std::size_t i = at; i < text.size(); ++i) {
    const char c = text[i];
    if (is_in_string) {
      if (c == '\\') ++i;
      if (c == '"') is_in_string = false;
      continue;
    }
    if (c == '"') is_in_string = true;
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if (depth == 0) return text.substr(at, i + 1 - at);
  }
  return {};
}

// data:[…] or, until 2019, data:function(){return […]}.
Json DataOf(std::string_view script) {
  const std::size_t call = script.find("AF_initDataCallback(");
  if (call == script.npos) return {};
  std::size_t at = script.find("data:", call);
  if (at == script.npos) return {};
  at = script.find('[', at);
  if (at == script.npos) return {};
  const auto data = Json::Parse(ValueAt(script, at), "", kMostDepth);
  return data ? *data : Json();
}

// What the scripts tell; nothing when they tell nothing, or two things.
std::optional<Block> FromScripts(const Page& page) {
  std::set<Block> blocks;
  std::size_t scripts = 0;
  for (const Resource& resource : page.resources) {
    if (resource.kind != ResourceKind::kInlineScript) continue;
    if (resource.text.find("AF_initDataCallback(") == std::string_view::npos) continue;
    if (++scripts > kMostBlocks) break;
    FindBlocks(DataOf(resource.text), blocks);
  }
  if (blocks.size() != 1) return std::nullopt;
  return *blocks.begin();
}

bool IsBelow(const Page& page, int node, int above) {
  return above >= 0 && node > above &&
         node < page.document.nodes[static_cast<std::size_t>(above)].end;
}

// The served HTML: #developer-contacts since 2022, a.dev-link before 2018.
void TakeHtml(const Page& page, const StoreWords& words, Listing& listing) {
  const int contacts = NodeWith(page, "id", "developer-contacts");
  for (const Link& link : page.links) {
    const auto css = page.document.Attr(link.node, "class").value_or("");
    const bool is_old = css.find("dev-link") != css.npos;
    if (!IsBelow(page, link.node, contacts) && !is_old) continue;
    if (StartsWithIgnoreAsciiCase(link.href, "mailto:")) {
      const std::string address = PercentDecode(link.href.substr(7, link.href.find('?') - 7));
      if (listing.email.empty() && IsEmail(address)) listing.email = address;
    } else if (StartsWithIgnoreAsciiCase(link.href, "tel:")) {
      const std::string number = PercentDecode(link.href.substr(4));
      if (listing.phone.empty() && IsPhoneShaped(number)) listing.phone = number;
    } else {
      // The label and behind it the address itself: "Privacy Policy https://…".
      std::string label = link.label;
      while (!label.empty() && !words.FactOf(label)) {
        label.resize(label.rfind(' ') == label.npos ? 0 : label.rfind(' '));
      }
      TakeLink(label, link.href, words, listing);
    }
  }
}

std::string TitleOf(const Page& page) {
  const int named = NodeWith(page, "itemprop", "name");
  if (named >= 0) return TextBelow(page, named);
  for (const TextBlock& block : page.blocks) {
    if (block.kind == TextKind::kHeading && block.level == 1) return block.text;
  }
  return "";
}

void Take(const Block& block, Listing& listing) {
  const auto fill = [](std::string& have, const std::string& text) {
    if (have.empty()) have = text;
  };
  const auto link = [](ListingLink& have, const std::string& text) {
    const auto address = WebAddress(text);
    if (have.url.empty() && address) have.url = *address;
  };
  fill(listing.developer, block.developer);
  fill(listing.seller, block.seller);
  fill(listing.email, block.email);
  fill(listing.phone, block.phone);
  fill(listing.address, block.address);
  link(listing.website, block.website);
  link(listing.privacy, block.privacy);
}

}  // namespace

Listing ReadGooglePage(const Exchange& exchange, const ListingQuestion& asked,
                       const StoreWords& words) {
  Listing listing = EmptyListing(exchange, asked);
  if (!HasBody(exchange, words, listing)) return listing;
  const Page page = ReadPage(exchange.body, listing.url, exchange.Header("content-type"));
  const auto is_it = IsPageOf(page, listing);
  if (is_it == false) {
    return Unreadable(exchange, asked, words, "the store answers with another app");
  }
  if (!is_it && exchange.body.find(asked.app) == std::string::npos) {
    return Unreadable(exchange, asked, words, "the store's page has an unknown shape");
  }
  TakeStructuredData(page, listing);
  TakeHtml(page, words, listing);
  const auto block = FromScripts(page);
  if (block) Take(*block, listing);
  if (listing.title.empty()) listing.title = CollapseSpace(TitleOf(page));
  // A developer always gives an e-mail address.
  if (listing.title.empty() || listing.email.empty()) {
    return Unreadable(exchange, asked, words, "the store's page has an unknown shape");
  }
  listing.state = ListingState::kRead;
  return listing;
}

}  // namespace klikpad
