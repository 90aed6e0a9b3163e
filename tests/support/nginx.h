// nginx on a loopback port with a temporary folder of its own, for what only a real server does:
// HTTP/2 with its GOAWAY, stream limits and resets.

#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "support/temp_dir.h"
#include "support/throw_away_ca.h"

namespace klikpad {

class Nginx {
 public:
  // "" when there is none here.
  static std::string Program() {
    for (const std::string path : {"/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"}) {
      if (std::filesystem::exists(path)) return path;
    }
    return {};
  }

  // `server`: lines of the server block. Files of `www` are served from its root.
  explicit Nginx(const std::string& server, const std::string& http = "") {
    port_ = FreePort();
    std::filesystem::create_directories(dir_ / "www");
    dir_.Write("www/index.html", "<p>hallo</p>");
    dir_.Write("nginx.conf",
               std::string("daemon off; master_process off; pid ") + (dir_ / "pid") +
                   "; error_log " + (dir_ / "error.log") + ";\n" +
                   "events { worker_connections 64; }\nhttp { access_log off; root " +
                   (dir_ / "www") + ";\n" + Paths() + http + "\nserver { listen 127.0.0.1:" +
                   std::to_string(port_) + " ssl http2; ssl_certificate " + ca_.CertificateFile() +
                   "; ssl_certificate_key " + ca_.KeyFile() + ";\n" + server + "\n} }\n");
    Start();
  }
  ~Nginx() {
    kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
  }
  Nginx(const Nginx&) = delete;
  Nginx& operator=(const Nginx&) = delete;

  std::string Url(const std::string& path = "/") const {
    return "https://127.0.0.1:" + std::to_string(port_) + path;
  }
  std::string CaFile() const { return ca_.CaFile(); }

 private:
  std::string Paths() const {
    std::string paths;
    for (const std::string name : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
      paths += name + "_temp_path " + (dir_ / name) + ";\n";
    }
    return paths;
  }

  static sockaddr_in Address(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
  }

  static int FreePort() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = Address(0);
    socklen_t size = sizeof(address);
    bind(socket, reinterpret_cast<sockaddr*>(&address), size);
    getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    close(socket);
    return ntohs(address.sin_port);
  }

  bool Answers() const {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = Address(port_);
    const bool answers =
        connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    close(socket);
    return answers;
  }

  void Start() {
    std::string program = Program(), prefix = dir_.Path(), conf = dir_ / "nginx.conf",
                log = dir_ / "error.log";
    std::string flag_p = "-p", flag_c = "-c", flag_e = "-e";
    char* arguments[] = {program.data(), flag_p.data(), prefix.data(), flag_c.data(),
                         conf.data(),    flag_e.data(), log.data(),    nullptr};
    if (posix_spawn(&process_, program.c_str(), nullptr, nullptr, arguments, environ) != 0) {
      throw std::runtime_error("nginx cannot be started");
    }
    while (!Answers()) {
      if (waitpid(process_, nullptr, WNOHANG) != 0) throw std::runtime_error("nginx ended");
      std::this_thread::yield();
    }
  }

  TempDir dir_;
  ThrowAwayCa ca_;
  int port_ = 0;
  pid_t process_ = -1;
};

}  // namespace klikpad
