// Gathers a page's names from title, headings, breadcrumb and menu, the brand's own left out.

#include "find/roles/page_names.h"

#include <algorithm>
#include <array>

#include "base/domain.h"
#include "base/text.h"
#include "base/url.h"
#include "find/text/data_items.h"
#include "rules/phrases.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxNames = 16;
constexpr std::array<std::string_view, 14> kTitleSeparators{" | ", " - ",  " – ", " — ", " « ",
                                                            " » ", " · ",  " • ", " ▪ ", " ★ ",
                                                            " > ", " :: ", ": ",  " / "};

std::string Joined(const std::vector<TextWord>& words) {
  std::string joined;
  for (const TextWord& word : words) joined += word.folded;
  return joined;
}

// True when the text is the brand's name and nothing else.
bool IsBrandName(const std::string& text, const std::vector<std::string>& brand_words) {
  const std::vector<TextWord> words = SplitWords(text);
  if (words.empty()) return true;
  const auto is_brand_word = [&](const std::string& word) {
    return std::find(brand_words.begin(), brand_words.end(), word) != brand_words.end();
  };
  return is_brand_word(Joined(words)) ||
         std::all_of(words.begin(), words.end(),
                     [&](const TextWord& word) { return is_brand_word(word.folded); });
}

void AddHeadings(const Page& page, std::vector<PageName>& names) {
  std::size_t firsts = 0;
  const TextBlock* lesser = nullptr;
  for (const TextBlock& block : page.blocks) {
    if (block.kind != TextKind::kHeading || !block.is_visible || block.text.empty()) continue;
    if (block.level == 1 && firsts < 3) {
      names.push_back({block.text, "heading", true});
      ++firsts;
    } else if (block.level == 2 && !lesser && block.region == Region::kMain) {
      lesser = &block;
    }
  }
  if (lesser) names.push_back({lesser->text, "heading", false});
}

// The list's last item, unless it names a page above this one.
void AddBreadcrumb(const Page& page, std::vector<PageName>& names) {
  for (const Json* item : DataItems(page)) {
    if (!HasType(*item, "BreadcrumbList")) continue;
    const Json::Array& items = (*item)["itemListElement"].Items();
    if (items.empty()) continue;
    const Json& last = items.back();
    const Json& target = last["item"];
    const std::string address = target.IsString() ? target.AsString() : target["@id"].AsString();
    std::string name = last["name"].AsString();
    if (name.empty()) name = target["name"].AsString();
    const bool is_elsewhere = !address.empty() && !address.starts_with(page.url) &&
                              !page.url.starts_with(address) && address != page.canonical;
    if (!name.empty() && !is_elsewhere) names.push_back({name, "breadcrumb", true});
    return;
  }
}

void AddMenuName(const Page& page, std::vector<PageName>& names) {
  for (const Link& link : page.links) {
    if (link.region == Region::kMain || link.label.empty() || link.url != page.url) continue;
    names.push_back({link.label, "menu", true});
    return;
  }
}

void AddTitle(const Page& page, const std::vector<std::string>& brand_words,
              std::vector<PageName>& names) {
  std::vector<std::string> parts = TitleParts(page.title);
  std::erase_if(parts, [&](const std::string& part) { return IsBrandName(part, brand_words); });
  // The part that repeats a heading is the page's own; else the first.
  std::size_t own = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string part = Joined(SplitWords(parts[i]));
    const bool is_heading = std::any_of(names.begin(), names.end(), [&](const PageName& name) {
      return name.source == "heading" && Joined(SplitWords(name.text)) == part;
    });
    if (is_heading) {
      own = i;
      break;
    }
  }
  for (std::size_t i = 0; i < parts.size(); ++i) names.push_back({parts[i], "title", i == own});
}

}  // namespace

std::vector<std::string> TitleParts(const std::string& title) {
  std::vector<std::string> parts;
  std::string_view rest = title;
  while (!rest.empty() && parts.size() < 8) {
    std::size_t cut = std::string_view::npos;
    std::size_t length = 0;
    for (const std::string_view separator : kTitleSeparators) {
      const std::size_t found = rest.find(separator);
      if (found < cut) {
        cut = found;
        length = separator.size();
      }
    }
    const std::string part = CollapseSpace(rest.substr(0, cut));
    if (!part.empty()) parts.push_back(part);
    if (cut == std::string_view::npos) break;
    rest.remove_prefix(cut + length);
  }
  return parts;
}

std::vector<std::string> BrandWords(const Page& page, const PageContext& context) {
  std::vector<std::string> brand_words;
  const auto add = [&](const std::string& name) {
    const std::vector<TextWord> words = SplitWords(name);
    for (const TextWord& word : words) brand_words.push_back(word.folded);
    if (words.size() > 1) brand_words.push_back(Joined(words));
  };
  add(context.brand.name);
  add(page.Meta("og:site_name"));
  if (const auto url = Url::Parse(page.url)) add(DomainLabel(url->Host()));
  std::sort(brand_words.begin(), brand_words.end());
  brand_words.erase(std::unique(brand_words.begin(), brand_words.end()), brand_words.end());
  return brand_words;
}

std::vector<PageName> PageNames(const Page& page, const std::vector<std::string>& brand_words) {
  std::vector<PageName> names;
  AddHeadings(page, names);
  AddBreadcrumb(page, names);
  AddMenuName(page, names);
  AddTitle(page, brand_words, names);
  if (names.size() > kMaxNames) names.resize(kMaxNames);
  return names;
}

}  // namespace klikpad
