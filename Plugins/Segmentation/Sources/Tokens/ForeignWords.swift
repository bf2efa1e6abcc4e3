internal import CICU
internal import DictumKit

/// Word boundaries by ICU's own iterator, for the stretches that hold more than ASCII and typographic marks.
struct ForeignWords: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let classes: UnsafeBufferPointer<UInt8>
  private let rules: BreakRules
  /// Cloned when the first such stretch is met.
  private var iterator: BreakIterator?

  init(_ bytes: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<UInt8>, rules: BreakRules) {
    self.bytes = bytes
    self.classes = classes
    self.rules = rules
  }

  /// Hands the pieces of the stretch that starts at `start` to `sink` and returns its end.
  ///
  /// - Throws: `icuFailed`.
  mutating func scan(from start: Int, into sink: inout some WordSink) throws(DictumError) -> Int {
    let end = stretchEnd(from: start)
    if iterator == nil { iterator = try rules.makeIterator() }
    try iterator?.start(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    var pieceStart = start
    while let offset = iterator?.next() {
      let status = iterator?.ruleStatus ?? 0
      var piece = pieceStart..<(start + offset)
      pieceStart = start + offset
      trimWhiteSpace(bytes, &piece)
      if piece.isEmpty { continue }
      if status < 100 {
        sink.mark(piece.lowerBound, piece.upperBound, kind: markKind(at: piece.lowerBound))
      } else {
        let isNumber = status < 200 && isDigit(at: piece.lowerBound)
        let hasMiddle = !isNumber && containsMiddle(piece)
        sink.word(piece.lowerBound, piece.upperBound, isNumber: isNumber, hasMiddle: hasMiddle)
      }
    }
    return end
  }

  /// The end of the stretch: white space behind which nothing follows that needs ICU.
  private func stretchEnd(from start: Int) -> Int {
    var end = start
    var offset = start
    while offset < bytes.count {
      var isForeign = false
      while offset < bytes.count, classes[Int(bytes[offset])] != ByteClass.space {
        if classes[Int(bytes[offset])] == ByteClass.wide {
          if TypographicMark.at(offset, bytes) == 0 { isForeign = true } else { offset += 2 }
        }
        offset += 1
      }
      if !isForeign { break }
      end = offset
      while offset < bytes.count, classes[Int(bytes[offset])] == ByteClass.space { offset += 1 }
    }
    return end
  }

  private func markKind(at offset: Int) -> PieceKind {
    let category = icu_u_charType(Int32(bitPattern: bytes.scalar(at: offset).scalar))
    // U_MATH_SYMBOL, U_CURRENCY_SYMBOL, U_MODIFIER_SYMBOL and U_OTHER_SYMBOL are 24 to 27.
    return (24...27).contains(category) ? .symbol : .punctuation
  }

  /// ICU calls a word with a digit at its end a number; here it is one if it begins with a digit too.
  private func isDigit(at offset: Int) -> Bool {
    icu_u_charType(Int32(bitPattern: bytes.scalar(at: offset).scalar)) == 9  // U_DECIMAL_DIGIT_NUMBER
  }

  private func containsMiddle(_ piece: Range<Int>) -> Bool {
    piece.contains {
      bytes[$0] == UInt8(ascii: "'") || bytes[$0] == UInt8(ascii: ".")
        || TypographicMark.at($0, bytes) == TypographicMark.rightSingle
    }
  }
}
