// Shared by the readers.

#include "stores/store_page.h"

#include <algorithm>

#include "base/text.h"
#include "base/url.h"
#include "find/email/address.h"
#include "find/text/data_items.h"
#include "stores/store_date.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostText = 2000;           // bytes
constexpr std::size_t kMostDescription = 20'000;  // bytes
constexpr std::size_t kMostLabel = 80;            // bytes
constexpr int kMostNodesOfLabel = 8;
constexpr std::size_t kMostValues = 2'000'000;

void SetOnce(std::string& have, std::string_view value) {
  if (have.empty()) have = CollapseSpace(CutUtf8(value, kMostText));
}

std::optional<double> NumberOf(const Json& value) {
  if (value.IsNumber()) return value.AsDouble();
  if (!value.IsString()) return std::nullopt;
  const std::string text = ReplaceAll(std::string(Trim(value.AsString())), ",", ".");
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0') return std::nullopt;
  return number;
}

}  // namespace

std::string TextBelow(const Page& page, int node) {
  std::string text;
  const auto& nodes = page.document.nodes;
  const int end = nodes[static_cast<std::size_t>(node)].end;
  for (int i = node; i < end && text.size() < kMostText; ++i) {
    const Node& each = nodes[static_cast<std::size_t>(i)];
    if (each.IsText()) text.append(each.text).append(" ");
  }
  return CollapseSpace(CutUtf8(text, kMostText));
}

std::string LinesBelow(const Page& page, int node) {
  std::string text;
  const auto& nodes = page.document.nodes;
  const int end = nodes[static_cast<std::size_t>(node)].end;
  for (int i = node; i < end && text.size() < kMostDescription; ++i) {
    const Node& each = nodes[static_cast<std::size_t>(i)];
    if (each.IsText()) text += CollapseSpace(each.text);
    if (each.tag == "br" || each.tag == "p" || each.tag == "div" || each.tag == "li") text += "\n";
  }
  return CutDescription(Trim(text));
}

int NodeOfClass(const Page& page, std::string_view name) {
  for (std::size_t i = 1; i < page.document.nodes.size(); ++i) {
    const auto have = page.document.Attr(static_cast<int>(i), "class");
    if (!have) continue;
    for (std::string_view one : Split(*have, ' ')) {
      if (one == name) return static_cast<int>(i);
    }
  }
  return -1;
}

int NodeWith(const Page& page, std::string_view attribute, std::string_view value) {
  for (std::size_t i = 1; i < page.document.nodes.size(); ++i) {
    const auto have = page.document.Attr(static_cast<int>(i), attribute);
    if (have && *have == value) return static_cast<int>(i);
  }
  return -1;
}

std::string_view ScriptWithId(const Page& page, std::string_view id) {
  for (const Resource& resource : page.resources) {
    if (resource.kind != ResourceKind::kInlineScript || resource.node < 0) continue;
    const auto have = page.document.Attr(resource.node, "id");
    if (have && *have == id) return resource.text;
  }
  return {};
}

std::optional<std::string> WebAddress(std::string_view text) {
  const auto url = Url::Parse(Trim(text));
  if (!url || !url->IsHttp() || url->Host().empty()) return std::nullopt;
  // https://www.google.com/url?q=… stood around developers' sites until 2018.
  const bool is_redirector =
      (url->Host() == "www.google.com" || url->Host() == "google.com") && url->Path() == "/url";
  if (!is_redirector) return url->Text();
  const auto target = url->QueryValue("q");
  const auto inner = target ? Url::Parse(*target) : std::nullopt;
  if (!inner || !inner->IsHttp()) return std::nullopt;
  return inner->Text();
}

void TakeLink(const std::string& label, const std::string& url, const StoreWords& words,
              Listing& listing) {
  const auto fact = words.FactOf(label);
  const auto address = WebAddress(url);
  if (!fact || !address) return;
  ListingLink* link = *fact == ListingFact::kSupport   ? &listing.support
                      : *fact == ListingFact::kWebsite ? &listing.website
                      : *fact == ListingFact::kPrivacy ? &listing.privacy
                                                       : nullptr;
  if (link != nullptr && link->url.empty()) *link = {*address, CollapseSpace(label)};
}

void TakeFact(std::string_view label, std::string_view value, const StoreWords& words,
              Listing& listing) {
  const auto fact = words.FactOf(label);
  const std::string text = CollapseSpace(CutUtf8(value, kMostText));
  if (!fact || text.empty()) return;
  switch (*fact) {
    case ListingFact::kSeller:
      return SetOnce(listing.seller, text);
    case ListingFact::kAddress:
      return SetOnce(listing.address, text);
    case ListingFact::kEmail:
      if (IsEmail(text)) SetOnce(listing.email, text);
      return;
    case ListingFact::kPhone:
      if (IsPhoneShaped(text)) SetOnce(listing.phone, text);
      return;
    case ListingFact::kUpdated:
      return SetOnce(listing.updated_at, DayOf(text, words));
    default:
      return TakeLink(std::string(label), text, words, listing);
  }
}

std::vector<std::pair<std::string, std::string>> LabelledTexts(const Page& page, int root,
                                                               const StoreWords& words) {
  std::vector<std::pair<std::string, std::string>> found;
  const auto& nodes = page.document.nodes;
  const auto at = [&](int i) -> const Node& { return nodes[static_cast<std::size_t>(i)]; };
  const int end = at(root).end;
  for (int i = root + 1; i < end; ++i) {
    if (at(i).IsText() || at(i).end - i > kMostNodesOfLabel) continue;
    int behind = at(i).end;
    while (behind < end && at(behind).parent == at(i).parent && at(behind).IsText() &&
           Trim(at(behind).text).empty()) {
      ++behind;
    }
    if (behind >= end || at(behind).parent != at(i).parent) continue;
    std::string label = TextBelow(page, i);
    if (label.empty() || label.size() > kMostLabel || !words.FactOf(label)) continue;
    found.emplace_back(std::move(label), TextBelow(page, behind));
  }
  return found;
}

std::string CutDescription(std::string_view text) {
  return std::string(CutUtf8(text, kMostDescription));
}

void TakeStructuredData(const Page& page, Listing& listing) {
  for (const Json* item : DataItems(page)) {
    if (!HasType(*item, "SoftwareApplication") && !HasType(*item, "MobileApplication")) continue;
    SetOnce(listing.title, (*item)["name"].AsString());
    SetOnce(listing.developer, (*item)["author"]["name"].AsString());
    if (listing.description.empty()) {
      listing.description = CutDescription((*item)["description"].AsString());
    }
    const Json& offers = (*item)["offers"];
    const Json& offer = offers.IsArray() && !offers.Items().empty() ? offers.Items()[0] : offers;
    if (!listing.price) {
      listing.price = NumberOf(offer["price"]);
      if (listing.price) listing.currency = offer["priceCurrency"].AsString();
    }
    const Json& rating = (*item)["aggregateRating"];
    if (!listing.rating) listing.rating = NumberOf(rating["ratingValue"]);
    for (const char* key : {"ratingCount", "reviewCount"}) {
      const auto count = NumberOf(rating[key]);
      if (!listing.ratings && count && *count >= 0 && *count < 1e15) {
        listing.ratings = static_cast<std::int64_t>(*count);
      }
    }
    return;
  }
}

std::optional<bool> IsPageOf(const Page& page, const Listing& listing) {
  std::optional<bool> is_it;
  for (const std::string& own : {page.canonical, page.Meta("og:url")}) {
    const auto url = Url::Parse(own, nullptr);
    if (!url || !url->IsHttp()) continue;
    bool names_app = false;
    if (listing.store == Store::kGoogle) {
      names_app = url->QueryValue("id") == listing.app;
    } else {
      const std::vector<std::string> segments = url->PathSegments();
      names_app = std::find(segments.begin(), segments.end(), "id" + listing.app) != segments.end();
    }
    if (!names_app) return false;
    is_it = true;
  }
  return is_it;
}

void ForEachJson(const Json& root, const std::function<void(const Json&)>& visit) {
  std::vector<const Json*> stack{&root};
  std::size_t seen = 0;
  while (!stack.empty() && seen++ < kMostValues) {
    const Json& value = *stack.back();
    stack.pop_back();
    visit(value);
    for (auto item = value.Items().rbegin(); item != value.Items().rend(); ++item) {
      stack.push_back(&*item);
    }
    for (auto member = value.Members().rbegin(); member != value.Members().rend(); ++member) {
      stack.push_back(&member->second);
    }
  }
}

bool IsEmail(std::string_view text) {
  return text.size() <= 254 && text.find(' ') == text.npos && CanonicalEmail(text).has_value();
}

bool IsPhoneShaped(std::string_view text) {
  int digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (c == '+' ? i != 0 : std::string_view(" -.()/").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return digits >= (text.starts_with('+') ? 7 : 8) && digits <= 15;
}

}  // namespace klikpad
