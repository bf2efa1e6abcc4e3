import DictumEnglish
import DictumKit

/// What a quotation itself reports of others: “The officers argue that the plan is rushed,” Holm said.
///
/// The tagger marks the quotation as one content, so these are read from the tree: a verb of saying, its subject, and the
/// clause that says what.
struct NestedStatements {
  static let name = "nested"
  private static let fewestWords = 3
  private static let certain = 0.6
  private static let verbs: Set<PartOfSpeech> = [.verb]
  private static let subjects: Set<Relation> = [.subject]
  private static let auxiliaries: Set<Relation> = [.auxiliary, .passiveAuxiliary]
  /// The speaker and whom he speaks to: “I think”, “you say”.
  private static let speakers: Set<String> = ["i", "me", "us", "we", "you"]
  private static let open: Set<PartOfSpeech> = [.subordinator, .punctuation]

  private let tree: SyntaxTree
  private let reading: Reading

  init(_ tree: SyntaxTree, _ reading: Reading) {
    self.tree = tree
    self.reading = reading
  }

  /// The statements inside direct ones, without ids and speakers.
  func statements(in quotes: [Quote]) -> [Quote] {
    quotes.filter { $0.kind == .direct }.flatMap { quote in
      quote.spans.flatMap { part in
        let tokens = reading.tokens(in: part.span)
        return tokens.compactMap { statement(at: $0, in: tokens) }
      }
    }
  }

  private func statement(at verb: Int, in quotation: Range<Int>) -> Quote? {
    guard tree.is(verb, Self.verbs), reading.is(verb, in: .reportingVerbs),
      let subject = tree.dependents(of: verb, as: Self.subjects).first,
      !Self.speakers.contains(reading.lowercased(subject)), tree.headsPhrase(subject),
      let clause = tree.dependents(of: verb, as: [.clausalComplement]).first
    else { return nil }
    var content = tree.subtree(of: clause)
    while let first = content.first, content.count > 1, tree.is(first, Self.open) { content = content.dropFirst() }
    while let last = content.last, content.count > 1, !reading.isWord(last) { content = content.dropLast() }
    let source = tree.nounPhrase(of: subject).tokens
    guard content.lowerBound > verb, content.upperBound <= quotation.upperBound,
      source.lowerBound >= quotation.lowerBound, source.upperBound <= verb,
      reading.wordCount(content) >= Self.fewestWords, let said = reading.span(content), let who = reading.span(source)
    else { return nil }
    let first = tree.dependents(of: verb, as: Self.auxiliaries).first { $0 >= source.upperBound } ?? verb
    guard let cue = reading.span(min(first, verb)..<verb + 1) else { return nil }
    var quote = Quote()
    quote.kind = .direct
    quote.spans = [TextPart(said)]
    quote.cue = [TextPart(cue)]
    quote.source = [TextPart(who)]
    quote.sentences = reading.sentenceIDs(touching: [said])
    quote.confidence = Self.certain
    quote.by = Self.name
    return quote
  }
}
