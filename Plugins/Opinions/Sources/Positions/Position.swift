public import DictumKit

/// Where a speaker stands on a target, over all that the speaker says in a document.
public struct Position: Record, Hashable {
  /// The id of the entity that speaks; empty for the author.
  public var holder = ""
  /// The target's words; of an entity, as first spoken of.
  public var target = ""
  /// The id of the entity that is the target, if it is one.
  public var entity: String?
  /// How many stances are in favour.
  public var favor = 0
  /// How many are against.
  public var against = 0
  /// How many are neither.
  public var neutral = 0
  /// From -1 (against) to 1 (in favour): the mean, weighted by confidence.
  public var mean = 0.0
  /// The mean confidence, from 0 to 1.
  public var confidence = 0.0
  /// Ids of the quotes, or of the author's sentences, that it rests on.
  public var quotes: [String] = []

  public init() {}

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("holder", &holder, "id of the entity that speaks; empty for the author")
    fields.field("target", &target, "the target's words")
    fields.field("entity", &entity, "id of the entity that is the target")
    fields.field("favor", &favor, "stances in favour")
    fields.field("against", &against, "stances against")
    fields.field("neutral", &neutral, "stances that are neither")
    fields.field("mean", &mean, "from -1 to 1, weighted by confidence")
    fields.field("confidence", &confidence, "mean confidence, from 0 to 1")
    fields.field("quotes", &quotes, "ids of the quotes or sentences that it rests on")
  }
}

extension LayerKey<Position> {
  /// Speaker by target, in order of first mention.
  public static var positions: Self { Self("positions", "where each speaker stands on each target") }
}
