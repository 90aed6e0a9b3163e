// Crawl traps: addresses without end that say nothing new. A trap feeds itself: its pages lead to
// ever more addresses of the same shape (address_shape.h) and say nothing that was not said. A
// shape of which so many pages in a row did both is closed, and what is left of it is left out, and
// said. Shapes that look like calendars, lists, filters or sessions have a credit before that: so
// many pages for a start, and more for each page that was worth it; pages beyond it wait at the end
// of the queue. All of it follows from the order of the queue and from the answers.
//
// A page says something new when it leads to a page of another, plain shape that was not known, or
// by its text: of a plain shape any page that is not word for word as another; of the others a
// tenth of the body of its main part (20 bytes or more) that no page of the shape has shown,
// numbers aside. So 3,000 products or an archive of news are read whole, and a calendar as far as
// it says something. Pages that promise contact or help are read beyond any credit, up to 200 of a
// shape; what is left of those is a hole.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/url.h"
#include "crawl/address_shape.h"
#include "crawl/page_print.h"
#include "rules/trap_words.h"

namespace klikpad {

class Traps {
 public:
  // `words` outlives it. `may_wait`: pages beyond their credit wait; else they are read.
  Traps(const TrapWords& words, bool may_wait) : words_(words), may_wait_(may_wait) {}

  // What a page that was read leads to and nobody had led to.
  struct NewLinks {
    int onward = 0;  // to other, plain shapes
    int own = 0;     // to more of its shape
  };

  enum class Verdict { kNow, kLater, kTrap, kLimit };
  // Whether the address may stand in the queue. `promises_contact` is asked only where it matters.
  Verdict Admit(const Url& url, const std::function<bool()>& promises_contact);
  // The shape of an address in the queue was closed in the meantime.
  bool IsClosed(const Url& url) const;
  // Why pages of that shape are left out, in words.
  std::string Reason(const Url& url) const;
  // A page was left out: for the notes.
  void LeftOut(const Url& url, const std::string& why);

  // A page was read.
  void Learn(const Url& url, const PagePrint& print, const NewLinks& links);
  // It was answered, but with no page.
  void LearnFailure(const Url& url);
  bool IsPlain(const Url& url) const { return ShapeOf(url, words_).kind == ShapeKind::kPlain; }
  std::string KeyOf(const Url& url) const { return ShapeOf(url, words_).key; }
  // Counts a link to the new address `url` on a page of the shape `from`.
  void CountNew(const std::string& from, const Url& url, NewLinks& links) const;

  void Wait(int page) { waiting_.push_back(page); }
  std::vector<int> TakeWaiting() { return std::exchange(waiting_, {}); }

  // Names of parameters that turned out to be session numbers: the same page under each.
  const std::vector<std::string>& Sessions() const { return sessions_; }

  // What was left out, one sentence a shape, sorted.
  std::vector<std::string> Notes() const;

 private:
  struct Shape {
    ShapeKind kind = ShapeKind::kPlain;
    int admitted = 0, promised = 0, failed = 0;
    int worthy = 0;  // pages that said something new, or led to no more of their shape
    int dull = 0;    // in a row, up to now: the others
    bool is_closed = false;
    std::unordered_set<std::uint64_t> seen;  // hashes of pages or blocks; looked up only
  };
  struct Left {
    int count = 0;
    std::string example, why;
  };
  bool IsNew(Shape& shape, const PagePrint& print);
  void LearnSession(const Url& url, const AddressShape& shape, const PagePrint& print);

  const TrapWords& words_;
  bool may_wait_;
  std::map<std::string, Shape> shapes_;
  std::map<std::string, Left> left_;
  std::vector<int> waiting_;
  std::size_t hashes_ = 0;  // kept in all shapes
  std::vector<std::string> sessions_;
  struct Session {
    int same = 0, other = 0;
    std::map<std::string, std::pair<std::string, std::uint64_t>> pages;  // value and text, by page
  };
  std::map<std::string, Session> session_names_;
};

}  // namespace klikpad
