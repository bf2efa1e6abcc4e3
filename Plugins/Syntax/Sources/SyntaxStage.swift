import DictumEnglish
public import DictumKit
import DictumModelFile
import DictumNeural

/// Stage `syntax`: tags parts of speech, hangs the tokens of each sentence on each other, and cuts noun chunks.
///
/// Trees come with the model `standard` alone; `small` knows parts of speech and noun chunks.
public struct SyntaxStage: Stage {
  public static let name = "syntax"
  public static let summary = "parts of speech, dependency trees, noun chunks and dictionary forms of all tokens"

  private let settings: SyntaxSettings
  private let small: LinearSyntax?

  public static func contract(for settings: SyntaxSettings) -> StageContract {
    let isStandard = settings.model == .standard
    let shown: [any DocumentKey] = settings.chunks ? [LayerKey.chunks] : []
    return StageContract(
      requires: [LayerKey.sentences, LayerKey.tokens] + (isStandard ? [TransientKey.encoding] : []),
      provides: [TransientKey.nounChunks] + (isStandard ? [TransientKey.syntax] : []) + shown,
      extends: [LayerKey.tokens],
      models: isStandard ? [] : [LinearSyntax.file]
    )
  }

  public init(settings: SyntaxSettings, resources: Resources) throws {
    self.settings = settings
    switch settings.model {
    case .standard:
      try resources.expect(heads: [TreeBuilder.head])
      small = nil
    case .small: small = try LinearSyntax(try resources.tables(LinearSyntax.file))
    }
  }

  public func annotate(_ document: inout Document) throws {
    let sentences = document.sentenceTokens
    let chunks: [Range<Int>]
    if let small {
      chunks = Self.tag(&document, sentences, small)
    } else if let encoding = document[.encoding] {
      let tree = try TreeBuilder.tree(&document, sentences, encoding)
      document[.syntax] = tree
      chunks = tree.nounChunks
    } else {
      return
    }
    document[.nounChunks] = chunks
    if settings.chunks {
      let tokens = document[.tokens]
      document[.chunks] = chunks.map { NounChunk(tokens[$0.lowerBound].span.union(tokens[$0.upperBound - 1].span)) }
    }
  }

  /// Writes parts of speech and lemmas; returns the noun chunks.
  private static func tag(_ document: inout Document, _ sentences: [Range<Int>], _ small: LinearSyntax) -> [Range<Int>]
  {
    var tokens = document[.tokens]
    let parts = small.parts(document.text, tokens, sentences)
    for (index, part) in zip(sentences.joined(), parts) {
      tokens[index].part = part
      tokens[index].lemma = Lemma.of(document.text[tokens[index].span], as: part)
    }
    document[.tokens] = tokens
    return small.chunks(document.text, tokens, parts, sentences)
  }
}
