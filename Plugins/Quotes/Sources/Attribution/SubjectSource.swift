import DictumEnglish
import DictumKit

/// Gives a statement the subject of its cue as its source where the tagger took a noun that only stands nearer: “The minister
/// met the mayor, saying …”, “The board, which the mayor leads, said …”.
struct SubjectSource {
  private static let clauses: Set<Relation> = [.relativeClause, .clausalModifier]
  private static let subjects: Set<Relation> = [.subject]
  private static let adverbial: Set<Relation> = [.adverbialClause]
  private static let verbs: Set<PartOfSpeech> = [.verb]
  private static let punctuation: Set<PartOfSpeech> = [.punctuation]

  private let tree: SyntaxTree
  private let reading: Reading

  init(_ tree: SyntaxTree, _ reading: Reading) {
    self.tree = tree
    self.reading = reading
  }

  /// The quote with the subject of its cue for a source, where its own is none.
  func repaired(_ quote: Quote) -> Quote {
    guard quote.source.count == 1, let source = quote.source.first.map({ reading.tokens(in: $0.span) }),
      let cue = quote.cue.first.flatMap({ reading.tokens(in: $0.span).first { tree.is($0, Self.verbs) } }),
      let subject = ownSubject(of: cue, beside: source) ?? governorsSubject(of: cue, beside: source),
      !source.contains(subject), tree.headsPhrase(subject), let span = reading.span(phrase(subject)),
      !(quote.spans + quote.cue).contains(where: { $0.span.overlaps(span) })
    else { return quote }
    var quote = quote
    quote.source = [TextPart(span)]
    return quote
  }

  /// “The board, which the mayor leads, said”: the source hangs on a clause about the subject.
  private func ownSubject(of cue: Int, beside source: Range<Int>) -> Int? {
    guard let subject = tree.dependents(of: cue, as: Self.subjects).first, let head = tree.headWord(of: source) else {
      return nil
    }
    var node = head
    var isInClause = false
    while let governor = tree.head(of: node), node != subject {
      isInClause = isInClause || tree.is(node, Self.clauses)
      node = governor
    }
    return node == subject && isInClause ? subject : nil
  }

  /// “The minister met the mayor, saying”: the source is an object of the verb that the cue hangs on.
  private func governorsSubject(of cue: Int, beside source: Range<Int>) -> Int? {
    guard tree.is(cue, Self.adverbial), tree.dependents(of: cue, as: Self.subjects).isEmpty,
      reading.lowercased(cue).hasSuffix("ing"), let governor = tree.head(of: cue), tree.is(governor, Self.verbs),
      !tree.isPassive(governor), source.lowerBound > governor, source.upperBound <= cue
    else { return nil }
    return tree.subjects(of: governor).first { !source.contains($0) }
  }

  /// The subject’s phrase up to the first clause about it.
  private func phrase(_ subject: Int) -> Range<Int> {
    let whole = tree.wholePhrase(of: subject).tokens
    let clause = tree.dependents(of: subject, as: Self.clauses).first { $0 > subject }
    var end = min(whole.upperBound, clause.map { tree.subtree(of: $0).lowerBound } ?? whole.upperBound)
    while end > subject + 1, tree.is(end - 1, Self.punctuation) { end -= 1 }
    return whole.lowerBound..<max(end, subject + 1)
  }
}
