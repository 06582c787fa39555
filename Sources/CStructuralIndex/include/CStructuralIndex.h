#ifndef C_STRUCTURAL_INDEX_H
#define C_STRUCTURAL_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "ShortField.h"

/// How wide the instructions are that this machine has: 0 for those that every machine has, 1 for AVX2, 2 for AVX-512.
///
/// Whatever the width, what the functions below give is the same.
int structural_index_width(void);

/// What an index has seen so far; all zero at the start of a record.
typedef struct {
  /// All ones inside a quoted field, else zero.
  uint64_t inside;
  /// One bit each, about the byte before the next: it was a quote or no edge of a field; a closing quote; a carriage
  /// return.
  uint64_t before_is_no_edge, before_is_closing, before_is_return;
  /// Not zero as soon as a quote stands where RFC 4180 has none, or a carriage return before anything but a line feed.
  uint64_t irregular;
  /// Not zero as soon as a byte is not ASCII.
  uint64_t has_high_bytes;
  /// How many line feeds stood outside of quoted fields.
  uint64_t line_count;
} delimited_state;

/// Where the fields of delimited text end.
///
/// Writes the places of delimiters and line feeds outside of quoted fields to `edges`, those of line feeds inside of
/// them to `inner`, and stops after the block of 64 bytes in which something irregular is.
///
/// `bytes` must be readable for 64 bytes beyond `count`; `edges` and `inner` must have room for `count` + 64 places;
/// `width` is at most `structural_index_width()`.
void index_delimited(int width, const uint8_t *bytes, size_t start, size_t count, uint8_t delimiter, uint8_t quote,
                     delimited_state *state, uint32_t *edges, size_t *edge_count, uint32_t *inner,
                     size_t *inner_count);

/// Whether bytes are well-formed UTF-8 (Unicode Standard, table 3-7), from a character's first byte to another's last.
///
/// Writes the places of bytes that may begin a byte order mark, or text that was encoded twice, to `suspects`, and their
/// number to `suspect_count`; of more than `suspect_limit` it counts that many and one more.
///
/// `bytes` must be readable for 66 bytes beyond `count`; `width` is at most `structural_index_width()`.
int is_utf8(int width, const uint8_t *bytes, size_t count, uint32_t *suspects, size_t suspect_limit,
            size_t *suspect_count);

/// The bytes that give JSON its structure, outside of strings, with the opening quote of each string.
typedef struct {
  /// All ones inside a string, else zero.
  uint64_t inside;
  /// One bit: the byte before was a backslash that escapes the next.
  uint64_t before_is_escape;
  /// Not zero as soon as there is an escape `\u`.
  uint64_t has_unit_escapes;
  /// Not zero as soon as something can't be JSON: a control byte in a string, or an escape that JSON does not have.
  uint64_t irregular;
} json_state;

/// Where strings begin and end, and where `{ } [ ] : ,` and line feeds stand outside of them.
///
/// `bytes` must be readable for 64 bytes beyond `count`; `places` must have room for `count` + 64; `width` is at most
/// `structural_index_width()`.
void index_json(int width, const uint8_t *bytes, size_t start, size_t count, json_state *state, uint32_t *places,
                size_t *place_count);

/// Where strings begin and end: the same as `index_json` for the quotes alone.
void index_json_quotes(int width, const uint8_t *bytes, size_t start, size_t count, json_state *state,
                       uint32_t *quotes, size_t *quote_count);

/// What stands between two values, or before the first, or behind the last.
typedef struct {
  /// Where it begins in the text of the stencil.
  uint32_t text;
  uint32_t length;
} json_segment;

/// A field of which the values are wanted, and the column that gets them.
typedef struct {
  uint32_t field, column;
} json_wanted;

/// The text of a record around its values, all of which are strings: from behind its brace to behind that of the next.
typedef struct {
  /// Readable for 64 bytes beyond the end of each segment.
  const uint8_t *text;
  /// One before each value, up to its quote, and one from the closing quote of the last.
  const json_segment *segments;
  size_t field_count;
  const json_wanted *wanted;
  size_t wanted_count;
} json_stencil;

/// How far records were matched, and their values.
typedef struct {
  /// Behind the brace of the next record, which of the quotes comes next, and which record it is.
  size_t start, quote, record;
  /// For each column where the value of each record begins, at its quote, and then how long each is, without the quote
  /// behind: `capacity` places each.
  uint32_t *starts;
  size_t capacity;
} json_match;

/// Reads the records that are as the stencil has it, one after the other: those whose brace is before `limit`, while
/// there is room for them.
///
/// `bytes` must be readable for 64 bytes beyond `count`.
void match_json(int width, const uint8_t *bytes, size_t count, size_t limit, const json_stencil *stencil,
                const uint32_t *quotes, size_t quote_count, json_match *match);

/// Numbers those fields that came lately.
///
/// Writes their numbers to `numbers`, and the places of the others to `missed`, which must have room for all, as `numbers`
/// must; what `numbers` has for those means nothing. Gives how many the others are.
///
/// Every field must be readable for `RECENT_FIELD_SIZE` bytes from its start on; `width` is at most
/// `structural_index_width()`.
size_t number_recent_fields(int width, const uint8_t *bytes, const uint32_t *starts, const uint32_t *lengths,
                            size_t count, const recent_field *recent, uint32_t *numbers, uint32_t *missed);

/// Adds to a number that several threads share; gives the value before.
static inline int64_t add_shared(int64_t *number, int64_t more) {
  return __atomic_fetch_add(number, more, __ATOMIC_RELAXED);
}

/// Has the heap keep what is given back to it, blocks of up to `size` bytes included (at most 32 MiB), and grow by `step`
/// bytes at least; without glibc nothing is done.
void keep_heap(size_t size, size_t step);

/// Asks for the cache line at an address, to be read soon.
static inline void prefetch_line(const void *address) { __builtin_prefetch(address, 0, 3); }

#endif
