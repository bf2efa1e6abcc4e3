import DictumKit
import DictumNeural
import Glibc

/// Three heads on the shared encoder's vectors: contents, cues and sources may nest, so each has its own.
///
/// The heads were trained to be right word by word; what is lifted here, chosen on PolNeAR dev, finds about as many
/// statements as there are.
struct NeuralRoleTagger: RoleTagger {
  private let encoders: EncoderPool
  private let content: Tagger
  private let cue: Tagger
  private let source: Tagger

  /// - Throws: `modelLacksHead`.
  init(_ encoders: EncoderPool) throws {
    self.encoders = encoders
    content = try Tagger("quote-content", of: encoders.model)
    cue = try Tagger("quote-cue", of: encoders.model)
    source = try Tagger("quote-source", of: encoders.model)
  }

  func roles(in document: Document) throws -> RoleSpans {
    guard let encoding = document[.encoding] else { return RoleSpans() }
    return try encoders.withEncoder { encoder throws(DictumError) in
      func spans(_ head: Tagger, _ lift: Float) throws(DictumError) -> [RoleSpan] {
        try head.tag(encoding, with: encoder, lift: lift).map {
          RoleSpan(span: $0.span, confidence: Double($0.confidence))
        }
      }
      let contents = try spans(content, 0).map { RoleSpan(span: $0.span, confidence: calibrated($0.confidence)) }
      return RoleSpans(contents: contents, cues: try spans(cue, 0.7), sources: try spans(source, 1))
    }
  }

  /// How probable it is that a content of this confidence is right: Platt's logistic (1999), fitted on PolNeAR dev.
  private func calibrated(_ confidence: Double) -> Double {
    let certain = min(max(confidence, 0.001), 0.999)
    return 1 / (1 + exp(-(0.6 * log(certain / (1 - certain)) + 0.1)))
  }
}
