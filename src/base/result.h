// What can go wrong because of a user's file or word: an error with its place and, where one can be
// guessed, the word that was meant. A broken *site* is data, never an Error; our own bug is an
// assert.

#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace klikpad {

struct Error {
  std::string message;     // one sentence without a final stop
  std::string file;        // "" when no file is to blame
  int line = 0;            // 1-based; 0 when unknown or when the whole file is meant
  std::string suggestion;  // the word that was probably meant, "" when none is near

  // "brand.yaml:12: unknown key 'naam' (did you mean 'name'?)"
  std::string Text() const;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> Fail(std::string message, std::string file = "", int line = 0,
                                  std::string suggestion = "") {
  return tl::unexpected<Error>(
      Error{std::move(message), std::move(file), line, std::move(suggestion)});
}

}  // namespace klikpad
