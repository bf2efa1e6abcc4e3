package import DictumKit

/// The dependency trees of a document's sentences, over its tokens (Universal Dependencies).
///
/// Tokens are named by their index among the document's, punctuation among them; runs of them are ranges of indices. The
/// questions that stages ask of a tree stand in the files beside this one, one file an idea.
package struct SyntaxTree: Sendable {
  package let text: SourceText
  package let tokens: [Token]
  /// The tokens of each sentence.
  package let sentences: [Range<Int>]
  /// The governing token; nil for a root.
  private let heads: [Int?]
  /// All dependents, those of token `i` at `firsts[i]..<firsts[i + 1]`, in text order.
  private let dependents: [Int]
  private let firsts: [Int]
  /// From a token's first to its last descendant, itself included.
  private let extents: [Range<Int>]

  /// Trees of parsed tokens.
  ///
  /// A document may bring any heads along: one outside of the token's sentence, or one that would close a circle, counts
  /// as none.
  /// - Parameter sentences: ranges of tokens, in order, without overlap.
  package init(text: SourceText, tokens: [Token], sentences: [Range<Int>]) {
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
    var heads = [Int?](repeating: nil, count: tokens.count)
    for sentence in sentences {
      for token in sentence {
        heads[token] = tokens[token].head.flatMap { $0 != token && sentence.contains($0) ? $0 : nil }
      }
    }
    Self.open(circlesOf: &heads)
    self.heads = heads
    var firsts = [Int](repeating: 0, count: tokens.count + 1)
    for case let head? in heads { firsts[head + 1] += 1 }
    for index in tokens.indices { firsts[index + 1] += firsts[index] }
    var next = firsts
    var dependents = [Int](repeating: 0, count: firsts[tokens.count])
    for (token, head) in heads.enumerated() {
      guard let head else { continue }
      dependents[next[head]] = token
      next[head] += 1
    }
    self.firsts = firsts
    self.dependents = dependents
    extents = Self.extents(heads)
  }

  /// Cuts every circle at its first token.
  private static func open(circlesOf heads: inout [Int?]) {
    var reached = [Int](repeating: -1, count: heads.count)
    for start in heads.indices {
      var node: Int? = start
      while let token = node, reached[token] < 0 {
        reached[token] = start
        node = heads[token]
      }
      if let token = node, reached[token] == start { heads[token] = nil }
    }
  }

  private static func extents(_ heads: [Int?]) -> [Range<Int>] {
    // Leaves first: a token is passed on once all of its dependents have been.
    var waiting = [Int](repeating: 0, count: heads.count)
    for case let head? in heads { waiting[head] += 1 }
    var extents = heads.indices.map { $0..<$0 + 1 }
    var ready = heads.indices.filter { waiting[$0] == 0 }
    while let token = ready.popLast() {
      guard let head = heads[token] else { continue }
      extents[head] =
        min(
          extents[head].lowerBound,
          extents[token].lowerBound
        )..<max(
          extents[head].upperBound,
          extents[token].upperBound
        )
      waiting[head] -= 1
      if waiting[head] == 0 { ready.append(head) }
    }
    return extents
  }
}

// Steps.
extension SyntaxTree {
  /// The token that governs this one; nil for the root of a sentence.
  package func head(of token: Int) -> Int? { heads[token] }

  /// The tokens that this one governs, in text order.
  package func dependents(of token: Int) -> ArraySlice<Int> { dependents[firsts[token]..<firsts[token + 1]] }

  /// Those of its dependents that stand in one of some relations to it, in text order.
  package func dependents(of token: Int, as relations: Set<Relation>) -> [Int] {
    dependents(of: token).filter { self.is($0, relations) }
  }

  /// Whether the token stands in one of some relations to its head.
  package func `is`(_ token: Int, _ relations: Set<Relation>) -> Bool {
    tokens[token].relation.map(relations.contains) ?? false
  }

  /// Whether the token is one of some parts of speech.
  package func `is`(_ token: Int, _ parts: Set<PartOfSpeech>) -> Bool {
    tokens[token].part.map(parts.contains) ?? false
  }

  /// From the first to the last token that hangs on this one, itself included. In a tree whose arcs cross, it may hold
  /// tokens of others.
  package func subtree(of token: Int) -> Range<Int> { extents[token] }

  /// Whether `token` is `ancestor` or hangs on it, however far below.
  package func hangs(_ token: Int, on ancestor: Int) -> Bool {
    var node: Int? = token
    while let current = node {
      if current == ancestor { return true }
      node = heads[current]
    }
    return false
  }

  /// The sentence that holds a token.
  package func sentence(of token: Int) -> Range<Int>? {
    let place = sentences.partitioningIndex { $0.upperBound > token }
    return place < sentences.count && sentences[place].contains(token) ? sentences[place] : nil
  }

  /// The token in lower case as a dictionary lists it, or as it is written where nobody has said so.
  package func lemma(of token: Int) -> String { tokens[token].lemma ?? text[tokens[token].span].lowercased() }

  /// The run without punctuation at its ends; nil when nothing is left.
  func trimmed(_ range: Range<Int>) -> Range<Int>? {
    guard let first = range.first(where: { tokens[$0].part != .punctuation }),
      let last = range.last(where: { tokens[$0].part != .punctuation })
    else { return nil }
    return first..<last + 1
  }
}

extension TransientKey<SyntaxTree> {
  /// The trees that stage `syntax` has built.
  package static var syntax: Self { Self("syntax") }
}
