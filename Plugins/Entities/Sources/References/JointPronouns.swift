import DictumKit

/// “They” at a sentence's start, after a sentence whose subject is several people: “Blinken and Hayashi met. They agreed …”
struct JointPronouns: Sendable {
  private static let between: Set<String> = ["and", ",", "of", "the", "for", "both", "with"]

  /// One mention of the pronoun for each of the people, without ids, in text order.
  ///
  /// - Parameter people: mentions of people with their entities, names and roles, in text order.
  func mentions(in document: Document, people: [Mention]) -> [Mention] {
    let tokens = document[.tokens]
    let text = document.text
    var found: [Mention] = []
    var token = 0
    var subjects: [Mention] = []
    var person = 0
    for sentence in document[.sentences] {
      while token < tokens.count, tokens[token].span.start < sentence.span.start { token += 1 }
      while person < people.count, people[person].span.start < sentence.span.start { person += 1 }
      if token < tokens.count, ["They", "Both"].contains(text[tokens[token].span]), subjects.count > 1 {
        for subject in subjects {
          found.append(
            Mention(
              id: "",
              span: tokens[token].span,
              type: .person,
              form: .pronoun,
              entity: subject.entity,
              confidence: 0.8
            )
          )
        }
      } else {
        let here = people[person...].prefix { $0.span.end <= sentence.span.end }
        subjects = subject(of: Array(here), tokens[token...], text)
      }
    }
    return found
  }

  /// The people that “and” joins near the sentence's start; none where it is one or nobody.
  private func subject(of people: [Mention], _ tokens: ArraySlice<Token>, _ text: SourceText) -> [Mention] {
    guard people.count > 1, let start = tokens.first?.span.start, people[0].span.start - start < 80 else { return [] }
    var joined = [people[0]]
    for next in people.dropFirst() {
      guard let last = joined.last, last.entity != next.entity else { break }
      let gap = tokens.drop { $0.span.start < last.span.end }.prefix { $0.span.start < next.span.start }
      let words = gap.map { text[$0.span] }
      let isPlain = words.allSatisfy { Self.between.contains($0) || $0.first?.isUppercase == true }
      guard isPlain, words.contains("and") || words == [","] else { break }
      joined.append(next)
    }
    return joined
  }
}
