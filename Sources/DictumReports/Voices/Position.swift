public import DictumKit

/// Where someone stands on a target, as people read it.
public struct Position: Sendable, Equatable {
  /// Ids of the entities whose position it is; empty for the article's author.
  public let holders: [String]
  /// The target's entity by name, else the words of the text.
  public let target: String
  /// The id of the target's entity, if it names one.
  public let entity: String?
  /// The target's place in the text (UTF-8); nil for a topic.
  public let span: TextSpan?
  public let label: StanceLabel
  /// From 0 to 1.
  public let confidence: Double

  /// Whether the side taken is more likely not there: such positions are counted, and shown on demand.
  public var isPossible: Bool { confidence < 0.5 }

  init(_ stance: Stance, names: [String: String]) {
    holders = stance.holders
    target = stance.target.entity.flatMap { names[$0] } ?? stance.target.text
    entity = stance.target.entity
    span = stance.target.span
    label = stance.label
    confidence = stance.confidence
  }
}
