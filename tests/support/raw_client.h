// Sends exact bytes to a server on loopback and gives back what it answers.

#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <string>

namespace klikpad {

// All that the server sends until it closes; closes the writing side behind `bytes`.
inline std::string AskRaw(int port, const std::string& bytes) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  if (connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0 &&
      send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) >= 0) {
    shutdown(socket, SHUT_WR);
    std::array<char, 4096> buffer{};
    for (ssize_t count = recv(socket, buffer.data(), buffer.size(), 0); count > 0;
         count = recv(socket, buffer.data(), buffer.size(), 0)) {
      answer.append(buffer.data(), static_cast<std::size_t>(count));
    }
  }
  close(socket);
  return answer;
}

}  // namespace klikpad
