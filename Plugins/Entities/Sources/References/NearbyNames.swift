import DictumEnglish
import DictumKit

/// The names around a place in the text: candidates for what stands there.
struct NearbyNames {
  /// Names further back are never asked; the encoder met none beyond its window in training.
  private static let reach = 2_000
  /// How far behind a pronoun its name may stand: “In his speech, Ann's father …”.
  private static let ahead = 120
  private static let most = 24

  private let names: [Mention]
  private let reading: Reading

  /// Names in text order.
  init(_ names: [Mention], in reading: Reading) {
    self.names = names
    self.reading = reading
  }

  /// The names that a pronoun may stand for, the nearest first, as indices.
  func candidates(for pronoun: Pronoun, at span: TextSpan) -> [Int] {
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
  private func endOfCataphora(_ pronoun: TextSpan) -> Int {
    guard let place = reading.sentence(at: pronoun.start) else { return pronoun.end }
    let sentence = reading.sentences[place].span
    let token = reading.token(from: pronoun.start)
    let isSubject = reading.is(token, in: .subjectPronouns)
    // From the pronoun back, so that a sentence full of pronouns is not read from its start for each.
    let opensClause = (reading.tokens(ofSentence: place).lowerBound..<token).reversed().allSatisfy {
      !reading.isWord($0) || reading.is($0, in: .conjunctions)
    }
    return isSubject && opensClause ? pronoun.end : sentence.end
  }

  private func fits(_ index: Int, _ pronoun: Pronoun, _ span: TextSpan) -> Bool {
    let name = names[index]
    guard pronoun.types.contains(name.type), !name.span.overlaps(span) else { return false }
    return !(pronoun.excludedTitles?.contains(title(before: name.span)) ?? false)
  }

  /// The pronoun that the title before a name excludes, as “Mrs.” excludes “he”.
  func pronounRuledOut(byTitleOf index: Int) -> Pronoun? {
    guard names[index].type == .person else { return nil }
    let title = title(before: names[index].span)
    return [Pronoun.he, .she].first { $0.excludedTitles?.contains(title) ?? false }
  }

  /// The word before a name, without a full stop; empty where there is none.
  private func title(before name: TextSpan) -> String {
    let token = reading.token(from: name.start)
    guard token > 0, reading.text.bytes[reading.gap(after: token - 1).range].allSatisfy({ $0 == 0x20 }) else {
      return ""
    }
    let isStop = token > 1 && reading.is(token - 1, ".") && reading.gap(after: token - 2).isEmpty
    return reading.word(isStop ? token - 2 : token - 1).filter { $0 != "." }
  }
}
