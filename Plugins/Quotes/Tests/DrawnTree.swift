import DictumEnglish
import DictumKit

/// A sentence with its tree, one token after the other as `word/UPOS/deprel>head`, heads counted from 1, a root as
/// `word/UPOS`; all words are parted by a blank.
struct DrawnTree {
  let document: Document
  let reading: Reading
  let tree: SyntaxTree

  init(_ drawn: String) {
    let fields = drawn.split(separator: " ").map { $0.split(separator: "/") }
    var document = Document(id: "d", text: SourceText(fields.map { String($0[0]) }.joined(separator: " ")))
    var start = 0
    document[.tokens] = fields.map { field in
      let span = TextSpan(start: start, end: start + field[0].utf8.count)
      start = span.end + 1
      let first = field[0].unicodeScalars.first
      var token = Token(span: span, kind: first.map(\.properties.isAlphabetic) ?? false ? .word : .punctuation)
      token.part = PartOfSpeech(rawValue: String(field[1]))
      let arc = field.count > 2 ? field[2].split(separator: ">") : []
      token.relation = arc.first.flatMap { Relation(rawValue: String($0)) } ?? .root
      token.head = arc.last.flatMap { Int($0) }.map { $0 - 1 }
      return token
    }
    document[.sentences] = [Sentence(id: "s0", span: document.text.span, paragraph: 0)]
    self.document = document
    reading = Reading(document)
    let tokens = document[.tokens]
    tree = SyntaxTree(text: document.text, tokens: tokens, sentences: [tokens.indices])
  }

  /// Where some words stand first.
  func place(of words: String) -> TextPart {
    let bytes = document.text.bytes
    let start = bytes.indices.first { bytes[$0...].starts(with: words.utf8) } ?? 0
    return TextPart(TextSpan(start: start, end: start + words.utf8.count))
  }
}
