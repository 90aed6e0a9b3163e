// Reads audit.json as far as rescoring needs it.

#include "app/stored_audit.h"

#include <fmt/format.h>

#include <algorithm>

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

Result<Json> StoredAudit::Member(std::string_view name) const {
  const auto member = std::find_if(members_.begin(), members_.end(),
                                   [&](const JsonMember& one) { return one.name == name; });
  return Json::Parse(member == members_.end() ? "null" : member->value, path_);
}

Result<StoredAudit> StoredAudit::Read(const std::string& folder) {
  StoredAudit stored;
  stored.path_ = folder + "/audit.json";
  auto text = ReadFile(stored.path_, kMaxAudit);
  if (!text) return Fail("is no audit folder: it has no audit.json", folder);
  stored.text_ = std::make_unique<const std::string>(std::move(*text));
  auto members = JsonMembers(*stored.text_, stored.path_);
  if (!members) return tl::unexpected(members.error());
  stored.members_ = std::move(*members);

  std::vector<Json> parts;
  for (const char* name : {"schema_version", "brand", "coverage", "tally", "run", "problems"}) {
    auto part = stored.Member(name);
    if (!part) return tl::unexpected(part.error());
    parts.push_back(std::move(*part));
  }
  if (parts[0] != Json(kAuditSchemaVersion)) {
    return Fail(fmt::format("has schema {}, this klikpad writes {}", parts[0].Text(-1),
                            kAuditSchemaVersion),
                stored.path_);
  }
  stored.audit_.brand = BrandOf(parts[1]);
  for (const Json& row : parts[2].Items()) stored.audit_.coverage.push_back(CoverageOf(row));
  for (const auto& [name, tally] : parts[3]["packs"].Members()) stored.packs_.push_back(name);
  stored.audit_.look.problems = StringsOf(parts[5]);
  stored.audit_.run.started_at = parts[4]["started_at"].AsString();
  stored.audit_.run.ended_at = parts[4]["ended_at"].AsString();
  stored.audit_.run.milliseconds = parts[4]["milliseconds"].AsInt();
  stored.arguments_ = StringsOf(parts[4]["arguments"]);
  return stored;
}

Result<std::vector<Contact>> StoredAudit::ReadContacts() const {
  const auto json = Member("contacts");
  if (!json) return tl::unexpected(json.error());
  std::vector<Contact> contacts;
  for (const Json& contact : json->Items()) contacts.push_back(ContactOf(contact));
  return contacts;
}

std::string StoredAudit::WithVerdicts(const Audit& judged) const {
  Audit verdicts;
  verdicts.rules_digest = judged.rules_digest;
  verdicts.findings = judged.findings;
  verdicts.tally = judged.tally;
  verdicts.pack_tallies = judged.pack_tallies;
  const std::string text = AuditJson(verdicts);
  auto values = JsonMembers(text).value_or(std::vector<JsonMember>{});
  std::erase_if(values, [](const JsonMember& member) {
    return member.name != "rules_digest" && member.name != "findings" && member.name != "tally";
  });
  return WithMembers(*text_, members_, values);
}

}  // namespace klikpad
