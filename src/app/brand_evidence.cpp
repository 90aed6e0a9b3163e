// Reading and adding the brand's own files.

#include "app/brand_evidence.h"

#include <fstream>

#include "brand/timeline.h"

namespace klikpad {
namespace {

std::unique_ptr<std::istream> OpenForReading(const std::string& path) {
  auto in = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*in) return nullptr;
  return in;
}

Result<MessageFeed> ReadTimeline(const BrandFile& file, const Rules& rules, bool keep_authors) {
  if (file.timeline.empty()) return MessageFeed();
  auto checked = CheckTimeline(file.timeline, file.brand, rules.messages, OpenForReading);
  if (!checked) return tl::unexpected(checked.error());
  TimelineOptions options;
  options.keep_authors = keep_authors;
  return MakeTimelineFeed(file.timeline, file.brand, rules.messages, OpenForReading, options);
}

}  // namespace

Result<BrandEvidence> ReadBrandEvidence(const BrandFile& file, const Rules& rules,
                                        bool keep_authors) {
  BrandEvidence evidence;
  auto messages = ReadTimeline(file, rules, keep_authors);
  if (!messages) return tl::unexpected(messages.error());
  evidence.messages = std::move(*messages);
  return evidence;
}

void AddBrandEvidence(BrandEvidence, Audit&) {}

}  // namespace klikpad
