import DictumEnglish
import DictumKit
import DictumLinear

/// What a statement's source is, as the ranker sees it: its kind, its head noun and what stands beside that.
struct AskedSource {
  /// The numbers are part of the model's format.
  enum Kind: UInt64 {
    case none, he, she, it, they, we, i, relative, other, name, capitals, role
  }

  /// What a role's head noun names; the numbers are part of the model's format.
  enum Noun: UInt64 {
    case body, utterance, person, other
  }

  /// How a phrase begins; the numbers are part of the model's format.
  enum Beginning: UInt64 {
    case bare, the, a, this, possessive, quantity, one, number, other
  }

  private(set) var kind = Kind.none
  private(set) var noun = Noun.other
  private(set) var beginning = Beginning.bare
  private(set) var isPlural = false
  private(set) var isCapitalised = false
  /// The tokens of the first part.
  private(set) var tokens = 0..<0
  /// From the first part to the last.
  private(set) var span: TextSpan?
  /// The token of the head noun.
  private(set) var headToken = 0
  private(set) var head = ""
  /// The lemmas of the other words of the head's phrase.
  private(set) var modifiers: Set<UInt64> = []
  private(set) var words = 0
  /// 1 for a noun that only women are called, -1 for men.
  private(set) var sex = 0
  /// The name that the head noun is part of.
  private(set) var headName: Mention?
  /// The names inside.
  private(set) var names: [Mention] = []

  /// The source of a statement; `names` are those of the document that may speak, in text order.
  init(_ quote: Quote, _ reading: Reading, names all: [Mention]) {
    guard let first = quote.source.first?.span, let last = quote.source.last?.span else { return }
    span = first.union(last)
    tokens = reading.tokens(in: first)
    let spoken = tokens.filter(reading.isWord)
    words = spoken.count
    guard let begin = spoken.first else {
      kind = .other
      return
    }
    if spoken.count == 1, let pronoun = Self.pronouns[reading.lowercased(begin)] {
      kind = pronoun
      head = reading.lowercased(begin)
      headToken = begin
      return
    }
    let low = all.partitioningIndex { $0.span.start >= first.start }
    names = all[low...].prefix { $0.span.start < first.end }.filter { $0.span.end <= first.end }
    beginning =
      Self.beginnings[reading.lowercased(tokens.lowerBound)]
      ?? (reading.tokens[tokens.lowerBound].part == .numeral ? .number : .bare)
    findHead(reading)
    classify(reading)
  }

  /// Whether it is a pronoun alone that stands for somebody.
  var isPronoun: Bool { [.he, .she, .it, .they, .we, .i, .relative].contains(kind) }

  /// Whether it names its holder.
  var isName: Bool { kind == .name || kind == .capitals }

  private mutating func findHead(_ reading: Reading) {
    var found: Int?
    var end = tokens.upperBound
    for token in tokens {
      let part = reading.tokens[token].part
      if found != nil, Self.ends(part) || reading.is(token, in: Self.behindHead) {
        end = token
        break
      }
      if part == .noun || part == .properNoun || token == tokens.upperBound - 1 && found == nil { found = token }
    }
    headToken = found ?? tokens.lowerBound
    let noun = Portraits.lemma(headToken, reading)
    head = WordPairs.titleAbbreviations[noun] ?? noun
    for token in tokens.lowerBound..<end where token != headToken && Portraits.describes(token, reading) {
      modifiers.insert(FeatureHash(Portraits.lemma(token, reading).utf8).value)
    }
  }

  private mutating func classify(_ reading: Reading) {
    let part = reading.tokens[headToken].part
    isPlural = part == .noun && head != reading.lowercased(headToken) || reading.is(headToken, "people")
    isCapitalised = reading.isCapitalised(headToken)
    if WordList.nounsOfWomen.contains(head) { sex = 1 } else if WordList.nounsOfMen.contains(head) { sex = -1 }
    noun =
      WordList.bodies.contains(head)
      ? .body
      : WordList.utterances.contains(head)
        ? .utterance
        : WordList.titles.contains(head) || sex != 0 || WordList.personEndings.words.contains(where: head.hasSuffix)
          ? .person : .other
    let place = reading.span(headToken)
    headName = names.first { $0.span.contains(place) }
    if headName != nil || names.contains(where: { $0.type == .person }) {
      kind = .name
    } else if beginning == .bare, tokens.allSatisfy({ isOfName($0, reading) }) {
      kind = .capitals
    } else {
      kind = .role
    }
  }

  private func isOfName(_ token: Int, _ reading: Reading) -> Bool {
    reading.isCapitalised(token) || !reading.isWord(token) || reading.is(token, in: .nameParticles)
  }

  private static func ends(_ part: PartOfSpeech?) -> Bool {
    switch part {
    case .adposition, .subordinator, .verb, .auxiliary, .pronoun, .coordinator, .adverb: true
    default: false
    }
  }

  private static let behindHead = WordList(
    joining: .prepositions,
    WordList([",", "(", "who", "which", "that", "—", "–", ";", ":", "and"])
  )

  private static let pronouns: [String: Kind] = [
    "he": .he, "his": .he, "him": .he, "himself": .he, "she": .she, "her": .she, "herself": .she, "it": .it, "its": .it,
    "they": .they, "their": .they, "them": .they, "these": .they, "those": .they, "both": .they, "all": .they,
    "we": .we, "us": .we, "our": .we, "i": .i, "me": .i, "my": .i, "who": .relative, "which": .relative,
    "that": .relative, "you": .other, "one": .other, "this": .other, "others": .other,
  ]

  private static let beginnings: [String: Beginning] = [
    "the": .the, "a": .a, "an": .a, "this": .this, "that": .this, "these": .this, "those": .this, "his": .possessive,
    "her": .possessive, "their": .possessive, "its": .possessive, "our": .possessive, "my": .possessive,
    "some": .quantity, "many": .quantity, "several": .quantity, "few": .quantity, "most": .quantity, "no": .quantity,
    "any": .quantity, "all": .quantity, "both": .quantity, "other": .other, "another": .other, "one": .one,
    "two": .number, "three": .number,
  ]
}
