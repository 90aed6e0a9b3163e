// Texts of a page: the same whether they wait in memory or in a file.

#include "model/page_texts.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/scratch_fault.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

std::vector<SiteText> Some() {
  return {{"Voorbeeldbank", 0, {1, 8}, TextKind::kTitle, Region::kMain, 0},
          {std::string("Bel\0ons", 7), 12, {30, 2}, TextKind::kHeading, Region::kAside, 3},
          {"", 13, {}, TextKind::kAlt, Region::kNav, 0},
          {"020 555 01 10 \xE2\x82\xAC", 40, {70000, 90000}, TextKind::kItem, Region::kFooter, 0}};
}

void CheckAreSame(const std::vector<SiteText>& have, const std::vector<SiteText>& want) {
  REQUIRE(have.size() == want.size());
  for (std::size_t i = 0; i < want.size(); ++i) {
    CAPTURE(i);
    CHECK(have[i].text == want[i].text);
    CHECK(have[i].position == want[i].position);
    CHECK(have[i].place.Text() == want[i].place.Text());
    CHECK(have[i].kind == want[i].kind);
    CHECK(have[i].region == want[i].region);
    CHECK(have[i].level == want[i].level);
  }
}

TEST_CASE("texts are the same in memory and in a file, also in copies") {
  const TempDir folder;
  PageTexts texts = Some();
  CheckAreSame(*texts.Read(), Some());
  texts.MoveTo(ScratchFile::Make(folder.Path()));
  CheckAreSame(*texts.Read(), Some());
  texts.MoveTo(ScratchFile::Make(folder.Path()));  // they are moved once
  const PageTexts copy = texts;
  texts = {};
  CheckAreSame(copy.ReadOrNone(), Some());
  CHECK(texts.Read()->empty());
}

TEST_CASE("a page without texts needs no file") {
  const TempDir folder;
  const auto file = ScratchFile::Make(folder.Path());
  PageTexts none;
  none.MoveTo(file);
  EmptyScratchFiles(folder.Path());
  CHECK(none.Read()->empty());
}

TEST_CASE("texts that a full disk does not take stay in memory") {
  const TempDir folder;
  PageTexts texts = Some();
  const auto file = ScratchFile::Make(folder.Path());
  {
    const FullDisk full(10);
    texts.MoveTo(file);
  }
  EmptyScratchFiles(folder.Path());
  CheckAreSame(*texts.Read(), Some());
}

TEST_CASE("texts whose file fails are an error, never an empty page") {
  const TempDir folder;
  PageTexts texts = Some();
  texts.MoveTo(ScratchFile::Make(folder.Path()));
  REQUIRE(EmptyScratchFiles(folder.Path()) == 1);
  const auto read = texts.Read();
  REQUIRE_FALSE(read);
  CHECK(read.error().Text().find("cannot be read again") != std::string::npos);
  CHECK(texts.ReadOrNone().empty());
}

}  // namespace
}  // namespace klikpad
