// The C API of ICU that Dictum uses. Function names carry ICU's version as a suffix by macro,
// which Swift does not import, so each one gets a plain, inlined name here.
#pragma once
#include <unicode/ubrk.h>
#include <unicode/udat.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uchar.h>
#include <unicode/uclean.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

static inline UBreakIterator *_Nullable icu_ubrk_open(UBreakIteratorType type, const char *_Nonnull locale, UErrorCode *_Nonnull status) {
  return ubrk_open(type, locale, NULL, 0, status);
}
static inline UBreakIterator *_Nullable icu_ubrk_clone(const UBreakIterator *_Nonnull iterator, UErrorCode *_Nonnull status) {
  return ubrk_clone(iterator, status);
}
static inline void icu_ubrk_close(UBreakIterator *_Nonnull iterator) { ubrk_close(iterator); }
static inline void icu_ubrk_setUText(UBreakIterator *_Nonnull iterator, UText *_Nonnull text, UErrorCode *_Nonnull status) {
  ubrk_setUText(iterator, text, status);
}
static inline int32_t icu_ubrk_first(UBreakIterator *_Nonnull iterator) { return ubrk_first(iterator); }
static inline int32_t icu_ubrk_next(UBreakIterator *_Nonnull iterator) { return ubrk_next(iterator); }
static inline int32_t icu_ubrk_following(UBreakIterator *_Nonnull iterator, int32_t offset) { return ubrk_following(iterator, offset); }
static inline int32_t icu_ubrk_getRuleStatus(UBreakIterator *_Nonnull iterator) { return ubrk_getRuleStatus(iterator); }
static inline UText *_Nullable icu_utext_openUTF8(UText *_Nullable text, const char *_Nonnull bytes, int64_t length, UErrorCode *_Nonnull status) {
  return utext_openUTF8(text, bytes, length, status);
}
static inline UText *_Nullable icu_utext_close(UText *_Nonnull text) { return utext_close(text); }
static inline int8_t icu_u_charType(UChar32 c) { return u_charType(c); }
static inline UChar32 icu_u_tolower(UChar32 c) { return u_tolower(c); }
static inline UChar32 icu_u_toupper(UChar32 c) { return u_toupper(c); }
static inline bool icu_u_isUWhiteSpace(UChar32 c) { return u_isUWhiteSpace(c); }
static inline bool icu_u_isUUppercase(UChar32 c) { return u_isUUppercase(c); }
static inline bool icu_u_isUAlphabetic(UChar32 c) { return u_isUAlphabetic(c); }
static inline const UNormalizer2 *_Nullable icu_unorm2_getNFDInstance(UErrorCode *_Nonnull status) { return unorm2_getNFDInstance(status); }
static inline int32_t icu_unorm2_getDecomposition(const UNormalizer2 *_Nonnull norm, UChar32 c, UChar *_Nonnull buffer, int32_t capacity, UErrorCode *_Nonnull status) {
  return unorm2_getDecomposition(norm, c, buffer, capacity, status);
}
static inline const char *_Nonnull icu_errorName(UErrorCode status) { return u_errorName(status); }

static inline UCharsetDetector *_Nullable icu_ucsdet_open(UErrorCode *_Nonnull status) { return ucsdet_open(status); }
static inline void icu_ucsdet_close(UCharsetDetector *_Nonnull detector) { ucsdet_close(detector); }
static inline void icu_ucsdet_setText(UCharsetDetector *_Nonnull detector, const char *_Nonnull bytes, int32_t length, UErrorCode *_Nonnull status) {
  ucsdet_setText(detector, bytes, length, status);
}
static inline const UCharsetMatch *_Nullable icu_ucsdet_detect(UCharsetDetector *_Nonnull detector, UErrorCode *_Nonnull status) {
  return ucsdet_detect(detector, status);
}
static inline const char *_Nullable icu_ucsdet_getName(const UCharsetMatch *_Nonnull match, UErrorCode *_Nonnull status) {
  return ucsdet_getName(match, status);
}
/// Converts bytes from one encoding to another; returns the length written. Arguments that are NULL only when their length is 0.
static inline int32_t icu_convert(const char *_Nonnull to, const char *_Nonnull from, void *_Nullable target, int32_t capacity, const void *_Nullable source, int32_t length, UErrorCode *_Nonnull status) {
  return length == 0 ? 0 : ucnv_convert(to, from, (char *)target, capacity, (const char *)source, length, status);
}

/// The Sentence_Break property of a scalar (UAX #29), a `USentenceBreak`.
static inline int32_t icu_sentenceBreak(UChar32 c) { return u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK); }
static inline UResourceBundle *_Nullable icu_ures_openBreakRules(const char *_Nonnull locale, UErrorCode *_Nonnull status) {
  return ures_open(U_ICUDATA_NAME "-brkitr", locale, status);
}
static inline UResourceBundle *_Nullable icu_ures_getByKey(const UResourceBundle *_Nonnull bundle, const char *_Nonnull key, UErrorCode *_Nonnull status) {
  return ures_getByKey(bundle, key, NULL, status);
}
static inline int32_t icu_ures_getSize(const UResourceBundle *_Nonnull bundle) { return ures_getSize(bundle); }
static inline const char *_Nullable icu_ures_getUTF8StringByIndex(const UResourceBundle *_Nonnull bundle, int32_t index, char *_Nonnull buffer, int32_t *_Nonnull length, UErrorCode *_Nonnull status) {
  return ures_getUTF8StringByIndex(bundle, index, buffer, length, false, status);
}
static inline void icu_ures_close(UResourceBundle *_Nonnull bundle) { ures_close(bundle); }

static inline ULocaleDisplayNames *_Nullable icu_uldn_open(const char *_Nonnull locale, UDisplayContext length, UErrorCode *_Nonnull status) {
  UDisplayContext contexts[] = {length};
  return uldn_openForContext(locale, contexts, 1, status);
}
static inline void icu_uldn_close(ULocaleDisplayNames *_Nonnull names) { uldn_close(names); }
static inline int32_t icu_uldn_regionDisplayName(const ULocaleDisplayNames *_Nonnull names, const char *_Nonnull region, UChar *_Nonnull buffer, int32_t capacity, UErrorCode *_Nonnull status) {
  return uldn_regionDisplayName(names, region, buffer, capacity, status);
}
/// ISO 3166 codes of two letters, ended by NULL.
static inline const char *_Nonnull icu_languageCode(const char *_Nonnull locale) { return uloc_getISO3Language(locale); }
static inline const char *_Nullable const *_Nonnull icu_countries(void) { return uloc_getISOCountries(); }

/// ISO 639 codes, ended by NULL.
static inline const char *_Nullable const *_Nonnull icu_languages(void) { return uloc_getISOLanguages(); }
static inline int32_t icu_displayLanguage(const char *_Nonnull language, const char *_Nonnull locale, UChar *_Nonnull buffer, int32_t capacity, UErrorCode *_Nonnull status) {
  return uloc_getDisplayLanguage(language, locale, buffer, capacity, status);
}

static inline UDateFormat *_Nullable icu_udat_open(const char *_Nonnull locale, UErrorCode *_Nonnull status) {
  return udat_open(UDAT_LONG, UDAT_LONG, locale, NULL, 0, NULL, 0, status);
}
static inline void icu_udat_close(UDateFormat *_Nonnull format) { udat_close(format); }
/// The name of a month (from 0) of a kind; returns its length in UTF-16 units.
static inline int32_t icu_udat_getSymbol(const UDateFormat *_Nonnull format, UDateFormatSymbolType type, int32_t index, UChar *_Nonnull buffer, int32_t capacity, UErrorCode *_Nonnull status) {
  return udat_getSymbols(format, type, index, buffer, capacity, status);
}
