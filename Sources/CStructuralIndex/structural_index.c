// Each kernel is written over 64 bytes at a time in the compiler's own vectors, and compiled for the machine's common
// instructions and again, where they are found at run time, for wider ones.
#include "CStructuralIndex.h"

#include <string.h>

// Blocks are passed between inlined functions only, so that no caller sees how they would be passed.
#pragma clang diagnostic ignored "-Wpsabi"

typedef uint8_t block __attribute__((vector_size(64)));
typedef int8_t signed_block __attribute__((vector_size(64)));
typedef _Bool mask __attribute__((ext_vector_type(64)));
typedef uint8_t half_block __attribute__((vector_size(32)));
typedef _Bool half_mask __attribute__((ext_vector_type(32)));
typedef uint64_t half_words __attribute__((vector_size(32)));
typedef uint64_t words __attribute__((vector_size(16)));

#define INLINE static inline __attribute__((always_inline))

#define HIGH(b) KERNEL(bits)((block)((signed_block)(b) < 0))
#define EQUAL(b, byte) KERNEL(bits)((block)((b) == (uint8_t)(byte)))
#define AT_LEAST(b, byte) KERNEL(bits)((block)((b) >= (uint8_t)(byte)))

#define KERNEL(name) name##_portable
#include "StructuralKernels.h"
#undef KERNEL

#if defined(__x86_64__)
#include <immintrin.h>

#define KERNEL(name) name##_avx2
#define WIDE_PARITY 1
#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,lzcnt,pclmul,popcnt"))), apply_to = function)
#include "StructuralKernels.h"
#pragma clang attribute pop
#undef KERNEL

/// The place of each byte in a block.
static const uint8_t block_places[64] = {
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
    29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54,
    55, 56, 57, 58, 59, 60, 61, 62, 63,
};

#define KERNEL(name) name##_avx512
#define WIDE_PLACES 1
#define WIDE_LOOKUP 1
#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,lzcnt,pclmul,popcnt"))), \
    apply_to = function)
#include "StructuralKernels.h"
#pragma clang attribute pop
#undef KERNEL

int structural_index_width(void) {
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2") &&
      __builtin_cpu_supports("pclmul")) {
    return 2;
  }
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("pclmul");
}

#define CHOOSE(name) (width == 2 ? name##_avx512 : width == 1 ? name##_avx2 : name##_portable)
#else
int structural_index_width(void) { return 0; }
#define CHOOSE(name) ((void)width, name##_portable)
#endif

void index_delimited(int width, const uint8_t *bytes, size_t start, size_t count, uint8_t delimiter, uint8_t quote,
                     delimited_state *state, uint32_t *edges, size_t *edge_count, uint32_t *inner,
                     size_t *inner_count) {
  CHOOSE(delimited)(bytes, start, count, delimiter, quote, state, edges, edge_count, inner, inner_count);
}

int is_utf8(int width, const uint8_t *bytes, size_t count, uint32_t *suspects, size_t suspect_limit,
            size_t *suspect_count) {
  return CHOOSE(utf8)(bytes, count, suspects, suspect_limit, suspect_count);
}

void index_json(int width, const uint8_t *bytes, size_t start, size_t count, json_state *state, uint32_t *places,
                size_t *place_count) {
  CHOOSE(json)(bytes, start, count, state, places, place_count);
}

void index_json_quotes(int width, const uint8_t *bytes, size_t start, size_t count, json_state *state,
                       uint32_t *quotes, size_t *quote_count) {
  CHOOSE(json_quotes)(bytes, start, count, state, quotes, quote_count);
}

void match_json(int width, const uint8_t *bytes, size_t count, size_t limit, const json_stencil *stencil,
                const uint32_t *quotes, size_t quote_count, json_match *match) {
  CHOOSE(match)(bytes, count, limit, stencil, quotes, quote_count, match);
}

size_t number_recent_fields(int width, const uint8_t *bytes, const uint32_t *starts, const uint32_t *lengths,
                            size_t count, const recent_field *recent, uint32_t *numbers, uint32_t *missed) {
  return CHOOSE(recent)(bytes, starts, lengths, count, recent, numbers, missed);
}
