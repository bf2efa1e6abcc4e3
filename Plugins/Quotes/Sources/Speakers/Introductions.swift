import DictumEnglish
import DictumKit

/// What the names of an article are introduced as: “Sen. Lee”, “the company, Acme”, “Kim, a retired surgeon,”, “the Finance
/// Ministry”. A role stands for whoever was last introduced so.
struct Introductions {
  /// How many words before a name belong to its title.
  private static let title = 5
  /// Members of both houses.
  private static let lawmakers: Set = ["senator", "representative"]

  private var entities: [String: [(place: Int, entity: String)]] = [:]

  init(_ names: [Mention], _ tree: SyntaxTree, _ reading: Reading) {
    for name in names {
      guard let entity = name.entity else { continue }
      let tokens = reading.tokens(in: name.span)
      guard !tokens.isEmpty else { continue }
      var nouns = Self.titles(before: tokens.lowerBound, tree, reading)
      if name.type == .organization || name.type == .facility { nouns += tokens.map(reading.lowercased) }
      if let head = tree.headWord(of: tokens) { nouns += Self.descriptions(of: head, tree, outside: tokens) }
      // “the junta” is not “junta leader Kim”.
      if name.type == .person { nouns.removeAll(where: WordList.bodies.contains) }
      for noun in nouns where !WordList.utterances.contains(noun) {
        let long = WordPairs.titleAbbreviations[noun]
        for form in [noun, long].compactMap(\.self) { add(form, name.span.start, entity) }
        if Self.lawmakers.contains(long ?? noun) { add("lawmaker", name.span.start, entity) }
      }
    }
  }

  private mutating func add(_ noun: String, _ place: Int, _ entity: String) {
    entities[noun, default: []].append((place, entity))
  }

  /// Whoever was last introduced by a noun before a place; nil for nobody.
  func entity(called noun: String, before place: Int) -> String? {
    guard let named = entities[noun] else { return nil }
    let next = named.partitioningIndex { $0.place >= place }
    return next > 0 ? named[next - 1].entity : nil
  }

  /// The nouns right before a name, as a dictionary lists them.
  private static func titles(before name: Int, _ tree: SyntaxTree, _ reading: Reading) -> [String] {
    var found: [String] = []
    var token = name - 1
    while token >= 0, name - token <= title, let sentence = tree.sentence(of: name), sentence.contains(token) {
      if tree.is(token, [.noun, .properNoun]) {
        found.append(tree.lemma(of: token).lowercased().filter { $0 != "." })
      } else if !reading.is(token, ".") && !tree.is(token, [.adjective]) {
        break
      }
      token -= 1
    }
    return found
  }

  /// The nouns that stand beside a name: its appositions, what it is an apposition of, and what it is said to be.
  private static func descriptions(of head: Int, _ tree: SyntaxTree, outside name: Range<Int>) -> [String] {
    var nouns = tree.appositions(of: head).filter { !name.contains($0) }
    if let noun = tree.apposed(to: head) { nouns.append(noun) }
    if tree.is(head, [.subject]), let predicate = tree.head(of: head), tree.is(predicate, [.noun]),
      !tree.dependents(of: predicate, as: [.copula]).isEmpty, !tree.isNegated(predicate)
    {
      nouns.append(predicate)
    }
    return nouns.flatMap(tree.conjuncts).filter { tree.is($0, [.noun, .properNoun]) }.map {
      tree.lemma(of: $0).lowercased()
    }
  }
}
