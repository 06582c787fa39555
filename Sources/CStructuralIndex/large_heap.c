#define _GNU_SOURCE
#include "CStructuralIndex.h"

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

void prefer_large_heap(size_t size, size_t page_size) {
  // Memory up to the largest size that is taken here is part of the heap, which keeps what was given back.
  mallopt(M_MMAP_THRESHOLD, 1 << 25);
  mallopt(M_TRIM_THRESHOLD, INT32_MAX);
  mallopt(M_TOP_PAD, size < INT32_MAX ? (int)size : INT32_MAX);
  uintptr_t start = (uintptr_t)sbrk(0);
  // The heap grows by it and by `size`; without room for that nothing has changed.
  void *volatile some = malloc(page_size);
  free(some);
  uintptr_t end = (uintptr_t)sbrk(0);
  mallopt(M_TOP_PAD, (int)page_size);
  start = (start + page_size - 1) / page_size * page_size;
  if (start < end) madvise((void *)start, end - start, MADV_HUGEPAGE);
}
#else
void prefer_large_heap(size_t size, size_t page_size) {
  (void)size;
  (void)page_size;
}
#endif
