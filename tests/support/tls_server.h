// HTTPS servers on loopback whose certificates are as wrong as a test wants. OpenSSL's own calls,
// since its programs make no certificate of the past.

#pragma once

#include <httplib.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

namespace klikpad {

struct TlsCertificate {
  std::string names = "IP:127.0.0.1";  // as in a subjectAltName
  long from_days = -10, to_days = 10;  // valid from and to, from today
};

class TlsServer {
 public:
  // `most_version`: TLS1_1_VERSION and the like; 0: what OpenSSL has.
  explicit TlsServer(const TlsCertificate& wanted, int most_version = 0)
      : key_(EVP_EC_gen("P-256")), certificate_(X509_new()) {
    Make(wanted);
    server_ = std::make_unique<httplib::SSLServer>(certificate_, key_);
    if (most_version != 0) {
      SSL_CTX_set_security_level(server_->ssl_context(), 0);
      SSL_CTX_set_min_proto_version(server_->ssl_context(), TLS1_VERSION);
      SSL_CTX_set_max_proto_version(server_->ssl_context(), most_version);
    }
    server_->Get(".*", [](const httplib::Request&, httplib::Response& response) {
      response.set_content("<p>veilig</p>", "text/html");
    });
    server_->set_keep_alive_timeout(1);
    port_ = server_->bind_to_any_port("127.0.0.1");
    thread_ = std::thread([this] { server_->listen_after_bind(); });
    while (!server_->is_running()) std::this_thread::yield();
  }
  ~TlsServer() {
    server_->stop();
    thread_.join();
    server_.reset();
    X509_free(certificate_);
    EVP_PKEY_free(key_);
  }
  TlsServer(const TlsServer&) = delete;
  TlsServer& operator=(const TlsServer&) = delete;

  std::string Url(const std::string& scheme = "https") const {
    return scheme + "://127.0.0.1:" + std::to_string(port_) + "/";
  }
  // The certificate in PEM, for trusting it.
  std::string Pem() const {
    BIO* memory = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(memory, certificate_);
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory, &text);
    std::string pem(text, static_cast<std::size_t>(size));
    BIO_free(memory);
    return pem;
  }

 private:
  void Make(const TlsCertificate& wanted) {
    constexpr long kDay = 86400;
    X509_set_version(certificate_, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate_), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate_), wanted.from_days * kDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate_), wanted.to_days * kDay);
    X509_set_pubkey(certificate_, key_);
    X509_NAME* name = X509_get_subject_name(certificate_);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>("klikpad test"), -1, -1, 0);
    X509_set_issuer_name(certificate_, name);
    X509_EXTENSION* names =
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, wanted.names.c_str());
    if (names == nullptr) throw std::runtime_error("no subjectAltName: " + wanted.names);
    X509_add_ext(certificate_, names, -1);
    X509_EXTENSION_free(names);
    if (X509_sign(certificate_, key_, EVP_sha256()) == 0) throw std::runtime_error("not signed");
  }

  EVP_PKEY* key_;
  X509* certificate_;
  std::unique_ptr<httplib::SSLServer> server_;
  int port_ = 0;
  std::thread thread_;
};

}  // namespace klikpad
