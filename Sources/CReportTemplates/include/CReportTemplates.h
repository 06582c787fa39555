#ifndef C_REPORT_TEMPLATES_H
#define C_REPORT_TEMPLATES_H

#include <stddef.h>

// The templates of `Resources/` with the page's style and script, embedded whole; C only because `#embed` is C.

/// The bytes of one file, found by its name; a null pointer for a name that is none.
const unsigned char *_Nullable report_template(const char *_Nonnull name, size_t *_Nonnull size);

#endif
