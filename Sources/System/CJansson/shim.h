// jansson counts references in inline functions and macros; those that Swift needs get plain names here.
#pragma once
#include <jansson.h>
#include <stdlib.h>

static inline void jansson_release(json_t *_Nullable value) { json_decref(value); }
static inline int jansson_type(const json_t *_Nonnull value) { return (int)json_typeof(value); }
/// The value as JSON, to be freed with `free`.
static inline char *_Nullable jansson_text(const json_t *_Nonnull value) { return json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY); }
