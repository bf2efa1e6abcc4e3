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

  /// Names in text order.
  init(_ names: [Mention], in text: SourceText) {
    self.names = names
    self.text = text
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
    while index < names.count, names[index].span.start - span.end < Self.ahead {
      if fits(index, pronoun, span) { found.append(index) }
      index += 1
    }
    return found
  }

  private func fits(_ index: Int, _ pronoun: Pronoun, _ span: Span) -> Bool {
    let name = names[index]
    guard pronoun.types.contains(name.type), !name.span.overlaps(span) else { return false }
    return pronoun.excludedTitles.isEmpty || !pronoun.excludedTitles.contains(title(before: name.span.start))
  }

  /// The word before a name, in lower case and without a full stop.
  private func title(before start: Int) -> String {
    var end = start
    while end > 0, text.bytes[end - 1] == 0x20 { end -= 1 }
    var from = end
    while from > 0,
      text.bytes[from - 1] | 0x20 >= 0x61 && text.bytes[from - 1] | 0x20 <= 0x7A
        || from > 0 && text.bytes[from - 1] == UInt8(ascii: ".")
    { from -= 1 }
    return text[Span(start: from, end: end)].lowercased().filter { $0 != "." }
  }
}
