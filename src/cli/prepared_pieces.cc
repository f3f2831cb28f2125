#include "cli/prepared_pieces.h"

#include "cli/embed_file.h"

namespace privet {

PRIVET_EMBED_FILE(prepared_pieces, PRIVET_PREPARED_FILE)

}  // namespace privet
