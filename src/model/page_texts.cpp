// In a file a text is its numbers as they lie in memory, then its bytes: nobody else reads it.

#include "model/page_texts.h"

#include <cstring>
#include <type_traits>
#include <utility>

namespace klikpad {
namespace {

struct Head {
  std::uint32_t size = 0;
  int position = 0;
  Place place;
  TextKind kind = TextKind::kParagraph;
  Region region = Region::kMain;
  std::uint8_t level = 0;
  std::uint8_t unused = 0;  // so that no byte of it is left unwritten
};
static_assert(std::is_trivially_copyable_v<Head>);

std::string Packed(const std::vector<SiteText>& texts) {
  std::size_t size = 0;
  for (const SiteText& text : texts) size += sizeof(Head) + text.text.size();
  std::string packed;
  packed.reserve(size);
  for (const SiteText& text : texts) {
    Head head;
    head.size = static_cast<std::uint32_t>(text.text.size());
    head.position = text.position;
    head.place = text.place;
    head.kind = text.kind;
    head.region = text.region;
    head.level = text.level;
    char bytes[sizeof(Head)];
    std::memcpy(bytes, &head, sizeof(Head));
    packed.append(bytes, sizeof(Head)).append(text.text.View());
  }
  return packed;
}

std::vector<SiteText> Unpacked(std::string_view packed) {
  std::vector<SiteText> texts;
  while (packed.size() >= sizeof(Head)) {
    Head head;
    std::memcpy(&head, packed.data(), sizeof(Head));
    packed.remove_prefix(sizeof(Head));
    texts.push_back({packed.substr(0, head.size), head.position, head.place, head.kind, head.region,
                     head.level});
    packed.remove_prefix(head.size);
  }
  return texts;
}

}  // namespace

PageTexts::PageTexts(std::vector<SiteText> texts) : held_(std::move(texts)) {}

Result<std::vector<SiteText>> PageTexts::Read() const {
  if (!file_) return held_;
  const auto packed = file_->Read(begin_, size_);
  if (!packed) return Fail("the texts that wait beside the audit cannot be read again");
  return Unpacked(*packed);
}

std::vector<SiteText> PageTexts::ReadOrNone() const {
  auto texts = Read();
  return texts ? *std::move(texts) : std::vector<SiteText>();
}

void PageTexts::MoveTo(const std::shared_ptr<ScratchFile>& file) {
  if (held_.empty() || file_) return;
  const std::string packed = Packed(held_);
  const auto begin = file->Add(packed);
  if (!begin) return;
  file_ = file;
  begin_ = *begin;
  size_ = packed.size();
  held_ = {};
}

void PageTexts::Share(TextPool& pool) {
  for (SiteText& text : held_) pool.Share(text.text);
  held_.shrink_to_fit();
}

}  // namespace klikpad
