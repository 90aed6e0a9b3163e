// Which addresses belong to the look: hosts by --scope and --extra-host, paths by --include and
// --exclude, and what is no page at all by its extension.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/url.h"

namespace klikpad {

// page: the start page only; prefix: its folder; host: its host; domain: its registrable domain
// with all subdomains.
enum class ScopeKind { kPage, kPrefix, kHost, kDomain };

struct ScopeOptions {
  ScopeKind kind = ScopeKind::kDomain;
  std::vector<std::string> hosts;  // further own hosts, subdomains included
  // RE2 patterns; when given, one must be found in the address, but for the start's.
  std::vector<std::string> include;
  std::vector<std::string> exclude;  // RE2 patterns; none may be found in it
};

class Scope {
 public:
  // An error for a pattern that is no RE2 expression.
  static Result<Scope> Make(const Url& start, const ScopeOptions& options);
  ~Scope();
  Scope(Scope&&) noexcept;
  Scope& operator=(Scope&&) noexcept;

  // The start redirected here: its host counts as the brand's own.
  void AddStart(const Url& url);
  // How many there are: what Holds says changes with them only.
  std::size_t Starts() const { return starts_.size(); }
  // The host (and port) is one of the brand's.
  bool OwnsHost(const Url& url) const;
  // OwnsHost, and the path is wanted.
  bool Holds(const Url& url) const;

 private:
  Scope();
  struct Patterns;
  ScopeKind kind_ = ScopeKind::kDomain;
  std::vector<Url> starts_;
  std::vector<std::string> hosts_;
  std::unique_ptr<Patterns> patterns_;
};

// True for addresses that by their extension are pictures, films, programs, documents or style
// sheets: no pages, so never asked for.
bool IsNoPageByExtension(const Url& url);

}  // namespace klikpad
