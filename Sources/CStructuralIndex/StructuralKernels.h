// The kernels, compiled once for each set of instructions: whoever includes this says by KERNEL what they are called there,
// and may define WIDE_PARITY, WIDE_PLACES and WIDE_LOOKUP for instructions that do the same in fewer steps.

INLINE block KERNEL(load)(const uint8_t *bytes) {
  block result;
  memcpy(&result, bytes, sizeof result);
  return result;
}

INLINE uint64_t KERNEL(bits)(block condition) {
  mask packed = __builtin_convertvector(condition, mask);
  uint64_t result;
  memcpy(&result, &packed, sizeof result);
  return result;
}

/// For each bit, whether an odd number of bits up to it are set.
INLINE uint64_t KERNEL(parity)(uint64_t bits) {
#if WIDE_PARITY
  __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)bits), _mm_set1_epi8(-1), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
#else
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ bits << 32;
#endif
}

/// Appends the places of the set bits; writes up to 64 places and tells how many count. Most blocks have up to `usual`.
INLINE size_t KERNEL(flatten)(uint32_t *places, uint64_t bits, uint32_t base, size_t usual) {
  size_t count = (size_t)__builtin_popcountll(bits);
#if WIDE_PLACES
  __m512i packed = _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(block_places));
  size_t done = 0;
  // As far as is usual without a branch that could be guessed wrong.
  do {
    __m512i wide = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(packed));
    _mm512_storeu_si512(places + done, _mm512_add_epi32(wide, _mm512_set1_epi32((int)base)));
    packed = _mm512_alignr_epi64(packed, packed, 2);
    done += 16;
  } while (done < usual || done < count);
#else
  (void)usual;
  for (size_t done = 0; done < count; done += 8) {
    for (int step = 0; step < 8; step++) {
      // No bit left gives a place that does not count.
      places[done + step] = base + (uint32_t)__builtin_ctzll(bits | 1ull << 63);
      bits &= bits - 1;
    }
  }
#endif
  return count;
}

/// Takes the next block of delimited text, of which the bytes in `valid` count and the last one is at `last`.
INLINE void KERNEL(delimited_block)(const uint8_t *bytes, size_t offset, uint64_t valid, uint64_t last,
                                    uint8_t delimiter, uint8_t quote, delimited_state *now, uint32_t *edges,
                                    size_t *edge_count, uint32_t *inner, size_t *inner_count) {
  block b = KERNEL(load)(bytes + offset);
  uint64_t quotes = EQUAL(b, quote) & valid;
  uint64_t lines = EQUAL(b, '\n') & valid;
  uint64_t returns = EQUAL(b, '\r') & valid;
  uint64_t ends = (EQUAL(b, delimiter) & valid) | lines;
  uint64_t edge = ends | quotes;
  now->has_high_bytes |= HIGH(b) & valid;
  now->irregular |= ((returns << 1) | now->before_is_return) & ~lines & valid;
  now->before_is_return = returns >> last & 1;
  if (quotes | now->inside | now->before_is_closing) {
    uint64_t inside = KERNEL(parity)(quotes) ^ now->inside;
    uint64_t closing = quotes & ~inside;
    uint64_t before = (edge << 1) | (now->before_is_no_edge ^ 1);
    now->irregular |= quotes & inside & ~before;
    now->irregular |= ((closing << 1) | now->before_is_closing) & ~(edge | returns) & valid;
    now->before_is_closing = closing >> last & 1;
    now->inside = 0 - (inside >> last & 1);
    *inner_count += KERNEL(flatten)(inner + *inner_count, lines & inside, (uint32_t)offset, 16);
    ends &= ~inside;
  }
  now->before_is_no_edge = (edge >> last & 1) ^ 1;
  now->line_count += (uint64_t)__builtin_popcountll(lines & ends);
  *edge_count += KERNEL(flatten)(edges + *edge_count, ends, (uint32_t)offset, 16);
}

static void KERNEL(delimited)(const uint8_t *bytes, size_t start, size_t count, uint8_t delimiter, uint8_t quote,
                              delimited_state *state, uint32_t *edges, size_t *edge_count, uint32_t *inner,
                              size_t *inner_count) {
  delimited_state now = *state;
  size_t found = *edge_count, found_inner = *inner_count, offset = start;
  for (; offset + 64 <= count && !now.irregular; offset += 64) {
    KERNEL(delimited_block)(bytes, offset, ~0ull, 63, delimiter, quote, &now, edges, &found, inner, &found_inner);
  }
  size_t rest = count - offset;
  if (offset < count && rest < 64 && !now.irregular) {
    KERNEL(delimited_block)(bytes, offset, (1ull << rest) - 1, rest - 1, delimiter, quote, &now, edges, &found, inner,
                            &found_inner);
  }
  *edge_count = found;
  *inner_count = found_inner;
  *state = now;
}

/// Adds the places of bytes that may begin a byte order mark, or text that was encoded twice.
INLINE size_t KERNEL(suspects)(const uint8_t *bytes, size_t offset, uint64_t valid, uint32_t *suspects, size_t limit,
                               size_t found) {
  // Most blocks have none, and go on without a branch that could be guessed wrong.
  block after = KERNEL(load)(bytes + offset + 2);
#if WIDE_LOOKUP
  __m512i wide = _mm512_loadu_si512(bytes + offset), wide_after = _mm512_loadu_si512(bytes + offset + 2);
  __m512i latin = _mm512_set1_epi8((char)0xC3);
  __mmask64 may_be_twice = _mm512_cmpeq_epi8_mask(wide, latin);
  may_be_twice = _mm512_mask_cmpge_epu8_mask(may_be_twice, wide_after, _mm512_set1_epi8((char)0xC2));
  may_be_twice = _mm512_mask_cmpneq_epi8_mask(may_be_twice, wide_after, latin);
  __mmask64 may_be_mark = _mm512_cmpeq_epi8_mask(wide, _mm512_set1_epi8((char)0xEF));
  may_be_mark = _mm512_mask_cmpeq_epi8_mask(may_be_mark, wide_after, _mm512_set1_epi8((char)0xBF));
  if (_kortestz_mask64_u8(may_be_twice, may_be_mark)) return found;
  uint64_t twice = may_be_twice & valid, mark = may_be_mark & valid;
#else
  block b = KERNEL(load)(bytes + offset);
  uint64_t twice = EQUAL(b, 0xC3) & AT_LEAST(after, 0xC2) & ~EQUAL(after, 0xC3) & valid;
  uint64_t mark = EQUAL(b, 0xEF) & EQUAL(after, 0xBF) & valid;
  if (!(twice | mark)) return found;
#endif
  twice &= EQUAL(after, 0xC2) | EQUAL(after, 0xC5) | EQUAL(after, 0xC6) | EQUAL(after, 0xCB) | EQUAL(after, 0xE2);
  for (uint64_t set = twice | mark; set; set &= set - 1) {
    if (found < limit) suspects[found] = (uint32_t)offset + (uint32_t)__builtin_ctzll(set);
    if (found <= limit) found++;
  }
  return found;
}

#if WIDE_LOOKUP
/// What is wrong with the bytes of a block, by what each and the one before may be (Keiser and Lemire, Validating UTF-8 in
/// less than one instruction per byte, 2021). A mask says which bytes count: of the block, and of those one, two and
/// three places before.
INLINE __m512i KERNEL(utf8_error)(const uint8_t *block, uint64_t valid, uint64_t first, uint64_t second,
                                  uint64_t third) {
  enum { SHORT = 1, LONG = 2, LONG3 = 4, LARGE = 8, SURROGATE = 16, LONG2 = 32, LARGER = 64, TAILS = 128 };
  enum { CARRY = SHORT | LONG | TAILS };
  static const uint8_t high[16] = {LONG,  LONG,  LONG,  LONG,  LONG,          LONG,  LONG,
                                   LONG,  TAILS, TAILS, TAILS, TAILS,         SHORT | LONG2, SHORT,
                                   SHORT | LONG3 | SURROGATE,  SHORT | LARGE | LARGER};
  static const uint8_t low[16] = {
      CARRY | LONG3 | LONG2 | LARGER, CARRY | LONG2, CARRY, CARRY, CARRY | LARGE, CARRY | LARGE | LARGER,
      CARRY | LARGE | LARGER, CARRY | LARGE | LARGER, CARRY | LARGE | LARGER, CARRY | LARGE | LARGER,
      CARRY | LARGE | LARGER, CARRY | LARGE | LARGER, CARRY | LARGE | LARGER, CARRY | LARGE | LARGER | SURROGATE,
      CARRY | LARGE | LARGER, CARRY | LARGE | LARGER};
  static const uint8_t next[16] = {
      SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, LONG | LONG2 | TAILS | LONG3 | LARGER,
      LONG | LONG2 | TAILS | LONG3 | LARGE, LONG | LONG2 | TAILS | SURROGATE | LARGE,
      LONG | LONG2 | TAILS | SURROGATE | LARGE, SHORT, SHORT, SHORT, SHORT};
  // A look-up goes by six bits of a byte: the lower ones as they are, and the upper ones, with bits of the byte beside that
  // are passed over, after a shift.
#define BY_LOWER(name) _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)name))
#define BY_UPPER(name) _mm512_permutexvar_epi8(quarters, BY_LOWER(name))
  __m512i quarters =
      _mm512_and_si512(_mm512_srli_epi16(_mm512_loadu_si512(block_places), 2), _mm512_set1_epi8(0x0F));
  __m512i now = _mm512_maskz_loadu_epi8(valid, block);
  __m512i before = _mm512_maskz_loadu_epi8(first, block - 1);
  __m512i kinds = _mm512_permutexvar_epi8(_mm512_srli_epi16(before, 2), BY_UPPER(high));
  kinds = _mm512_and_si512(kinds, _mm512_permutexvar_epi8(before, BY_LOWER(low)));
  kinds = _mm512_and_si512(kinds, _mm512_permutexvar_epi8(_mm512_srli_epi16(now, 2), BY_UPPER(next)));
#undef BY_UPPER
#undef BY_LOWER
  // The third byte of three and more, and the fourth of four, go on with a character and nothing else does.
  __m512i of3 = _mm512_subs_epu8(_mm512_maskz_loadu_epi8(second, block - 2), _mm512_set1_epi8(0x60));
  __m512i of4 = _mm512_subs_epu8(_mm512_maskz_loadu_epi8(third, block - 3), _mm512_set1_epi8(0x70));
  __m512i tails = _mm512_and_si512(_mm512_or_si512(of3, of4), _mm512_set1_epi8((char)0x80));
  return _mm512_xor_si512(tails, kinds);
}

static int KERNEL(utf8)(const uint8_t *bytes, size_t count, uint32_t *suspects, size_t suspect_limit,
                        size_t *suspect_count) {
  __m512i error = _mm512_setzero_si512();
  size_t found = 0;
  size_t offset = 0;
  for (; offset + 64 <= count; offset += 64) {
    error = _mm512_or_si512(error, offset ? KERNEL(utf8_error)(bytes + offset, ~0ull, ~0ull, ~0ull, ~0ull)
                                          : KERNEL(utf8_error)(bytes, ~0ull, ~1ull, ~3ull, ~7ull));
    found = KERNEL(suspects)(bytes, offset, ~0ull, suspects, suspect_limit, found);
  }
  // What is left, and zeros behind it, with which no character goes on.
  uint64_t valid = (1ull << (count - offset)) - 1;
  uint64_t first = offset ? 7 : 0;
  error = _mm512_or_si512(error, KERNEL(utf8_error)(bytes + offset, valid, valid << 1 | first >> 2,
                                                    valid << 2 | first >> 1, valid << 3 | first));
  found = KERNEL(suspects)(bytes, offset, valid, suspects, suspect_limit, found);
  *suspect_count = found;
  return _mm512_test_epi8_mask(error, error) == 0;
}
#else
static int KERNEL(utf8)(const uint8_t *bytes, size_t count, uint32_t *suspects, size_t suspect_limit, size_t *suspect_count) {
  uint64_t wants = 0, error = 0, second = 0;
  size_t found = 0;
  for (size_t offset = 0; offset < count; offset += 64) {
    block b = KERNEL(load)(bytes + offset);
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
    found = KERNEL(suspects)(bytes, offset, valid, suspects, suspect_limit, found);
  }
  *suspect_count = found;
  return wants == 0;
}
#endif

/// Takes the next block of JSON, of which the bytes in `valid` count and the last one is at `last`.
INLINE void KERNEL(json_block)(const uint8_t *bytes, size_t offset, uint64_t valid, uint64_t last, json_state *now,
                               uint32_t *places, size_t *place_count, int only_quotes) {
  block b = KERNEL(load)(bytes + offset);
  uint64_t slashes = EQUAL(b, '\\') & valid;
  uint64_t quotes = EQUAL(b, '"') & valid;
  uint64_t backslashes = 0;
  if (slashes | now->before_is_escape) {
    // Of a run of backslashes every other one escapes what follows (after simdjson; Langdale and Lemire, 2019).
    uint64_t escaped = 0, carry = now->before_is_escape;
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
    now->before_is_escape = carry;
    uint64_t units = escaped & EQUAL(b, 'u');
    uint64_t known = quotes | slashes | EQUAL(b, '/') | EQUAL(b, 'b') | EQUAL(b, 'f') | EQUAL(b, 'n') |
                     EQUAL(b, 'r') | EQUAL(b, 't');
    now->has_unit_escapes |= units;
    now->irregular |= escaped & ~(known | units) & valid;
    quotes &= ~escaped;
    backslashes = slashes;
  }
  uint64_t inside = KERNEL(parity)(quotes) ^ now->inside;
  now->inside = 0 - (inside >> last & 1);
  // Control bytes stand in no string, and backslashes nowhere else.
  now->irregular |= ((~AT_LEAST(b, 0x20) & inside) | (backslashes & ~inside)) & valid;
  if (only_quotes) {
    *place_count += KERNEL(flatten)(places + *place_count, quotes, (uint32_t)offset, 16);
    return;
  }
  // `{` and `[` differ by one bit, as do `}` and `]`.
  block lower = b | 0x20;
  uint64_t marks = EQUAL(lower, '{') | EQUAL(lower, '}') | EQUAL(b, ':') | EQUAL(b, ',') | EQUAL(b, '\n');
  *place_count +=
      KERNEL(flatten)(places + *place_count, ((marks & ~inside) | quotes) & valid, (uint32_t)offset, 32);
}

/// The places of the bytes that give JSON its structure, or of the quotes alone.
INLINE void KERNEL(json_places)(const uint8_t *bytes, size_t start, size_t count, json_state *state, uint32_t *places,
                                size_t *place_count, int only_quotes) {
  json_state now = *state;
  size_t found = *place_count, offset = start;
  for (; offset + 64 <= count; offset += 64) {
    KERNEL(json_block)(bytes, offset, ~0ull, 63, &now, places, &found, only_quotes);
  }
  if (offset < count) {
    size_t rest = count - offset;
    KERNEL(json_block)(bytes, offset, (1ull << rest) - 1, rest - 1, &now, places, &found, only_quotes);
  }
  *place_count = found;
  *state = now;
}

static void KERNEL(json)(const uint8_t *bytes, size_t start, size_t count, json_state *state, uint32_t *places,
                         size_t *place_count) {
  KERNEL(json_places)(bytes, start, count, state, places, place_count, 0);
}

static void KERNEL(json_quotes)(const uint8_t *bytes, size_t start, size_t count, json_state *state, uint32_t *places,
                                size_t *place_count) {
  KERNEL(json_places)(bytes, start, count, state, places, place_count, 1);
}

/// Not zero when bytes differ; both are readable for 64 bytes beyond.
INLINE uint64_t KERNEL(difference)(const uint8_t *left, const uint8_t *right, size_t length) {
  uint64_t found = 0;
  if (length <= 32) {
    // Most lengths are; half as many bytes lie across two lines of the cache half as often.
    half_block l, r;
    memcpy(&l, left, sizeof l);
    memcpy(&r, right, sizeof r);
    half_mask packed = __builtin_convertvector((half_block)(l != r), half_mask);
    uint32_t differs;
    memcpy(&differs, &packed, sizeof differs);
    return length ? differs << (32 - length) : 0;
  }
  for (;; left += 64, right += 64, length -= 64) {
    uint64_t differs = KERNEL(bits)((block)(KERNEL(load)(left) != KERNEL(load)(right)));
    if (length <= 64) return found | (length ? differs << (64 - length) : 0);
    found |= differs;
  }
}

static void KERNEL(match)(const uint8_t *bytes, size_t count, size_t limit, const json_stencil *stencil,
                          const uint32_t *quotes, size_t quote_count, json_match *match) {
  const json_segment *segments = stencil->segments;
  size_t fields = stencil->field_count, start = match->start, quote = match->quote, record = match->record;
  while (start <= limit && record < match->capacity && quote + 4 * fields <= quote_count) {
    // Of each field a key's two quotes, and a value's.
    const uint32_t *next = quotes + quote;
    uint64_t differs = 0;
    size_t place = start;
    for (size_t field = 0; field < fields && !differs; field++) {
      size_t length = next[4 * field + 2] + 1 - place;
      differs = length ^ segments[field].length;
      if (differs) break;
      differs = KERNEL(difference)(bytes + place, stencil->text + segments[field].text, length);
      place = next[4 * field + 3];
    }
    if (differs || place + segments[fields].length > count ||
        KERNEL(difference)(bytes + place, stencil->text + segments[fields].text, segments[fields].length)) {
      break;
    }
    for (size_t index = 0; index < stencil->wanted_count; index++) {
      json_wanted wanted = stencil->wanted[index];
      const uint32_t *value = next + 4 * wanted.field + 2;
      match->starts[wanted.column * 2 * match->capacity + record] = value[0];
      match->starts[(wanted.column * 2 + 1) * match->capacity + record] = value[1] - value[0];
    }
    start = place + segments[fields].length;
    quote += 4 * fields;
    record++;
  }
  match->start = start;
  match->quote = quote;
  match->record = record;
}

static size_t KERNEL(recent)(const uint8_t *bytes, const uint32_t *starts, const uint32_t *lengths, size_t count,
                             const recent_field *recent, uint32_t *numbers, uint32_t *missed) {
  size_t misses = 0;
  for (size_t index = 0; index < count; index++) {
    size_t length = lengths[index], inside = length < RECENT_FIELD_SIZE ? length : RECENT_FIELD_SIZE;
    half_block field, mask, known;
    memcpy(&field, bytes + starts[index], sizeof field);
    memcpy(&mask, short_field_mask + SHORT_FIELD_SIZE - inside, sizeof mask);
    field &= mask;
    half_words all = (half_words)field;
    words first = __builtin_shufflevector(all, all, 0, 1), second = __builtin_shufflevector(all, all, 2, 3);
    words turned = first ^ (second << RECENT_FIELD_TURN | second >> (64 - RECENT_FIELD_TURN));
    const recent_field *place = recent + recent_field_place(turned[0], turned[1]);
    memcpy(&known, place->words, sizeof known);
    half_mask packed = __builtin_convertvector((half_block)(field != known), half_mask);
    uint32_t differs;
    memcpy(&differs, &packed, sizeof differs);
    numbers[index] = place->number;
    missed[misses] = (uint32_t)index;
    // To count a miss costs less than to guess whether it is one.
    misses += (differs | (place->length ^ (uint32_t)length)) != 0;
  }
  return misses;
}
