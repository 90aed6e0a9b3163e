// Addresses in links: mailto: (RFC 6068), web mail compose pages, and Cloudflare's protection.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

// The recipients of a mailto: address (to, then cc and bcc of its query), canonical, in order.
// Empty for other schemes and for mailto: without recipient ("send this page to a friend").
std::vector<std::string> MailtoRecipients(std::string_view href);
// The "to" of a compose page at a web mail service (mail.google.com/mail/?view=cm&to=…).
std::vector<std::string> WebMailRecipients(std::string_view url);
// The fragment of "/cdn-cgi/l/email-protection#0a1b…", "" for other addresses.
std::string_view ProtectedPart(std::string_view href);
// Cloudflare's data-cfemail: hex bytes, each exclusive-or'ed with the first.
std::optional<std::string> DecodeCloudflare(std::string_view hex);

}  // namespace klikpad
