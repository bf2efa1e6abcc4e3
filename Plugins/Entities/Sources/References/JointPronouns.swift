import DictumEnglish
import DictumKit

/// “They” at a sentence's start, after a sentence whose subject is several people: “Blinken and Hayashi met. They agreed …”
struct JointPronouns: Sendable {
  /// “They” are not more; a list of a thousand names does not come back a thousand times.
  private static let most = 24
  /// A pronoun of several is right about so often; not measured apart.
  private static let confidence = 0.8
  /// The first of them stands within so many bytes of the sentence’s start, or is no subject.
  private static let farthestSubject = 80
  private static let between = WordList(["and", ",", "of", "the", "for", "both", "with"])

  /// One mention of the pronoun for each of the people, without ids, in text order.
  ///
  /// - Parameter people: mentions of people with their entities, names and roles, in text order.
  func mentions(in reading: Reading, people: [Mention]) -> [Mention] {
    var found: [Mention] = []
    var subjects: [Mention] = []
    var person = 0
    for (index, sentence) in reading.sentences.enumerated() {
      let tokens = reading.tokens(ofSentence: index)
      while person < people.count, people[person].span.start < sentence.span.start { person += 1 }
      if let first = tokens.first, reading.is(first, in: Self.both), reading.isCapitalised(first), subjects.count > 1 {
        for subject in subjects {
          found.append(
            Mention(
              id: "",
              span: reading.span(first),
              type: .person,
              form: .pronoun,
              entity: subject.entity,
              confidence: Self.confidence
            )
          )
        }
      } else {
        subjects = subject(of: Array(people[person...].prefix { $0.span.end <= sentence.span.end }), tokens, reading)
      }
    }
    return found
  }

  private static let both = WordList(["they", "both"])

  /// The people that “and” joins near the sentence's start; none where it is one or nobody.
  private func subject(of people: [Mention], _ tokens: Range<Int>, _ reading: Reading) -> [Mention] {
    guard people.count > 1, let first = tokens.first,
      people[0].span.start - reading.span(first).start < Self.farthestSubject
    else {
      return []
    }
    var joined = [people[0]]
    for next in people.dropFirst().prefix(Self.most - 1) {
      guard let last = joined.last, last.entity != next.entity, last.span.end <= next.span.start else { break }
      let gap = reading.tokens(in: TextSpan(start: last.span.end, end: next.span.start))
      let isPlain = gap.allSatisfy { reading.is($0, in: Self.between) || reading.isCapitalised($0) }
      let isJoint = gap.contains { reading.is($0, "and") } || gap.count == 1 && reading.is(gap.lowerBound, ",")
      guard isPlain, isJoint else { break }
      joined.append(next)
    }
    return joined
  }
}
