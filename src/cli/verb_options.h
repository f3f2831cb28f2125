// The options of every verb: names, what each takes, what help says, where the
// value goes.
#pragma once

#include "cli/option_table.h"
#include "cli/options.h"

namespace privet {

void add_scan_options(OptionTable& table, Options& o);
void add_redact_options(OptionTable& table, Options& o);
void add_check_options(OptionTable& table, Options& o);
void add_eval_options(OptionTable& table, Options& o);
void add_merge_options(OptionTable& table, Options& o);
void add_baseline_options(OptionTable& table, Options& o, Verb verb);  // one of baseline's
void add_config_show_options(OptionTable& table, Options& o);
void add_rules_options(OptionTable& table, Options& o, Verb verb);  // one of rules'
void add_manual_options(OptionTable& table, Options& o);            // completion man

}  // namespace privet
