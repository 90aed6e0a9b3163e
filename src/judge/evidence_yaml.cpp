// Small evidence written in YAML.

#include "judge/evidence_yaml.h"

#include <algorithm>

#include "base/text.h"
#include "judge/look.h"

namespace klikpad {

namespace {

// Tables whose quote is no generated column.
const std::vector<std::string> kQuoted = {"texts",     "contacts",   "hours",       "reach",
                                          "listings",  "messages",   "traits",      "probes",
                                          "incidents", "benchmarks", "touchpoints", "metrics"};

const SqlValue* Find(const EvidenceSource& row, std::string_view name) {
  for (const auto& [key, value] : row.values) {
    if (key == name) return &value;
  }
  return nullptr;
}

// STRICT tables turn "12" into a number where a number belongs and refuse "two".
SqlValue ScalarValue(const Yaml& yaml) {
  return yaml.IsNull() ? SqlValue(nullptr) : SqlValue(yaml.Scalar());
}

void FillIn(EvidenceSource& row) {
  if (row.table == "pages" && !Find(row, "url")) {
    const SqlValue* id = Find(row, "id");
    const auto* text = id ? std::get_if<std::string>(id) : nullptr;
    row.values.emplace_back("url", "https://www.voorbeeld.example/" + (text ? *text : "x"));
  }
  const bool is_quoted = std::find(kQuoted.begin(), kQuoted.end(), row.table) != kQuoted.end();
  if (!is_quoted || Find(row, "quote")) return;
  for (const char* name : {"label", "display", "handle", "value", "channel", "title", "who"}) {
    const SqlValue* value = Find(row, name);
    if (!value || !std::holds_alternative<std::string>(*value)) continue;
    row.values.emplace_back("quote", *value);
    return;
  }
  row.values.emplace_back("quote", "zoals gezien");
}

Result<void> AddRow(const std::string& table, const Yaml& yaml, std::vector<EvidenceSource>& rows) {
  if (!yaml.IsMap()) return yaml.Complain("a row is a map: column → value");
  EvidenceSource row{table, {}, yaml.File(), yaml.Line()};
  std::vector<std::string> roles;
  for (const auto& member : yaml.Members()) {
    if (table == "pages" && member.key == "roles") {
      auto names = member.value.Strings();
      if (!names) return tl::unexpected(names.error());
      roles = *names;
    } else if (member.value.IsScalar() || member.value.IsNull()) {
      row.values.emplace_back(member.key, ScalarValue(member.value));
    } else {
      return member.value.Complain("a value is one word, number or text");
    }
  }
  FillIn(row);
  const SqlValue* id = Find(row, "id");
  if (!roles.empty() && !id) return yaml.Complain("a page with roles needs an id");
  std::vector<EvidenceSource> role_rows;
  for (const std::string& role : roles) {
    role_rows.push_back({"page_roles", {{"page_id", *id}, {"role", role}}, row.file, row.line});
  }
  rows.push_back(std::move(row));
  std::move(role_rows.begin(), role_rows.end(), std::back_inserter(rows));
  return {};
}

Result<void> AddLooks(const Yaml& yaml, const char* key, const char* complete,
                      std::vector<EvidenceSource>& rows) {
  const Yaml* names = yaml.Find(key);
  if (!names || names->IsNull()) return {};
  auto list = names->Strings();
  if (!list) return tl::unexpected(list.error());
  for (const std::string& name : *list) {
    const auto& known = LookNames();
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      return names->Complain("unknown look '" + name + "'", Nearest(name, known));
    }
    const std::size_t slash = name.find('/');
    const std::string scope = slash == std::string::npos ? "" : name.substr(slash + 1);
    rows.push_back({"coverage",
                    {{"kind", name.substr(0, slash)}, {"scope", scope}, {"complete", complete}},
                    names->File(),
                    names->Line()});
  }
  return {};
}

}  // namespace

Result<std::vector<EvidenceSource>> ParseEvidence(const Yaml& yaml) {
  std::vector<EvidenceSource> rows;
  if (auto ok = AddLooks(yaml, "complete", "yes", rows); !ok) return tl::unexpected(ok.error());
  if (auto ok = AddLooks(yaml, "partial", "partial", rows); !ok) return tl::unexpected(ok.error());
  const Yaml* tables = yaml.Find("evidence");
  if (!tables || tables->IsNull()) return rows;
  if (!tables->IsMap()) return tables->Complain("evidence is a map: table → rows");
  for (const auto& table : tables->Members()) {
    if (!table.value.IsList()) return table.value.Complain("a table is a list of rows");
    for (const Yaml& row : table.value.Items()) {
      if (auto ok = AddRow(table.key, row, rows); !ok) return tl::unexpected(ok.error());
    }
  }
  return rows;
}

}  // namespace klikpad
