// One audit from end to end: crawl, owners, contacts, coverage, ways. Everything after the crawl is
// a pure function of what was seen.

#pragma once

#include "app/crawl.h"
#include "base/result.h"
#include "model/audit.h"
#include "rules/rules.h"

namespace klikpad {

// From a finished look to the audit's facts; `run` is left to the caller.
Audit AssembleAudit(const Brand& brand, const CrawlOptions& options, CrawlResult crawl,
                    const Rules& rules);

}  // namespace klikpad
