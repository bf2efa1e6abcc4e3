internal import DictumKit

/// Makes tokens of words and marks by treebank conventions.
///
/// Clitics are split off; the full stop of an abbreviation stays with it ("U.S.", "Mr."), at a sentence's end too; dots
/// of an ellipsis, repeated marks ("!!", "--") and web addresses are one token each. Hyphenated words are cut at the
/// hyphen, as ICU, OntoNotes and UD cut them: "Paris-based" then holds the place "Paris" as a token of its own, which
/// mentions and word pieces need. Times, dates and telephone numbers are one token (`InnerMarks`).
struct TokenCollector: WordSink {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Nil outside English, where neither clitics nor abbreviations apply.
  private let abbreviations: Abbreviations?
  private(set) var tokens: [Piece] = []
  /// Where the web address or the face that is being read ends.
  private var addressEnd = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, abbreviations: Abbreviations?) {
    self.bytes = bytes
    self.abbreviations = abbreviations
    tokens.reserveCapacity(bytes.count / 4 + 16)
  }

  var mark: Int { tokens.count }

  mutating func rollback(to mark: Int) {
    tokens.removeSubrange(mark...)
    addressEnd = 0
  }

  @inline(__always)
  mutating func word(_ start: Int, _ end: Int, isNumber: Bool, hasMiddle: Bool) {
    if start < addressEnd { return extendAddress(to: end) }
    let kind: PieceKind = isNumber ? .number : .word
    if start > 0, abbreviations != nil, joinsMark(start, end, isNumber) { return }
    if hasMiddle, abbreviations != nil, splitWord(start, end) {
      return
    } else if end - start <= 2, !isNumber, joinsApostrophe(start, end) {
      tokens[tokens.count - 1] = Piece(
        span: TextSpan(start: tokens[tokens.count - 1].span.start, end: end),
        kind: .word
      )
    } else if WebAddress.hasHost(bytes, start, end) {
      startAddress(at: start, from: end)
    } else if abbreviations != nil, !isNumber, splitFused(start, end) {
      return
    } else {
      append(start, end, kind)
    }
  }

  /// Whether the word was two, and taken as such.
  @inline(__always)
  private mutating func splitFused(_ start: Int, _ end: Int) -> Bool {
    if bytes[start] &- UInt8(ascii: "0") < 10 {
      guard let unit = FusedWords.unit(bytes, start, end) else { return false }
      append(start, unit, .number)
      append(unit, end, .word)
      return true
    }
    guard let second = FusedWords.split(bytes, start, end) else { return false }
    append(start, second, .word)
    append(second, end, .word)
    return true
  }

  /// Whether the word goes on behind the mark before it, in one token, and was taken so.
  @inline(__always)
  private mutating func joinsMark(_ start: Int, _ end: Int, _ isNumber: Bool) -> Bool {
    switch bytes[start - 1] {
    case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "&"): joinsInner(start, end, isNumber)
    case UInt8(ascii: "#"): joinsTopic(start, end)
    default: false
    }
  }

  @inline(never)
  private mutating func joinsInner(_ start: Int, _ end: Int, _ isNumber: Bool) -> Bool {
    // “7:30pm” is “7:30” and “pm”.
    let unit = isNumber || bytes[start] &- UInt8(ascii: "0") >= 10 ? nil : FusedWords.unit(bytes, start, end)
    guard InnerMarks.join(tokens, start, unit ?? end, isNumber: isNumber || unit != nil, bytes) else { return false }
    tokens.removeLast()
    tokens[tokens.count - 1].span.end = unit ?? end
    if let unit { append(unit, end, .word) }
    return true
  }

  @inline(never)
  private mutating func joinsTopic(_ start: Int, _ end: Int) -> Bool {
    guard InnerMarks.isTopic(tokens, start, bytes), let mark = tokens.popLast() else { return false }
    append(mark.span.start, end, .word)
    return true
  }

  @inline(__always)
  mutating func mark(_ start: Int, _ end: Int, kind: PieceKind) {
    if start < addressEnd { return extendAddress(to: end) }
    if let last = tokens.last, last.span.end == start, joins(last, start, end) {
      tokens[tokens.count - 1].span.end = end
      return
    }
    if bytes[start] == UInt8(ascii: ":"), let last = tokens.last, last.span.end == start, last.kind == .word,
      WebAddress.hasScheme(bytes, colon: start)
    {
      tokens.removeLast()
      startAddress(at: last.span.start, from: start + 3)
      return
    }
    if abbreviations != nil, let face = Emoticon.end(bytes, eyes: start) {
      addressEnd = face
      return append(start, face, .symbol)
    }
    append(start, end, kind)
  }

  @inline(__always)
  private mutating func append(_ start: Int, _ end: Int, _ kind: PieceKind) {
    tokens.append(Piece(span: TextSpan(start: start, end: end), kind: kind))
  }

  /// Cuts a word with a full stop or an apostrophe inside, if it is to be cut.
  @inline(never)
  private mutating func splitWord(_ start: Int, _ end: Int) -> Bool {
    if WebAddress.hasHost(bytes, start, end) { return false }
    var rest = start
    while let fullStop = MissingSpace.fullStop(bytes, rest, end) {
      append(rest, fullStop, .word)
      append(fullStop, fullStop + 1, .punctuation)
      rest = fullStop + 1
    }
    if let clitic = Clitics.split(bytes, rest, end) {
      append(rest, clitic, .word)
      rest = clitic
    }
    if rest > start { append(rest, end, .word) }
    return rest > start
  }

  private mutating func startAddress(at start: Int, from offset: Int) {
    addressEnd = max(offset, WebAddress.end(bytes, from: offset))
    append(start, addressEnd, .word)
  }

  /// A piece that begins inside a web address belongs to it whole.
  private mutating func extendAddress(to end: Int) {
    if end > addressEnd, !tokens.isEmpty {
      tokens[tokens.count - 1].span.end = end
      addressEnd = end
    }
  }

  /// Whether the mark at `start` continues the token before it.
  @inline(__always)
  private func joins(_ last: Piece, _ start: Int, _ end: Int) -> Bool {
    guard end - start == 1 else { return false }
    let lastByte = bytes[start - 1]
    switch bytes[start] {
    case UInt8(ascii: "."):
      if last.kind == .word { return isAbbreviation(last.span, before: end) }
      return last.kind == .punctuation && isTerminator(lastByte)
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      return last.kind == .punctuation && isTerminator(lastByte)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: "#"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "$"):
      return last.kind != .word && lastByte == bytes[start]
    default: return false
    }
  }

  @inline(__always)
  private func isTerminator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// Whether the full stop behind `word` belongs to it; `offset` is behind the full stop.
  private func isAbbreviation(_ word: TextSpan, before offset: Int) -> Bool {
    guard let abbreviations else { return false }
    let first = bytes[word.start]
    if word.count == 1 {
      // "I" is a pronoun more often than an initial.
      if first &- UInt8(ascii: "A") < 26 { return first != UInt8(ascii: "I") }
    }
    if isLettersWithDots(word) { return true }
    switch abbreviations.kind(bytes, word.start, word.end) {
    case .none: return false
    case .leading, .open: return true
    case .beforeNumber:
      return offset + 1 < bytes.count && bytes[offset] == 0x20
        && (bytes[offset + 1] &- UInt8(ascii: "0") < 10 || bytes[offset + 1] == UInt8(ascii: "$"))
    }
  }

  /// Whether the word is single letters with dots between them: "U.S", "a.m".
  private func isLettersWithDots(_ word: TextSpan) -> Bool {
    guard word.count >= 3, word.count <= 15, word.count % 2 == 1 else { return false }
    for offset in stride(from: word.start + 1, to: word.end, by: 2) where bytes[offset] != UInt8(ascii: ".") {
      return false
    }
    return stride(from: word.start, to: word.end, by: 2).allSatisfy { (bytes[$0] | 0x20) &- UInt8(ascii: "a") < 26 }
  }

  /// Whether the word is a clitic behind an apostrophe that ICU cut off: "1990's", "U.S.'s".
  private func joinsApostrophe(_ start: Int, _ end: Int) -> Bool {
    guard abbreviations != nil, tokens.count >= 2, Clitics.isSuffix(bytes, start, end) else { return false }
    let mark = tokens[tokens.count - 1].span
    guard mark.end == start, tokens[tokens.count - 2].span.end == mark.start else { return false }
    let isStraight = mark.count == 1 && bytes[mark.start] == UInt8(ascii: "'")
    return isStraight || TypographicMark.at(mark.start, bytes) == TypographicMark.rightSingle
  }
}
