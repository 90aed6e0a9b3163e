// The one place of cpp-httplib in the program: requests in, answers of a SiteFolder out.

#include "app/site_server.h"

#include <httplib.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kThreads = 32;
constexpr int kBacklog = 512;
constexpr std::size_t kMaxPayload = 64u << 10;  // nothing is ever posted to us

// "WWW.Bank.example:8080" → "www.bank.example", "[::1]:80" → "[::1]".
std::string HostName(const std::string& header) {
  std::string host = AsciiLower(Trim(header));
  const std::size_t colon = host.rfind(':');
  if (colon != std::string::npos && host.find(']', colon) == std::string::npos) host.resize(colon);
  if (host.ends_with('.')) host.pop_back();
  return host;
}

// The request line may hold a whole address: "GET http://host/path HTTP/1.1".
std::string PathAndQuery(const std::string& target) {
  if (target.starts_with('/')) return target;
  const std::size_t scheme = target.find("://");
  const std::size_t path =
      scheme == std::string::npos ? std::string::npos : target.find('/', scheme + 3);
  return path == std::string::npos ? "/" : target.substr(path);
}

}  // namespace

class SiteServer::Impl {
 public:
  Impl(std::vector<SiteFolder> sites, SiteServerOptions options)
      : sites_(std::move(sites)), options_(std::move(options)) {}

  Result<void> Start() {
    if (options_.certificate_file.empty() != options_.key_file.empty()) {
      return Fail("a certificate needs its key, and a key its certificate");
    }
    if (IsTls()) {
      server_ = std::make_unique<httplib::SSLServer>(options_.certificate_file.c_str(),
                                                     options_.key_file.c_str());
    } else {
      server_ = std::make_unique<httplib::Server>();
    }
    if (!server_->is_valid()) {
      return Fail("the certificate or its key cannot be used", options_.certificate_file);
    }
    SetUp();
    if (options_.port == 0) {
      port_ = std::max(0, server_->bind_to_any_port("127.0.0.1"));
    } else if (server_->bind_to_port("127.0.0.1", options_.port)) {
      port_ = options_.port;
    }
    if (port_ == 0) {
      return Fail("port " + std::to_string(options_.port) + " of 127.0.0.1 cannot be used");
    }
    thread_ = std::thread([this] { server_->listen_after_bind(); });
    while (!server_->is_running()) std::this_thread::yield();
    // httplib lets five connections wait; a crawl opens more at once.
    listen(socket_, kBacklog);
    return {};
  }

  void Stop() {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      is_stopping_ = true;
    }
    stopping_.notify_all();
    if (!thread_.joinable()) return;
    server_->stop();
    thread_.join();
  }

  int Port() const { return port_; }
  bool IsTls() const { return !options_.certificate_file.empty(); }

 private:
  void SetUp() {
    server_->new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    server_->set_tcp_nodelay(true);
    server_->set_keep_alive_max_count(1000);
    server_->set_keep_alive_timeout(2);
    server_->set_payload_max_length(kMaxPayload);
    // Two servers on one port would take each other's requests: no SO_REUSEPORT, httplib's default.
    server_->set_socket_options([this](socket_t socket) {
      const int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
      socket_ = socket;
    });
    server_->set_pre_routing_handler(
        [this](const httplib::Request& request, httplib::Response& response) {
          Answer(request, response);
          return httplib::Server::HandlerResponse::Handled;
        });
  }

  void Answer(const httplib::Request& request, httplib::Response& response) {
    if (request.method != "GET" && request.method != "HEAD") {
      response.status = 405;
      response.set_header("Allow", "GET, HEAD");
      return;
    }
    const std::string host = HostName(request.get_header_value("Host"));
    const SiteFolder* site = ChooseSite(sites_, host);
    if (site == nullptr) {
      response.status = 404;
      response.set_content("no site of that name is served here\n", "text/plain");
      return;
    }
    SiteAnswer answer = site->Answer(host, PathAndQuery(request.target));
    if (answer.delay.count() > 0) Wait(answer.delay);
    Write(std::move(answer), response);
  }

  static void Write(SiteAnswer answer, httplib::Response& response) {
    response.status = answer.status;
    std::string type;
    for (const auto& [name, value] : answer.headers) {
      if (name == "content-type" && type.empty()) {
        type = value;
      } else {
        response.headers.emplace(name, value);  // set_header would refuse odd values on purpose
      }
    }
    const std::size_t promised = std::max<std::size_t>(answer.body.size(), 1);
    const std::size_t given = answer.closes ? 0
                                            : static_cast<std::size_t>(std::min<std::uint64_t>(
                                                  answer.truncate.value_or(promised), promised));
    if (!answer.closes && given >= answer.body.size()) {
      response.set_content(answer.body, type);
      return;
    }
    if (type.empty()) type = "text/html";
    // A provider that fails makes httplib close the connection in the middle of the body.
    response.set_content_provider(promised, type,
                                  [body = std::move(answer.body), given](
                                      std::size_t offset, std::size_t, httplib::DataSink& sink) {
                                    if (offset >= given) return false;
                                    return sink.write(body.data() + offset, given - offset);
                                  });
  }

  void Wait(std::chrono::milliseconds delay) {
    std::unique_lock<std::mutex> lock(mutex_);
    stopping_.wait_for(lock, delay, [this] { return is_stopping_; });
  }

  std::vector<SiteFolder> sites_;
  SiteServerOptions options_;
  std::unique_ptr<httplib::Server> server_;
  int port_ = 0;
  socket_t socket_ = -1;  // that listens; httplib's own
  std::thread thread_;
  std::mutex mutex_;
  std::condition_variable stopping_;
  bool is_stopping_ = false;
};

SiteServer::SiteServer(std::vector<SiteFolder> sites, SiteServerOptions options)
    : impl_(std::make_unique<Impl>(std::move(sites), std::move(options))) {}

SiteServer::~SiteServer() { impl_->Stop(); }

Result<void> SiteServer::Start() { return impl_->Start(); }

void SiteServer::Stop() { impl_->Stop(); }

int SiteServer::Port() const { return impl_->Port(); }

std::string SiteServer::Url() const {
  return (impl_->IsTls() ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(Port()) +
         "/";
}

}  // namespace klikpad
