import DictumKit
import Foundation
import Syntax

/// How a model does on a treebank's own tokens and sentences.
struct Evaluation {
  private var right = 0
  private var words = 0
  private var found = 0
  private var gold = 0
  private var both = 0

  init(_ syntax: LinearSyntax, _ corpus: Corpus) {
    for item in corpus.items {
      let parts = syntax.parts(item.text, item.tokens, item.sentences)
      let chunks = Set(syntax.chunks(item.text, item.tokens, parts, item.sentences))
      words += parts.count
      right += zip(parts, item.parts).count { $0 == $1 }
      found += chunks.count
      gold += item.chunks.count
      both += item.chunks.count(where: chunks.contains)
    }
  }

  var text: String {
    let f1 = 200 * Double(both) / Double(max(1, found + gold))
    return String(format: "UPOS %.2f, noun chunks F1 %.2f", 100 * Double(right) / Double(max(1, words)), f1)
  }
}
