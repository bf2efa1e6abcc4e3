import DictumEnglish
import DictumKit
import DictumLinear

/// What an article says of each of its entities: how it is introduced, how often it is named, of which sex it is.
struct Portraits {
  /// So many words before a name belong to its title, so many behind a comma to its apposition.
  private static let reach = (before: 7, behind: 14)
  private static let speaking: Set<EntityType> = [
    .person, .organization, .location, .norp, .facility, .unknown, .misc, .product,
  ]

  let entities: [Entity]
  let number: [String: Int]
  /// Names that may speak, in text order, each with its entity.
  let names: [Mention]
  let entityOfName: [Int]
  /// By entity: its names' places in `names`.
  let places: [[Int]]
  /// By entity: lemmas of the words that it is introduced with.
  private(set) var words: [Set<UInt64>]
  /// By entity: above zero for a woman, below for a man.
  var sex: [Int]
  /// By entity: how many entities are named more often.
  private(set) var rank: [Int]
  /// The entities with a name, those named most first.
  let frequent: [Int]
  /// Who is described and never named, by the words of the description.
  let described: [[String]: Int]
  /// By entity: its names and aliases as words in lower case.
  let forms: [[[String]]]

  init(_ document: Document, _ reading: Reading) {
    entities = document[.entities]
    let number = Dictionary(entities.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    self.number = number
    names = document[.mentions].filter {
      $0.form == .name && Self.speaking.contains($0.type) && $0.entity.map { number[$0] != nil } ?? false
    }
    entityOfName = names.compactMap { $0.entity.flatMap { number[$0] } }
    words = Array(repeating: [], count: entities.count)
    sex = Array(repeating: 0, count: entities.count)
    rank = Array(repeating: 0, count: entities.count)
    let forms = entities.map { entity in ([entity.name] + entity.aliases).map(Self.words) }
    self.forms = forms
    var places: [[Int]] = Array(repeating: [], count: entities.count)
    for (place, entity) in entityOfName.enumerated() { places[entity].append(place) }
    self.places = places
    let order = entities.indices.filter { !places[$0].isEmpty }.sorted {
      (-places[$0].count, places[$0][0]) < (-places[$1].count, places[$1][0])
    }
    frequent = order
    for (rank, entity) in order.enumerated() { self.rank[entity] = rank }
    described = Dictionary(
      entities.indices.filter { places[$0].isEmpty }.compactMap { entity in forms[entity].first.map { ($0, entity) } }
    ) { first, _ in first }
    var hasGivenName = Array(repeating: false, count: entities.count)
    for (place, entity) in entityOfName.enumerated() {
      let name = reading.tokens(in: names[place].span)
      guard !name.isEmpty else { continue }
      describe(entity, name, names[place].type, reading)
      guard entities[entity].type == .person else { continue }
      let given = hasGivenName[entity] ? 0 : reading.sexOfGivenName(names[place].span)
      if given != 0 { hasGivenName[entity] = true }
      sex[entity] += given + PronounSpeakers.titleSex(names[place].span, reading)
    }
    for mention in document[.mentions] where mention.form == .pronoun {
      guard let entity = mention.entity.flatMap({ number[$0] }), entities[entity].type == .person else { continue }
      sex[entity] += PronounSpeakers.sex(ofPronoun: mention.span, reading)
    }
  }

  /// Whether an entity has a name in the article, or is only described.
  func isNamed(_ entity: Int) -> Bool { !places[entity].isEmpty }

  /// A phrase as words in lower case, without punctuation.
  static func words(_ phrase: String) -> [String] {
    phrase.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  static func lemma(_ token: Int, _ reading: Reading) -> String {
    let lemma = (reading.tokens[token].lemma ?? reading.word(token)).lowercased()
    return lemma.last == "." && lemma.count > 1 ? String(lemma.dropLast()) : lemma
  }

  /// Whether a token is a noun, name or adjective.
  static func describes(_ token: Int, _ reading: Reading) -> Bool {
    switch reading.tokens[token].part {
    case .noun, .properNoun, .adjective: true
    default: false
    }
  }

  private mutating func add(_ token: Int, to entity: Int, _ reading: Reading) {
    let lemma = Self.lemma(token, reading)
    words[entity].insert(FeatureHash(lemma.utf8).value)
    if let long = WordPairs.titleAbbreviations[lemma] { words[entity].insert(FeatureHash(long.utf8).value) }
  }

  /// Takes in what stands before a name, behind it between commas, and what it “is” or “was”.
  private mutating func describe(_ entity: Int, _ name: Range<Int>, _ type: EntityType, _ reading: Reading) {
    if type != .person { for token in name where reading.isWord(token) { add(token, to: entity, reading) } }
    guard let place = reading.sentence(at: reading.span(name.lowerBound).start) else { return }
    let sentence = reading.tokens(ofSentence: place)
    var token = name.lowerBound - 1
    var count = 0
    while token >= sentence.lowerBound, count < Self.reach.before {
      let describes = Self.describes(token, reading)
      guard describes || reading.is(token, in: Self.within) || count == 0 && reading.is(token, ",") else { break }
      if describes { add(token, to: entity, reading) }
      token -= 1
      count += 1
    }
    token = name.upperBound
    guard sentence.contains(token) else { return }
    let isApposed = reading.is(token, in: Self.openings)
    guard isApposed || reading.is(token, "is") || reading.is(token, "was") else { return }
    token += 1
    count = 0
    while sentence.contains(token), count < Self.reach.behind, !reading.is(token, in: Self.closings) {
      let part = reading.tokens[token].part
      if isApposed, count == 0, part == .verb || part == .auxiliary { return }
      if isApposed ? Self.describes(token, reading) : part == .noun { add(token, to: entity, reading) }
      token += 1
      count += 1
    }
  }

  private static let within = WordList([".", "of", "'s", "and", "for", "-", "&", "the"])
  private static let openings = WordList([",", "(", "—", "–", "-"])
  private static let closings = WordList([",", "(", ")", "—", ";", ":"])
}
