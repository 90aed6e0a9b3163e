// The commented brand.yaml that `klikpad init` writes.

#include <fmt/format.h>

#include "base/json.h"
#include "brand/brand_file.h"

namespace klikpad {

std::string BrandTemplate(const Brand& brand) {
  // A JSON string is a YAML string, whatever stands in it.
  const std::string name = JsonString(brand.name.empty() ? "Example" : brand.name);
  const std::string start = brand.start.empty() ? "https://www.example.nl/" : brand.start;
  return fmt::format(R"(# The brand that klikpad audits. Take the # away to use a line.

name: {}
start: {}   # the home page: clicks are counted from here

# sector: bank                  # for comparisons: bank, airline, insurer, retail, telecom ...
# country: NL                   # two letters (ISO 3166-1): how phone numbers without +31 are read
# zone: Europe/Amsterdam        # of times written without one; without this line the country's
# languages: [nl, en]           # the main language first

# The brand's own hosts beside the one of `start`; their subdomains count too.
# hosts: [klantenservice.example.nl, example-help.nl]

# Accounts and numbers known to be the brand's own. They need no further proof.
# handles:
#   twitter: example_webcare
#   whatsapp: "+31612345678"

# How far the look goes. Every limit that is hit is named in the report.
# limits:
#   max-pages: 2000
#   depth: 10                   # clicks from the home page
#   max-duration: 30m

# Which questions are asked of the evidence.
# packs: [contact-essentials]

# What the website cannot tell, each in a file beside this one.
# app: app.yaml                     # the app's menus, as a tester walked them; `app: none` says there is no app
# timeline:                         # messages to and by the brand's account: one file, or a list of them
#   file: timeline.csv              # CSV, JSON Lines (.jsonl), JSON, or tweets.js of an X archive
#   account: example_webcare        # who of the authors is the brand
# observations: observations.yaml   # questions asked, outages, cards and letters, figures:
#                                   # `klikpad audit --template observations` prints one to start from
# stores:
#   apple: "123456789"              # the app's number, or the address of its listing; several: [.., ..]
#   google: com.example.app
)",
                     name, start);
}

}  // namespace klikpad
