public import DictumKit

/// Two heads that read a statement with its roles: whether it is one, and on what its holder takes which side.
///
/// The encoder reads the statement’s sentences anew, each piece with the role that its word has, so that all it makes of
/// a target is made in view of who speaks. The frame is that of targeted stance with a holder (Deng and Wiebe, “MPQA 3.0”,
/// NAACL 2015).
public struct StatementReader: Sendable {
  /// What the heads say of a statement.
  public struct Reading: Sendable, Hashable {
    /// How likely it is a statement at all, from 0 to 1.
    public var likelihood: Float
    /// One for each target: against, neutral or favor, from the holder’s side; nil where it has no word in the windows.
    public var sides: [LabelScores?]
  }

  private let check: HeadLayers
  private let checkDescription: HeadDescription
  private let position: HeadLayers
  private let positionDescription: HeadDescription

  /// The heads `statement` and `position` of a model.
  ///
  /// - Throws: `modelLacksHead`.
  public init(of model: Model) throws(DictumError) {
    (checkDescription, check) = try model.head("statement", .roles)
    (positionDescription, position) = try model.head("position", .roleTarget)
  }

  /// Reads statements of one text, in batches.
  ///
  /// - Parameter text: UTF-8.
  /// - Returns: one for each statement; nil where its sentences hold no word.
  /// - Throws: `engineFailed`.
  public func read(
    _ statements: [AttributedStatement],
    of text: [UInt8],
    with encoder: Encoder
  ) throws(DictumError) -> [Reading?] {
    let windows = statements.indices.flatMap { index in
      encoder.statementWindows(statements[index], index, of: text)
    }
    let vectors = try encoder.vectors(of: windows)
    var readings = statements.map { Reading?.some(Reading(likelihood: 0, sides: $0.targets.map { _ in nil })) }
    for index in Set(statements.indices).subtracting(windows.map(\.statement)) { readings[index] = nil }

    let first = windows.indices.filter { windows[$0].isFirst }
    let checks = try encoder.logits(check, count: first.count) { index, features in
      features.update(from: vectors[first[index]].roles, count: check.features)
    }
    for (window, scores) in zip(first, LabelScores.rows(checks, checkDescription)) {
      readings[windows[window].statement]?.likelihood = scores.probability(of: "statement")
    }
    let asked = windows.indices.flatMap { window in windows[window].targets.indices.map { (window, $0) } }
    let width = encoder.model.config.width
    let sides = try encoder.logits(position, count: asked.count) { index, features in
      let (window, target) = asked[index]
      features.update(from: vectors[window].targets[target], count: width)
      (features + width).update(from: vectors[window].roles, count: check.features)
    }
    for ((window, target), scores) in zip(asked, LabelScores.rows(sides, positionDescription)) {
      readings[windows[window].statement]?.sides[windows[window].targets[target].index] = scores
    }
    return readings
  }
}
