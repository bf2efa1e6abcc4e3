import DictumKit
import DictumNeural

/// The tagger over the shared encoder's vectors.
struct NeuralTagger: MentionTagger {
  private let encoders: EncoderPool
  private let head: Tagger

  /// - Throws: `modelLacksHead`, and what opening the model throws.
  init(_ encoders: EncoderPool) throws {
    self.encoders = encoders
    head = try Tagger("entities", of: encoders.model)
  }

  func mentions(in document: Document) throws -> [Mention] {
    guard let encoding = document[.encoding] else { return [] }
    let spans = try encoders.withEncoder { encoder throws(DictumError) in try head.tag(encoding, with: encoder) }
    return spans.compactMap { span in
      EntityType(rawValue: span.type).map { (span, $0) }
    }.enumerated().map { index, found in
      Mention(id: "m\(index)", span: found.0.span, type: found.1, confidence: Double(found.0.confidence))
    }
  }
}
