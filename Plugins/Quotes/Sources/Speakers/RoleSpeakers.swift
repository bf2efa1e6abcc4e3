import DictumEnglish
import DictumKit
import DictumNeural

/// Who “the company”, “the minister”, “the retired surgeon” or “the statement” stands for.
///
/// In this order: what was described before with the same noun (“a spokesman … the spokesman”), whoever made the report or
/// letter that was spoken of before, and the name that the encoder’s link head finds likeliest (Lee, He, Lewis and
/// Zettlemoyer, “End-to-end Neural Coreference Resolution”, EMNLP 2017).
struct RoleSpeakers {
  static let head = (name: "links", kind: HeadKind.link)
  /// How likely a name must be for a noun that names a body or an office, and for any other. Chosen on the dev articles of
  /// positions.
  private static let least: (known: Float, other: Float) = (0.4, 0.8)
  /// Names further back are never asked: the encoder met none beyond its window in training.
  private static let reach = 2_000
  private static let most = 24
  /// What a phrase may begin with to stand for somebody introduced before.
  private static let pointers = WordList(["the", "this", "that", "these", "those", "both"])

  private let tree: SyntaxTree
  private let reading: Reading
  private let names: [Mention]
  private let introductions: Introductions
  private let places: Set<String>

  init(_ document: Document, _ tree: SyntaxTree, _ reading: Reading) {
    self.tree = tree
    self.reading = reading
    names = document[.mentions].filter { $0.form == .name && $0.entity != nil }
    introductions = Introductions(names, tree, reading)
    places = Set(document[.entities].filter { $0.type == .location }.map(\.id))
  }

  /// Whoever was introduced by the noun of a description in the singular: “the senator” after “Sen. Lee”.
  func introduced(as phrase: TextSpan) -> String? {
    guard !isPlural(phrase), let noun = noun(of: phrase), noun != "police" else { return nil }
    // “the ruling party” is one of several.
    if WordList.bodies.contains(noun),
      reading.tokens(in: phrase).contains(where: { tree.is($0, [.adjectivalModifier]) })
    {
      return nil
    }
    return introductions.entity(called: noun, before: phrase.start)
  }

  /// Whether a description points to somebody: “the minister”, “these officials”; not “a minister”, “three officials”.
  func points(_ phrase: TextSpan) -> Bool {
    let tokens = reading.tokens(in: phrase)
    guard let first = tokens.first, reading.is(first, in: Self.pointers), tokens.count <= 6 else { return false }
    return !tokens.dropFirst().contains {
      tree.is($0, [.relativeClause, .clausalModifier]) || tree.is($0, [.properNoun])
    }
  }

  /// The noun that a description is about, as a dictionary lists it.
  func noun(of phrase: TextSpan) -> String? {
    tree.headWord(of: reading.tokens(in: phrase)).map(tree.lemma)
  }

  /// Whether a description names more than one.
  func isPlural(_ phrase: TextSpan) -> Bool {
    guard let head = tree.headWord(of: reading.tokens(in: phrase)) else { return false }
    return tree.is(head, [.noun]) && tree.lemma(of: head) != reading.lowercased(head)
      || tree.is(head, [.pronoun, .numeral])
      || tree.conjuncts(of: head).count > 1
  }

  /// Those who are described in the plural: “two aides”, “everyone”.
  func groups(of mentions: [Mention]) -> Set<String> {
    Set(mentions.filter { $0.form == .nominal && isPlural($0.span) }.compactMap(\.entity))
  }

  /// Whether a description in the singular is about a person, as far as its noun tells: by its ending, or as a title.
  func namesPerson(_ phrase: TextSpan) -> Bool {
    guard !isPlural(phrase), let noun = noun(of: phrase), !WordList.bodies.contains(noun),
      !WordList.utterances.contains(noun)
    else { return false }
    return WordList.titles.contains(noun) || WordList.personEndings.words.contains(where: noun.hasSuffix)
  }

  /// Whoever issued what an earlier place of the same noun speaks of: “the board said in a statement …”, “a letter by the
  /// board”.
  func maker(of phrase: TextSpan, _ holders: SourceHolders) -> String? {
    guard let head = tree.headWord(of: reading.tokens(in: phrase)), holders.isUtterance(head) else { return nil }
    let noun = tree.lemma(of: head)
    var token = head - 1
    while token >= 0, reading.span(head).start - reading.span(token).end < Self.reach {
      defer { token -= 1 }
      guard tree.is(token, [.noun]), tree.lemma(of: token) == noun else { continue }
      let tokens = tree.sentence(of: token) ?? token..<token + 1
      if let maker = holders.makers(of: token, within: tokens).first { return maker }
      guard tree.is(token, [.object, .oblique]), let verb = tree.head(of: token),
        reading.is(verb, in: .reportingVerbs) || WordList.issuingVerbs.contains(tree.lemma(of: verb)),
        let subject = tree.agents(of: verb).first, let maker = holders.named(at: subject, within: tokens)
      else { continue }
      if !places.contains(maker) { return maker }
    }
    return nil
  }

  /// The likeliest names of phrases, by entity; nil where none is likely enough.
  ///
  /// - Throws: `engineFailed`, `modelLacksHead`.
  func named(_ phrases: [TextSpan], in document: Document) throws(DictumError) -> [String?] {
    guard let encoding = document[.encoding], !phrases.isEmpty else { return phrases.map { _ in nil } }
    let candidates = phrases.map(candidates)
    let questions = zip(phrases, candidates).map { LinkScorer.Question(anaphor: $0, candidates: $1.map(\.span)) }
    let scorer = try LinkScorer(Self.head.name, of: encoding.model)
    let scores = try encoding.encoders.withEncoder { encoder throws(DictumError) in
      try scorer.probabilities(questions, in: encoding.document, with: encoder)
    }
    return zip(phrases, zip(candidates, scores)).map { phrase, found in
      let (names, scores) = found
      let least = isKnown(phrase) ? Self.least.known : Self.least.other
      var sums: [(entity: String, likelihood: Float)] = []
      for (name, score) in zip(names, scores) {
        guard let entity = name.entity else { continue }
        if let known = sums.firstIndex(where: { $0.entity == entity }) {
          sums[known].likelihood += score
        } else {
          sums.append((entity, score))
        }
      }
      return sums.max { $0.likelihood < $1.likelihood }.flatMap { $0.likelihood >= least ? $0.entity : nil }
    }
  }

  private func isKnown(_ phrase: TextSpan) -> Bool {
    let noun = noun(of: phrase) ?? ""
    return WordList.bodies.contains(noun) || WordList.titles.contains(noun)
  }

  /// The names before a phrase that its noun may stand for, the nearest first.
  private func candidates(_ phrase: TextSpan) -> [Mention] {
    guard let head = tree.headWord(of: reading.tokens(in: phrase)) else { return [] }
    let isBody = WordList.bodies.contains(tree.lemma(of: head))
    let types: Set<EntityType> = isBody ? [.organization, .location, .facility, .norp] : [.person, .organization]
    var found: [Mention] = []
    var place = names.partitioningIndex { $0.span.start >= phrase.start } - 1
    while place >= 0, phrase.start - names[place].span.end < Self.reach, found.count < Self.most {
      if types.contains(names[place].type) { found.append(names[place]) }
      place -= 1
    }
    return found
  }
}
