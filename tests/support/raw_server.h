// A server on loopback that answers with exactly the bytes a test wants, to be as wrong as it
// likes: slow, silent, broken off, no HTTP at all.

#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace klikpad {

// One accepted connection, closed when the handler returns.
class RawConnection {
 public:
  RawConnection(int socket, const std::atomic<bool>& is_over)
      : socket_(socket), is_over_(is_over) {}

  // The next request's head with its empty line, "" when the client went away.
  std::string ReadHead() {
    std::array<char, 4096> buffer{};
    std::size_t end = rest_.find("\r\n\r\n");
    while (end == std::string::npos) {
      if (!WaitFor(POLLIN)) return {};
      const ssize_t count = recv(socket_, buffer.data(), buffer.size(), 0);
      if (count <= 0) return {};
      rest_.append(buffer.data(), static_cast<std::size_t>(count));
      end = rest_.find("\r\n\r\n");
    }
    std::string head = rest_.substr(0, end + 4);
    rest_.erase(0, end + 4);
    return head;
  }

  // False when the client went away.
  bool Send(std::string_view bytes) {
    while (!bytes.empty()) {
      if (!WaitFor(POLLOUT)) return false;
      const ssize_t count = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  // One piece after the other, `pause` between them, until the client goes away or the server is
  // stopped.
  void SendForEver(std::string_view piece, std::chrono::milliseconds pause) {
    while (Send(piece)) {
      pollfd gone{socket_, POLLIN, 0};
      if (poll(&gone, 1, static_cast<int>(pause.count())) > 0) return;
    }
  }

  // The connection ends with a reset (RST) instead of a close.
  void Reset() {
    const linger at_once{1, 0};
    setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
  }

  // Says nothing more until the client goes away or the server is stopped.
  void Hang() {
    std::array<char, 4096> buffer{};
    while (WaitFor(POLLIN) && recv(socket_, buffer.data(), buffer.size(), 0) > 0) {
    }
  }

 private:
  bool WaitFor(short event) {
    while (!is_over_) {
      pollfd wanted{socket_, event, 0};
      if (poll(&wanted, 1, 20) > 0) return true;
    }
    return false;
  }

  int socket_;
  const std::atomic<bool>& is_over_;
  std::string rest_;
};

class RawServer {
 public:
  using Handler = std::function<void(RawConnection&)>;

  explicit RawServer(Handler handler, const std::string& address = "127.0.0.1")
      : handler_(std::move(handler)) {
    Listen(address);
    accepting_ = std::thread([this] { AcceptAll(); });
  }
  // Answers every request with these bytes and closes.
  explicit RawServer(std::string answer)
      : RawServer([answer = std::move(answer)](RawConnection& connection) {
          if (!connection.ReadHead().empty()) connection.Send(answer);
        }) {}
  ~RawServer() {
    is_over_ = true;
    accepting_.join();
    for (std::thread& thread : threads_) thread.join();
    close(listening_);
  }
  RawServer(const RawServer&) = delete;
  RawServer& operator=(const RawServer&) = delete;

  int Port() const { return port_; }
  // "http://127.0.0.1:PORT" + path
  std::string Url(std::string_view path = "/") const {
    return "http://127.0.0.1:" + std::to_string(port_) + std::string(path);
  }
  int Connections() const { return connections_; }

 private:
  void Listen(const std::string& address) {
    const bool is_v6 = address.find(':') != std::string::npos;
    sockaddr_storage storage{};
    socklen_t size = 0;
    if (is_v6) {
      auto& v6 = reinterpret_cast<sockaddr_in6&>(storage);
      v6.sin6_family = AF_INET6;
      inet_pton(AF_INET6, address.c_str(), &v6.sin6_addr);
      size = sizeof(sockaddr_in6);
    } else {
      auto& v4 = reinterpret_cast<sockaddr_in&>(storage);
      v4.sin_family = AF_INET;
      inet_pton(AF_INET, address.c_str(), &v4.sin_addr);
      size = sizeof(sockaddr_in);
    }
    listening_ = socket(is_v6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listening_ < 0 || bind(listening_, reinterpret_cast<sockaddr*>(&storage), size) != 0 ||
        listen(listening_, 64) != 0) {
      if (listening_ >= 0) close(listening_);
      throw std::runtime_error("cannot listen on " + address);
    }
    getsockname(listening_, reinterpret_cast<sockaddr*>(&storage), &size);
    port_ = ntohs(is_v6 ? reinterpret_cast<sockaddr_in6&>(storage).sin6_port
                        : reinterpret_cast<sockaddr_in&>(storage).sin_port);
  }

  void AcceptAll() {
    while (!is_over_) {
      pollfd wanted{listening_, POLLIN, 0};
      if (poll(&wanted, 1, 20) <= 0) continue;
      const int socket = accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
      if (socket < 0) continue;
      ++connections_;
      threads_.emplace_back([this, socket] {
        RawConnection connection(socket, is_over_);
        handler_(connection);
        shutdown(socket, SHUT_RDWR);
        close(socket);
      });
    }
  }

  Handler handler_;
  std::atomic<bool> is_over_{false};
  std::atomic<int> connections_{0};
  int listening_ = -1;
  int port_ = 0;
  std::list<std::thread> threads_;
  std::thread accepting_;
};

}  // namespace klikpad
