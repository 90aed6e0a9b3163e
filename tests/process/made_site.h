// A made-up site on loopback that writes down what it is asked, and can make a request wait.

#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "support/loopback_server.h"

namespace klikpad {

class MadeSite {
 public:
  // Pages "/", "/p/1" … in a tree of two branches, with a contact page, dead links and redirects,
  // and the files at fixed addresses that name apps.
  explicit MadeSite(int pages);
  ~MadeSite();

  std::string Url(const std::string& path = "/") const { return server_.Url(path); }
  // Paths in the order in which they were asked, since the last call.
  std::vector<std::string> TakeAsked();
  // Called on a thread of the server before each answer, with the number of requests since
  // TakeAsked.
  void OnRequest(std::function<void(std::size_t)> call);
  // Requests for that path wait until Release.
  void Hold(const std::string& path);
  void Release();

 private:
  std::string Page(int number) const;
  void Answer(const std::string& path, httplib::Response& response);

  const int pages_;
  std::mutex mutex_;  // of all below
  std::condition_variable released_;
  std::vector<std::string> asked_;
  std::function<void(std::size_t)> call_;
  std::string held_;
  LoopbackServer server_;
};

}  // namespace klikpad
