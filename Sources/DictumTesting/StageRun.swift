public import DictumKit

/// Runs stages over texts, as tests do.
public struct StageRun: Sendable {
  private let stages: [any Stage]

  /// Stages in the order in which they run.
  public init(_ stages: any Stage...) { self.stages = stages }

  /// The annotated document.
  ///
  /// - Throws: what a stage throws.
  public func callAsFunction(_ text: String) throws -> Document {
    var document = Document(id: "test", text: SourceText(text))
    try annotate(&document)
    return document
  }

  /// Runs the stages over a document that brings layers along.
  ///
  /// - Throws: what a stage throws.
  public func annotate(_ document: inout Document) throws {
    for stage in stages { try stage.annotate(&document) }
  }

  /// How an example of a stage differs from what the stages find; nil when it does not.
  ///
  /// - Parameters:
  ///   - key: the layer that the example marks.
  ///   - label: the marker of a record's own span.
  /// - Throws: what a stage or a malformed marker throws.
  public func difference<Element: Record>(
    _ example: StageExample,
    _ key: LayerKey<Element>,
    label: String
  ) throws -> String? {
    let marked = try MarkedText(example.marked)
    let document = try self(marked.text)
    let found = document.marks(of: key, as: label)
    guard found != marked.marks else { return nil }
    return """
      \(example.note)
        expected \(MarkedText.render(marked.text, marked.marks))
        found    \(MarkedText.render(marked.text, found))
      """
  }
}
