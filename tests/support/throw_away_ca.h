// A certificate authority and a server certificate that live as long as one test. Needs the program
// openssl.

#pragma once

#include <cstdlib>
#include <stdexcept>
#include <string>

#include "support/temp_dir.h"

namespace klikpad {

class ThrowAwayCa {
 public:
  // `names` as in a subjectAltName: "DNS:www.shop.example,DNS:*.bank.example,IP:127.0.0.1".
  explicit ThrowAwayCa(const std::string& names = "DNS:localhost,IP:127.0.0.1") {
    dir_.Write("san.cnf", "subjectAltName=" + names + "\n");
    Run("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 "
        "-subj '/CN=klikpad test authority' -keyout ca.key -out ca.pem");
    Run("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj '/CN=klikpad test' "
        "-keyout server.key -out server.csr");
    Run("x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 "
        "-extfile san.cnf -out server.pem");
  }

  // Paths of PEM files.
  std::string CaFile() const { return dir_ / "ca.pem"; }
  std::string CertificateFile() const { return dir_ / "server.pem"; }
  std::string KeyFile() const { return dir_ / "server.key"; }

 private:
  void Run(const std::string& arguments) const {
    const std::string command =
        "cd '" + dir_.Path() + "' && openssl " + arguments + " >openssl.log 2>&1";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
  }

  TempDir dir_;
};

}  // namespace klikpad
