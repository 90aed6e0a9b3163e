// Exchanges to records.

#include "warc/exchange_records.h"

#include <fmt/format.h>

#include <array>

#include "base/gzip.h"
#include "base/hash.h"
#include "base/sha1.h"
#include "base/text.h"
#include "fetch/redirect.h"
#include "warc/record.h"

namespace klikpad {
namespace {

constexpr int kGzipLevel = 1;

// "<urn:uuid:…>" of version 8 (RFC 9562 §5.8): a digest of what names the record.
std::string RecordId(const std::string& seed, std::string_view role) {
  std::string hex = Digest(seed + "/" + std::string(role));
  hex[12] = '8';
  hex[16] = "89ab"[static_cast<std::size_t>(hex[16]) % 4];
  return fmt::format("<urn:uuid:{}-{}-{}-{}-{}>", hex.substr(0, 8), hex.substr(8, 4),
                     hex.substr(12, 4), hex.substr(16, 4), hex.substr(20, 12));
}

bool IsCoding(std::string_view name) {
  return name == "content-encoding" || name == "transfer-encoding" || name == "content-length";
}

// A value that cannot end its line.
std::string OneLine(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (c == '\r' || c == '\n' || c == '\0') c = ' ';
  }
  return line;
}

std::string ResponseBlock(int status, const Headers& headers, std::string_view body) {
  std::string block = fmt::format("HTTP/1.1 {} \r\n", status);
  for (const auto& [name, value] : headers) {
    if (IsCoding(name)) block += kOriginalPrefix;
    block += fmt::format("{}: {}\r\n", OneLine(name), OneLine(value));
  }
  block += fmt::format("content-length: {}\r\n\r\n", body.size());
  return block.append(body);
}

bool IsSecret(std::string_view line) {
  constexpr std::array<std::string_view, 3> kSecrets{
      "authorization:", "cookie:", "proxy-authorization:"};
  for (const std::string_view secret : kSecrets) {
    if (StartsWithIgnoreAsciiCase(line, secret)) return true;
  }
  return false;
}

std::string RequestBlock(std::string_view head) {
  std::string block;
  for (std::string_view line : Split(head, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || IsSecret(line)) continue;
    block.append(line).append("\r\n");
  }
  return block + "\r\n";
}

// What one answer's records have in common.
struct Capture {
  std::string url;
  std::string date;
  std::string seed;
  const Wire* wire = nullptr;

  WarcFields Fields(const char* type) const {
    WarcFields fields = {{"WARC-Type", type},
                         {"WARC-Target-URI", OneLine(url)},
                         {"WARC-Date", wire->date.empty() ? date : wire->date},
                         {"WARC-Record-ID", RecordId(seed, type)}};
    if (!wire->address.empty()) fields.emplace_back("WARC-IP-Address", wire->address);
    return fields;
  }
};

struct Answer {
  int status = 0;
  const Headers* headers = nullptr;
  std::string_view body;
  std::string truncated;  // a reason of ISO 28500:2017 §5.13, "" when whole
  std::string note;
};

std::string EncodeAnswer(const Capture& capture, const Answer& answer) {
  std::string bytes;
  const std::string response_id = RecordId(capture.seed, "response");
  if (!capture.wire->request_head.empty()) {
    WarcFields fields = capture.Fields("request");
    fields.emplace_back("WARC-Concurrent-To", response_id);
    fields.emplace_back("Content-Type", "application/http; msgtype=request");
    bytes += Gzip(WarcRecordText(fields, RequestBlock(capture.wire->request_head)), kGzipLevel);
  }
  WarcFields fields = capture.Fields("response");
  fields.emplace_back("WARC-Payload-Digest", "sha1:" + Sha1Base32(answer.body));
  if (!answer.truncated.empty()) fields.emplace_back("WARC-Truncated", answer.truncated);
  if (!answer.note.empty()) fields.emplace_back(kNoteField, OneLine(answer.note));
  if (!capture.wire->http_version.empty()) {
    fields.emplace_back("WARC-Protocol", capture.wire->http_version == "2"
                                             ? "h2"
                                             : "http/" + capture.wire->http_version);
  }
  fields.emplace_back("Content-Type", "application/http; msgtype=response");
  return bytes +
         Gzip(WarcRecordText(fields, ResponseBlock(answer.status, *answer.headers, answer.body)),
              kGzipLevel);
}

std::string EncodeFailure(const Capture& capture, const Exchange& exchange) {
  WarcFields fields = capture.Fields("metadata");
  fields.emplace_back(kErrorField, std::string(Word(exchange.error)));
  if (exchange.tls_fault != TlsFault::kNone) {
    fields.emplace_back(kTlsField, std::string(Word(exchange.tls_fault)));
  }
  fields.emplace_back("Content-Type", "application/warc-fields");
  return Gzip(
      WarcRecordText(fields, fmt::format("fetch-error: {}\r\nfetch-error-text: {}\r\n",
                                         Word(exchange.error), OneLine(exchange.error_text))),
      kGzipLevel);
}

// What the network did, as opposed to what our own rules made of it.
bool IsOfTheNetwork(FetchError error) {
  switch (error) {
    case FetchError::kDns:
    case FetchError::kConnect:
    case FetchError::kTls:
    case FetchError::kTimeout:
    case FetchError::kRefused:
    case FetchError::kBroken:
      return true;
    default:
      return false;
  }
}

std::string WhyTruncated(const Exchange& exchange) {
  if (exchange.is_skipped) return "unspecified";
  if (!exchange.is_truncated) return "";
  return exchange.error_text.find("limit") != std::string::npos ? "length" : "disconnect";
}

}  // namespace

std::string EncodeExchange(const Exchange& exchange, const std::string& date,
                           const std::string& id_seed) {
  std::string bytes;
  int number = 0;
  const auto capture = [&](const std::string& url, const Wire& wire) {
    return Capture{url, date, fmt::format("{}/{}", id_seed, number++), &wire};
  };
  for (const Hop& hop : exchange.hops) {
    Headers headers = hop.headers;
    if (FindHeader(headers, "location").empty()) headers.emplace_back("location", hop.location);
    bytes += EncodeAnswer(capture(hop.url, hop.wire), {hop.status, &headers, "", "", ""});
  }
  if (IsOfTheNetwork(exchange.error)) {
    bytes += EncodeFailure(capture(exchange.final_url, exchange.wire), exchange);
  }
  if (!exchange.IsAnswered() || exchange.wire.is_assumed) return bytes;
  bytes += EncodeAnswer(capture(exchange.final_url, exchange.wire),
                        {exchange.status, &exchange.headers, exchange.body, WhyTruncated(exchange),
                         exchange.is_truncated ? exchange.error_text : ""});
  return bytes;
}

std::string EncodeWarcInfo(const std::string& software, const std::string& user_agent,
                           const std::string& date, const std::string& id_seed) {
  const WarcFields fields = {{"WARC-Type", "warcinfo"},
                             {"WARC-Date", date},
                             {"WARC-Record-ID", RecordId(id_seed, "warcinfo")},
                             {"Content-Type", "application/warc-fields"}};
  const std::string block = fmt::format(
      "software: {}\r\nformat: WARC File Format 1.1\r\n"
      "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
      "\r\nhttp-header-user-agent: {}\r\n",
      OneLine(software), OneLine(user_agent));
  return Gzip(WarcRecordText(fields, block), kGzipLevel);
}

}  // namespace klikpad
