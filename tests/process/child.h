// The real program as a process of its own: with limits, at a terminal, killed.

#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace klikpad {

struct ChildSetup {
  std::vector<std::string> arguments;  // without the program's name
  std::string out_file{}, err_file{};  // "" = nowhere
  std::string terminal{};              // of standard error and of Ctrl-C, "" = none
  std::uint64_t max_file = 0;          // bytes that a file of it may have, 0 = any number
};

class Child {
 public:
  explicit Child(const ChildSetup& setup);
  ~Child();  // kills what still runs
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // From any thread; nothing once it was waited for.
  void Signal(int number) const;
  // It has ended and was not waited for yet, or has not ended.
  bool HasEnded() const;
  // The exit code, or 128 and the signal that ended it, as shells say it.
  int Wait();

 private:
  pid_t pid_ = -1;
  int code_ = -1;
};

// A pair of terminals: what the child writes to its own can be read here, what is written here is
// typed there.
class Terminal {
 public:
  Terminal();
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  const std::string& Path() const { return path_; }
  void Type(const std::string& keys) const;
  // All that comes until `text` did; or until nobody holds the other end any more.
  std::string ReadUntil(const std::string& text);
  const std::string& Said() const { return said_; }

 private:
  int file_ = -1;
  std::string path_, said_;
};

}  // namespace klikpad
