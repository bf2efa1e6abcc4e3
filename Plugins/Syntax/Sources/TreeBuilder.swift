import DictumEnglish
import DictumKit
import DictumNeural

/// Trees from a head on the shared encoder.
///
/// The scores are biaffine (Dozat and Manning 2017), the tree is the maximum spanning tree over them, so that every
/// sentence has exactly one root.
enum TreeBuilder {
  static let head: (name: String, kind: HeadKind) = ("syntax", .parser)

  /// Writes parts of speech, heads, relations and lemmas to the tokens; returns the trees.
  ///
  /// - Throws: `engineFailed`, `modelLacksHead`, `modelMismatch`.
  static func tree(
    _ document: inout Document,
    _ sentences: [Range<Int>],
    _ encoding: Encoding
  ) throws -> SyntaxTree {
    var tokens = document[.tokens]
    let spans = tokens.map(\.span)
    let bytes = document.text.bytes
    let parser = try DependencyParser(head.name, of: encoding.model)
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
    return SyntaxTree(text: document.text, tokens: tokens, sentences: sentences)
  }

  /// The cases that a model's labels name.
  private static func known<Label: FieldChoice>(_ names: [String], _ what: String, _ model: Model) throws -> [Label] {
    try names.map { name in
      guard let label = Label(rawValue: name) else {
        throw DictumError(.modelMismatch, "model \(model.name) knows a \(what) that Dictum does not: \(name)")
      }
      return label
    }
  }
}
