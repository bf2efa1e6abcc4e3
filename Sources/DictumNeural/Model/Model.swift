import DictumJSON
public import DictumKit
import DictumModelFile

/// An encoder with its heads, vocabulary and labels: one model file, opened and checked, shared by all workers.
///
/// The file's form is in `Docs/model-format.md`. Word embeddings stay in the mapped file; the other weights are packed
/// for the processor when the model is opened.
public final class Model: Sendable {
  public let name: String
  public let path: String
  public let config: ModelConfig
  public let precision: Precision
  /// What the file says about its heads, in its order.
  public let heads: [HeadDescription]

  let engine: ComputeEngine
  let tokenizer: WordPieceTokenizer
  let embeddings: Embeddings
  let layers: [EncoderLayer]
  let headLayers: [String: HeadLayers]
  let parserLayers: [String: ParserLayers]

  /// Opens a model file and checks all of it.
  ///
  /// - Parameters:
  ///   - path: the safetensors file.
  ///   - precision: in which numbers products are computed.
  ///   - sha256: the digest that the file must have, in lower-case hexadecimal digits; nil to open any.
  /// - Throws: any of `DiagnosticCode.modelCodes`.
  public init(path: String, precision: Precision = .int8, sha256: String? = nil) throws(DictumError) {
    let file = try SafetensorsFile(path: path, sha256: sha256)
    let tensors = TensorTable(file: file)
    self.path = path
    self.precision = precision
    guard file.metadata["dictum.format"] == "1" else {
      throw DictumError(
        .modelUnsupported,
        "\(path): dictum.format is \(file.metadata["dictum.format"] ?? "missing"), this Dictum reads 1"
      )
    }
    guard let name = file.metadata["dictum.name"], let configText = file.metadata["dictum.config"],
      let headsText = file.metadata["dictum.heads"]
    else { throw DictumError(.modelMismatch, "\(path): dictum.name, dictum.config or dictum.heads is missing") }
    self.name = name
    let (config, heads) = try Self.description(configText, headsText, path: path)
    self.config = config
    guard Set(heads.map(\.name)).count == heads.count else {
      throw DictumError(.modelMismatch, "\(path): two heads have the same name")
    }
    self.heads = heads

    let engine = try ComputeEngine()
    self.engine = engine
    ComputeEngine.claimOneThread()
    guard let vocabularyTensor = file.tensors["tokenizer.vocabulary"], vocabularyTensor.type == .u8 else {
      throw DictumError(.modelMismatch, "\(path): tensor tokenizer.vocabulary of type U8 is missing")
    }
    tokenizer = try WordPieceTokenizer(
      Vocabulary(vocabularyTensor, count: config.vocabulary),
      maximumPieces: config.window - 2
    )
    embeddings = try Embeddings(config, tensors)
    var layers: [EncoderLayer] = []
    for index in 0..<config.layers {
      layers.append(try EncoderLayer(index, config, tensors, precision, engine))
    }
    self.layers = layers
    var headLayers: [String: HeadLayers] = [:]
    var parserLayers: [String: ParserLayers] = [:]
    for head in heads {
      if head.kind == .parser {
        parserLayers[head.name] = try ParserLayers(head, config, tensors, precision, engine)
      } else {
        headLayers[head.name] = try HeadLayers(head, config, tensors, engine)
      }
    }
    self.headLayers = headLayers
    self.parserLayers = parserLayers
  }

  private static func description(
    _ config: String,
    _ heads: String,
    path: String
  ) throws(DictumError) -> (ModelConfig, [HeadDescription]) {
    do throws(DictumError) {
      return (
        try JSONValue.parse(Array(config.utf8)) { json throws(DictumError) in try ModelConfig(json, path: path) },
        try JSONValue.parse(Array(heads.utf8)) { json throws(DictumError) in
          guard let list = json.array else { throw DictumError(.malformedJSON, "found \(json.kindName)") }
          return try list.map { json throws(DictumError) in try HeadDescription(json, path: path) }
        }
      )
    } catch {
      guard error.diagnostics.first?.code == .malformedJSON else { throw error }
      throw DictumError(
        .modelMismatch,
        "\(path): dictum.config or dictum.heads is not the JSON that it should be: \(error.message)"
      )
    }
  }

  /// Checks that there is a head of that name and kind.
  ///
  /// - Throws: `modelLacksHead`.
  func check(_ name: String, _ kind: HeadKind) throws(DictumError) {
    guard heads.contains(where: { $0.name == name && $0.kind == kind }) else { throw lacking(name, kind) }
  }

  /// The description and weights of a head.
  ///
  /// - Throws: `modelLacksHead`.
  func head(_ name: String, _ kind: HeadKind) throws(DictumError) -> (HeadDescription, HeadLayers) {
    guard let description = heads.first(where: { $0.name == name && $0.kind == kind }), let layers = headLayers[name]
    else { throw lacking(name, kind) }
    return (description, layers)
  }

  /// The description and weights of a parser.
  ///
  /// - Throws: `modelLacksHead`.
  func parser(_ name: String) throws(DictumError) -> (HeadDescription, ParserLayers) {
    guard let description = heads.first(where: { $0.name == name }), let layers = parserLayers[name]
    else { throw lacking(name, .parser) }
    return (description, layers)
  }

  private func lacking(_ name: String, _ kind: HeadKind) -> DictumError {
    let known = heads.map { "\($0.name) (\($0.kind.rawValue))" }.joined(separator: ", ")
    return DictumError(
      .modelLacksHead,
      "model \(self.name) has no \(kind.rawValue) head \(name)",
      notes: ["its heads: \(known.isEmpty ? "none" : known)"]
    )
  }
}
