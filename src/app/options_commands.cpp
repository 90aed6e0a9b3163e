// The commands beside `audit`, and what each takes.

#include "app/raw_options.h"

namespace klikpad {
namespace {

void AddInit(OptionTable& root, InitArguments& init) {
  OptionTable& app = root.Command("init", "write a commented brand.yaml");
  app.Word("URL", "the brand's home page", init.address, false);
  app.Text("-o,--output", "FILE", "the file (default brand.yaml)", init.path);
  app.Flag("--force", "overwrite it", init.overwrite);
}

void AddFind(OptionTable& root, FindArguments& find) {
  OptionTable& app = root.Command("find", "list the contacts, hours and forms of one HTML file");
  app.Word("FILE", "the HTML file, - for standard input", find.file);
  app.Text("--url", "URL", "the address that it came from", find.url);
  app.Text("--country", "CC", "of phone numbers without a country code (two letters)",
           find.country);
}

void AddQuery(OptionTable& root, QueryArguments& query) {
  OptionTable& app = root.Command("query", "ask the evidence of an audit in SQL");
  app.Word("AUDIT_DIR", "the audit folder", query.folder);
  app.Word("SQL", "one SELECT", query.sql);
}

void AddServe(OptionTable& root, ServeArguments& serve) {
  OptionTable& app = root.Command("serve", "serve a fixture site on loopback");
  app.Word("DIR", "a folder with site.yaml, or of plain files", serve.folder);
  app.Number("--port", "N", "default: any free one", serve.port, 0, 65535);
}

void AddRules(OptionTable& root, RulesArguments& arguments) {
  OptionTable& rules = root.Command("rules", "what the packs ask, and whether they are sound");
  const auto with_packs = [&](const std::string& name, const std::string& about) -> OptionTable& {
    OptionTable& app = rules.Command(name, about);
    app.Texts("--pack", "NAME|FILE", "NAME or FILE; repeatable (default: all)", arguments.packs);
    return app;
  };
  with_packs("list", "list the rules");
  with_packs("check", "read packs and checks and name every mistake");
  with_packs("test", "run the twins that prove each rule, and the examples of the catalogue");
  OptionTable& explain = with_packs(
      "explain", "show how a verdict of an audit came about, or an entry of the catalogue");
  explain.Word("RULE|ENTRY", "a rule's id; a channel, network or vendor without a folder",
               arguments.rule);
  explain.Word("AUDIT_DIR", "the audit folder, for a rule", arguments.folder, false);
}

void AddBrand(OptionTable& root, BrandArguments& brand) {
  OptionTable& app = root.Command("brand", "the files that say what is known of a brand");
  OptionTable& check =
      app.Command("check", "read brand.yaml and the files it names, and name every mistake");
  check.Word("BRAND.yaml", "brand.yaml", brand.file);
}

void AddRescore(OptionTable& root, RawOptions& raw) {
  RescoreArguments& rescore = raw.line.rescore;
  OptionTable& app = root.Command("rescore", "judge an audit again, with other rules or packs");
  app.Word("AUDIT_DIR", "the audit folder", rescore.folder);
  app.Text("-c,--config", "FILE",
           "options of this command in YAML: min-score: 60; the line itself goes before",
           raw.line.config);
  AddPacksAndFormats(app, rescore.packs, raw.formats);
  AddGate(app, raw, rescore.gate);
}

}  // namespace

void AddOtherCommands(OptionTable& root, RawOptions& raw) {
  CommandLine& line = raw.line;
  AddRescore(root, raw);
  AddInit(root, line.init);
  AddFind(root, line.find);
  AddQuery(root, line.query);
  AddServe(root, line.serve);
  AddRules(root, line.rules);
  AddBrand(root, line.brand);
  root.Command("doctor", "say whether everything that klikpad needs is there");
}

}  // namespace klikpad
