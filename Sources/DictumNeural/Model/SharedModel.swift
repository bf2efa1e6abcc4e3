public import DictumKit
public import DictumModelFile

/// What the encoder made of a document, with the model that made it: the heads of later stages come from there, so that
/// no stage has to name the model again.
public struct Encoding: Sendable {
  public let document: EncodedDocument
  public let encoders: EncoderPool

  /// An encoded document with the encoders that made it.
  public init(_ document: EncodedDocument, by encoders: EncoderPool) {
    self.document = document
    self.encoders = encoders
  }

  /// The model, with its heads.
  public var model: Model { encoders.model }
}

extension TransientKey<Encoding> {
  /// The encoder's vectors, which the heads of later stages read; no report shows them.
  public static var encoding: Self { Self("encoding") }
}

extension Resources {
  /// Checks, where an encoder was made before the calling stage, that its model has the heads that the stage will ask
  /// for; so that a pipeline fails before its first document and not at each.
  ///
  /// - Throws: `modelLacksHead`.
  public func expect(heads: [(name: String, kind: HeadKind)]) throws {
    guard let encoders: EncoderPool = shared(as: Self.encoding) else { return }
    for head in heads { try encoders.model.check(head.name, head.kind) }
  }

  /// Says whose vectors later stages will read.
  public func announce(_ encoders: EncoderPool) { share(encoders, as: Self.encoding) }

  private static let encoding = TransientKey<Encoding>.encoding.name

  /// The encoders of a model, loaded once for all stages and workers of a pipeline.
  ///
  /// - Throws: any of `DiagnosticCode.modelCodes`.
  public func encoders(_ name: String, precision: Precision = .int8) throws -> EncoderPool {
    try shared("encoders of \(name) in \(precision.rawValue)") {
      let store = ModelStore(folders: folders)
      let model = try store.open(name, precision: precision)
      use(ModelIdentity(name: name, sha256: try store.digest(of: name)))
      return EncoderPool(model)
    }
  }
}

extension ModelStore {
  /// Opens a model, verifying the digest that `SHA256SUMS` beside it lists.
  ///
  /// - Throws: any of `DiagnosticCode.modelCodes`.
  public func open(_ name: String, precision: Precision = .int8) throws(DictumError) -> Model {
    let path = try locate(name)
    return try Model(path: path, precision: precision, sha256: try Self.listedDigest(of: path))
  }
}
