// Entries are shown as their file has them: whoever adds one sees the shape to follow.

#include "app/catalogue.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/files.h"
#include "base/text.h"

namespace klikpad {
namespace {

struct Shelf {
  std::string file, list, key, kind;
};

const std::vector<Shelf>& Shelves() {
  static const std::vector<Shelf> kShelves{
      {"channels.yaml", "channels", "id", "channel"},
      {"networks.yaml", "networks", "id", "network"},
      {"messaging.yaml", "networks", "id", "messenger"},
      {"chat-vendors.yaml", "vendors", "id", "chat vendor"},
      {"communities.yaml", "platforms", "host", "community platform"},
      {"addresses.yaml", "countries", "country", "country of addresses"}};
  return kShelves;
}

// Lines without the comments and blanks that belong to what follows.
std::string TextOf(const std::vector<std::string_view>& lines, int first, int& last) {
  const auto is_filler = [&](int line) {
    const std::string_view text = Trim(lines[static_cast<std::size_t>(line - 1)]);
    return text.empty() || text.front() == '#';
  };
  while (last > first && is_filler(last)) --last;
  std::string text;
  for (int line = first; line <= last; ++line) {
    text += std::string(lines[static_cast<std::size_t>(line - 1)]) + "\n";
  }
  return text;
}

Result<void> AddShelf(const std::string& folder, const Shelf& shelf,
                      std::vector<CatalogueEntry>& entries) {
  const std::string path = folder + "/" + shelf.file;
  auto yaml = Yaml::Load(path);
  if (!yaml) return tl::unexpected(yaml.error());
  auto text = ReadFile(path);
  if (!text) return tl::unexpected(text.error());
  auto list = yaml->Need(shelf.list);
  if (!list) return tl::unexpected(list.error());
  const std::vector<std::string_view> lines = Split(*text, '\n');
  const auto& items = (*list)->Items();
  // The list ends where the next key of the file begins.
  int end = static_cast<int>(lines.size());
  for (const Yaml::Member& member : yaml->Members()) {
    if (member.line > (*list)->Line() && member.line - 1 < end && member.key != shelf.list) {
      end = std::min(end, member.line - 1);
    }
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Yaml* key = items[i].Find(shelf.key);
    if (!key) continue;
    CatalogueEntry entry;
    entry.id = key->Scalar();
    entry.kind = shelf.kind;
    entry.file = shelf.file;
    entry.first_line = items[i].Line();
    entry.last_line = i + 1 < items.size() ? items[i + 1].Line() - 1 : end;
    entry.last_line = std::clamp(entry.last_line, entry.first_line, static_cast<int>(lines.size()));
    entry.text = TextOf(lines, entry.first_line, entry.last_line);
    entries.push_back(std::move(entry));
  }
  return {};
}

}  // namespace

Result<std::vector<CatalogueEntry>> ReadCatalogue(const std::string& folder) {
  std::vector<CatalogueEntry> entries;
  for (const Shelf& shelf : Shelves()) {
    if (auto ok = AddShelf(folder, shelf, entries); !ok) return tl::unexpected(ok.error());
  }
  return entries;
}

std::string ExplainEntry(const CatalogueEntry& entry, const std::vector<ExampleResult>& examples) {
  std::string out = fmt::format("{}: a {}, rules/{} line {}\n\n{}", ForTerminal(entry.id),
                                entry.kind, entry.file, entry.first_line, entry.text);
  int count = 0;
  std::string problems;
  for (const ExampleResult& example : examples) {
    const bool is_its = example.file == entry.file && example.line >= entry.first_line &&
                        example.line <= entry.last_line;
    if (!is_its) continue;
    ++count;
    if (example.problem.empty()) continue;
    problems += fmt::format("line {}: {}: {}\n", example.line, ForTerminal(example.example),
                            ForTerminal(example.problem));
  }
  out += "\n";
  if (count == 0) return out + "no examples of its own\n";
  if (problems.empty()) return out + fmt::format("{} examples read as they say\n", count);
  return out + problems;
}

}  // namespace klikpad
