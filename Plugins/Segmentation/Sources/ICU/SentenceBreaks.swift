internal import CICU
internal import DictumKit

/// ICU's verdict on places of a text, asked in text order.
struct SentenceBreaks: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let rules: BreakRules
  /// Nil when the locale may have rules of its own.
  private let local: LocalSentenceRules?
  private var iterator: BreakIterator?
  /// The lines without a blank one between them that the iterator is on.
  private var block = 0..<0
  private var next = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, rules: BreakRules, local: LocalSentenceRules?) {
    self.bytes = bytes
    self.rules = rules
    self.local = local
  }

  /// Whether ICU breaks in the gap `end...start` (UTF-8) between two tokens.
  ///
  /// - Throws: `icuFailed`.
  @inline(__always)
  mutating func isBreak(_ end: Int, _ start: Int) throws(DictumError) -> Bool {
    if let local, let verdict = local.isBreak(end, start, bytes) { return verdict }
    return try askICU(end, start)
  }

  private mutating func askICU(_ end: Int, _ start: Int) throws(DictumError) -> Bool {
    if !block.contains(end) { try openBlock(around: end) }
    while next < end { next = iterator?.next().map { $0 + block.lowerBound } ?? Int.max }
    return next <= start
  }

  /// A line break always ends a sentence for ICU, so its state does not reach over one.
  private mutating func openBlock(around offset: Int) throws(DictumError) {
    var start = offset
    while start > block.upperBound, bytes[start - 1] != 0x0A { start -= 1 }
    var end = offset
    while end < bytes.count, !(bytes[end] == 0x0A && end + 1 < bytes.count && bytes[end + 1] == 0x0A) { end += 1 }
    block = start..<max(min(end + 2, bytes.count), offset + 1)
    if iterator == nil { iterator = try rules.makeIterator() }
    try iterator?.start(UnsafeBufferPointer(rebasing: bytes[start..<min(block.upperBound, bytes.count)]))
    next = start
  }
}
