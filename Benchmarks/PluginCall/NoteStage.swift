public import DictumKit

// Scripts/bench compiles this file twice: into the benchmark, and into a library that the benchmark loads.

/// A record of the least work that a stage can do.
public struct NoteRecord: Record, Hashable {
  public var span = TextSpan()

  public init() {}

  public mutating func visit(_ fields: inout some FieldVisitor) { fields.span(&span) }
}

/// Writes one record over the whole text.
public struct NoteStage: Stage {
  public static let name = "note"
  public static let summary = "One record over the whole text."

  static let key = LayerKey<NoteRecord>("note", "one record")

  public static func contract(for settings: NoSettings) -> StageContract {
    StageContract(provides: [key])
  }

  public init(settings: NoSettings, resources: Resources) throws {}

  public func annotate(_ document: inout Document) throws {
    var record = NoteRecord()
    record.span = document.text.span
    document[Self.key] = [record]
  }
}

/// The declaration of the benchmark's plugin.
public enum NotePlugin {
  /// The plugin's declaration.
  public static let plugin = Plugin(
    name: "Note",
    summary: "For a benchmark.",
    stages: [StageFactory(NoteStage.self)],
    layers: [NoteStage.key]
  )
}
