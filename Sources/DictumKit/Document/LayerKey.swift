/// What a document holds under a name: a layer for the report, or something that stages hand on to each other.
public protocol DocumentKey: Sendable {
  /// The name that reports, pipelines and messages use.
  var name: String { get }
  /// Whether the report shows it.
  var isReported: Bool { get }
}

/// A layer: an ordered collection of records that goes into the report under its name.
///
/// `LayerKey` is the one type that conforms; `any Layer` stands for a layer whose records' type does not matter, and what
/// needs the type again takes `some Layer`.
public protocol Layer<Element>: DocumentKey {
  /// The type of the layer's records.
  associatedtype Element: Record
  /// One line for the reference page.
  var summary: String { get }
  /// How the records' places follow each other.
  var order: LayerOrder { get }
  /// The key, to read and write the layer with.
  var key: LayerKey<Element> { get }
}

/// How the places of a layer's records follow each other.
public enum LayerOrder: Sendable {
  /// In any way, or there are none.
  case free
  /// By start, and those that start together with the longest first; no place is empty.
  case text
  /// By start, without overlaps; no place is empty.
  case disjoint
}

/// The key of a layer: `document[.sentences]`.
public struct LayerKey<Element: Record>: Layer {
  public let name: String
  public let summary: String
  public let order: LayerOrder
  public var isReported: Bool { true }
  public var key: LayerKey<Element> { self }

  /// Declares a layer; its name must be unique among the loaded plugins.
  public init(_ name: String, _ summary: String, order: LayerOrder = .free) {
    self.name = name
    self.summary = summary
    self.order = order
  }
}

/// The key of something that stages hand on to each other and that no report shows, such as an encoder's vectors.
public struct TransientKey<Content: Sendable>: DocumentKey {
  public let name: String
  public var isReported: Bool { false }

  /// Declares a transient value.
  public init(_ name: String) { self.name = name }
}

/// A layer or transient value by name, as plans list them.
public struct LayerName: DocumentKey, Hashable {
  public let name: String
  public let isReported: Bool

  /// The name of a key; plugins use the key itself.
  public init(_ key: some DocumentKey) {
    name = key.name
    isReported = key.isReported
  }

  /// The name of a layer that only settings know.
  public init(name: String, isReported: Bool = true) {
    self.name = name
    self.isReported = isReported
  }
}
