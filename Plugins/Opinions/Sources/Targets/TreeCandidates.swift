import DictumEnglish
import DictumKit

/// What a statement may take a side on: the nouns, names and pronouns that head a phrase in its sentences.
///
/// Each stands for its shortest name, so that no two overlap: without article and possessor, without what follows as a
/// phrase or clause of its own. `Training/encoder/targets.py` cuts them in the same way for the model to learn from.
struct TreeCandidates: TargetCandidates {
  private static let nominals: Set<PartOfSpeech> = [.noun, .properNoun, .pronoun]
  /// Relations of words that are a part of another phrase, or that name nothing.
  private static let dependent: Set<Relation> = [
    .compound, .flat, .fixed, .goesWith, .descriptiveModifier, .unmarkedNominalModifier, .unmarkedOblique, .expletive,
    .reparandum,
  ]
  /// Relations of the words that belong to a phrase’s shortest name.
  private static let naming: Set<Relation> = [
    .compound, .flat, .fixed, .adjectivalModifier, .numericModifier, .goesWith, .descriptiveModifier,
  ]

  private let tree: SyntaxTree

  init(_ tree: SyntaxTree) { self.tree = tree }

  /// The candidates among some tokens, in text order (UTF-8).
  func candidates(in tokens: Range<Int>) -> [TextSpan] {
    tokens.filter { tree.is($0, Self.nominals) && !tree.is($0, Self.dependent) }.map { name(of: $0) }
  }

  /// The head with the modifiers that stand next to it.
  private func name(of head: Int) -> TextSpan {
    var inside: Set<Int> = [head]
    var open = [head]
    while let token = open.popLast() {
      for dependent in tree.dependents(of: token, as: Self.naming) where inside.insert(dependent).inserted {
        open.append(dependent)
      }
    }
    var first = head
    var last = head
    while true {
      if inside.contains(first - 1) {
        first -= 1
      } else if isHyphenated(first) {
        first -= 2
      } else {
        break
      }
    }
    while inside.contains(last + 1) { last += 1 }
    return tree.tokens[first].span.union(tree.tokens[last].span)
  }

  /// Whether a hyphen joins a token to the word before it: “based” of “rules-based order”, “Japan” of “US-Japan Alliance”.
  private func isHyphenated(_ token: Int) -> Bool {
    guard token > 1, tree.tokens[token - 2].part != .punctuation else { return false }
    let (word, hyphen, next) = (tree.tokens[token - 2].span, tree.tokens[token - 1].span, tree.tokens[token].span)
    return ["-", "‑"].contains(tree.text[hyphen]) && word.end == hyphen.start && hyphen.end == next.start
  }
}
