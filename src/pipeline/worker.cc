#include "pipeline/worker.h"

namespace privet {

Worker::Worker(const ScanPlan& plan)
    : matching(plan.matcher->make_scratch()),
      path_matching(plan.paths->make_scratch()),
      name_matching(plan.name_matcher->make_scratch()),
      resolver(*plan.rules),
      redactor(*plan.rules),
      selector(plan.fields) {
  if (plan.names.model != nullptr) names.emplace(*plan.names.model);
  for (RecordScan* scan : {&original, &patched}) {
    scan->judge = std::make_unique<MessageJudge>(plan.messages.matcher, plan.messages.participants, plan.read.id_field);
    if (plan.names.wanted()) scan->names = std::make_unique<RecordNames>(plan.names.model->lexicon(), plan.names.text);
  }
}

}  // namespace privet
