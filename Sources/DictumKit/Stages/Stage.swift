/// One step of a pipeline.
///
/// A stage is made once for a pipeline and shared by all workers, so it holds no mutable state; `annotate` depends on
/// the document and the settings alone.
public protocol Stage: Sendable {
  /// What a pipeline file may set.
  associatedtype Settings: StageSettings = NoSettings

  /// The name in pipeline files: lower case, unique among the loaded plugins.
  static var name: String { get }
  /// One line for `dictum stages`.
  static var summary: String { get }
  /// Marked texts that show what the stage finds; they drive its reference page and its tests.
  static var examples: [StageExample] { get }

  /// What the stage reads and writes under the given settings.
  static func contract(for settings: Settings) -> StageContract

  /// Layers that exist because of the settings, where a pipeline names them; a plugin declares its other layers itself.
  static func layers(for settings: Settings) -> [any Layer]

  /// Loads what the stage needs. Called once, after the whole plan has been checked.
  init(settings: Settings, resources: Resources) throws

  /// Adds the stage's layers to a document. Called from several workers at a time.
  func annotate(_ document: inout Document) throws
}

extension Stage {
  public static var examples: [StageExample] { [] }
  public static func layers(for settings: Settings) -> [any Layer] { [] }
}

/// What a stage reads and writes.
public struct StageContract: Sendable, Equatable {
  /// Layers that an earlier stage must have provided.
  public var requires: [LayerName]
  /// Layers that the stage makes use of when they are there.
  public var accepts: [LayerName]
  /// Layers that the stage writes.
  public var provides: [LayerName]
  /// Layers of earlier stages to which it adds records, when they are there.
  public var extends: [LayerName]
  /// Names of the models that it loads.
  public var models: [String]

  /// A contract over keys such as `LayerKey.sentences`; what is not named is empty.
  public init(
    requires: [any DocumentKey] = [],
    accepts: [any DocumentKey] = [],
    provides: [any DocumentKey],
    extends: [any DocumentKey] = [],
    models: [String] = []
  ) {
    self.requires = requires.map { LayerName($0) }
    self.accepts = accepts.map { LayerName($0) }
    self.provides = provides.map { LayerName($0) }
    self.extends = extends.map { LayerName($0) }
    self.models = models
  }
}

/// A marked text that shows what a stage finds.
///
/// A marker is `⟦label text⟧` and may hold others: `⟦content “We won,”⟧ ⟦source Ann⟧ ⟦cue said⟧.` The label is the
/// record's own name in the singular (`sentence`, `mention`) or one of its fields (`cue`, `source`, `content`).
public struct StageExample: Sendable {
  /// The text with its markers. With none, the stage must find nothing.
  public let marked: String
  /// What the example shows.
  public let note: String

  /// An example with a note for the reference page.
  public init(_ marked: String, _ note: String) {
    self.marked = marked
    self.note = note
  }
}
