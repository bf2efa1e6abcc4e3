internal import CICU
internal import DictumKit

/// One of ICU's break iterators for a locale, opened once and cloned for every document.
///
/// Unchecked: ICU's iterators must not be shared between threads, but this one is only ever cloned, which reads it and
/// raises atomic reference counts.
final class BreakRules: @unchecked Sendable {
  private let iterator: OpaquePointer

  /// Opens the rules.
  ///
  /// - Throws: `icuFailed` with ICU's own error name.
  init(_ type: UBreakIteratorType, locale: String) throws(DictumError) {
    var status = U_ZERO_ERROR
    guard let opened = icu_ubrk_open(type, locale, &status), status.rawValue <= U_ZERO_ERROR.rawValue else {
      throw icuError("opening the break rules of locale `\(locale)`", status)
    }
    iterator = opened
  }

  deinit { icu_ubrk_close(iterator) }

  /// An iterator of one's own.
  ///
  /// - Throws: `icuFailed`.
  func makeIterator() throws(DictumError) -> BreakIterator {
    var status = U_ZERO_ERROR
    guard let clone = icu_ubrk_clone(iterator, &status), status.rawValue <= U_ZERO_ERROR.rawValue else {
      throw icuError("cloning a break iterator", status)
    }
    return BreakIterator(owning: clone)
  }
}

/// The error for a status that ICU reported.
func icuError(_ action: String, _ status: UErrorCode) -> DictumError {
  DictumError(.icuFailed, "ICU failed at \(action): \(String(cString: icu_errorName(status)))")
}
