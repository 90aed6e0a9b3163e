// Pages of tests: a string read as UTF-8 from one address.

#pragma once

#include <string>
#include <string_view>

#include "page/reader.h"

namespace klikpad {

inline Page ReadHtml(std::string_view html, const std::string& url = "https://shop.example/a/b") {
  return ReadPage(html, url, "text/html; charset=utf-8");
}

// The text inside a <body>, for tests of one thing.
inline Page ReadBody(const std::string& body) {
  return ReadHtml("<!DOCTYPE html><html><head><title></title></head><body>" + body);
}

}  // namespace klikpad
