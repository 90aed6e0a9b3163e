// From rows of SQL to rows of evidence.

#include "judge/rows.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <tuple>

#include "base/text.h"
#include "evidence/schema.h"
#include "model/page_roles.h"

namespace klikpad {

namespace {

// "links/17" → {"links", "17"}
std::pair<std::string, std::string> SplitRef(const std::string& ref) {
  const std::size_t slash = ref.find('/');
  if (slash == std::string::npos) return {ref, ""};
  return {ref.substr(0, slash), ref.substr(slash + 1)};
}

// Tables of notes: who noted a row, and where, stands in the row itself.
bool IsNoted(const std::string& table) {
  return table == "probes" || table == "incidents" || table == "benchmarks" ||
         table == "touchpoints" || table == "metrics";
}

// How the page and the place of a row are found, by its table. Columns: page_id, place; of notes
// also source, observer with day, photo.
std::string LocateSql(const std::string& table) {
  if (table == "texts" || table == "links" || table == "contacts" || table == "hours" ||
      table == "steps" || table == "reach") {
    return "SELECT page_id, place FROM " + table + " WHERE id = :id";
  }
  if (table == "pages") {  // shown by its title
    return "SELECT p.id, t.place FROM pages p LEFT JOIN texts t ON t.page_id = p.id AND "
           "t.kind = 'title' WHERE p.id = :id LIMIT 1";
  }
  if (table == "page_roles" || table == "listings") {
    return "SELECT page_id, NULL FROM " + table + " WHERE id = :id";
  }
  if (IsNoted(table)) {
    return "SELECT NULL, place, source, trim(coalesce(observer, '') || ' ' || coalesce(noted_on, "
           "'')), photo FROM " +
           table + " WHERE id = :id";
  }
  if (table == "audit") return "SELECT NULL, NULL FROM audit WHERE name = :id";
  if (table == "channels") return "SELECT NULL, NULL FROM channels WHERE channel = :id";
  return "SELECT NULL, NULL FROM " + table + " WHERE id = :id";
}

std::string TextOf(const Json& value) {
  if (value.IsNull()) return "";
  return value.IsString() ? value.AsString() : value.Text(-1);
}

// Of two ways from one page the shorter is the one to tell of; 0 for rows that are no way.
std::int64_t WayLength(const EvidenceRow& row) {
  return row.unit == "clicks" ? std::strtoll(row.value.c_str(), nullptr, 10) : 0;
}

std::int64_t RefNumber(const std::string& id) {
  std::int64_t number = 0;
  for (char c : id) {
    if (c < '0' || c > '9' || number > 1'000'000'000'000) return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

tl::expected<RowFinder, QueryFailure> RowFinder::Make(const EvidenceDb& db,
                                                      const QueryLimits& limits) {
  RowFinder finder;
  finder.db_ = &db;
  finder.limits_ = limits;
  auto done = db.ForEach("SELECT id, clicks, url, title FROM pages", {}, limits,
                         [&](std::vector<Json>&& row) {
                           PageFacts& page = finder.pages_[static_cast<int>(row[0].AsInt()) - 1];
                           if (row[1].IsInt()) page.clicks = row[1].AsInt();
                           page.url = row[2].AsString();
                           page.title = row[3].AsString();
                         });
  if (!done) return tl::unexpected(done.error());
  if (auto read = finder.ReadStanding(); !read) return tl::unexpected(read.error());
  return finder;
}

tl::expected<void, QueryFailure> RowFinder::ReadStanding() {
  auto done = db_->ForEach(
      "SELECT page_id, min(CASE role WHEN 'contact' THEN 0 ELSE 1 END) FROM page_roles "
      "WHERE role IN ('contact', 'service', 'ask') GROUP BY page_id",
      {}, limits_, [&](std::vector<Json>&& row) {
        const auto page = pages_.find(static_cast<int>(row[0].AsInt()) - 1);
        if (page != pages_.end()) page->second.standing = static_cast<int>(row[1].AsInt());
      });
  if (!done) return tl::unexpected(done.error());
  done = db_->ForEach("SELECT id, purpose FROM contacts WHERE purpose IS NOT NULL", {}, limits_,
                      [&](std::vector<Json>&& row) {
                        const std::string purpose = row[1].AsString();
                        if (!IsPurposeOfOthers(purpose) && !IsPurposeOfOneSubject(purpose)) return;
                        limited_contacts_.insert("contacts/" + std::to_string(row[0].AsInt()));
                      });
  if (!done) return tl::unexpected(done.error());
  return {};
}

tl::expected<std::int64_t, QueryFailure> RowFinder::Find(const Call& call, FoundRows& rows) const {
  std::string key = call.check->file + '\0' + call.check->name;
  for (const Argument& argument : call.arguments) {
    key += '\0' + argument.name + '=' + Join(argument.words, ",");
  }
  auto known = known_.find(key);
  if (known == known_.end()) {
    auto found = Ask(call);
    if (!found) return tl::unexpected(found.error());
    known = known_.emplace(std::move(key), std::move(*found)).first;
  }
  for (const EvidenceRow& row : known->second.shown) Keep(row, rows);
  rows.count += known->second.count;
  return known->second.count;
}

tl::expected<FoundRows, QueryFailure> RowFinder::Ask(const Call& call) const {
  FoundRows rows;
  NamedValues values;
  for (const Argument& argument : call.arguments)
    values.emplace_back(argument.name, argument.value);
  const auto& columns = call.check->columns;
  auto done = db_->ForEach(call.check->sql, values, limits_, [&](std::vector<Json>&& cells) {
    ++rows.count;
    EvidenceRow row;
    for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
      const std::string& column = columns[i];
      if (column == "page_id") {
        if (cells[i].IsInt()) row.page = static_cast<int>(cells[i].AsInt()) - 1;
        continue;
      }
      std::string* field = column == "ref"     ? &row.ref
                           : column == "at"    ? &row.at
                           : column == "label" ? &row.label
                           : column == "value" ? &row.value
                           : column == "unit"  ? &row.unit
                                               : &row.quote;
      *field = TextOf(cells[i]);
    }
    Keep(std::move(row), rows);
  });
  if (!done) {
    QueryFailure failure = done.error();
    failure.error.message = "check " + call.check->name + ": " + failure.error.message;
    failure.error.file = call.check->file;
    return tl::unexpected(std::move(failure));
  }
  return rows;
}

tl::expected<void, QueryFailure> RowFinder::Locate(FoundRows& rows) const {
  const auto& tables = EvidenceTables();
  for (EvidenceRow& row : rows.shown) {
    const auto [table, id] = SplitRef(row.ref);
    const bool is_known =
        std::find(tables.begin(), tables.end(), table) != tables.end() && !id.empty();
    // Both kinds of id compare as SQLite stores them: numbers as integers.
    const bool is_named = table == "audit" || table == "channels";
    const SqlValue key = is_named ? SqlValue(id) : SqlValue(RefNumber(id));
    auto found = is_known ? db_->Run(LocateSql(table), {{"id", key}}) : QueryRows{};
    if (!found) return tl::unexpected(found.error());
    if (found->rows.empty() || row.quote.empty()) {
      const std::string what = found->rows.empty() ? "leads nowhere" : "has no quote";
      return tl::unexpected(
          QueryFailure{Error{"evidence row '" + row.ref + "' " + what, "", 0, ""}, false});
    }
    if (row.page < 0 && found->rows[0][0].IsInt()) {
      row.page = static_cast<int>(found->rows[0][0].AsInt()) - 1;
    }
    row.place = TextOf(found->rows[0][1]);
    if (found->rows[0].size() == 5) {
      row.source = TextOf(found->rows[0][2]);
      row.observer = TextOf(found->rows[0][3]);
      row.photo = TextOf(found->rows[0][4]);
    }
    if (const auto page = pages_.find(row.page); page != pages_.end()) {
      row.url = page->second.url;
      row.title = page->second.title;
    }
  }
  return {};
}

std::int64_t RowFinder::Clicks(const EvidenceRow& row) const {
  const auto page = pages_.find(row.page);
  const bool is_known = page != pages_.end() && page->second.clicks;
  return is_known ? *page->second.clicks : std::numeric_limits<std::int64_t>::max();
}

int RowFinder::Standing(const EvidenceRow& row) const {
  const auto page = pages_.find(row.page);
  const int of_page = page != pages_.end() ? page->second.standing : 2;
  return (limited_contacts_.contains(row.ref) ? 3 : 0) + of_page;
}

bool RowFinder::IsBefore(const EvidenceRow& a, const EvidenceRow& b) const {
  const auto key = [&](const EvidenceRow& row) {
    auto [table, id] = SplitRef(row.ref);
    return std::make_tuple(Clicks(row), Standing(row), WayLength(row), table, RefNumber(id), id,
                           row.label, row.value, row.at);
  };
  return key(a) < key(b);
}

void RowFinder::Keep(EvidenceRow row, FoundRows& rows) const {
  auto& shown = rows.shown;
  const auto before = [&](const EvidenceRow& a, const EvidenceRow& b) { return IsBefore(a, b); };
  // Most rows of a large site come too late: one comparison settles them.
  if (shown.size() == kShownRows && !before(row, shown.back())) return;
  const auto at = std::upper_bound(shown.begin(), shown.end(), row, before);
  shown.insert(at, std::move(row));
  if (shown.size() > kShownRows) shown.pop_back();
}

}  // namespace klikpad
