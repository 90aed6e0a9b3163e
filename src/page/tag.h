// The elements that klikpad treats in a way of their own, as an enum, and what HTML's default style
// sheet says of them (HTML §15.3).

#pragma once

#include <cstdint>
#include <string_view>

namespace klikpad {

enum class Tag : std::uint8_t {
  kOther,
  kText,
  kDocument,
  kA,
  kAddress,
  kArea,
  kArticle,
  kAside,
  kAudio,
  kBase,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCanvas,
  kCaption,
  kCenter,
  kDatalist,
  kDd,
  kDetails,
  kDialog,
  kDir,
  kDiv,
  kDl,
  kDt,
  kEmbed,
  kFieldset,
  kFigcaption,
  kFigure,
  kFooter,
  kForm,
  kFrame,
  kFrameset,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHgroup,
  kHr,
  kHtml,
  kIframe,
  kImg,
  kInput,
  kLabel,
  kLegend,
  kLi,
  kLink,
  kListing,
  kMain,
  kMap,
  kMenu,
  kMeta,
  kNav,
  kNoembed,
  kNoframes,
  kNoscript,
  kObject,
  kOl,
  kOptgroup,
  kOption,
  kP,
  kPre,
  kRp,
  kScript,
  kSearch,
  kSection,
  kSelect,
  kSource,
  kStyle,
  kSummary,
  kSvg,
  kSvgDesc,
  kSvgTitle,
  kTable,
  kTbody,
  kTd,
  kTemplate,
  kTextarea,
  kTfoot,
  kTh,
  kThead,
  kTime,
  kTitle,
  kTr,
  kUl,
  kVideo,
  kXmp,
};

// kOther for a name without a treatment of its own. `name` in lower case.
Tag TagFromName(std::string_view name);

// Starts and ends a block of text: display block, list-item and the table kinds.
bool IsBlock(Tag tag);
// Its content is never shown as text: script, style, template, select, textarea, video …
bool HidesContent(Tag tag);
// 1 to 6 for h1 to h6, else 0.
int HeadingLevel(Tag tag);

}  // namespace klikpad
