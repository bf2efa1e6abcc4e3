// SHA-256 of a whole buffer by OpenSSL, which uses the CPU's SHA instructions where it has them.
#pragma once
#include <openssl/evp.h>

static inline int crypto_sha256(const void *_Nonnull bytes, size_t count, unsigned char *_Nonnull digest) {
  return EVP_Digest(bytes, count, digest, NULL, EVP_sha256(), NULL);
}
