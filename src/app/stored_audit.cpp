// Reads audit.json as far as rescoring needs it.

#include "app/stored_audit.h"

#include <fmt/format.h>

#include "base/files.h"
#include "model/words.h"
#include "report/json_report.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxAudit = 1u << 30;

template <typename E>
E WordOr(const Json& word, E otherwise) {
  return FromWord<E>(word.AsString()).value_or(otherwise);
}

std::vector<std::string> StringsOf(const Json& json) {
  std::vector<std::string> texts;
  for (const Json& item : json.Items()) texts.push_back(item.AsString());
  return texts;
}

Brand BrandOf(const Json& json) {
  Brand brand;
  brand.name = json["name"].AsString();
  brand.slug = json["slug"].AsString();
  brand.sector = json["sector"].AsString();
  brand.country = json["country"].AsString();
  brand.languages = StringsOf(json["languages"]);
  brand.start = json["start"].AsString();
  return brand;
}

Coverage CoverageOf(const Json& json) {
  Coverage row;
  row.kind = WordOr(json["kind"], LookKind::kSite);
  row.scope = json["scope"].AsString();
  row.complete = WordOr(json["complete"], Complete::kNo);
  return row;
}

Contact ContactOf(const Json& json) {
  Contact contact;
  contact.channel = json["channel"].AsString();
  contact.value = json["value"].AsString();
  contact.use = WordOr(json["use"], Use::kContent);
  contact.owner = WordOr(json["owner"], Owner::kUnknown);
  if (!json["clicks"].IsNull()) contact.clicks = static_cast<int>(json["clicks"].AsInt());
  return contact;
}

}  // namespace

Result<StoredAudit> ReadStoredAudit(const std::string& folder) {
  const std::string path = folder + "/audit.json";
  const auto text = ReadFile(path, kMaxAudit);
  if (!text) return Fail("is no audit folder: it has no audit.json", folder);
  auto json = Json::Parse(*text, path);
  if (!json) return tl::unexpected(json.error());
  const Json mine = AuditJson({})["schema_version"];
  if ((*json)["schema_version"] != mine) {
    return Fail(fmt::format("has schema {}, this klikpad writes {}",
                            (*json)["schema_version"].Text(-1), mine.Text(-1)),
                path);
  }
  StoredAudit stored;
  stored.audit.brand = BrandOf((*json)["brand"]);
  for (const Json& row : (*json)["coverage"].Items()) {
    stored.audit.coverage.push_back(CoverageOf(row));
  }
  for (const Json& contact : (*json)["contacts"].Items()) {
    stored.audit.contacts.push_back(ContactOf(contact));
  }
  for (const auto& [name, tally] : (*json)["tally"]["packs"].Members()) {
    stored.packs.push_back(name);
  }
  stored.arguments = StringsOf((*json)["run"]["arguments"]);
  stored.json = std::move(*json);
  return stored;
}

void PutVerdicts(const Audit& audit, Json& json) {
  const Json judged = AuditJson(audit);
  for (const char* key : {"rules_digest", "findings", "tally"}) json.Set(key, judged[key]);
}

}  // namespace klikpad
