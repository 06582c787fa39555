// Each kernel is written once, over 64 bytes at a time in the compiler's own vectors, and compiled for the machine's
// common instructions and again, where they are found at run time, for wider ones.
#include "CStructuralIndex.h"

#include <string.h>

// Blocks are passed between inlined functions only, so that no caller sees how they would be passed.
#pragma clang diagnostic ignored "-Wpsabi"

typedef uint8_t block __attribute__((vector_size(64)));
typedef int8_t signed_block __attribute__((vector_size(64)));
typedef _Bool mask __attribute__((ext_vector_type(64)));

#define INLINE static inline __attribute__((always_inline))

INLINE block load(const uint8_t *bytes) {
  block result;
  memcpy(&result, bytes, sizeof result);
  return result;
}

INLINE uint64_t bits(block condition) {
  mask packed = __builtin_convertvector(condition, mask);
  uint64_t result;
  memcpy(&result, &packed, sizeof result);
  return result;
}

#define HIGH(b) bits((block)((signed_block)(b) < 0))
#define EQUAL(b, byte) bits((block)((b) == (uint8_t)(byte)))
#define AT_LEAST(b, byte) bits((block)((b) >= (uint8_t)(byte)))

/// For each bit, whether an odd number of bits up to it are set.
INLINE uint64_t parity(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ bits << 32;
}

/// Appends the places of the set bits; writes up to 64 places and tells how many count.
INLINE size_t flatten(uint32_t *places, uint64_t bits, uint32_t base) {
  size_t count = (size_t)__builtin_popcountll(bits);
  for (size_t done = 0; done < count; done += 8) {
    for (int step = 0; step < 8; step++) {
      // No bit left gives a place that does not count.
      places[done + step] = base + (uint32_t)__builtin_ctzll(bits | 1ull << 63);
      bits &= bits - 1;
    }
  }
  return count;
}

INLINE void delimited(const uint8_t *bytes, size_t start, size_t count, uint8_t delimiter, uint8_t quote,
                      delimited_state *state, uint32_t *edges, size_t *edge_count, uint32_t *inner,
                      size_t *inner_count) {
  delimited_state now = *state;
  size_t found = *edge_count, found_inner = *inner_count;
  for (size_t offset = start; offset < count && !now.irregular; offset += 64) {
    block b = load(bytes + offset);
    size_t rest = count - offset;
    uint64_t valid = rest >= 64 ? ~0ull : (1ull << rest) - 1;
    uint64_t last = rest >= 64 ? 63 : rest - 1;
    uint64_t quotes = EQUAL(b, quote) & valid;
    uint64_t lines = EQUAL(b, '\n') & valid;
    uint64_t returns = EQUAL(b, '\r') & valid;
    uint64_t ends = (EQUAL(b, delimiter) & valid) | lines;
    uint64_t edge = ends | quotes;
    now.has_high_bytes |= HIGH(b) & valid;
    now.irregular |= ((returns << 1) | now.before_is_return) & ~lines & valid;
    now.before_is_return = returns >> last & 1;
    if (quotes | now.inside | now.before_is_closing) {
      uint64_t inside = parity(quotes) ^ now.inside;
      uint64_t closing = quotes & ~inside;
      uint64_t before = (edge << 1) | (now.before_is_no_edge ^ 1);
      now.irregular |= quotes & inside & ~before;
      now.irregular |= ((closing << 1) | now.before_is_closing) & ~(edge | returns) & valid;
      now.before_is_closing = closing >> last & 1;
      now.inside = 0 - (inside >> last & 1);
      found_inner += flatten(inner + found_inner, lines & inside, (uint32_t)offset);
      ends &= ~inside;
    }
    now.before_is_no_edge = (edge >> last & 1) ^ 1;
    now.line_count += (uint64_t)__builtin_popcountll(lines & ends);
    found += flatten(edges + found, ends, (uint32_t)offset);
  }
  *edge_count = found;
  *inner_count = found_inner;
  *state = now;
}

INLINE int utf8(const uint8_t *bytes, size_t count, uint32_t *suspects, size_t suspect_limit, size_t *suspect_count) {
  uint64_t wants = 0, error = 0, second = 0;
  size_t found = 0;
  for (size_t offset = 0; offset < count; offset += 64) {
    block b = load(bytes + offset);
    size_t rest = count - offset;
    uint64_t valid = rest >= 64 ? ~0ull : (1ull << rest) - 1;
    uint64_t high = HIGH(b) & valid;
    if (!(high | wants)) continue;
    uint64_t c0 = AT_LEAST(b, 0xC0) & valid, c2 = AT_LEAST(b, 0xC2) & valid, e0 = AT_LEAST(b, 0xE0) & valid;
    uint64_t f0 = AT_LEAST(b, 0xF0) & valid, f5 = AT_LEAST(b, 0xF5) & valid;
    uint64_t tail = high & ~c0;
    // Bits 0 to 2 of `wants`: the next bytes that must go on with a character; `second` says which one it was.
    uint64_t expected = (c2 << 1) | (e0 << 2) | (f0 << 3) | wants;
    error |= (expected ^ tail) & valid;
    error |= (c0 & ~c2) | f5;
    uint64_t a0 = AT_LEAST(b, 0xA0), x90 = AT_LEAST(b, 0x90);
    uint64_t is_e0 = EQUAL(b, 0xE0) & valid, is_ed = EQUAL(b, 0xED) & valid;
    uint64_t is_f0 = EQUAL(b, 0xF0) & valid, is_f4 = EQUAL(b, 0xF4) & valid;
    // What is allowed behind the first of three or four bytes depends on it.
    error |= ((is_e0 << 1) | (second & 1)) & ~a0 & valid;
    error |= ((is_ed << 1) | (second >> 1 & 1)) & a0 & valid;
    error |= ((is_f0 << 1) | (second >> 2 & 1)) & ~x90 & valid;
    error |= ((is_f4 << 1) | (second >> 3 & 1)) & x90 & valid;
    if (rest < 64) {
      // A character that the text cuts off wants bytes beyond its end.
      error |= expected & ~valid;
      wants = 0;
    } else {
      wants = (c2 >> 63) | (e0 >> 62 & 3) | (f0 >> 61 & 7);
    }
    second = (is_e0 >> 63) | (is_ed >> 63) << 1 | (is_f0 >> 63) << 2 | (is_f4 >> 63) << 3;
    if (error) return 0;
    block after = load(bytes + offset + 2);
    uint64_t doubled = EQUAL(b, 0xC3) & (EQUAL(after, 0xC2) | EQUAL(after, 0xC5) | EQUAL(after, 0xC6) |
                                         EQUAL(after, 0xCB) | EQUAL(after, 0xE2));
    uint64_t marks = EQUAL(b, 0xEF) & EQUAL(after, 0xBF);
    for (uint64_t set = (doubled | marks) & valid; set; set &= set - 1) {
      if (found < suspect_limit) suspects[found] = (uint32_t)offset + (uint32_t)__builtin_ctzll(set);
      if (found <= suspect_limit) found++;
    }
  }
  *suspect_count = found;
  return wants == 0;
}

INLINE void json(const uint8_t *bytes, size_t start, size_t count, json_state *state, uint32_t *places,
                 size_t *place_count) {
  json_state now = *state;
  size_t found = *place_count;
  for (size_t offset = start; offset < count; offset += 64) {
    block b = load(bytes + offset);
    size_t rest = count - offset;
    uint64_t valid = rest >= 64 ? ~0ull : (1ull << rest) - 1;
    uint64_t last = rest >= 64 ? 63 : rest - 1;
    uint64_t slashes = EQUAL(b, '\\') & valid;
    uint64_t quotes = EQUAL(b, '"') & valid;
    uint64_t backslashes = 0;
    if (slashes | now.before_is_escape) {
      // Of a run of backslashes every other one escapes what follows (after simdjson; Langdale and Lemire, 2019).
      uint64_t escaped = 0, carry = now.before_is_escape;
      uint64_t left = slashes;
      if (carry) {
        escaped |= 1;
        left &= ~1ull;
      }
      carry = 0;
      while (left) {
        int place = __builtin_ctzll(left);
        left &= left - 1;
        if (place == (int)last) {
          carry = 1;
        } else {
          escaped |= 1ull << (place + 1);
          left &= ~(1ull << (place + 1));
        }
      }
      now.before_is_escape = carry;
      uint64_t units = escaped & EQUAL(b, 'u');
      uint64_t known = quotes | slashes | EQUAL(b, '/') | EQUAL(b, 'b') | EQUAL(b, 'f') | EQUAL(b, 'n') |
                       EQUAL(b, 'r') | EQUAL(b, 't');
      now.has_unit_escapes |= units;
      now.irregular |= escaped & ~(known | units) & valid;
      quotes &= ~escaped;
      backslashes = slashes;
    }
    uint64_t inside = parity(quotes) ^ now.inside;
    now.inside = 0 - (inside >> last & 1);
    now.has_high_bytes |= HIGH(b) & valid;
    // Control bytes stand in no string, and backslashes nowhere else.
    now.irregular |= ((~AT_LEAST(b, 0x20) & inside) | (backslashes & ~inside)) & valid;
    // `{` and `[` differ by one bit, as do `}` and `]`.
    block lower = b | 0x20;
    uint64_t marks = EQUAL(lower, '{') | EQUAL(lower, '}') | EQUAL(b, ':') | EQUAL(b, ',') | EQUAL(b, '\n');
    found += flatten(places + found, ((marks & ~inside) | quotes) & valid, (uint32_t)offset);
  }
  *place_count = found;
  *state = now;
}

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))

WIDE static void delimited_wide(const uint8_t *bytes, size_t start, size_t count, uint8_t delimiter, uint8_t quote,
                                delimited_state *state, uint32_t *edges, size_t *edge_count, uint32_t *inner,
                                size_t *inner_count) {
  delimited(bytes, start, count, delimiter, quote, state, edges, edge_count, inner, inner_count);
}

WIDE static int utf8_wide(const uint8_t *bytes, size_t count, uint32_t *suspects, size_t limit, size_t *found) {
  return utf8(bytes, count, suspects, limit, found);
}

WIDE static void json_wide(const uint8_t *bytes, size_t start, size_t count, json_state *state, uint32_t *places,
                           size_t *place_count) {
  json(bytes, start, count, state, places, place_count);
}

static int is_wide(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"); }
#else
#define delimited_wide delimited
#define utf8_wide utf8
#define json_wide json
static int is_wide(void) { return 0; }
#endif

void index_delimited(const uint8_t *bytes, size_t start, size_t count, uint8_t delimiter, uint8_t quote,
                     delimited_state *state, uint32_t *edges, size_t *edge_count, uint32_t *inner,
                     size_t *inner_count) {
  if (is_wide()) {
    delimited_wide(bytes, start, count, delimiter, quote, state, edges, edge_count, inner, inner_count);
  } else {
    delimited(bytes, start, count, delimiter, quote, state, edges, edge_count, inner, inner_count);
  }
}

int is_utf8(const uint8_t *bytes, size_t count, uint32_t *suspects, size_t suspect_limit, size_t *suspect_count) {
  return is_wide() ? utf8_wide(bytes, count, suspects, suspect_limit, suspect_count)
                   : utf8(bytes, count, suspects, suspect_limit, suspect_count);
}

void index_json(const uint8_t *bytes, size_t start, size_t count, json_state *state, uint32_t *places,
                size_t *place_count) {
  if (is_wide()) {
    json_wide(bytes, start, count, state, places, place_count);
  } else {
    json(bytes, start, count, state, places, place_count);
  }
}

const char *structural_index_instructions(void) { return is_wide() ? "AVX2" : "portable"; }
