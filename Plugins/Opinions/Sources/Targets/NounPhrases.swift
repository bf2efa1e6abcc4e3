import DictumKit

/// Finds noun phrases that a stance may be toward: “territorial integrity”, “the US-Japan Alliance”.
///
/// Without a parser: runs of words between function words and punctuation, of which the last must look like a noun that
/// names a thing rather than an attitude (“support”, “importance”).
struct NounPhrases {
  private let text: SourceText
  private let tokens: [Token]

  init(_ document: Document) {
    text = document.text
    tokens = document[.tokens]
  }

  /// The phrases of a span (UTF-8), in text order.
  func phrases(in span: Span) -> [Span] {
    var found: [Span] = []
    var run: [Int] = []
    func close() {
      if let phrase = phrase(run) { found.append(phrase) }
      run = []
    }
    var index = tokens.partitioningIndex { $0.span.start >= span.start }
    while index < tokens.count, tokens[index].span.end <= span.end {
      let token = tokens[index]
      let isJoint = token.span.count == 1 && text.bytes[token.span.start] == UInt8(ascii: "-") && !run.isEmpty
      // “US” is no pronoun.
      let isBreak = PhraseLexicon.breaks.contains(word(index)) && !isShouted(index)
      if token.kind == .word && !isBreak || isJoint {
        run.append(index)
      } else {
        close()
      }
      index += 1
    }
    close()
    return found
  }

  private func phrase(_ run: [Int]) -> Span? {
    var run = run[...]
    while let first = run.first, PhraseLexicon.isLeading(word(first)) { run.removeFirst() }
    while let last = run.last, PhraseLexicon.isAttitude(word(last)) || word(last) == "-" { run.removeLast() }
    guard let first = run.first, let last = run.last else { return nil }
    let isNoun =
      isCapitalised(last) && run.count > 1
      || (run.count > 1 ? PhraseLexicon.mayBeNoun(word(last)) : PhraseLexicon.isSurelyNoun(word(last)))
    guard isNoun else { return nil }
    return tokens[first].span.union(tokens[last].span)
  }

  private func word(_ index: Int) -> String { text[tokens[index].span].lowercased() }

  private func isShouted(_ index: Int) -> Bool {
    tokens[index].span.count > 1 && text.bytes[tokens[index].span.range].allSatisfy { (0x41...0x5A).contains($0) }
  }

  private func isCapitalised(_ index: Int) -> Bool { (0x41...0x5A).contains(text.bytes[tokens[index].span.start]) }
}
