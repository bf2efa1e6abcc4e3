import DictumKit

/// The names around a place in the text: candidates for what stands there.
struct NearbyNames {
  /// Names further back are never asked; the encoder met none beyond its window in training.
  private static let reach = 2_000
  /// How far behind a pronoun its name may stand: “In his speech, Ann's father …”.
  private static let ahead = 120
  private static let most = 24

  private let names: [Mention]
  private let text: SourceText
  private let sentences: [Sentence]

  /// Names in text order.
  init(_ names: [Mention], in document: Document) {
    self.names = names
    text = document.text
    sentences = document[.sentences]
  }

  /// The names that a pronoun may stand for, the nearest first, as indices.
  func candidates(for pronoun: Pronoun, at span: Span) -> [Int] {
    let next = names.partitioningIndex { $0.span.start >= span.start }
    var found: [Int] = []
    var index = next - 1
    while index >= 0, span.start - names[index].span.end < Self.reach, found.count < Self.most {
      if fits(index, pronoun, span) { found.append(index) }
      index -= 1
    }
    index = next
    let end = endOfCataphora(span)
    while index < names.count, names[index].span.start - span.end < Self.ahead, names[index].span.start < end {
      if fits(index, pronoun, span) { found.append(index) }
      index += 1
    }
    return found
  }

  /// Where the names behind a pronoun end that it may stand for: with its sentence, and at once when it is the subject
  /// that begins it. “He congratulated Hayashi” is about two people (Chomsky 1981, principle C).
  private func endOfCataphora(_ pronoun: Span) -> Int {
    let place = sentences.partitioningIndex { $0.span.end > pronoun.start }
    guard place < sentences.count else { return pronoun.end }
    let sentence = sentences[place].span
    let isSubject = ["he", "she", "it", "they"].contains(text[pronoun].lowercased())
    let before = text.bytes[sentence.start..<max(sentence.start, pronoun.start)]
    let words = before.split { !Self.isLetter($0) }
    let opensClause = words.allSatisfy { Self.openings.contains(String(decoding: $0, as: UTF8.self).lowercased()) }
    return isSubject && opensClause ? pronoun.end : sentence.end
  }

  /// Words that leave the pronoun after them the subject of the main clause.
  private static let openings: Set<String> = [
    "and", "but", "so", "then", "also", "later", "still", "yet", "however", "meanwhile", "instead", "afterwards",
  ]

  private func fits(_ index: Int, _ pronoun: Pronoun, _ span: Span) -> Bool {
    let name = names[index]
    guard pronoun.types.contains(name.type), !name.span.overlaps(span) else { return false }
    return pronoun.excludedTitles.isEmpty || !pronoun.excludedTitles.contains(title(before: name.span.start))
  }

  /// The pronoun that the title before a name excludes, as “Mrs.” excludes “he”.
  func pronounRuledOut(byTitleOf index: Int) -> Pronoun? {
    guard names[index].type == .person else { return nil }
    let title = title(before: names[index].span.start)
    return [Pronoun.he, .she].first { $0.excludedTitles.contains(title) }
  }

  /// The word before a name, in lower case and without a full stop.
  private func title(before start: Int) -> String {
    var end = start
    while end > 0, text.bytes[end - 1] == 0x20 { end -= 1 }
    var from = end
    while from > 0, Self.isLetter(text.bytes[from - 1]) || text.bytes[from - 1] == UInt8(ascii: ".") { from -= 1 }
    return text[Span(start: from, end: end)].lowercased().filter { $0 != "." }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }
}
