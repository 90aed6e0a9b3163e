// Finding the system's bundle and joining it with the user's file.

#include "fetch/trust.h"

#include <curl/curl.h>

#include <cstdlib>
#include <utility>

#include "base/files.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxBundleBytes = 8u << 20;

std::string SystemBundle() {
  if (const char* named = std::getenv("SSL_CERT_FILE"); named != nullptr && *named != '\0') {
    return named;
  }
  const curl_version_info_data* version = curl_version_info(CURLVERSION_NOW);
  return version->cainfo == nullptr ? std::string() : std::string(version->cainfo);
}

}  // namespace

Result<Trust> LoadTrust(const std::string& ca_file) {
  Trust trust;
  trust.bundle_file = SystemBundle();
  if (ca_file.empty()) return trust;
  Result<std::string> extra = ReadFile(ca_file, kMaxBundleBytes);
  if (!extra) return tl::unexpected<Error>(extra.error());
  if (extra->find("-----BEGIN CERTIFICATE-----") == std::string::npos &&
      extra->find("-----BEGIN TRUSTED CERTIFICATE-----") == std::string::npos) {
    return Fail("holds no certificate in PEM form", ca_file);
  }
  if (!trust.bundle_file.empty()) {
    // A machine without a bundle of its own (a bare container) trusts the user's file alone.
    trust.bundle_text = ReadFile(trust.bundle_file, kMaxBundleBytes).value_or("");
    trust.bundle_text += '\n';
  }
  trust.bundle_text += *extra;
  return trust;
}

}  // namespace klikpad
