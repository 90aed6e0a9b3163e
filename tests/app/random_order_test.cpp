// A real server that answers in another order each time, parsed by as many threads: the audit stays
// the same, byte for byte.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <chrono>
#include <sstream>
#include <thread>

#include "app/run.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/json.h"
#include "support/loopback_server.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

std::string PageOf(const std::string& path) {
  std::string html = "<!doctype html><html lang=nl><head><title>Pagina " + path +
                     "</title></head><body><nav><a href=/contact>Contact</a></nav><main><h1>" +
                     path + "</h1><p>Een gewone pagina met genoeg tekst om te lezen.</p>";
  if (path == "/") {
    for (int i = 0; i < 24; ++i) html += fmt::format("<a href=/deel/{0}>deel {0}</a> ", i);
  } else if (path == "/contact") {
    html += "<a href=\"tel:+31205550142\">Bel ons</a> <a href=\"mailto:x@traag.example\">mail</a>";
  } else {
    html += "<a href=\"" + path + "/dieper\">dieper</a> <a href=/deel/3/dieper>samen</a>";
  }
  return html + "</main></body></html>";
}

}  // namespace

TEST_CASE("neither the order of answers nor the number of threads changes anything but `run`") {
  const TempDir work;
  std::string first;
  for (const auto& [seed, threads] : {std::pair<std::string, std::string>{"a", "1"},
                                      std::pair<std::string, std::string>{"b", "2"},
                                      std::pair<std::string, std::string>{"c", "4"}}) {
    CAPTURE(threads);
    LoopbackServer server;
    server.Http().Get(".*", [&](const httplib::Request& request, httplib::Response& response) {
      // The delay is the server's: up to 15 ms, another one for each address and seed.
      std::this_thread::sleep_for(std::chrono::milliseconds(Hash64(seed + request.path) % 16));
      response.set_content(PageOf(request.path), "text/html; charset=utf-8");
    });
    server.Start();
    std::ostringstream out, err;
    World world;
    world.out = &out;
    world.err = &err;
    world.make_fetcher = MakeCurlFetcher;
    world.now = [] { return std::int64_t{0}; };
    world.data_folder = KLIKPAD_ROOT;
    const int code = RunKlikpad(
        {"audit", "http://www.traag.example/", "--no-robots", "--sitemap", "off", "--depth", "2",
         "--threads", threads, "--connect-to",
         fmt::format("www.traag.example:80:127.0.0.1:{}", server.Port()), "-o", work / seed},
        world);
    REQUIRE_MESSAGE(code == kExitPassed, err.str());
    auto audit = Json::Parse(*ReadFile((work / seed) + "/audit.json"));
    REQUIRE(audit);
    CHECK((*audit)["pages"].Items().size() > 40);
    const std::string text = audit->Set("run", Json()).Text();
    if (first.empty()) first = text;
    CHECK(text == first);
  }
}

}  // namespace klikpad
