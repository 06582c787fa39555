#include "CStructuralIndex.h"

#if defined(__GLIBC__)
#include <malloc.h>

void keep_heap(size_t size, size_t step) {
  mallopt(M_MMAP_THRESHOLD, (int)size);
  mallopt(M_TRIM_THRESHOLD, INT32_MAX);
  mallopt(M_TOP_PAD, (int)step);
}
#else
void keep_heap(size_t size, size_t step) {
  (void)size;
  (void)step;
}
#endif
