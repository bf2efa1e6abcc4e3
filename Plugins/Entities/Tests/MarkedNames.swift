import DictumEnglish
import DictumKit
import DictumTesting

@testable import Entities

/// A text whose marks are sentences and, labelled by their entity's id, names of people.
struct MarkedNames {
  let document: Document
  let names: [Mention]

  init(_ marked: String) throws {
    let marked = try MarkedText(marked)
    var document = Document(id: "d", text: SourceText(marked.text))
    document[.tokens] = document.text.simpleTokens
    document[.sentences] = marked.spans("sentence").enumerated().map {
      Sentence(id: "s\($0.offset)", span: $0.element, paragraph: 0)
    }
    self.document = document
    names = marked.marks.filter { $0.label != "sentence" }.enumerated().map {
      Mention(id: "m\($0.offset)", span: $0.element.span, type: .person, entity: $0.element.label)
    }
  }

  var reading: Reading { Reading(document) }

  /// The mentions' words with their entities.
  func words(_ mentions: [Mention]) -> [String] {
    mentions.map { "\(document.text[$0.span]) \($0.entity ?? "-")" }
  }

  /// Where a word first stands.
  func span(of word: String) throws -> TextSpan? {
    document[.tokens].first { document.text[$0.span] == word }?.span
  }
}
