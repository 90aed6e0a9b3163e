// Audits real sites, served from their kept trees under their own host names over HTTPS on
// loopback, and holds the audits against the hand-checked truth. The trees are no part of this
// repository: where $KLIKPAD_SHARED (or the folder `shared` beside the repository) is absent, the
// test skips.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <sstream>

#include "app/run.h"
#include "app/site_server.h"
#include "base/files.h"
#include "compare.h"
#include "support/temp_dir.h"
#include "support/throw_away_ca.h"
#include "truth.h"

namespace klikpad {
namespace {

// Differences that remain, each with its reason.
struct Argued {
  std::string difference;
  std::string reason;
};
const std::vector<Argued> kArgued = {
    {"www.applause-tickets.com: chat boldchat is reported and is not there",
     "it is: every page loads BoldChat's button and monitor; the truth's chat list lacks the "
     "vendor"},
    {"www.barcodegiant.com: chat boldchat is reported and is not there",
     "it is: the pages carry BoldChat's button; the truth's chat list lacks the vendor"},
    {"www.limogesjewelry.com: chat unknown is reported and is not there",
     "it is: an area named LiveChat in the header's image map opens the chat window"},
};

bool IsArgued(const std::string& difference) {
  return std::any_of(kArgued.begin(), kArgued.end(),
                     [&](const Argued& argued) { return argued.difference == difference; });
}

std::string SharedFolder() {
  if (const char* folder = std::getenv("KLIKPAD_SHARED")) return folder;
  return std::string(KLIKPAD_ROOT) + "/../shared";
}

Json AuditOf(const SiteTruth& truth, const std::string& trees, const TempDir& work) {
  std::string names;
  for (const std::string& host : truth.hosts) names += (names.empty() ? "DNS:" : ",DNS:") + host;
  const ThrowAwayCa ca(names);
  // Served as the hosts of such trees do: /faq is faq.html.
  const TempDir site;
  site.Write("site.yaml", "host: " + truth.hosts.front() + "\nextensionless: true\n");
  std::filesystem::rename(trees + "/" + truth.folder, site / "www");
  const auto serve = [&](bool is_secure) {
    auto folder = SiteFolder::Load(site.Path());
    REQUIRE_MESSAGE(folder, folder.error().Text());
    std::vector<SiteFolder> sites;
    sites.push_back(std::move(*folder));
    SiteServerOptions options;
    if (is_secure) {
      options.certificate_file = ca.CertificateFile();
      options.key_file = ca.KeyFile();
    }
    auto server = std::make_unique<SiteServer>(std::move(sites), options);
    REQUIRE(server->Start());
    return server;
  };
  const auto plain = serve(false), secure = serve(true);
  std::vector<std::string> arguments = {"audit", truth.start, "--no-robots", "--locales", "all",
                                        "--cacert", ca.CaFile(), "-o", work / truth.name, "-q",
                                        // Pages are read on the network's own thread: with many
                                        // connections a build under sanitizers, fifty times slower,
                                        // lets handshakes wait longer than the server does.
                                        "--host-concurrency", "2"};
  for (const std::string& host : truth.hosts) {
    for (const auto& [port, server] :
         {std::pair{80, plain->Port()}, std::pair{443, secure->Port()}}) {
      arguments.push_back("--connect-to");
      arguments.push_back(fmt::format("{}:{}:127.0.0.1:{}", host, port, server));
    }
  }
  std::ostringstream out, err;
  World world;
  world.out = &out;
  world.err = &err;
  world.make_fetcher = MakeCurlFetcher;
  world.now = [] { return std::int64_t{0}; };
  world.data_folder = KLIKPAD_ROOT;
  const int code = RunKlikpad(arguments, world);
  REQUIRE_MESSAGE(code == kExitPassed, truth.name << ": " << err.str());
  auto text = ReadFile(work / (truth.name + "/audit.json"));
  REQUIRE(text);
  auto json = Json::Parse(*text);
  REQUIRE(json);
  return std::move(*json);
}

}  // namespace

TEST_CASE("audits of real sites agree with the hand-checked truth") {
  const std::string shared = SharedFolder();
  if (!std::filesystem::is_directory(shared + "/sites")) {
    std::cout << "SKIPPED: real sites: no folder " << shared << "/sites\n";
    return;
  }
  const TempDir work;
  int pages = 0, contacts = 0;
  std::map<std::string, ChannelCount> by_channel;
  std::vector<std::string> differences;
  for (const std::string name :
       {"greenparking-zaventem", "always-automaten", "mini-sites", "coronamelder"}) {
    const std::string unpack =
        fmt::format("tar -xJf '{}/sites/{}.tar.xz' -C '{}'", shared, name, work.Path());
    REQUIRE(std::system(unpack.c_str()) == 0);
    const auto truth = Json::Parse(*ReadFile(shared + "/sites/" + name + ".truth.json"), name);
    REQUIRE(truth);
    for (const SiteTruth& site : ReadTruth(*truth, name)) {
      const Comparison compared = Compare(site, AuditOf(site, work.Path(), work));
      pages += compared.pages;
      contacts += compared.contacts;
      for (const auto& [channel, count] : compared.by_channel) {
        by_channel[channel].expected += count.expected;
        by_channel[channel].right += count.right;
      }
      for (const std::string& difference : compared.differences) {
        differences.push_back(difference);
        std::cout << (IsArgued(difference) ? "differs, argued: " : "differs: ") << difference
                  << "\n";
      }
    }
  }
  for (const auto& [channel, count] : by_channel) {
    std::cout << fmt::format("real sites, {}: {} of {}\n", channel, count.right, count.expected);
  }
  std::cout << fmt::format("real sites: {} pages, {} contacts, {} differences\n", pages, contacts,
                           differences.size());
  CHECK(differences.size() <= 5);
  for (const std::string& difference : differences) {
    CHECK_MESSAGE(IsArgued(difference), difference);
  }
}

}  // namespace klikpad
