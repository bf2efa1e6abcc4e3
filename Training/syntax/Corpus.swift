import DictumEnglish
import DictumKit
import Foundation

/// A treebank's tokens, parts of speech and noun chunks. Tokens are the treebank's own.
struct Corpus {
  /// One document.
  struct Item {
    let text: SourceText
    let tokens: [Token]
    let sentences: [Range<Int>]
    let chunks: [Range<Int>]

    var parts: [PartOfSpeech] { tokens.map { $0.part ?? .other } }

    /// Outside, first word of a chunk, going on.
    var chunkLabels: [Int] {
      var labels = [Int](repeating: 0, count: tokens.count)
      for chunk in chunks {
        for token in chunk { labels[token] = token == chunk.lowerBound ? 1 : 2 }
      }
      return labels
    }
  }

  private struct Line: Decodable {
    let text: String
    let syntax: [[Row]]
  }

  /// `[start, end, upos, head, deprel]`.
  private struct Row: Decodable {
    let start: Int
    let end: Int
    let part: PartOfSpeech?
    let head: Int
    let relation: Relation?

    init(from decoder: any Decoder) throws {
      var fields = try decoder.unkeyedContainer()
      start = try fields.decode(Int.self)
      end = try fields.decode(Int.self)
      part = PartOfSpeech(rawValue: try fields.decode(String.self))
      head = try fields.decode(Int.self)
      relation = Relation(rawValue: try fields.decode(String.self))
    }
  }

  private(set) var items: [Item] = []

  var tokenCount: Int { items.reduce(0) { $0 + $1.tokens.count } }

  init(paths: [String]) throws {
    for path in paths {
      for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
        items.append(Self.item(try JSONDecoder().decode(Line.self, from: Data(line.utf8))))
      }
    }
  }

  private static func item(_ line: Line) -> Item {
    let text = SourceText(line.text)
    let map = OffsetMap(text, unit: .unicodeScalar)
    var tokens: [Token] = []
    var sentences: [Range<Int>] = []
    for sentence in line.syntax {
      let first = tokens.count
      for row in sentence {
        let start = map.utf8(offset: row.start) ?? 0
        let span = TextSpan(start: start, end: map.utf8(offset: row.end) ?? start)
        let isWord = text[span].unicodeScalars.contains {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        var token = Token(span: span, kind: isWord ? .word : .punctuation)
        token.part = row.part
        token.relation = row.relation
        token.head = row.head > 0 ? first + row.head - 1 : nil
        tokens.append(token)
      }
      sentences.append(first..<tokens.count)
    }
    let tree = SyntaxTree(text: text, tokens: tokens, sentences: sentences)
    return Item(text: text, tokens: tokens, sentences: sentences, chunks: tree.nounChunks)
  }
}
