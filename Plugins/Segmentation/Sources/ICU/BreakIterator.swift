internal import CICU
internal import DictumKit

/// A break iterator over UTF-8 bytes, for one thread.
struct BreakIterator: ~Copyable {
  private let iterator: OpaquePointer
  private var text: UnsafeMutablePointer<UText>?

  /// Takes over an open iterator.
  init(owning iterator: OpaquePointer) { self.iterator = iterator }

  deinit {
    icu_ubrk_close(iterator)
    if let text { _ = icu_utext_close(text) }
  }

  /// Starts over at the beginning of `bytes`, which must stay where they are until the next call or the end.
  ///
  /// - Throws: `icuFailed`.
  mutating func start(_ bytes: UnsafeBufferPointer<UInt8>) throws(DictumError) {
    var status = U_ZERO_ERROR
    let empty: StaticString = ""
    let base = bytes.baseAddress ?? empty.utf8Start
    let opened = base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      icu_utext_openUTF8(text, $0, Int64(bytes.count), &status)
    }
    guard let opened, status.rawValue <= U_ZERO_ERROR.rawValue else { throw icuError("reading UTF-8", status) }
    text = opened
    icu_ubrk_setUText(iterator, opened, &status)
    guard status.rawValue <= U_ZERO_ERROR.rawValue else { throw icuError("starting a break iterator", status) }
    _ = icu_ubrk_first(iterator)
  }

  /// The next boundary's offset (UTF-8), or nil past the last one, which is the end of the text.
  mutating func next() -> Int? {
    let offset = icu_ubrk_next(iterator)
    return offset < 0 ? nil : Int(offset)
  }

  /// What ICU's rules say of the piece that ends at the boundary last returned (for words, `UBRK_WORD_*`).
  var ruleStatus: Int32 { icu_ubrk_getRuleStatus(iterator) }
}
