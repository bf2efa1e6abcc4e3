import DictumEnglish
import DictumKit

/// “donors who back the plan”: whom a relative pronoun stands for.
extension SourceHolders {
  private static let relatives = WordList(["who", "which", "that"])

  /// The holders of a statement whose source is a relative pronoun; nil where it is none, or where its clause hangs on no
  /// noun.
  func antecedents(of quote: Quote) -> [Holder]? {
    guard quote.source.count == 1, let source = quote.source.first?.span else { return nil }
    let pronoun = reading.token(from: source.start)
    guard pronoun < reading.count, reading.span(pronoun) == source, reading.is(pronoun, in: Self.relatives),
      let noun = antecedent(of: pronoun), let sentence = tree.sentence(of: noun), noun < pronoun
    else { return nil }
    let place = sentence.lowerBound..<pronoun
    // “Ann Lee, a donor who backs …”: the one whose description it is.
    for name in [noun, tree.apposed(to: noun)].compactMap(\.self) {
      let found = names(at: name, within: place)
      if !found.isEmpty { return found.map(Holder.entity) }
    }
    return description(of: noun, within: place).map { [.described($0)] }
  }

  /// The noun that a relative clause belongs to; right before its pronoun, where the tree does not say.
  private func antecedent(of pronoun: Int) -> Int? {
    if let verb = tree.head(of: pronoun), let noun = tree.antecedent(ofClause: verb) { return noun }
    guard reading.is(pronoun, "who"), pronoun > 0, tree.is(pronoun - 1, [.noun]), tree.headsPhrase(pronoun - 1) else {
      return nil
    }
    return pronoun - 1
  }
}
