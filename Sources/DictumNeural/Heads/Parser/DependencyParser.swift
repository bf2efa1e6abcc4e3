public import DictumKit

/// What a parser says of a token.
public struct ParsedToken: Sendable, Hashable {
  /// The part of speech, as an index into the head's `partsOfSpeech`.
  public var part: Int
  /// The governing token's index; nil for the root of a sentence.
  public var head: Int?
  /// The relation to it, as an index into the head's `labels`.
  public var relation: Int
}

/// A head that tags parts of speech and builds dependency trees.
public struct DependencyParser: Sendable {
  public let description: HeadDescription
  private let layers: ParserLayers
  private let rootLabel: Int
  private let continuation: Int

  /// The parser of that name.
  ///
  /// - Throws: `modelLacksHead`; `modelMismatch` where its labels lack `root` or `parataxis`.
  public init(_ name: String, of model: Model) throws(DictumError) {
    (description, layers) = try model.parser(name)
    guard let root = description.labels.firstIndex(of: "root"),
      let parataxis = description.labels.firstIndex(of: "parataxis")
    else { throw DictumError(.modelMismatch, "\(model.path): the labels of \(name) lack root or parataxis") }
    rootLabel = root
    continuation = parataxis
  }

  /// Parses the sentences of a document.
  ///
  /// A sentence that is longer than a window is parsed in parts; the roots of later parts hang on the first one's, as
  /// parataxis.
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - tokens: in text order.
  ///   - sentences: ranges of tokens, in order.
  /// - Returns: one for each token; the same for a token outside of all sentences as for a root.
  /// - Throws: `engineFailed`.
  public func parse(
    _ text: [UInt8],
    tokens: [TextSpan],
    sentences: [Range<Int>],
    in document: EncodedDocument,
    with encoder: Encoder
  ) throws(DictumError) -> [ParsedToken] {
    let read = ParserUnits(text, tokens: tokens, sentences: sentences, in: document)
    var parsed = [ParsedToken](repeating: ParsedToken(part: 0, head: nil, relation: rootLabel), count: tokens.count)
    let pass = ParserPass(layers, encoder, rows: read.units.reduce(0) { $0 + $1.count })
    var waiting = read.units[...]
    while let first = waiting.first {
      var rows = first.count
      var end = waiting.startIndex + 1
      while end < waiting.endIndex, rows + waiting[end].count <= ParserPass.preferredRows {
        rows += waiting[end].count
        end += 1
      }
      try pass.parse(waiting[..<end], of: read, in: document, root: rootLabel, into: &parsed)
      waiting = waiting[end...]
    }
    for sentence in sentences { join(sentence, &parsed) }
    return parsed
  }

  /// Hangs the roots of a sentence's later parts on the first part's.
  private func join(_ sentence: Range<Int>, _ parsed: inout [ParsedToken]) {
    guard let first = sentence.first(where: { parsed[$0].head == nil }) else { return }
    for token in sentence where token > first && parsed[token].head == nil {
      parsed[token].head = first
      parsed[token].relation = continuation
    }
  }
}
