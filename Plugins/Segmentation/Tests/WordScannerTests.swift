import CICU
import DictumHash
import DictumKit
import Testing

@testable import Segmentation

private struct PieceCollector: WordSink {
  var pieces: [Range<Int>] = []
  var mark: Int { pieces.count }
  mutating func rollback(to mark: Int) { pieces.removeSubrange(mark...) }
  mutating func word(_ start: Int, _ end: Int, isNumber: Bool, hasMiddle: Bool) {
    pieces.append(start..<end)
  }
  mutating func mark(_ start: Int, _ end: Int, kind: PieceKind) {
    pieces.append(start..<end)
  }
}

private func scanned(_ text: String) throws -> [Range<Int>] {
  let rules = try BreakRules(UBRK_WORD, locale: "en")
  var sink = PieceCollector()
  let bytes = Array(text.utf8)
  try bytes.withUnsafeBufferPointer { buffer in
    try ByteClass.table.withUnsafeBufferPointer { classes in
      var scanner = WordScanner(buffer, classes: classes, rules: rules)
      try scanner.scan(into: &sink)
    }
  }
  return sink.pieces
}

private func fromICU(_ text: String) throws -> [Range<Int>] {
  var iterator = try BreakRules(UBRK_WORD, locale: "en").makeIterator()
  var pieces: [Range<Int>] = []
  let bytes = Array(text.utf8)
  try bytes.withUnsafeBufferPointer { buffer in
    try iterator.start(buffer)
    var start = 0
    while let end = iterator.next() {
      var piece = start..<end
      start = end
      trimWhiteSpace(buffer, &piece)
      if piece.isEmpty { continue }
      pieces.append(piece)
    }
  }
  return pieces
}

@Suite struct WordScannerTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
  func agreesWithICUOnRandomText(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let common = Array("aZb19_.,;:'\"’‘“”–—…-/ \n!?()@").map(String.init)
    let rare = ["é", "\u{301}", "\u{200D}", "👩‍👩‍👧", "日本", "ก็", "\u{A0}", "\r\n", "\u{FEFF}", "א", "🇯🇵", "\u{AD}", "ア"]
    for round in 0..<1500 {
      let count = Int(random.next() % 24)
      var text = ""
      for _ in 0..<count {
        let pool = random.next() % 10 == 0 && round % 2 == 0 ? rare : common
        text += pool[Int(random.next() % UInt64(pool.count))]
      }
      #expect(try scanned(text) == fromICU(text), "\(text.debugDescription)")
    }
  }
}
