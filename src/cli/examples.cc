#include "cli/examples.h"

#include <algorithm>

namespace privet {
namespace {

constexpr Example kPrivet[] = {
    {"What is in a folder, as a table of counts", "privet scan corpus/ --count"},
    {"A folder, redacted, with a report of what was found", "privet redact corpus/ -o clean/ --report findings.jsonl"},
    {"In a pipe", "zstdcat shard.jsonl.zst | privet redact - > clean.jsonl"},
    {"Everything that is looked for", "privet rules list"},
};

constexpr Example kScan[] = {
    {"What is in a folder, as a table of counts", "privet scan corpus/ --count"},
    {"Private messages, and why each is taken for one", "privet scan chats.jsonl --entities PRIVATE_MESSAGE --explain"},
    {"Files that another program lists, whatever their names",
     "find corpus -name '*.jsonl' -print0 | privet scan --files-from - -0 --count"},
    {"Attributes for Dolma's mixer", "privet scan data/documents -o data/attributes/privet --format dolma"},
};

constexpr Example kRedact[] = {
    {"A folder, with a report of what was found", "privet redact corpus/ -o clean/ --report findings.jsonl"},
    {"In a pipe, compressed", "zstdcat shard.jsonl.zst | privet redact - --compress zst > clean.jsonl.zst"},
    {"Persons numbered within each record, telephone numbers masked",
     "privet redact corpus.jsonl -o clean.jsonl --operator PERSON=number --operator PHONE_NUMBER=mask"},
    {"Private messages set aside",
     "privet redact chats.jsonl -o clean.jsonl --private-messages quarantine --quarantine private.jsonl"},
};

constexpr Example kCheck[] = {
    {"All that git tracks here", "privet check"},
    {"Addresses too, and every number and code that is not by chance",
     "privet check corpus/ --fail-on default,STREET_ADDRESS,identifiers"},
    {"For code scanning", "privet check --format sarif -o privet.sarif"},
};

constexpr Example kRules[] = {
    {"Every rule and marker", "privet rules list"},
    {"Everything about one rule", "privet rules show email.address"},
    {"Rules of your own, proved on their examples", "privet rules check --rules rules acme.customer"},
};

constexpr Example kRulesList[] = {
    {"Every rule and marker", "privet rules list"},
    {"What is looked for in telephone numbers and on Slack", "privet rules list PHONE_NUMBER slack"},
    {"As JSONL, for other programs", "privet rules list --format jsonl"},
};

constexpr Example kRulesShow[] = {
    {"A rule", "privet rules show email.address"},
    {"All rules of an entity", "privet rules show IBAN_CODE"},
    {"All markers of an application", "privet rules show slack"},
};

constexpr Example kRulesCheck[] = {
    {"Rules of your own, beside the built-in ones", "privet rules check --rules rules acme.customer"},
    {"Rules of your own, alone", "privet rules check --rules rules --no-default-rules"},
    {"The rules of an entity", "privet rules check IBAN_CODE"},
};

constexpr Example kBaseline[] = {
    {"What is found now is known from here on", "privet baseline create"},
    {"What would be accepted", "privet baseline update"},
    {"A finding of a check that is right where it is",
     "privet baseline add 0c9be61f27a4 --reason 'the address of the press office'"},
};

constexpr Example kBaselineCreate[] = {
    {"Of all that git tracks", "privet baseline create"},
    {"Of a folder, for some time", "privet baseline create corpus/ --expires 2026-12-31 --who data-team"},
    {"With ids that mean nothing without a key", "privet baseline create --key-file ~/.privet-key"},
};

constexpr Example kBaselineUpdate[] = {
    {"What is new", "privet baseline update"},
    {"Accept it, in a script", "privet baseline update --reason 'moved from the old corpus' --yes"},
    {"For some time", "privet baseline update corpus/ --reason 'will be redacted' --expires 2026-12-31 --yes"},
};

constexpr Example kBaselineAdd[] = {
    {"A finding of a check", "privet baseline add 0c9be61f27a4 --reason 'the address of the press office'"},
    {"Only if these files hold it", "privet baseline add 4ff5bd2cf13c chats.jsonl --reason 'written for a test'"},
    {"For some time", "privet baseline add 0c9be61f27a4 --reason 'will be redacted' --expires 2026-12-31"},
};

constexpr Example kBaselinePrune[] = {
    {"What is gone", "privet baseline prune"},
    {"Remove it, in a script", "privet baseline prune --yes"},
    {"Where only some files are checked", "git ls-files -z '*.jsonl' | privet baseline prune --files-from - -0"},
};

constexpr Example kBaselineShow[] = {
    {"Every entry", "privet baseline show"},
    {"As JSONL, for other programs", "privet baseline show --format jsonl"},
    {"What will have expired on a day", "PRIVET_TODAY=2027-01-01 privet baseline show"},
};

constexpr Example kEval[] = {
    {"Labelled records, by language", "privet eval gold.jsonl --by lang"},
    {"Labels that another tool has given", "privet eval spans.jsonl --map EMAIL=EMAIL_ADDRESS --map PER=PERSON"},
    {"What went wrong, to be read", "privet eval gold.jsonl --confusion --errors errors.jsonl --show-values"},
};

constexpr Example kMerge[] = {
    {"The ledgers of all shards", "privet merge ledgers/*.json -o corpus.ledger.json"},
    {"And whether a shard is missing",
     "ls corpus > names.txt; privet merge ledgers/*.json --expect names.txt -o corpus.ledger.json"},
    {"In steps, and a glance at it", "cat ledgers/x.json | privet merge - | head -3"},
};

constexpr Example kConfig[] = {
    {"What check does here, and who says so", "privet config show"},
    {"The same of another verb and its options", "privet config show redact --operator PERSON=number"},
    {"The keys of privet.toml, for an editor", "privet config schema > privet.schema.json"},
};

constexpr Example kConfigShow[] = {
    {"What check does here, and who says so", "privet config show"},
    {"Of another verb with its options", "privet config show redact --operator PERSON=number"},
    {"For other programs", "privet config show --json check --fail-on any"},
    {"All that is not a default", "privet config show check --threads 2 | grep -v ' # default$'"},
};

constexpr Example kConfigSchema[] = {
    {"For an editor", "privet config schema > privet.schema.json"},
    {"And for the first line of privet.toml",
     "privet config schema > privet.schema.json; echo '#:schema ./privet.schema.json' > privet.toml"},
    {"The entities that are built in", "privet config schema | grep -o '\"[A-Z]*_[A-Z_]*\"' | sort -u"},
};

constexpr Example kCompletion[] = {
    {"In this bash", "source <(privet completion bash)"},
    {"For good, in zsh (the folder must be in $fpath)", "privet completion zsh > ~/.zfunc/_privet"},
    {"For good, in fish", "privet completion fish > ~/.config/fish/completions/privet.fish"},
    {"A page of the manual", "privet completion man scan | man -l -"},
};

constexpr Example kCompletionBash[] = {
    {"In this bash", "source <(privet completion bash)"},
    {"For good, with bash-completion", "privet completion bash > ~/.local/share/bash-completion/completions/privet"},
    {"For good, without it", "echo 'source <(privet completion bash)' >> ~/.bashrc"},
};

constexpr Example kCompletionZsh[] = {
    {"In this zsh, after compinit", "source <(privet completion zsh)"},
    {"For good (the folder must be in $fpath before compinit runs)", "privet completion zsh > ~/.zfunc/_privet"},
    {"For all users", "privet completion zsh | sudo tee /usr/local/share/zsh/site-functions/_privet"},
};

constexpr Example kCompletionFish[] = {
    {"In this fish", "privet completion fish | source"},
    {"For good", "privet completion fish > ~/.config/fish/completions/privet.fish"},
    {"For all users", "privet completion fish | sudo tee /etc/fish/completions/privet.fish"},
};

constexpr Example kCompletionMan[] = {
    {"The page of privet itself", "privet completion man | man -l -"},
    {"The page of a verb", "privet completion man redact | man -l -"},
    {"All pages, for man to find", "privet completion man --into ~/.local/share/man/man1"},
};

struct Row {
  std::string_view verb;
  std::span<const Example> examples;
};
constexpr Row kRows[] = {
    {"", kPrivet},
    {"scan", kScan},
    {"redact", kRedact},
    {"check", kCheck},
    {"rules", kRules},
    {"rules list", kRulesList},
    {"rules show", kRulesShow},
    {"rules check", kRulesCheck},
    {"baseline", kBaseline},
    {"baseline create", kBaselineCreate},
    {"baseline update", kBaselineUpdate},
    {"baseline add", kBaselineAdd},
    {"baseline prune", kBaselinePrune},
    {"baseline show", kBaselineShow},
    {"eval", kEval},
    {"merge", kMerge},
    {"config", kConfig},
    {"config show", kConfigShow},
    {"config schema", kConfigSchema},
    {"completion", kCompletion},
    {"completion bash", kCompletionBash},
    {"completion zsh", kCompletionZsh},
    {"completion fish", kCompletionFish},
    {"completion man", kCompletionMan},
};

}  // namespace

std::span<const Example> examples_of(std::string_view verb) {
  const auto* const row =
      std::find_if(std::begin(kRows), std::end(kRows), [&](const Row& r) { return r.verb == verb; });
  return row == std::end(kRows) ? std::span<const Example>() : row->examples;
}

}  // namespace privet
