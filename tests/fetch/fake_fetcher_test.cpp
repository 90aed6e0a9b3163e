// The fake that the other stages' tests stand on: it must do what it says.

#include "support/fake_fetcher.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/temp_dir.h"

namespace klikpad {
namespace {

std::vector<Exchange> FetchAll(Fetcher& fetcher, const std::vector<std::string>& urls,
                               std::vector<std::size_t>* order = nullptr) {
  std::vector<Request> batch;
  for (const std::string& url : urls) batch.push_back(Request{url, "", true});
  std::vector<Exchange> answers(urls.size());
  fetcher.Fetch(batch, [&](std::size_t index, Exchange exchange) {
    if (order != nullptr) order->push_back(index);
    answers[index] = std::move(exchange);
  });
  return answers;
}

TEST_CASE("the fake fetcher answers from its table and says 404 to what it does not know") {
  FakeFetcher fetcher{{"https://a.example/", PageAnswer("<h1>A</h1>")}};
  auto answers = FetchAll(fetcher, {"https://a.example/", "https://a.example/b"});
  CHECK(answers[0].status == 200);
  CHECK(answers[0].body == "<h1>A</h1>");
  CHECK(answers[0].final_url == "https://a.example/");
  CHECK(answers[1].status == 404);
  CHECK(fetcher.Asked() == std::vector<std::string>{"https://a.example/", "https://a.example/b"});
}

TEST_CASE("the fake fetcher follows redirects and finds loops") {
  FakeFetcher fetcher{{"https://a.example/c", PageAnswer("C")}};
  fetcher.AddRedirect("https://a.example/a", "https://a.example/b", 302);
  fetcher.AddRedirect("https://a.example/b", "https://a.example/c");
  fetcher.AddRedirect("https://a.example/x", "https://a.example/x");
  auto answers = FetchAll(fetcher, {"https://a.example/a", "https://a.example/x"});
  CHECK(answers[0].hops.size() == 2);
  CHECK(answers[0].hops[0].status == 302);
  CHECK(answers[0].final_url == "https://a.example/c");
  CHECK(answers[0].body == "C");
  CHECK(answers[1].error == FetchError::kRedirectLoop);
}

TEST_CASE("the fake fetcher fails the n-th request and no other") {
  for (std::size_t n = 1; n <= 3; ++n) {
    FakeFetcher fetcher;
    for (const char* path : {"1", "2", "3"})
      fetcher.AddPage(std::string("http://a.example/") + path, path);
    fetcher.FailNth(n, FetchError::kTimeout);
    auto answers =
        FetchAll(fetcher, {"http://a.example/1", "http://a.example/2", "http://a.example/3"});
    for (std::size_t i = 0; i < 3; ++i) CHECK(answers[i].IsAnswered() == (i + 1 != n));
  }
}

TEST_CASE("the fake fetcher answers every request once in a shuffled order") {
  std::vector<std::string> urls(20, "https://a.example/");
  FakeFetcher fetcher;
  fetcher.ShuffleWith(7);
  std::vector<std::size_t> order;
  FetchAll(fetcher, urls, &order);
  CHECK_FALSE(std::is_sorted(order.begin(), order.end()));
  std::sort(order.begin(), order.end());
  for (std::size_t i = 0; i < urls.size(); ++i) CHECK(order[i] == i);
}

TEST_CASE("a temporary folder holds what is written and goes away") {
  std::string path;
  {
    TempDir dir;
    path = dir.Write("a/b.txt", "x");
    CHECK(std::filesystem::exists(path));
  }
  CHECK_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace klikpad
