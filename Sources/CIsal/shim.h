#include <isa-l/igzip_lib.h>
#include <stdlib.h>

// The state is too large to be a value in Swift, and its size is the library's own affair.

static inline void start_gzip_member(struct inflate_state *state) {
  uint8_t *next = state->next_in;
  uint32_t available = state->avail_in;
  isal_inflate_init(state);
  state->next_in = next;
  state->avail_in = available;
  state->crc_flag = ISAL_GZIP;
}

static inline struct inflate_state *new_inflate_state(void) {
  struct inflate_state *state = malloc(sizeof *state);
  if (!state) return NULL;
  state->next_in = NULL;
  state->avail_in = 0;
  start_gzip_member(state);
  return state;
}
