import DictumKit
import DictumNeural
import Glibc

/// Three heads on the shared encoder's vectors: contents, cues and sources may nest, so each has its own.
///
/// The heads were trained to be right word by word; what is lifted here finds about as many statements as there are.
struct NeuralRoleTagger: RoleTagger {
  /// What speaks for cues and sources, as log potentials. Chosen on PolNeAR dev.
  private static let lift: (cue: Float, source: Float) = (0.7, 1)
  /// Platt’s logistic (1999) of a content’s confidence, fitted on PolNeAR dev.
  private static let platt = (slope: 0.6, shift: 0.1)

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
      return RoleSpans(
        contents: contents,
        cues: try spans("quote-cue", Self.lift.cue),
        sources: try spans("quote-source", Self.lift.source)
      )
    }
  }

  /// How probable it is that a content of this confidence is right.
  private func calibrated(_ confidence: Double) -> Double {
    let certain = min(max(confidence, 0.001), 0.999)
    return 1 / (1 + exp(-(Self.platt.slope * log(certain / (1 - certain)) + Self.platt.shift)))
  }
}
