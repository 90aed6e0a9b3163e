// What files at fixed addresses of a host say of its apps and of whom to tell about leaks:
// /.well-known/assetlinks.json (Digital Asset Links), /.well-known/apple-app-site-association,
// /.well-known/security.txt (RFC 9116) and the web app manifest (W3C). Pure: text in, mentions out.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/contact.h"
#include "rules/networks.h"

namespace klikpad {

// "google:nl.voorbeeld.app" for each app that may open the host's addresses.
std::vector<AccountMention> AppsOfAssetLinks(std::string_view text, const std::string& url);
// "apple:bundle:nl.voorbeeld.app"
std::vector<AccountMention> AppsOfSiteAssociation(std::string_view text, const std::string& url);
// "related_applications": shops and ids.
std::vector<AccountMention> AppsOfManifest(std::string_view text, const std::string& url,
                                           const Networks& networks);
// Contact lines: lower-case e-mail addresses, others as written. They are for those who found a
// leak, not for customers.
std::vector<std::string> ContactsOfSecurityTxt(std::string_view text);

}  // namespace klikpad
