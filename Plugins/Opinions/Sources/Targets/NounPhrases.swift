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
  func phrases(in span: TextSpan) -> [TextSpan] {
    var found: [TextSpan] = []
    var run: [Int] = []
    func close() {
      if let phrase = phrase(run) { found.append(phrase) }
      run = []
    }
    var index = tokens.partitioningIndex { $0.span.start >= span.start }
    while index < tokens.count, tokens[index].span.end <= span.end {
      let token = tokens[index]
      let isJoint = token.span.count == 1 && text.bytes[token.span.start] == UInt8(ascii: "-") && !run.isEmpty
      // “US” is no pronoun, and the “like” of “like-minded” no preposition.
      let isBreak = isBreak(word(index)) && !isShouted(index) && !isCompound(index)
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

  private func phrase(_ run: [Int]) -> TextSpan? {
    guard let begin = run.first else { return nil }
    let before = begin > 0 ? word(begin - 1) : ""
    var run = run[...]
    if PhraseLexicon.verbMarkers.contains(before), !isCapitalised(begin) { run.removeFirst() }
    let isDetermined = PhraseLexicon.determiners.contains(before) && !isAdjectivePair(before, run)
    while let first = run.first, PhraseLexicon.isLeading(word(first)) { run.removeFirst() }
    while let last = run.last, PhraseLexicon.isAttitude(word(last)) || word(last) == "-" { run.removeLast() }
    guard let first = run.first, let last = run.last else { return nil }
    let isNoun =
      isCapitalised(last) && run.count > 1
      || (run.count > 1 || isDetermined ? PhraseLexicon.mayBeNoun(word(last)) : PhraseLexicon.isSurelyNoun(word(last)))
    guard isNoun else { return nil }
    return tokens[first].span.union(tokens[last].span)
  }

  private func word(_ index: Int) -> String { text[tokens[index].span].lowercased() }

  private func isBreak(_ word: String) -> Bool {
    PhraseLexicon.breaks.contains(word) || PhraseLexicon.verbs.contains(word)
  }

  /// “a free and open region”: the first word is no noun.
  private func isAdjectivePair(_ before: String, _ run: ArraySlice<Int>) -> Bool {
    guard before == "a" || before == "an", run.count == 1, let last = run.last, last + 1 < tokens.count else {
      return false
    }
    return ["and", "or", ",", "but"].contains(word(last + 1))
  }

  /// Whether a hyphen joins the word to the next.
  private func isCompound(_ index: Int) -> Bool {
    guard index + 2 < tokens.count else { return false }
    let hyphen = tokens[index + 1].span
    return hyphen.start == tokens[index].span.end && hyphen.end == tokens[index + 2].span.start
      && text[hyphen] == "-"
  }

  private func isShouted(_ index: Int) -> Bool {
    tokens[index].span.count > 1 && text.bytes[tokens[index].span.range].allSatisfy { (0x41...0x5A).contains($0) }
  }

  private func isCapitalised(_ index: Int) -> Bool { (0x41...0x5A).contains(text.bytes[tokens[index].span.start]) }
}
