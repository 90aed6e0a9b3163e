// An ordinary HTTP or HTTPS server on loopback for one test (cpp-httplib). For servers that
// misbehave see raw_server.h; for a whole site, the class SiteServer.

#pragma once

#include <httplib.h>

#include <memory>
#include <string>
#include <string_view>
#include <thread>

namespace klikpad {

class LoopbackServer {
 public:
  LoopbackServer() : server_(std::make_unique<httplib::Server>()) {}
  // HTTPS with these PEM files.
  LoopbackServer(const std::string& certificate_file, const std::string& key_file)
      : server_(std::make_unique<httplib::SSLServer>(certificate_file.c_str(), key_file.c_str())),
        is_tls_(true) {}
  ~LoopbackServer() {
    server_->stop();
    if (thread_.joinable()) thread_.join();
  }
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  // Set up answers here, then Start.
  httplib::Server& Http() { return *server_; }
  void Start() {
    server_->set_tcp_nodelay(true);
    server_->set_keep_alive_max_count(1000);
    server_->set_keep_alive_timeout(1);
    server_->set_socket_options([this](socket_t socket) { socket_ = socket; });
    port_ = server_->bind_to_any_port("127.0.0.1");
    thread_ = std::thread([this] { server_->listen_after_bind(); });
    while (!server_->is_running()) std::this_thread::yield();
    listen(socket_, 128);  // httplib lets five connections wait
  }
  int Port() const { return port_; }
  // "http://127.0.0.1:PORT" + path
  std::string Url(std::string_view path = "/") const {
    return (is_tls_ ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(port_) +
           std::string(path);
  }

 private:
  std::unique_ptr<httplib::Server> server_;
  bool is_tls_ = false;
  int port_ = 0;
  socket_t socket_ = -1;
  std::thread thread_;
};

}  // namespace klikpad
