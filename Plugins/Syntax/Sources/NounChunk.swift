public import DictumKit

/// A noun, name or pronoun with what belongs to it and stands before it: “Japan’s new minister”.
public struct NounChunk: Record, Hashable {
  public var span = TextSpan()

  public init() {}

  /// A chunk at `span` (UTF-8).
  public init(_ span: TextSpan) { self.span = span }

  public mutating func visit(_ fields: inout some FieldVisitor) { fields.span(&span) }
}

extension LayerKey<NounChunk> {
  /// Noun chunks in text order.
  public static var chunks: Self { Self("chunks", "noun chunks in text order", order: .disjoint) }
}
