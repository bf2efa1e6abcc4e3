import DictumJSON
import DictumKit
import DictumModelFile

/// The sizes of an encoder, read from a model file's `dictum.config`.
public struct ModelConfig: Sendable, Equatable {
  public var layers: Int
  /// Numbers in a piece's vector.
  public var width: Int
  public var attentionHeads: Int
  public var feedForward: Int
  /// Rows of the position table: the most pieces that a window can have.
  public var positions: Int
  public var vocabulary: Int
  public var shapes: Int
  /// Rows of the segment table: two, or five where a statement’s pieces have roles.
  public var segments: Int
  public var normEpsilon: Float
  /// Pieces in a window, `[CLS]` and `[SEP]` included.
  public var window: Int

  /// Numbers in one attention head's part of a vector.
  public var headWidth: Int { width / attentionHeads }

  /// Reads and checks a description.
  ///
  /// - Throws: `modelMismatch` for a missing or senseless size, `modelUnsupported` for sizes that the kernels do not
  ///   take: widths must be multiples of 16.
  init(_ json: JSONValue, path: String) throws(DictumError) {
    func size(_ key: String, _ range: ClosedRange<Int>) throws(DictumError) -> Int {
      guard let value = json[key]?.integer else {
        throw DictumError(.modelMismatch, "\(path): dictum.config lacks the number \(key)")
      }
      guard range.contains(value) else {
        throw DictumError(.modelMismatch, "\(path): dictum.config gives \(key) as \(value), not within \(range)")
      }
      return value
    }
    layers = try size("layers", 1...64)
    width = try size("width", 16...4096)
    attentionHeads = try size("attention_heads", 1...256)
    feedForward = try size("feed_forward", 16...16384)
    positions = try size("positions", 8...65536)
    vocabulary = try size("vocabulary", 4...2_000_000)
    shapes = try size("shapes", 10...256)
    segments = json["segments"] == nil ? 2 : try size("segments", 2...16)
    window = try size("window", 8...65536)
    guard let epsilon = json["norm_epsilon"]?.number, epsilon > 0, epsilon < 1 else {
      throw DictumError(.modelMismatch, "\(path): dictum.config lacks norm_epsilon between 0 and 1")
    }
    normEpsilon = Float(epsilon)
    guard window <= positions else {
      throw DictumError(.modelMismatch, "\(path): a window of \(window) pieces exceeds the \(positions) positions")
    }
    guard width % attentionHeads == 0, headWidth % 16 == 0, feedForward % 16 == 0 else {
      throw DictumError(
        .modelUnsupported,
        "\(path): width \(width) by \(attentionHeads) attention heads and feed_forward \(feedForward) must be "
          + "multiples of 16"
      )
    }
  }
}
