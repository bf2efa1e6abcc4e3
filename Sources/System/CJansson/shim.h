// jansson counts references in inline functions and macros; the two that Swift needs get plain names here.
#pragma once
#include <jansson.h>

static inline void jansson_release(json_t *_Nullable value) { json_decref(value); }
static inline int jansson_type(const json_t *_Nonnull value) { return (int)json_typeof(value); }
