import DictumEnglish
import DictumKit

/// Mends sources that were cut or taken from the wrong words, by the tree: a source is the subject of its cue, a phrase from
/// its first word to its last.
struct SourceRepair {
  private static let broken: Set<PartOfSpeech> = [.determiner, .adposition, .coordinator, .subordinator, .particle]
  private static let pointing: Set<PartOfSpeech> = [.pronoun]
  /// What a source may be named by in the tree, beside the nouns that head its phrase.
  private static let longest = 40

  private let tree: SyntaxTree
  private let reading: Reading

  init(_ tree: SyntaxTree, _ reading: Reading) {
    self.tree = tree
    self.reading = reading
  }

  /// The quote with a source that is a phrase, where its own is none.
  func repaired(_ quote: Quote) -> Quote {
    guard quote.source.count == 1, let source = quote.source.first?.span else { return quote }
    let tokens = reading.tokens(in: source)
    if isSpokenOf(tokens, in: quote) {
      var quote = quote
      (quote.source, quote.speakers) = ([], [])
      return quote
    }
    guard !tokens.isEmpty, let better = better(than: tokens, of: quote), let span = reading.span(better),
      span != source, !quote.spans.contains(where: { $0.span.overlaps(span) }),
      !quote.cue.contains(where: { $0.span.overlaps(span) })
    else { return withoutDeterminer(quote, tokens) }
    var quote = quote
    quote.source = [TextPart(span)]
    return quote
  }

  /// “Lee was said to …”, “Lee was told that …”: somebody else says it.
  private func isSpokenOf(_ source: Range<Int>, in quote: Quote) -> Bool {
    guard let head = tree.headWord(of: source), let verb = tree.head(of: head), reading.is(verb, in: .reportingVerbs),
      quote.cue.contains(where: { reading.tokens(in: $0.span).contains(verb) })
    else { return false }
    return tree.isPassive(verb) && tree.patient(of: verb) == head
  }

  /// “a”, of which nothing more can be made, is nobody.
  private func withoutDeterminer(_ quote: Quote, _ tokens: Range<Int>) -> Quote {
    guard tokens.count == 1, reading.is(tokens.lowerBound, in: .sourceArticles)
    else { return quote }
    var quote = quote
    (quote.source, quote.speakers) = ([], [])
    return quote
  }

  private func better(than tokens: Range<Int>, of quote: Quote) -> Range<Int>? {
    guard let last = tokens.last(where: reading.isWord) else { return subject(of: quote) }
    let isPronoun = tokens.count == 1 && tree.is(last, Self.pointing)
    if isPronoun { return nil }
    // “Lee” of “Lee supporters”: what a name is part of speaks.
    if tree.is(last, [.properNoun]), tree.is(last, [.compound]), let noun = tree.head(of: last), noun > last,
      !tokens.contains(noun), tree.is(noun, [.noun])
    {
      return completed(tokens, last)
    }
    if let head = tree.headWord(of: tokens), tree.is(head, [.verb, .auxiliary]) {
      return own(subjectOf: head, in: tokens) ?? subject(of: quote)
    }
    if tree.is(last, Self.broken) {
      return completed(tokens, last) ?? subject(of: quote)
    }
    return tokens.contains(where: tree.headsPhrase)
      ? withoutTail(tokens) : completed(tokens, last) ?? subject(of: quote)
  }

  /// “Party leaders long”, “a group of artists this week”: up to the last word that belongs to the phrase.
  private func withoutTail(_ tokens: Range<Int>) -> Range<Int>? {
    guard let head = tree.headWord(of: tokens), tree.headsPhrase(head),
      let last = tokens.last(where: { tree.hangs($0, on: head) && reading.isWord($0) }), last < tokens.upperBound - 1,
      !tree.is(last, Self.broken)
    else { return nil }
    let tail = last + 1..<tokens.upperBound
    guard tail.contains(where: reading.isWord), !tail.contains(where: { tree.is($0, [.properNoun, .pronoun]) }) else {
      return nil
    }
    return tokens.lowerBound..<last + 1
  }

  /// “Trump returned the compliment”: its own subject.
  private func own(subjectOf verb: Int, in tokens: Range<Int>) -> Range<Int>? {
    tree.subjects(of: verb).first { tokens.contains($0) && tree.headsPhrase($0) && !tree.is($0, Self.pointing) }
      .map { subject in
        // “coauthor Ann Lee told …”, where the tree has parted the two.
        var whole = phrase(subject)
        while tokens.contains(whole.upperBound), tree.is(whole.upperBound, [.properNoun]) {
          whole = whole.lowerBound..<whole.upperBound + 1
        }
        return whole
      }
  }

  /// “a senior member of”: up to the end of its phrase.
  private func completed(_ tokens: Range<Int>, _ last: Int) -> Range<Int>? {
    var head: Int? = last
    while let current = head, !tree.headsPhrase(current) || tree.is(current, [.possessor]) {
      head = tree.head(of: current)
    }
    guard let head else { return nil }
    let whole = phrase(head)
    let grown = min(tokens.lowerBound, whole.lowerBound)..<max(tokens.upperBound, whole.upperBound)
    return grown.count <= Self.longest ? grown : nil
  }

  /// The subject of the cue’s verb.
  private func subject(of quote: Quote) -> Range<Int>? {
    for part in quote.cue {
      let tokens = reading.tokens(in: part.span)
      guard let verb = tokens.first(where: { tree.is($0, [.verb]) }) else { continue }
      var predicate = verb
      while tree.is(predicate, [.adverbialClause, .openComplement]), tree.subjects(of: predicate).isEmpty,
        let governor = tree.head(of: predicate)
      { predicate = governor }
      if let subject = tree.subjects(of: predicate).first, tree.headsPhrase(subject) { return phrase(subject) }
    }
    return nil
  }

  private func phrase(_ head: Int) -> Range<Int> {
    let joined = tree.conjuncts(of: head)
    let tokens = tree.wholePhrase(of: head).tokens
    guard let last = joined.last, last != head else { return tokens }
    return tokens.lowerBound..<max(tokens.upperBound, tree.wholePhrase(of: last).tokens.upperBound)
  }
}
