// Members by zlib over a buffer of the file.

#include "base/gzip_file.h"

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace klikpad {
namespace {

constexpr std::size_t kBuffer = 1u << 18;
constexpr int kGzipWindow = 15 + 16;
// A member that grows to so many times the limit is no member but an attack.
constexpr std::uint64_t kBomb = 16;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

struct GzipFile::State {
  std::unique_ptr<std::FILE, CloseFile> file;
  std::string buffer = std::string(kBuffer, '\0');
  std::size_t begin = 0, end = 0;  // what of the buffer is not used yet
  std::uint64_t position = 0;      // in the file, of `begin`
  z_stream stream{};
  bool has_stream = false;

  ~State() {
    if (has_stream) inflateEnd(&stream);
  }

  // False at the file's end.
  bool Fill() {
    if (begin < end) return true;
    begin = 0;
    end = std::fread(buffer.data(), 1, buffer.size(), file.get());
    return end > 0;
  }

  void Use(std::size_t bytes) {
    begin += bytes;
    position += bytes;
  }

  void Seek(std::uint64_t offset) {
    begin = end = 0;
    position = offset;
    std::fseek(file.get(), static_cast<long>(offset), SEEK_SET);
  }

  // To the next bytes that can begin a member; false when there are none.
  bool FindMagic() {
    int seen = 0;  // bytes of 1f 8b 08 that stand right before `begin`
    while (Fill()) {
      const auto byte = static_cast<unsigned char>(buffer[begin]);
      Use(1);
      seen = (seen == 1 && byte == 0x8b) ? 2 : (seen == 2 && byte == 0x08) ? 3 : byte == 0x1f;
      if (seen == 3) {
        Seek(position - 3);
        return true;
      }
    }
    return false;
  }
};

GzipFile::GzipFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
GzipFile::GzipFile(GzipFile&&) noexcept = default;
GzipFile& GzipFile::operator=(GzipFile&&) noexcept = default;
GzipFile::~GzipFile() = default;

Result<GzipFile> GzipFile::Open(const std::string& path) {
  auto state = std::make_unique<State>();
  state->file.reset(std::fopen(path.c_str(), "rb"));
  if (!state->file) return Fail(std::string("cannot be read: ") + std::strerror(errno), path);
  if (inflateInit2(&state->stream, kGzipWindow) != Z_OK) return Fail("zlib could not be started");
  state->has_stream = true;
  return GzipFile(std::move(state));
}

std::optional<GzipMember> GzipFile::Next(std::size_t max_bytes) {
  State& s = *state_;
  if (!s.Fill()) return std::nullopt;
  GzipMember member;
  member.offset = s.position;
  inflateReset(&s.stream);
  std::string out(1u << 16, '\0');
  std::uint64_t total = 0;
  int code = Z_OK;
  while (code == Z_OK) {
    if (total / kBomb > max_bytes || !s.Fill()) {
      code = Z_DATA_ERROR;
      break;
    }
    s.stream.next_in = reinterpret_cast<Bytef*>(s.buffer.data() + s.begin);
    s.stream.avail_in = static_cast<uInt>(s.end - s.begin);
    s.stream.next_out = reinterpret_cast<Bytef*>(out.data());
    s.stream.avail_out = static_cast<uInt>(out.size());
    code = inflate(&s.stream, Z_NO_FLUSH);
    if (code == Z_BUF_ERROR) code = Z_OK;
    s.Use(s.end - s.begin - s.stream.avail_in);
    const std::size_t got = out.size() - s.stream.avail_out;
    total += got;
    const std::size_t room = max_bytes - member.text.size();
    member.text.append(out, 0, std::min(got, room));
    member.is_cut = member.is_cut || got > room;
  }
  member.is_broken = code != Z_STREAM_END;
  if (member.is_broken) {
    s.Seek(member.offset + 1);
    if (!s.FindMagic()) s.Seek(s.position);
  }
  member.end = s.position;
  return member;
}

bool GzipFile::ForEachByte(const std::function<bool(std::string_view bytes)>& take) {
  State& s = *state_;
  std::string out(1u << 16, '\0');
  inflateReset(&s.stream);
  while (s.Fill()) {
    s.stream.next_in = reinterpret_cast<Bytef*>(s.buffer.data() + s.begin);
    s.stream.avail_in = static_cast<uInt>(s.end - s.begin);
    s.stream.next_out = reinterpret_cast<Bytef*>(out.data());
    s.stream.avail_out = static_cast<uInt>(out.size());
    const int code = inflate(&s.stream, Z_NO_FLUSH);
    s.Use(s.end - s.begin - s.stream.avail_in);
    if (!take(std::string_view(out).substr(0, out.size() - s.stream.avail_out))) return false;
    if (code == Z_STREAM_END) {
      inflateReset(&s.stream);
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      return false;
    }
  }
  return true;
}

std::optional<GzipMember> GzipFile::At(std::uint64_t offset, std::size_t max_bytes) {
  if (offset != state_->position) state_->Seek(offset);
  return Next(max_bytes);
}

}  // namespace klikpad
