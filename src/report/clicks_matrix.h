// The picture to look at first: channels × clicks from the start page. One row a channel, in the
// order of the channels; only what is the brand's own counts.

#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/audit.h"

namespace klikpad {

// Columns 0, 1, 2, 3 clicks, 4 and more, and "there, but no way leads to it".
inline constexpr std::size_t kMatrixColumns = 6;
inline constexpr std::size_t kNoWayColumn = kMatrixColumns - 1;

struct MatrixRow {
  std::string channel;
  std::array<int, kMatrixColumns> counts{};  // contacts at that distance
  // Index of the nearest contact for customers, else of the nearest; -1 when none was seen.
  int nearest = -1;
  int route = -1;                  // index of the way to it, -1 when there is none
  std::optional<int> clicks;       // of the nearest
  bool is_at_most = false;         // an unread page could hold a shorter way
  bool has_scent = false;          // ways by the wording of links were looked for
  std::optional<int> scent;        // clicks by the wording; nothing: not findable by it
  bool was_searched = false;       // the site's own search was tried for the channel
  std::optional<int> with_search;  // fewest clicks when the search may be used too
  int search_route = -1;  // the way through the search, -1 when it is not shorter than by links
  bool is_follow_only = false;
  bool is_for_others = false;     // every contact is for the press, applicants or privacy alone
  bool is_without_human = false;  // every contact of the channel is known to be without
  bool is_dead = false;
};

// The column of a contact.
std::size_t MatrixColumn(std::optional<int> clicks);

// Of the brand, for contact or following, and not weakly guessed.
bool CountsAsOwn(const Contact& contact);

// The nearest row's clicks by links and through the search side by side: true when any channel was
// searched for.
bool HasSearch(const std::vector<MatrixRow>& rows);

// Channels with a contact, and those of `always_shown`.
std::vector<MatrixRow> ClicksMatrix(const Audit& audit,
                                    const std::vector<std::string>& always_shown);

}  // namespace klikpad
