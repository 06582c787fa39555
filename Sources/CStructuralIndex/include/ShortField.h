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

/// Where a field stands among the recent ones: by its words, of which the second two are rotated into the first.
static inline size_t recent_field_place(uint64_t first, uint64_t second) {
  uint64_t mixed = first * 0x9E3779B97F4A7C15ull + second * 0xC2B2AE3D27D4EB4Full;
  return mixed / (UINT64_MAX / RECENT_FIELDS + 1);
}

/// How far the second two words are rotated, in bits.
#define RECENT_FIELD_TURN 23

/// Lets a field of up to `RECENT_FIELD_SIZE` bytes be the recent one in its place.
static inline void set_recent_field(const uint8_t *field, size_t length, uint32_t number, recent_field *recent) {
  uint64_t words[RECENT_FIELD_SIZE / 8], turned[2];
  for (size_t index = 0; index < RECENT_FIELD_SIZE / 8; index++) words[index] = short_field_word(field, length, index);
  for (size_t index = 0; index < 2; index++) {
    uint64_t word = words[2 + index];
    turned[index] = words[index] ^ (word << RECENT_FIELD_TURN | word >> (64 - RECENT_FIELD_TURN));
  }
  recent_field *place = recent + recent_field_place(turned[0], turned[1]);
  memcpy(place->words, words, sizeof words);
  place->length = (uint32_t)length;
  place->number = number;
}

#endif
