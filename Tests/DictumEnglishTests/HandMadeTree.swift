import DictumEnglish
import DictumKit
import DictumTesting

/// A tree written by hand: one token after the other as `word/UPOS/deprel>head`, heads counted from 1 within the
/// sentence, roots as `word/UPOS`; sentences end at a line break.
///
///     The/DET/det>2 minister/NOUN/nsubj>3 resigned/VERB ./PUNCT/punct>3
struct HandMadeTree {
  let tree: SyntaxTree

  /// - Parameter text: the words with the white space between them.
  init(_ text: String, _ drawn: String) throws {
    var tokens: [Token] = []
    var sentences: [Range<Int>] = []
    let bytes = Array(text.utf8)
    var offset = 0
    for line in drawn.split(separator: "\n") {
      let first = tokens.count
      for part in line.split(separator: " ") {
        // A slash may be the word itself.
        let fields = part.split(separator: "/", omittingEmptySubsequences: false)
        guard fields.count >= 2, let tag = PartOfSpeech(rawValue: String(fields[1])) else {
          throw DrawingError(problem: "no part of speech in \(part)")
        }
        while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x0A { offset += 1 }
        let word = Array(fields[0].utf8)
        guard Array(bytes[offset..<min(bytes.count, offset + word.count)]) == word else {
          throw DrawingError(problem: "the text has no \(fields[0]) at \(offset)")
        }
        var token = Token(span: TextSpan(start: offset, end: offset + word.count), kind: .word)
        offset += word.count
        token.part = tag
        token.relation = .root
        if fields.count == 3 {
          let arc = fields[2].split(separator: ">")
          guard arc.count == 2, let relation = Relation(rawValue: String(arc[0])), let head = Int(arc[1]) else {
            throw DrawingError(problem: "no arc in \(part)")
          }
          token.relation = relation
          token.head = first + head - 1
        }
        tokens.append(token)
      }
      sentences.append(first..<tokens.count)
    }
    tree = SyntaxTree(text: SourceText(text), tokens: tokens, sentences: sentences)
  }

  /// The index of a word, the first of that spelling.
  func callAsFunction(_ word: String) throws -> Int {
    guard let index = tree.tokens.indices.first(where: { tree.text[tree.tokens[$0].span] == word }) else {
      throw DrawingError(problem: "no word \(word)")
    }
    return index
  }
}

/// How what a query finds differs from the marks of a text; nil when it does not.
///
/// - Parameters:
///   - marked: the text, with a marker around each place that the query must find.
///   - drawn: its tree, see `HandMadeTree`.
///   - query: finds runs of tokens.
func difference(
  _ marked: String,
  _ drawn: String,
  _ query: (HandMadeTree) throws -> [Range<Int>]
) throws -> String? {
  let text = try MarkedText(marked)
  let tree = try HandMadeTree(text.text, drawn)
  let label = text.marks.first?.label ?? "found"
  let tokens = tree.tree.tokens
  let found = try query(tree).map { tokens[$0.lowerBound].span.union(tokens[$0.upperBound - 1].span) }
    .map { MarkedText.Mark(label: label, span: $0) }.sorted()
  return found == text.marks ? nil : "found \(MarkedText.render(text.text, found)), expected \(marked)"
}

extension Int {
  /// The token alone.
  var alone: Range<Int> { self..<self + 1 }
}

/// What is wrong with a drawn tree.
struct DrawingError: Error {
  let problem: String
}
