// What an audit works with: the command line, brand.yaml and the defaults, in this order.

#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "app/options.h"
#include "app/store_look.h"
#include "base/result.h"
#include "brand/brand_file.h"
#include "rules/rules.h"

namespace klikpad {

// The brand of the target, a file or an address, with the country that was asked for.
Result<BrandFile> ReadBrand(const AuditArguments& arguments, const Rules& rules);

// Puts into the options what brand.yaml says and the command line does not, and goes faster where
// that bothers nobody.
void Settle(AuditArguments& arguments, const BrandFile& file);

// The command line's packs before brand.yaml's before the usual one.
std::vector<std::string> PacksToAsk(const std::vector<std::string>& asked,
                                    const std::vector<std::string>& of_brand);

// What --dry-run tells.
void PrintPlan(const AuditArguments& arguments, const Brand& brand, const std::string& folder,
               std::ostream& out);

// `storefront`: the country that was asked for, "" for the brand's.
StoreOptions StoreOptionsOf(const AuditArguments& arguments, const Brand& brand,
                            const std::string& storefront);

}  // namespace klikpad
