// Whose certificates are trusted: the system's authorities and, beside them, those of a file.

#pragma once

#include <string>

#include "base/result.h"

namespace klikpad {

struct Trust {
  std::string bundle_file;  // the system's PEM file, "" when libcurl's own default is to be used
  std::string bundle_text;  // system and extra file in one, "" without an extra file
};

// `ca_file` "" trusts the system alone. An error when the file cannot be read or holds no
// certificate. SSL_CERT_FILE in the environment names the system's bundle, as OpenSSL's own
// programs read it.
Result<Trust> LoadTrust(const std::string& ca_file);

}  // namespace klikpad
