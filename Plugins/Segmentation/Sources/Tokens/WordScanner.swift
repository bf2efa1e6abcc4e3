internal import DictumKit

/// Finds word boundaries: UAX #29 as ICU applies it.
///
/// ASCII and typographic marks are judged here, one byte at a time; ICU's own iterator, which costs 20 ns a byte, gets
/// the stretches that hold anything else. A stretch starts and ends at white space, where a word boundary is certain.
/// The tests compare the two on random text.
struct WordScanner: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let classes: UnsafeBufferPointer<UInt8>
  private var foreign: ForeignWords

  /// Scans `bytes`, with `classes` being `ByteClass.table`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<UInt8>, rules: BreakRules) {
    self.bytes = bytes
    self.classes = classes
    foreign = ForeignWords(bytes, classes: classes, rules: rules)
  }

  /// Hands every piece that is not white space to `sink`.
  ///
  /// - Throws: `icuFailed`.
  mutating func scan(into sink: inout some WordSink) throws(DictumError) {
    var offset = 0
    while offset < bytes.count {
      if classes[Int(bytes[offset])] == ByteClass.space {
        offset += 1
        continue
      }
      let mark = sink.mark
      let end = scanChunk(from: offset, into: &sink)
      if let end {
        offset = end
      } else {
        sink.rollback(to: mark)
        offset = try foreign.scan(from: offset, into: &sink)
      }
    }
  }

  /// Scans up to the next white space and returns its offset; nil if ICU must judge.
  @inline(__always)
  private func scanChunk(from start: Int, into sink: inout some WordSink) -> Int? {
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      switch classes[Int(byte)] {
      case ByteClass.letter, ByteClass.digit, ByteClass.joiner:
        offset = scanWord(from: offset, into: &sink)
      case ByteClass.space:
        return offset
      case ByteClass.wide:
        guard TypographicMark.at(offset, bytes) != 0 else { return nil }
        sink.mark(offset, offset + 3, kind: .punctuation)
        offset += 3
      default:
        sink.mark(offset, offset + 1, kind: isSymbol(byte) ? .symbol : .punctuation)
        offset += 1
      }
    }
    return offset
  }

  /// Scans a word or number that starts at `start` and returns its end (WB5 to WB13b).
  @inline(__always)
  private func scanWord(from start: Int, into sink: inout some WordSink) -> Int {
    var offset = start
    var seen: UInt8 = 0
    var hasMiddle = false
    while offset < bytes.count {
      let kind = classes[Int(bytes[offset])]
      if kind == ByteClass.letter || kind == ByteClass.digit || kind == ByteClass.joiner {
        seen |= 1 << kind
        offset += 1
        continue
      }
      var width = 1
      if kind == ByteClass.wide {
        let mark = TypographicMark.at(offset, bytes)
        guard mark == TypographicMark.rightSingle || mark == TypographicMark.leftSingle else { break }
        width = 3
      } else if kind != ByteClass.middle && kind != ByteClass.numericMiddle {
        break
      }
      guard offset + width < bytes.count else { break }
      let before = classes[Int(bytes[offset - 1])]
      let after = classes[Int(bytes[offset + width])]
      let joinsLetters = before == ByteClass.letter && after == ByteClass.letter && kind != ByteClass.numericMiddle
      guard joinsLetters || (before == ByteClass.digit && after == ByteClass.digit) else { break }
      hasMiddle = hasMiddle || kind != ByteClass.numericMiddle
      offset += width
    }
    if seen & (1 << ByteClass.letter | 1 << ByteClass.digit) == 0 {
      sink.mark(start, offset, kind: .punctuation)
    } else {
      let isNumber = seen & (1 << ByteClass.letter) == 0
      sink.word(start, offset, isNumber: isNumber, hasMiddle: hasMiddle && !isNumber)
    }
    return offset
  }
}

/// Whether an ASCII byte is a symbol by Unicode's general category: `$ + < = > ^ ` | ~`.
@inline(__always)
private func isSymbol(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x24, 0x2B, 0x3C...0x3E, 0x5E, 0x60, 0x7C, 0x7E: true
  default: false
  }
}
