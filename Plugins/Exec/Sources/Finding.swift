public import DictumKit

/// A record of a layer that a child process names itself: enough for counts, labels, scores and marked places.
public struct Finding: Record, Hashable {
  /// The place, where there is one.
  public var span: TextSpan?
  public var label = ""
  public var value: Double?
  /// The id of the record that it is about.
  public var of: String?

  public init() {}

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("label", &label, "what was found")
    fields.field("value", &value, "a count, score or the like")
    fields.field("of", &of, "id of the record that it is about")
    fields.span(&span)
    if let span { fields.text(of: span) }
  }
}

/// The layers that an exec stage can hand over, by name.
package enum ExecLayers {
  /// The declaration of a standard layer, or one of findings under that name.
  package static func declaration(_ name: String) -> any Layer {
    standard(name) ?? LayerKey<Finding>(name, "findings of an exec stage")
  }

  static func standard(_ name: String) -> (any Layer)? { StandardLayers.all.first { $0.name == name } }
}
