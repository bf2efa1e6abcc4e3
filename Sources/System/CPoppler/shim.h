#pragma once
#include <poppler.h>

/// Opens a document that is in memory; the bytes are copied. NULL, and a message to free with `g_free`, where it cannot.
static inline PopplerDocument *_Nullable poppler_open(const void *_Nonnull bytes, gsize count, char *_Nullable *_Nonnull message) {
  GBytes *copy = g_bytes_new(bytes, count);
  GError *error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes(copy, NULL, &error);
  g_bytes_unref(copy);
  if (error) { *message = g_strdup(error->message); g_error_free(error); }
  return document;
}
static inline void poppler_close(void *_Nonnull object) { g_object_unref(object); }
