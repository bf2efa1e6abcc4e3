/// The key of a layer: an ordered collection of records that goes into the report under its name.
public struct LayerKey<Element: Record>: Sendable {
  /// The name that reports, pipelines and messages use.
  public let name: String
  /// One line for the reference page.
  public let summary: String

  /// Declares a layer; its name must be unique among the loaded plugins.
  public init(_ name: String, _ summary: String) {
    self.name = name
    self.summary = summary
  }

  /// The key without its type, for a stage's contract.
  public var erased: LayerName { LayerName(name: name, isReported: true) }
}

/// The key of something that stages hand on to each other and that no report shows, such as an encoder's vectors.
public struct TransientKey<Content: Sendable>: Sendable {
  /// The name that contracts and messages use.
  public let name: String

  /// Declares a transient value.
  public init(_ name: String) { self.name = name }

  /// The key without its type, for a stage's contract.
  public var erased: LayerName { LayerName(name: name, isReported: false) }
}

/// A layer or transient value by name, as contracts and plans list them.
public struct LayerName: Hashable, Sendable {
  /// The key's name.
  public let name: String
  /// Whether the report shows it.
  public let isReported: Bool

  /// Makes a name; plugins use `LayerKey.erased`.
  public init(name: String, isReported: Bool) {
    self.name = name
    self.isReported = isReported
  }
}
