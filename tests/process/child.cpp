// fork, exec and terminals (POSIX.1-2017).

#include "process/child.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

namespace klikpad {
namespace {

void Redirect(const std::string& path, int to) {
  const char* name = path.empty() ? "/dev/null" : path.c_str();
  const int file = ::open(name, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0 || ::dup2(file, to) < 0) _exit(127);
}

// In the child, where only what signal handlers may do is safe.
[[noreturn]] void Become(const ChildSetup& setup, const std::vector<char*>& words) {
  Redirect(setup.out_file, STDOUT_FILENO);
  if (setup.terminal.empty()) {
    Redirect(setup.err_file, STDERR_FILENO);
  } else {
    ::setsid();
    const int terminal = ::open(setup.terminal.c_str(), O_RDWR);
    if (terminal < 0 || ::ioctl(terminal, TIOCSCTTY, 0) != 0) _exit(127);
    ::dup2(terminal, STDERR_FILENO);
    ::dup2(terminal, STDIN_FILENO);
    if (terminal > STDERR_FILENO) ::close(terminal);
  }
  if (setup.max_file > 0) {
    const rlimit limit{setup.max_file, setup.max_file};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(127);
  }
  ::execv(KLIKPAD_PROGRAM, words.data());
  _exit(127);
}

}  // namespace

Child::Child(const ChildSetup& setup) {
  ::setenv("KLIKPAD_DATA", KLIKPAD_ROOT, 1);
  ::setenv("TERM", "xterm", 1);
  std::vector<char*> words{const_cast<char*>(KLIKPAD_PROGRAM)};
  for (const std::string& word : setup.arguments) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  pid_ = ::fork();
  if (pid_ == 0) Become(setup, words);
  if (pid_ < 0) throw std::runtime_error("cannot fork");
}

Child::~Child() {
  Signal(SIGKILL);
  Wait();
}

void Child::Signal(int number) const {
  if (pid_ > 0 && code_ < 0) ::kill(pid_, number);
}

bool Child::HasEnded() const {
  siginfo_t info{};
  return code_ >= 0 ||
         (::waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
          info.si_pid == pid_);
}

int Child::Wait() {
  int status = 0;
  if (code_ < 0 && ::waitpid(pid_, &status, 0) == pid_) {
    code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  return code_;
}

Terminal::Terminal() {
  file_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (file_ < 0 || ::grantpt(file_) != 0 || ::unlockpt(file_) != 0) {
    throw std::runtime_error("cannot open a terminal");
  }
  path_ = ::ptsname(file_);
}

Terminal::~Terminal() { ::close(file_); }

void Terminal::Type(const std::string& keys) const {
  if (::write(file_, keys.data(), keys.size()) < 0) throw std::runtime_error("cannot type");
}

std::string Terminal::ReadUntil(const std::string& text) {
  char buffer[4096];
  while (text.empty() || said_.find(text) == std::string::npos) {
    const ssize_t got = ::read(file_, buffer, sizeof(buffer));
    if (got <= 0) break;
    said_.append(buffer, static_cast<std::size_t>(got));
  }
  return said_;
}

}  // namespace klikpad
