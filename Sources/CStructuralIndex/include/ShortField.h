#ifndef SHORT_FIELD_H
#define SHORT_FIELD_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// How many bytes a short field has at most.
#define SHORT_FIELD_SIZE 48

/// Ones for the bytes of a field and zeros behind its end, for a field of any length from 0 through 48: which part of this
/// is used depends on the length, so that nothing has to be decided by a branch.
static const uint8_t short_field_mask[2 * SHORT_FIELD_SIZE] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
};

/// Eight bytes of a short field, zeros behind its end; `field` must be readable for 48 bytes.
static inline uint64_t short_field_word(const uint8_t *field, size_t length, size_t index) {
  uint64_t word, mask;
  memcpy(&word, field + 8 * index, 8);
  memcpy(&mask, short_field_mask + SHORT_FIELD_SIZE - length + 8 * index, 8);
  return word & mask;
}

static inline uint64_t short_field_fold(uint64_t left, uint64_t right) {
  unsigned __int128 product = (unsigned __int128)left * right;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/// A keyed hash of a short field, never 0.
static inline uint64_t short_field_hash(const uint8_t *field, size_t length, uint64_t seed) {
  uint64_t first = short_field_fold(short_field_word(field, length, 0) ^ seed,
                                    short_field_word(field, length, 1) ^ 0xA0761D6478BD642Full);
  uint64_t second = short_field_fold(short_field_word(field, length, 2) ^ seed,
                                     short_field_word(field, length, 3) ^ 0xE7037ED1A0B428DBull);
  uint64_t third = short_field_fold(short_field_word(field, length, 4) ^ seed,
                                    short_field_word(field, length, 5) ^ 0x8EBC6AF09C88C6E3ull);
  uint64_t hash = short_field_fold(first ^ (second << 1 | second >> 63) ^ (third << 2 | third >> 62),
                                   0x9E3779B97F4A7C15ull ^ length);
  return hash ? hash : 1;
}

/// Whether a short field is the known one of the same length, which has zeros behind its end.
static inline int short_field_equals(const uint8_t *field, size_t length, const uint64_t *known) {
  uint64_t difference = 0;
  for (size_t index = 0; index < SHORT_FIELD_SIZE / 8; index++) {
    difference |= short_field_word(field, length, index) ^ known[index];
  }
  return difference == 0;
}

/// How many bytes a field has at most that can be recent.
#define RECENT_FIELD_SIZE 32

/// How many fields can be recent at a time.
#define RECENT_FIELDS 512

/// A field that came lately, zeros behind its end, with its length and number; all zero for none.
typedef struct {
  uint64_t words[RECENT_FIELD_SIZE / 8];
  uint32_t length, number;
} recent_field;

/// Where a field would stand among the recent ones.
static inline recent_field *recent_field_place(const uint8_t *field, size_t length, recent_field *recent) {
  uint64_t mixed = 0;
  for (size_t index = 0; index < RECENT_FIELD_SIZE / 8; index++) {
    mixed = (mixed << 23 | mixed >> 41) ^ short_field_word(field, length, index);
  }
  return recent + (mixed * 0x9E3779B97F4A7C15ull) / (UINT64_MAX / RECENT_FIELDS + 1);
}

/// Whether a field of up to `RECENT_FIELD_SIZE` bytes is the recent one in its place.
static inline int is_recent_field(const uint8_t *field, size_t length, const recent_field *place) {
  uint64_t difference = length ^ place->length;
  for (size_t index = 0; index < RECENT_FIELD_SIZE / 8; index++) {
    difference |= short_field_word(field, length, index) ^ place->words[index];
  }
  return difference == 0;
}

/// Lets a field be the recent one in its place.
static inline void set_recent_field(const uint8_t *field, size_t length, uint32_t number, recent_field *place) {
  for (size_t index = 0; index < RECENT_FIELD_SIZE / 8; index++) {
    place->words[index] = short_field_word(field, length, index);
  }
  place->length = (uint32_t)length;
  place->number = number;
}

#endif
