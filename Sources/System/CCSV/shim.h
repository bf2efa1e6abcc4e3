#pragma once
#include <csv.h>
#include <stdlib.h>

/// A parser with a delimiter of its own; NULL where there is no memory.
static inline struct csv_parser *_Nullable csv_make(unsigned char delimiter) {
  struct csv_parser *parser = malloc(sizeof *parser);
  if (parser && csv_init(parser, CSV_STRICT | CSV_STRICT_FINI) != 0) { free(parser); return NULL; }
  if (parser) csv_set_delim(parser, delimiter);
  return parser;
}
static inline void csv_unmake(struct csv_parser *_Nonnull parser) { csv_free(parser); free(parser); }
