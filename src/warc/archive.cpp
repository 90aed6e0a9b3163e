// The index of an archive, and captures as answers.

#include "warc/archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "base/url.h"
#include "fetch/address.h"
#include "warc/exchange_records.h"
#include "warc/http_message.h"
#include "warc/record.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxRecord = 64u << 20;

// The address as requests spell it; nothing for what is no web address. Old versions of wget wrote
// it in angle brackets.
std::optional<std::string> AddressOf(std::string_view target) {
  if (target.starts_with('<') && target.ends_with('>')) {
    target = target.substr(1, target.size() - 2);
  }
  const auto url = Url::Parse(target);
  if (!url || !url->IsHttp()) return std::nullopt;
  return url->WithoutFragment();
}

bool IsHttpBlock(const WarcRecord& record) {
  return StartsWithIgnoreAsciiCase(record.Field("content-type"), "application/http") ||
         StartsWithIgnoreAsciiCase(record.block, "http/");
}

bool IsUsable(const Capture& capture) { return capture.status >= 200 && capture.status < 400; }

// The headers as they came over the wire: klikpad's own archives keep them under a prefix.
void RestoreHeaders(Headers& headers) {
  std::erase_if(headers, [](const auto& header) { return header.first == "content-length"; });
  for (auto& [name, value] : headers) {
    if (name.starts_with(kOriginalPrefix)) name.erase(0, std::string_view(kOriginalPrefix).size());
  }
}

HopAnswer Broken(std::string text) {
  HopAnswer answer;
  answer.error = FetchError::kBroken;
  answer.error_text = std::move(text);
  return answer;
}

// Only klikpad's own metadata records tell of failures.
std::optional<HopAnswer> FailureOf(const WarcRecord& record) {
  HopAnswer answer;
  const std::string_view word = record.Field(AsciiLower(kErrorField));
  const auto error = FromWord<FetchError>(word);
  if (!error || *error == FetchError::kNone) return std::nullopt;
  answer.error = *error;
  const auto none = *error == FetchError::kTls ? TlsFault::kOther : TlsFault::kNone;
  answer.tls_fault = FromWord<TlsFault>(record.Field(AsciiLower(kTlsField))).value_or(none);
  constexpr std::string_view kText = "fetch-error-text: ";
  const std::size_t begin = record.block.find(kText);
  if (begin != std::string_view::npos) {
    const std::string_view rest = record.block.substr(begin + kText.size());
    answer.error_text = ToValidUtf8(Trim(rest.substr(0, rest.find('\n'))));
  }
  return answer;
}

}  // namespace

Result<WarcArchive> WarcArchive::Open(const std::string& path) {
  auto file = WarcFile::Open(path);
  if (!file) return tl::unexpected(file.error());
  WarcArchive archive(std::move(*file));
  while (const auto piece = archive.file_.Next(kMaxRecord)) archive.Learn(*piece);
  if (archive.counts_.records == 0) return Fail("holds no WARC record that can be read", path);
  return archive;
}

void WarcArchive::Bad(const WarcPiece& piece, const std::string& problem) {
  ++counts_.bad;
  if (counts_.bad_example.empty()) {
    counts_.bad_example = fmt::format("at byte {}: {}", piece.offset, problem);
  }
}

void WarcArchive::Learn(const WarcPiece& piece) {
  if (piece.is_broken) return Bad(piece, piece.problem);
  const auto record = ParseWarcRecord(piece.text);
  if (!record) return Bad(piece, "no WARC record stands here");
  const std::string type = AsciiLower(record->Field("warc-type"));
  // wget digests nothing at all for revisits (1.21); what counts there is the body they refer to.
  if (type != "revisit" && !record->is_cut && !HasGoodBlockDigest(*record)) {
    return Bad(piece, "the block is not the one that was digested");
  }
  ++counts_.records;
  good_bytes_ = piece.end;
  if (type == "warcinfo") {
    is_ours_ = is_ours_ || record->block.find("software: klikpad/") != std::string_view::npos;
    return;
  }
  const auto address = AddressOf(record->Field("warc-target-uri"));
  if (type == "request") return LearnRequest(piece, address);
  Capture capture;
  capture.offset = piece.offset;
  capture.date = std::string(record->Field("warc-date"));
  if (type == "response" && IsHttpBlock(*record)) {
    const auto head = ParseHttpHead(record->block);
    if (!head) return Bad(piece, "the response is no HTTP");
    capture.status = head->status;
  } else if (type == "resource") {
    capture.kind = CaptureKind::kResource;
    capture.status = 200;
  } else if (type == "revisit") {
    capture.kind = CaptureKind::kRevisit;
    const auto head = ParseHttpHead(record->block);
    capture.status = head ? head->status : 200;
  } else if (type == "metadata" && FailureOf(*record)) {
    capture.kind = CaptureKind::kFailure;
  } else {
    return;  // metadata of other tools, conversions
  }
  if (!address) return;
  if (request_address_ == *address) capture.request = std::exchange(open_request_, std::nullopt);
  answer_address_ = *address;
  const std::string digest(record->Field("warc-payload-digest"));
  const std::size_t number = captures_.size();
  if (capture.kind == CaptureKind::kRevisit) {
    const auto target = AddressOf(record->Field("warc-refers-to-target-uri"));
    const auto by_target = by_address_.find(target.value_or(*address));
    const auto by_payload = by_payload_.find(digest);
    if (by_payload != by_payload_.end()) {
      capture.origin = by_payload->second;
    } else if (by_target != by_address_.end()) {
      for (const std::size_t earlier : by_target->second) {
        const bool has_body = captures_[earlier].kind == CaptureKind::kResponse;
        if (has_body && captures_[earlier].status != 304) capture.origin = earlier;
      }
    }
    if (!capture.origin) return Bad(piece, "it repeats a record that is not in this file");
  } else if (!digest.empty()) {
    by_payload_.emplace(digest, number);
  }
  ++counts_.captures;
  captures_.push_back(std::move(capture));
  std::vector<std::size_t>& of_address = by_address_[*address];
  if (of_address.empty()) addresses_.push_back(*address);
  of_address.push_back(number);
}

// Records of one exchange stand side by side: klikpad, wget and Common Crawl write the request
// first, browsertrix the answer.
void WarcArchive::LearnRequest(const WarcPiece& piece, const std::optional<std::string>& address) {
  open_request_.reset();
  if (!address) return;
  const bool follows_answer =
      answer_address_ == *address && !captures_.empty() && !captures_.back().request;
  answer_address_.clear();
  if (follows_answer) {
    captures_.back().request = piece.offset;
    return;
  }
  open_request_ = piece.offset;
  request_address_ = *address;
}

std::string WarcArchive::RequestHead(const Capture& capture) {
  if (!capture.request) return {};
  const auto piece = file_.At(*capture.request, kMaxRecord);
  const auto record = piece ? ParseWarcRecord(piece->text) : std::nullopt;
  if (!record) return {};
  const std::size_t end = record->block.find("\r\n\r\n");
  return std::string(record->block.substr(0, end == std::string_view::npos ? end : end + 4));
}

const Capture* WarcArchive::Find(const std::string& url, std::size_t n) const {
  const auto found = by_address_.find(url);
  if (found == by_address_.end()) return nullptr;
  const std::vector<std::size_t>& numbers = found->second;
  if (is_ours_) return &captures_[numbers[std::min(n, numbers.size() - 1)]];
  const Capture* best = nullptr;
  for (const std::size_t number : numbers) {
    const Capture& capture = captures_[number];
    const bool is_better = best == nullptr || IsUsable(capture) > IsUsable(*best) ||
                           (IsUsable(capture) == IsUsable(*best) && capture.date >= best->date);
    if (is_better) best = &capture;
  }
  return best;
}

HopAnswer WarcArchive::Read(const Capture& capture, std::uint64_t max_body) {
  const auto piece = file_.At(capture.offset, kMaxRecord);
  const auto record = piece ? ParseWarcRecord(piece->text) : std::nullopt;
  if (!record) return Broken("the archive can no longer be read");
  if (capture.kind == CaptureKind::kFailure) {
    HopAnswer failure = *FailureOf(*record);
    failure.wire.date = capture.date;
    return failure;
  }

  HopAnswer answer;
  answer.wire.date = capture.date;
  answer.wire.address = record->Field("warc-ip-address");
  answer.wire.request_head = RequestHead(capture);
  // What a public site leads to is guarded in a run that goes on, too.
  answer.is_public = IsPublicAddress(answer.wire.address);
  if (capture.kind == CaptureKind::kResource) {
    answer.status = 200;
    answer.headers.emplace_back("content-type", std::string(record->Field("content-type")));
    answer.body = std::string(record->block.substr(0, max_body));
    answer.is_truncated = record->block.size() > max_body || record->is_cut;
    return answer;
  }
  auto message = ParseHttpResponse(record->block, max_body);
  if (capture.kind == CaptureKind::kRevisit) {
    HopAnswer origin = Read(captures_[*capture.origin], max_body);
    if (message && message->status != 304) {
      origin.status = message->status;
      origin.headers = std::move(message->headers);
    }
    origin.wire = std::move(answer.wire);
    return origin;
  }
  if (!message) return Broken("the recorded answer is no HTTP");
  if (!message->problem.empty()) return Broken("the recorded answer: " + message->problem);
  answer.status = message->status;
  answer.headers = std::move(message->headers);
  if (is_ours_) RestoreHeaders(answer.headers);
  answer.body = std::move(message->body);
  const bool is_http2 = AsciiLower(record->Field("warc-protocol")) == "h2";
  answer.wire.http_version = is_http2 ? "2" : std::move(message->http_version);
  answer.is_truncated =
      message->is_cut || record->is_cut || !record->Field("warc-truncated").empty();
  if (answer.is_truncated) {
    answer.error_text = ToValidUtf8(record->Field(AsciiLower(kNoteField)));
    if (answer.error_text.empty()) answer.error_text = "only its beginning is in the archive";
  }
  return answer;
}

}  // namespace klikpad
