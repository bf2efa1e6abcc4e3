/// What a plugin module declares: its stages, the layers of its own and its diagnostic codes.
///
/// A module `Readability` in the tree exposes `public enum ReadabilityPlugin { public static let plugin = Plugin(…) }`.
public struct Plugin: Sendable {
  public let name: String
  /// One line for `dictum stages`.
  public let summary: String
  public let stages: [StageFactory]
  public let layers: [LayerDeclaration]
  public let codes: [DiagnosticCode]

  /// Declares a plugin.
  public init(
    name: String,
    summary: String,
    stages: [StageFactory],
    layers: [LayerDeclaration] = [],
    codes: [DiagnosticCode] = []
  ) {
    self.name = name
    self.summary = summary
    self.stages = stages
    self.layers = layers
    self.codes = codes
  }
}

/// A layer as reports need it: they write and read it without knowing its type.
public struct LayerDeclaration: Sendable {
  public let name: String
  public let summary: String
  private let opener: @Sendable (any LayerVisitor) throws -> Void

  /// Declares a layer under its key.
  public init<Element: Record>(_ key: LayerKey<Element>) {
    name = key.name
    summary = key.summary
    opener = { try $0.visit(key) }
  }

  /// Hands the typed key to the visitor.
  ///
  /// - Throws: what the visitor throws.
  public func open(_ visitor: some LayerVisitor) throws { try opener(visitor) }

  /// The layers of the report's contract, in its order.
  public static let standard: [LayerDeclaration] = [
    LayerDeclaration(.sentences), LayerDeclaration(.tokens), LayerDeclaration(.mentions), LayerDeclaration(.entities),
    LayerDeclaration(.quotes), LayerDeclaration(.sentiments), LayerDeclaration(.stances), LayerDeclaration(.targets),
  ]
}

/// Receives a layer's typed key.
public protocol LayerVisitor {
  /// Called with the key that the declaration was made from.
  func visit<Element: Record>(_ key: LayerKey<Element>) throws
}
