#include "cli/builtin_names.h"

#include "cli/embed_file.h"

namespace privet {

PRIVET_EMBED_FILE(builtin_name_model, PRIVET_NAMES_FILE)

}  // namespace privet
