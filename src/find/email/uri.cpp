// Recipients in addresses of links.

#include "find/email/uri.h"

#include <algorithm>

#include "base/text.h"
#include "base/url.h"
#include "find/email/address.h"

namespace klikpad {
namespace {

void AddRecipients(std::string_view list, std::vector<std::string>& out) {
  constexpr std::size_t kMaxRecipients = 50;
  std::string text(list);
  std::replace(text.begin(), text.end(), ';', ',');
  for (std::string_view part : Split(text, ',')) {
    std::string decoded = ToValidUtf8(PercentDecode(part));
    if (decoded.find('%') != decoded.npos) decoded = ToValidUtf8(PercentDecode(decoded));
    // "Jan Jansen <jan@firma.nl>", and what stands around it by mistake.
    for (const SeenEmail& email : FindPlainEmails(decoded)) {
      const bool is_known = std::find(out.begin(), out.end(), email.address) != out.end();
      if (!is_known && out.size() < kMaxRecipients) out.push_back(email.address);
    }
  }
}

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace

std::vector<std::string> MailtoRecipients(std::string_view href) {
  std::vector<std::string> found;
  href = Trim(href);
  // "mailto: info@…", "mailto://info@…" and "http://mailto:…" are slips of those who write by hand.
  for (std::string_view slip : {"http://", "https://"}) {
    if (StartsWithIgnoreAsciiCase(href, slip) &&
        StartsWithIgnoreAsciiCase(href.substr(slip.size()), "mailto:")) {
      href.remove_prefix(slip.size());
    }
  }
  if (!StartsWithIgnoreAsciiCase(href, "mailto:")) return found;
  href.remove_prefix(7);
  while (!href.empty() && (href.front() == '/' || href.front() == ' ')) href.remove_prefix(1);
  const std::size_t query = href.find('?');
  AddRecipients(href.substr(0, query), found);
  if (query == href.npos) return found;
  for (std::string_view field : Split(href.substr(query + 1), '&')) {
    if (field.substr(0, 4) == "amp;") field.remove_prefix(4);
    const std::size_t equals = field.find('=');
    if (equals == field.npos) continue;
    const std::string key = AsciiLower(field.substr(0, equals));
    if (key == "to" || key == "cc" || key == "bcc") AddRecipients(field.substr(equals + 1), found);
  }
  return found;
}

std::vector<std::string> WebMailRecipients(std::string_view url) {
  std::vector<std::string> found;
  if (!StartsWithIgnoreAsciiCase(url, "http")) return found;
  const bool may_be = url.find("mail.google.com") != url.npos || url.find("outlook.") != url.npos ||
                      url.find("mail.yahoo.") != url.npos;
  if (!may_be) return found;
  const std::optional<Url> parsed = Url::Parse(url);
  if (!parsed || !parsed->IsHttp()) return found;
  const std::string& host = parsed->Host();
  const bool is_service = host == "mail.google.com" || host == "outlook.live.com" ||
                          host == "outlook.office.com" || host == "compose.mail.yahoo.com";
  if (!is_service) return found;
  for (const auto& [key, value] : parsed->QueryPairs()) {
    if (key == "to") AddRecipients(value, found);
  }
  return found;
}

std::string_view ProtectedPart(std::string_view href) {
  constexpr std::string_view kMark = "/cdn-cgi/l/email-protection#";
  const std::size_t at = href.find(kMark);
  return at == href.npos ? std::string_view() : href.substr(at + kMark.size());
}

std::optional<std::string> DecodeCloudflare(std::string_view hex) {
  if (hex.size() < 8 || hex.size() > 600 || hex.size() % 2 != 0) return std::nullopt;
  std::string decoded;
  int key = 0;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const int high = HexValue(hex[i]), low = HexValue(hex[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    const int byte = high * 16 + low;
    if (i == 0) {
      key = byte;
    } else {
      decoded += static_cast<char>(byte ^ key);
    }
  }
  if (const std::size_t query = decoded.find('?'); query != decoded.npos) decoded.resize(query);
  return CanonicalEmail(decoded);
}

}  // namespace klikpad
