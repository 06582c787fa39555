#ifndef C_REFERENCE_TABLES_H
#define C_REFERENCE_TABLES_H

#include <stddef.h>

// The data tables of `Resources/`, embedded whole. C only because `#embed` is C: SwiftPM's own ways of embedding
// cost half a minute of building, or a bundle that traps once the program is moved.

/// The bytes of one table, found by its file name without `.tsv`; a null pointer for a name that is none.
const unsigned char *_Nullable reference_table(const char *_Nonnull name, size_t *_Nonnull size);

/// The name and the bytes of the table at a place, from 0; a null pointer behind the last.
const char *_Nullable reference_table_at(size_t index, const unsigned char *_Nullable *_Nonnull bytes,
                                         size_t *_Nonnull size);

#endif
