// A small site on loopback of which every page /fout/N misbehaves as fault N of a list does; the
// others are ordinary. Its own threads, closed at the end.

#pragma once

#include <charconv>
#include <string>
#include <vector>

#include "support/faults.h"
#include "support/raw_server.h"

namespace klikpad {

// "/a" of a request's head.
inline std::string PathOfHead(const std::string& head) {
  const std::size_t begin = head.find(' ') + 1;
  return head.substr(begin, head.find(' ', begin) - begin);
}

class FaultServer {
 public:
  explicit FaultServer(std::vector<Fault> faults)
      : faults_(std::move(faults)),
        server_([this](RawConnection& connection) { Serve(connection); }) {}

  std::string Url(const std::string& path = "/") const { return server_.Url(path); }
  std::string FaultUrl(std::size_t fault) const { return Url("/fout/" + std::to_string(fault)); }
  const std::vector<Fault>& Faults() const { return faults_; }

 private:
  void Serve(RawConnection& connection) {
    for (std::string head = connection.ReadHead(); !head.empty(); head = connection.ReadHead()) {
      const std::string path = PathOfHead(head);
      if (path.starts_with("/fout/")) {
        std::size_t fault = 0;
        std::from_chars(path.data() + 6, path.data() + path.size(), fault);
        if (fault < faults_.size()) faults_[fault].answer(connection);
        return;
      }
      const bool is_there = path == "/" || path == "/contact";
      if (!connection.Send(FaultAnswer(is_there ? "200 OK" : "404 Not Found", "", Page(path)))) {
        return;
      }
    }
  }

  std::string Page(const std::string& path) const {
    std::string html = "<!doctype html><html lang=nl><title>" + path + "</title>";
    if (path == "/contact") return html + "<p>Bel ons: <a href=tel:+31205550142>020 555 01 42</a>";
    html += "<p>Een winkel met tafels en stoelen.</p><a href=/contact>Contact</a>";
    for (std::size_t i = 0; i < faults_.size(); ++i) {
      html += "<a href=/fout/" + std::to_string(i) + ">pagina " + std::to_string(i) + "</a>\n";
    }
    return html;
  }

  std::vector<Fault> faults_;
  RawServer server_;
};

}  // namespace klikpad
