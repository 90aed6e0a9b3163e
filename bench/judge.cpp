// How long a large site takes from a finished look to verdicts: working out ways, writing the
// evidence, judging it with both packs. The site is invented, of the shape of real ones: a menu and
// a footer on every page, articles that link to each other, contacts where sites have them.
//
//     bench_judge [PAGES [RUNS]]      a line a step: processor time, median, fastest and slowest

#include <fmt/format.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>

#include "evidence/store.h"
#include "evidence/terms.h"
#include "graph/clicks.h"
#include "graph/contacts.h"
#include "graph/coverage.h"
#include "judge/library.h"

namespace klikpad {
namespace {

constexpr int kMenu = 14, kFooter = 22, kInArticle = 39;  // 75 links a page
constexpr int kTexts = 12;

const std::vector<std::string> kWords = {
    "betalen",  "sparen",   "rekening", "pas",     "kaart",      "lenen", "verhuizen", "overlijden",
    "jongeren", "zakelijk", "beleggen", "storing", "veiligheid", "app",   "inloggen",  "wijzigen"};

std::string PageUrl(int page) {
  return page == 0 ? "https://www.groot.example/"
                   : fmt::format("https://www.groot.example/onderwerp/{}/{}", page % 40, page);
}

std::string Title(int page) {
  const std::size_t n = kWords.size();
  const auto at = static_cast<std::size_t>(page);
  return fmt::format("{} en {} ({})", kWords[at % n], kWords[at / n % n], page);
}

// What a page is for: a handful have a role, one in twenty is a news item.
std::vector<PageRole> RolesOf(int page) {
  static const std::map<int, Role> special = {
      {0, Role::kHome},    {1, Role::kContact}, {2, Role::kService},
      {3, Role::kAsk},     {4, Role::kFaq},     {5, Role::kTerms},
      {6, Role::kPrivacy}, {7, Role::kNews},    {8, Role::kSocial}};
  const auto found = special.find(page);
  if (found != special.end()) return {{found->second, "", Confidence::kSure}};
  if (page % 20 == 9) return {{Role::kNewsItem, "", Confidence::kSure}};
  return {};
}

class Site {
 public:
  explicit Site(int pages) : pages_(pages) {
    look_.start = 0;
    TextPool texts;  // a crawl holds what is said on many pages once, too
    for (int page = 0; page < pages; ++page) {
      look_.pages.push_back(Page(page));
      for (SiteLink& link : look_.pages.back().links) {
        texts.Share(link.url);
        texts.Share(link.label);
        texts.Share(link.context);
      }
    }
  }
  SiteLook Look() && { return std::move(look_); }

 private:
  void Link(SitePage& page, int to, std::string label, Region region) {
    SiteLink link;
    link.to = to % pages_;
    link.url = PageUrl(link.to);
    link.label = std::move(label);
    link.region = region;
    link.position = position_++;
    link.place = {position_, 5};
    page.links.push_back(std::move(link));
  }

  void Contact(SitePage& page, const std::string& channel, const std::string& value, Use use,
               Region region) {
    ContactPoint point;
    point.channel = channel;
    point.value = point.display = point.label = value;
    if (channel == "twitter" || channel == "facebook") point.handle = value;
    point.url = "https://" + channel + ".example/" + value;
    point.use = use;
    point.owner = Owner::kOwn;
    point.region = region;
    point.is_clickable = true;
    point.position = position_++;
    point.signals = {"stands in the header or footer of most pages"};
    point.quote = "Neem contact op: " + value;
    point.place = {position_, 9};
    page.found.contacts.push_back(std::move(point));
  }

  void Text(SitePage& page, TextKind kind, std::string text) {
    SiteText block;
    block.kind = kind;
    block.level = kind == TextKind::kHeading ? 2 : 0;
    block.text = std::move(text);
    block.position = position_++;
    block.place = {position_, 1};
    page.texts.push_back(std::move(block));
  }

  SitePage Page(int number) {
    SitePage page;
    position_ = 0;
    page.url = PageUrl(number);
    page.title = Title(number);
    page.status = 200;
    page.lang = "nl";
    page.is_read = true;
    page.found.roles = RolesOf(number);
    for (int i = 0; i < kMenu; ++i) Link(page, i * 40, Title(i * 40), Region::kNav);
    for (int i = 0; i < kInArticle; ++i) {
      Link(page, number * 7 + i * 131 + 10, Title(number * 7 + i * 131 + 10), Region::kMain);
    }
    Link(page, 1, "Contact", Region::kFooter);
    Link(page, 2, "Klantenservice", Region::kFooter);
    for (int i = 2; i < kFooter; ++i) Link(page, i, Title(i), Region::kFooter);
    for (int i = 0; i < kTexts; ++i) {
      Text(page, i % 4 == 0 ? TextKind::kHeading : TextKind::kParagraph,
           fmt::format("{}: bel of mail ons over {}", Title(number),
                       kWords[static_cast<std::size_t>(i) % kWords.size()]));
    }
    Contacts(page, number);
    return page;
  }

  void Contacts(SitePage& page, int number) {
    for (const char* network : {"facebook", "linkedin", "youtube"}) {
      Contact(page, network, "groot", Use::kFollow, Region::kFooter);
    }
    if (number % 20 == 9) {  // news items carry buttons to share them
      for (const char* network : {"twitter", "facebook", "linkedin"}) {
        Contact(page, network, "share" + std::to_string(number), Use::kShare, Region::kMain);
      }
    }
    if (number == 8) Contact(page, "twitter", "groot", Use::kContact, Region::kMain);
    const bool has_number = number >= 1 && number <= 5;
    if (has_number) Contact(page, "phone", "+31880000001", Use::kContact, Region::kMain);
    if (number == 1) Contact(page, "form", page.url + "#form", Use::kContact, Region::kMain);
    if (number % 100 == 1)
      Contact(page, "email", "info@groot.example", Use::kContact, Region::kMain);
    if (number != 1) return;
    for (int day = 1; day <= 5; ++day) {
      OpeningHours hours;
      hours.channel = "phone";
      hours.weekday = day;
      hours.opens = 480;
      hours.closes = 1260;
      hours.quote = "maandag tot en met vrijdag van 8 tot 21 uur";
      page.found.hours.push_back(hours);
    }
  }

  int pages_;
  int position_ = 0;
  SiteLook look_;
};

// Of the processor: what others do on a shared machine does not count. Every step is one thread.
double CpuMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

class Timings {
 public:
  void Measure(const std::string& step, const std::function<void()>& work) {
    const double begin = CpuMilliseconds();
    work();
    const double took = CpuMilliseconds() - begin;
    if (times_[step].empty()) order_.push_back(step);
    times_[step].push_back(took);
  }
  void Print() {
    fmt::print("{:<34} {:>10} {:>10} {:>10}\n", "ms of processor", "median", "fastest", "slowest");
    for (const std::string& step : order_) {
      std::vector<double>& times = times_[step];
      std::sort(times.begin(), times.end());
      fmt::print("{:<34} {:>10.0f} {:>10.0f} {:>10.0f}\n", step, times[times.size() / 2],
                 times.front(), times.back());
    }
  }

 private:
  std::map<std::string, std::vector<double>> times_;
  std::vector<std::string> order_;
};

template <typename T>
T Or(Result<T> result) {
  if (result) return std::move(*result);
  std::cerr << result.error().Text() << "\n";
  std::exit(1);
}
void Or(const Result<void>& result) {
  if (result) return;
  std::cerr << result.error().Text() << "\n";
  std::exit(1);
}

std::vector<std::string> ChannelsFound(const Audit& audit) {
  std::vector<std::string> channels;
  for (const Contact& contact : audit.contacts) {
    if (channels.empty() || channels.back() != contact.channel) channels.push_back(contact.channel);
  }
  return channels;
}

void WorkOut(Audit& audit, const Rules& rules, const Library& library, Timings& timings) {
  timings.Measure("clicks of every page", [&] { CountClicks(audit.look, rules.clicks); });
  timings.Measure("contacts and coverage", [&] {
    audit.contacts = CollectContacts(audit.look, rules);
    audit.coverage = MeasureCoverage(audit.look, rules);
  });
  timings.Measure("reach from every page", [&] {
    std::vector<std::string> channels = library.Channels();
    for (const std::string& found : ChannelsFound(audit)) {
      if (std::find(channels.begin(), channels.end(), found) == channels.end()) {
        channels.push_back(found);
      }
    }
    audit.reach = ComputeReach(audit.look, rules, channels, library.Roles());
  });
  timings.Measure("ways from the start",
                  [&] { audit.routes = FindRoutes(audit.look, rules, audit.contacts); });
}

int BenchJudging(int pages, int runs) {
  const std::string folder = KLIKPAD_ROOT "/rules";
  const Rules rules = Or(LoadRules(folder));
  const std::vector<std::string> packs = {"contact-essentials", "twitter-test"};
  const Library library = Or(LoadLibrary(folder, rules, packs));
  const auto work =
      std::filesystem::temp_directory_path() / fmt::format("klikpad-bench-{}", ::getpid());
  const std::string path = work / "evidence.sqlite";

  Timings timings;
  Audit audit;
  for (int run = 0; run < runs; ++run) {
    audit = Audit();
    audit.brand.name = "Groot";
    audit.brand.country = "NL";
    audit.brand.languages = {"nl"};
    audit.look = Site(pages).Look();
    WorkOut(audit, rules, library, timings);
    timings.Measure("write the evidence", [&] { Or(WriteEvidence(audit, rules, path)); });
    timings.Measure("open it and judge, both packs", [&] {
      const EvidenceDb db = Or(EvidenceDb::Open(path, VocabularyTerms(rules.vocabulary)));
      Or(JudgeAudit(db, library, rules, audit));
    });
  }
  std::size_t links = 0;
  for (const SitePage& page : audit.look.pages) links += page.links.size();
  fmt::print("{} pages, {} links, {} rows of reach, {:.0f} MB of evidence, {} runs\n", pages, links,
             audit.reach.size(), static_cast<double>(std::filesystem::file_size(path)) / 1e6, runs);
  timings.Print();
  fmt::print("verdicts: {} plus, {} minus, {} not assessed, {} not applicable\n", audit.tally.plus,
             audit.tally.minus, audit.tally.not_assessed, audit.tally.not_applicable);
  std::filesystem::remove_all(work);
  return 0;
}

}  // namespace
}  // namespace klikpad

int main(int argc, char** argv) {
  const int pages = argc > 1 ? std::atoi(argv[1]) : 5000;
  const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
  if (pages < 50 || runs < 1) {
    std::cerr << "usage: bench_judge [PAGES of at least 50 [RUNS]]\n";
    return 3;
  }
  return klikpad::BenchJudging(pages, runs);
}
