import DictumKit
import DictumNeural
import Glibc

/// Three heads on the shared encoder's vectors: contents, cues and sources may nest, so each has its own.
///
/// The heads were trained to be right word by word; what is lifted here, chosen on PolNeAR dev, finds about as many
/// statements as there are.
struct NeuralRoleTagger: RoleTagger {
  static let heads: [(name: String, kind: HeadKind)] = [
    ("quote-content", .tagger), ("quote-cue", .tagger), ("quote-source", .tagger),
  ]

  func roles(in document: Document) throws -> RoleSpans {
    guard let encoding = document[.encoding] else { return RoleSpans() }
    return try encoding.encoders.withEncoder { encoder throws(DictumError) in
      func spans(_ head: String, _ lift: Float) throws(DictumError) -> [RoleSpan] {
        try Tagger(head, of: encoding.model).tag(encoding.document, with: encoder, lift: lift).map {
          RoleSpan(span: $0.span, confidence: Double($0.confidence))
        }
      }
      let contents = try spans("quote-content", 0).map {
        RoleSpan(span: $0.span, confidence: calibrated($0.confidence))
      }
      return RoleSpans(contents: contents, cues: try spans("quote-cue", 0.7), sources: try spans("quote-source", 1))
    }
  }

  /// How probable it is that a content of this confidence is right: Platt's logistic (1999), fitted on PolNeAR dev.
  private func calibrated(_ confidence: Double) -> Double {
    let certain = min(max(confidence, 0.001), 0.999)
    return 1 / (1 + exp(-(0.6 * log(certain / (1 - certain)) + 0.1)))
  }
}
