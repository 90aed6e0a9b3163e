// One function a command. Each prints its result on World::out, complaints on World::err, and
// returns the exit code.

#pragma once

#include "app/options.h"
#include "app/run.h"

namespace klikpad {

int RunInit(const InitArguments& arguments, const World& world);
int RunAudit(const CommandLine& line, const World& world);
int RunFind(const FindArguments& arguments, const World& world);
int RunRescore(const RescoreArguments& arguments, const World& world);
int RunQuery(const QueryArguments& arguments, const World& world);
int RunServe(const ServeArguments& arguments, const World& world);
int RunRules(const RulesArguments& arguments, const World& world);
int RunBrand(const BrandArguments& arguments, const World& world);
int RunDoctor(const World& world);

// An audit's target is a file, not an address.
bool IsBrandFile(const std::string& target);

// "klikpad: brand.yaml:3: …" on World::err; gives `code` back.
int Complain(const World& world, const Error& error, int code);

// Rules from World::data_folder.
Result<Rules> LoadWorldRules(const World& world);

}  // namespace klikpad
