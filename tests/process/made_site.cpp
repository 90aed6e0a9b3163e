// Pages made on the spot.

#include "process/made_site.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

namespace klikpad {
namespace {

constexpr const char* kContact =
    "<h1>Contact</h1><p>Bel <a href='tel:+31205550100'>020 555 01 00</a> of mail "
    "<a href='mailto:post@klik.example'>post@klik.example</a>. Wij zitten ook op "
    "<a href='https://twitter.com/klikvoorbeeld'>Twitter</a>.</p>";

// Files at fixed addresses, and what they are sent as; null for other addresses.
const char* FixedFile(const std::string& path) {
  if (path == "/.well-known/assetlinks.json") {
    return R"([{"relation": ["delegate_permission/common.handle_all_urls"], "target": )"
           R"({"namespace": "android_app", "package_name": "example.klik.app"}}])";
  }
  if (path == "/.well-known/apple-app-site-association") {
    return R"({"applinks": {"details": [{"appIDs": ["ABCDE12345.example.klik.app"]}]}})";
  }
  if (path == "/.well-known/security.txt") return "Contact: mailto:lek@klik.example\n";
  if (path == "/app.webmanifest") {
    return R"({"name": "Klik", "related_applications": [{"platform": "play", )"
           R"("id": "example.klik.tweede"}]})";
  }
  return nullptr;
}

}  // namespace

MadeSite::MadeSite(int pages) : pages_(pages) {
  server_.Http().set_pre_routing_handler(
      [this](const httplib::Request& request, httplib::Response& response) {
        Answer(request.target, response);
        return httplib::Server::HandlerResponse::Handled;
      });
  // A connection that is kept holds a thread.
  server_.Http().new_task_queue = [] { return new httplib::ThreadPool(40); };
  server_.Start();
}

MadeSite::~MadeSite() { Release(); }

std::vector<std::string> MadeSite::TakeAsked() {
  const std::lock_guard lock(mutex_);
  return std::exchange(asked_, {});
}

void MadeSite::OnRequest(std::function<void(std::size_t)> call) {
  const std::lock_guard lock(mutex_);
  call_ = std::move(call);
}

void MadeSite::Hold(const std::string& path) {
  const std::lock_guard lock(mutex_);
  held_ = path;
}

void MadeSite::Release() {
  const std::lock_guard lock(mutex_);
  held_.clear();
  released_.notify_all();
}

std::string MadeSite::Page(int number) const {
  std::string html = fmt::format(
      "<!doctype html><html lang=nl><head><title>Bladzijde {0}</title>"
      "<link rel=manifest href='/app.webmanifest'></head><body><nav>"
      "<a href='/'>Begin</a> <a href='/contact'>Contact</a></nav><h1>Bladzijde {0}</h1><ul>",
      number);
  for (const int child : {2 * number + 1, 2 * number + 2}) {
    if (child < pages_) html += fmt::format("<li><a href='/p/{0}'>Naar {0}</a>", child);
  }
  if (number % 10 == 3) html += fmt::format("<li><a href='/weg/{0}'>Verdwenen</a>", number);
  if (number % 10 == 6) html += fmt::format("<li><a href='/oud/{0}'>Verhuisd</a>", number);
  html += "</ul>";
  for (int i = 0; i < 40; ++i) {
    html += fmt::format(
        "<p>Alinea {} van bladzijde {}: hier staat te lezen wat er te lezen is.</p>", i, number);
  }
  return html + "</body></html>";
}

void MadeSite::Answer(const std::string& path, httplib::Response& response) {
  {
    std::unique_lock lock(mutex_);
    asked_.push_back(path);
    if (call_) call_(asked_.size());
    released_.wait(lock, [&] { return held_ != path; });
  }
  int number = 0;
  const std::size_t slash = path.rfind('/') + 1;
  std::from_chars(path.data() + slash, path.data() + path.size(), number);
  if (const char* file = FixedFile(path)) {
    response.set_content(file, path.ends_with(".txt") ? "text/plain" : "application/json");
  } else if (path == "/") {
    response.set_content(Page(0), "text/html; charset=utf-8");
  } else if (path == "/contact") {
    response.set_content(kContact, "text/html; charset=utf-8");
  } else if (path.starts_with("/p/") && number > 0 && number < pages_) {
    response.set_content(Page(number), "text/html; charset=utf-8");
  } else if (path.starts_with("/oud/")) {
    response.set_redirect(fmt::format("/p/{}", (number + 7) % pages_));
  } else {
    response.status = 404;
    response.set_content("<h1>Niet gevonden</h1>", "text/html");
  }
}

}  // namespace klikpad
