// Four requests at most; the answers are taken in the order of asking.

#include "crawl/well_known.h"

#include <utility>

#include "find/well_known.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxFile = 512u << 10;

enum class File { kAssetLinks, kSiteAssociation, kSecurity, kManifest };

void Append(std::vector<AccountMention> from, std::vector<AccountMention>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void Read(File file, const Exchange& exchange, const std::string& url, const Networks& networks,
          WellKnown& found) {
  const std::string& body = exchange.body;
  if (exchange.status != 200 || exchange.is_truncated || body.size() > kMaxFile) return;
  switch (file) {
    case File::kAssetLinks:
      return Append(AppsOfAssetLinks(body, url), found.mentions);
    case File::kSiteAssociation:
      return Append(AppsOfSiteAssociation(body, url), found.mentions);
    case File::kManifest:
      return Append(AppsOfManifest(body, url, networks), found.mentions);
    case File::kSecurity:
      // A page that answers everything is no security.txt.
      if (body.find("<html") != std::string::npos) return;
      found.security_contacts = ContactsOfSecurityTxt(body);
      return;
  }
}

}  // namespace

WellKnown AskWellKnown(const Url& home, const std::string& manifest, RobotsGate* robots,
                       Fetcher& fetcher, const Request& like, const Networks& networks) {
  WellKnown found;
  std::vector<File> files;
  std::vector<Request> requests;
  const auto ask = [&](File file, const std::string& reference) {
    const auto url = Url::Parse(reference, &home);
    // A manifest may lie on a host for files, whose robots.txt nobody has read.
    if (!url || !url->IsHttp() || url->Origin() != home.Origin()) return;
    if (robots && !robots->Refusal(*url).empty()) return;
    Request request = like;
    request.url = url->WithoutFragment();
    request.any_type = true;  // the file of Apple is often sent as octets
    if (robots) request.host_interval_ms = robots->IntervalOf(*url);
    files.push_back(file);
    requests.push_back(std::move(request));
  };
  ask(File::kAssetLinks, "/.well-known/assetlinks.json");
  ask(File::kSiteAssociation, "/.well-known/apple-app-site-association");
  ask(File::kSecurity, "/.well-known/security.txt");
  if (!manifest.empty()) ask(File::kManifest, manifest);
  std::vector<Exchange> exchanges(requests.size());
  fetcher.Fetch(requests,
                [&](std::size_t i, Exchange exchange) { exchanges[i] = std::move(exchange); });
  for (std::size_t i = 0; i < requests.size(); ++i) {
    Read(files[i], exchanges[i], requests[i].url, networks, found);
  }
  found.requests = static_cast<int>(requests.size());
  return found;
}

}  // namespace klikpad
