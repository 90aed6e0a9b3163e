// Both forms of WARC files. Gzip without a member a record is written out once, plainly, to a
// temporary file that has no name: places in it can be gone to.

#include "warc/warc_file.h"

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>

#include "base/gzip.h"
#include "base/gzip_file.h"
#include "base/text.h"
#include "warc/record.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxHead = 256u << 10;
constexpr std::size_t kProbe = 1u << 20;
constexpr std::uint64_t kMaxPlain = 16ull << 30;  // of a gzip file that must be written out

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

// Records of a plain file.
class PlainRecords {
 public:
  explicit PlainRecords(File file) : file_(std::move(file)) {}

  std::optional<WarcPiece> At(std::uint64_t offset, std::size_t max_bytes) {
    std::fseek(file_.get(), static_cast<long>(offset), SEEK_SET);
    WarcPiece piece;
    piece.offset = offset;
    const std::string head = ReadHead();
    if (Trim(head).empty()) return std::nullopt;
    const auto record = ParseWarcRecord(head);
    if (!record) return Broken(std::move(piece), "no record begins here");
    const std::string length_text(record->Field("content-length"));
    const std::uint64_t length = std::strtoull(length_text.c_str(), nullptr, 10);
    piece.text = head;
    const std::size_t wanted = static_cast<std::size_t>(
        std::min<std::uint64_t>(length, max_bytes > head.size() ? max_bytes - head.size() : 0));
    piece.text.resize(head.size() + wanted);
    const std::size_t got = std::fread(piece.text.data() + head.size(), 1, wanted, file_.get());
    piece.text.resize(head.size() + got);
    if (got < wanted) return Broken(std::move(piece), "the file ends amid a record");
    piece.end = offset + head.size() + length;
    position_ = piece.end;
    return piece;
  }

  std::optional<WarcPiece> Next(std::size_t max_bytes) { return At(position_, max_bytes); }

 private:
  // Up to the empty line behind the fields; empty lines before the record belong to it.
  std::string ReadHead() {
    std::string head;
    bool has_begun = false;
    int c = 0;
    while (head.size() < kMaxHead && (c = std::getc(file_.get())) != EOF) {
      head.push_back(static_cast<char>(c));
      if (!has_begun) has_begun = c != '\r' && c != '\n';
      if (has_begun && (head.ends_with("\r\n\r\n") || head.ends_with("\n\n"))) break;
    }
    return head;
  }

  // Goes on at the next line that begins a record.
  WarcPiece Broken(WarcPiece piece, std::string problem) {
    piece.is_broken = true;
    piece.problem = std::move(problem);
    std::fseek(file_.get(), static_cast<long>(piece.offset + 1), SEEK_SET);
    position_ = piece.offset + 1;
    constexpr std::string_view kMark = "\nWARC/";
    std::size_t seen = 0;
    int c = 0;
    while (seen < kMark.size() && (c = std::getc(file_.get())) != EOF) {
      ++position_;
      seen = c == kMark[seen] ? seen + 1 : (c == '\n' ? 1 : 0);
    }
    if (seen == kMark.size()) position_ -= kMark.size() - 1;
    piece.end = position_;
    return piece;
  }

  File file_;
  std::uint64_t position_ = 0;
};

// The whole of a gzip file as a plain one.
Result<File> WriteOut(const std::string& path) {
  File plain(std::tmpfile());
  if (!plain) return Fail(std::string("no temporary file: ") + std::strerror(errno), path);
  auto gzip = GzipFile::Open(path);
  if (!gzip) return tl::unexpected(gzip.error());
  std::uint64_t total = 0;
  const bool is_whole = gzip->ForEachByte([&](std::string_view bytes) {
    total += bytes.size();
    return total <= kMaxPlain &&
           std::fwrite(bytes.data(), 1, bytes.size(), plain.get()) == bytes.size();
  });
  if (!is_whole && total > kMaxPlain) return Fail("is too large when unpacked", path);
  if (std::ferror(plain.get()) != 0) return Fail("no room for a temporary file", path);
  return plain;
}

}  // namespace

struct WarcFile::State {
  std::optional<GzipFile> members;
  std::optional<PlainRecords> plain;
};

WarcFile::WarcFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
WarcFile::WarcFile(WarcFile&&) noexcept = default;
WarcFile& WarcFile::operator=(WarcFile&&) noexcept = default;
WarcFile::~WarcFile() = default;

Result<WarcFile> WarcFile::Open(const std::string& path) {
  auto state = std::make_unique<State>();
  File file(std::fopen(path.c_str(), "rb"));
  if (!file) return Fail(std::string("cannot be read: ") + std::strerror(errno), path);
  std::string magic(2, '\0');
  magic.resize(std::fread(magic.data(), 1, magic.size(), file.get()));
  if (!LooksLikeGzip(magic)) {
    std::string begin(5, '\0');
    std::rewind(file.get());
    begin.resize(std::fread(begin.data(), 1, begin.size(), file.get()));
    if (begin != "WARC/") return Fail("is no WARC file: no record stands at its beginning", path);
    state->plain.emplace(std::move(file));
    return WarcFile(std::move(state));
  }
  auto members = GzipFile::Open(path);
  if (!members) return tl::unexpected(members.error());
  const auto first = members->Next(kProbe);
  const auto record = first ? ParseWarcRecord(first->text) : std::nullopt;
  if (!record) return Fail("is no WARC file: no record stands at its beginning", path);
  if (!record->is_cut && record->length < first->text.size()) {
    auto plain = WriteOut(path);
    if (!plain) return tl::unexpected(plain.error());
    state->plain.emplace(std::move(*plain));
    return WarcFile(std::move(state));
  }
  members = GzipFile::Open(path);
  if (!members) return tl::unexpected(members.error());
  state->members.emplace(std::move(*members));
  return WarcFile(std::move(state));
}

std::optional<WarcPiece> WarcFile::Next(std::size_t max_bytes) {
  if (state_->plain) return state_->plain->Next(max_bytes);
  auto member = state_->members->Next(max_bytes);
  if (!member) return std::nullopt;
  WarcPiece piece{member->offset, member->end, std::move(member->text), member->is_broken, ""};
  if (piece.is_broken) piece.problem = "the file is damaged or ends amid a record";
  return piece;
}

std::optional<WarcPiece> WarcFile::At(std::uint64_t offset, std::size_t max_bytes) {
  if (state_->plain) return state_->plain->At(offset, max_bytes);
  auto member = state_->members->At(offset, max_bytes);
  if (!member) return std::nullopt;
  return WarcPiece{member->offset, member->end, std::move(member->text), member->is_broken, ""};
}

}  // namespace klikpad
