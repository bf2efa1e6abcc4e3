import DictumEnglish
public import DictumKit
import DictumModelFile
import DictumNeural

/// Stage `syntax`: tags parts of speech and hangs the tokens of each sentence on each other.
///
/// The scores come from a head on the shared encoder (biaffine, after Dozat and Manning 2017), the tree from the
/// maximum spanning tree over them, so that every sentence has exactly one root.
public struct SyntaxStage: Stage {
  public static let name = "syntax"
  public static let summary = "parts of speech, dependency trees and dictionary forms of all tokens"

  private static let head: (name: String, kind: HeadKind) = ("syntax", .parser)

  public static func contract(for settings: NoSettings) -> StageContract {
    StageContract(
      requires: [LayerKey.sentences, LayerKey.tokens, TransientKey.encoding],
      provides: [TransientKey.syntax],
      extends: [LayerKey.tokens]
    )
  }

  public init(settings: NoSettings, resources: Resources) throws { try resources.expect(heads: [Self.head]) }

  public func annotate(_ document: inout Document) throws {
    guard let encoding = document[.encoding] else { return }
    var tokens = document[.tokens]
    let spans = tokens.map(\.span)
    let sentences = SyntaxTree.sentences(of: document)
    let bytes = document.text.bytes
    let parser = try DependencyParser(Self.head.name, of: encoding.model)
    let parts: [PartOfSpeech] = try known(parser.description.partsOfSpeech, "part of speech", encoding.model)
    let relations: [Relation] = try known(parser.description.labels, "relation", encoding.model)
    let parsed = try encoding.encoders.withEncoder { encoder throws(DictumError) in
      try parser.parse(bytes, tokens: spans, sentences: sentences, in: encoding.document, with: encoder)
    }
    for (index, token) in parsed.enumerated() {
      tokens[index].part = parts[token.part]
      tokens[index].head = token.head
      tokens[index].relation = relations[token.relation]
      tokens[index].lemma = Lemma.of(document.text[spans[index]], as: parts[token.part])
    }
    document[.tokens] = tokens
    document[.syntax] = SyntaxTree(text: document.text, tokens: tokens, sentences: sentences)
  }

  /// The cases that a model's labels name.
  private func known<Label: FieldChoice>(_ names: [String], _ what: String, _ model: Model) throws -> [Label] {
    try names.map { name in
      guard let label = Label(rawValue: name) else {
        throw DictumError(.modelMismatch, "model \(model.name) knows a \(what) that Dictum does not: \(name)")
      }
      return label
    }
  }
}
