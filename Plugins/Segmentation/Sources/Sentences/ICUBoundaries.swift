internal import DictumKit

/// ICU's sentence boundaries, read along with the tokens.
struct ICUBoundaries: ~Copyable {
  private var iterator: BreakIterator
  private var next = 0

  /// Starts at the beginning of `bytes`.
  ///
  /// - Throws: `icuFailed`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, rules: BreakRules) throws(DictumError) {
    var iterator = try rules.makeIterator()
    try iterator.start(bytes)
    self.iterator = iterator
  }

  /// Whether ICU breaks in `start...end`; each call must ask at or behind the last one's place.
  mutating func isBreak(_ start: Int, _ end: Int) -> Bool {
    while next < start { next = iterator.next() ?? Int.max }
    return next <= end
  }
}
