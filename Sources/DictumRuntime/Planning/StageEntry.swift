import DictumKit

/// An entry of `stages:`: a name, or a name with its settings.
struct StageEntry {
  /// The name in this pipeline.
  let name: String
  let location: SourceLocation
  /// The stage's own name: another one where `stage:` stands among the settings, so that a pipeline may have a stage twice.
  private(set) var stage: String
  private(set) var stageLocation: SourceLocation
  private(set) var settings: ConfigNode?
  /// `keep: given`: a document that brings the stage's layers keeps them.
  private(set) var keepsGiven = false

  /// Reads an entry; nil where it is none.
  init?(_ node: ConfigNode) {
    switch node.content {
    case .scalar(let name, _) where !node.isNull:
      self.init(name, node.location, nil)
    case .mapping(let entries) where entries.count == 1:
      self.init(entries[0].key, entries[0].keyLocation, entries[0].value)
    default: return nil
    }
  }

  private init(_ name: String, _ location: SourceLocation, _ settings: ConfigNode?) {
    self.name = name
    self.location = location
    stage = name
    stageLocation = location
    self.settings = settings
  }

  /// Takes `stage` and `keep`, which belong to the runner, from the settings.
  ///
  /// - Returns: what is wrong with them.
  mutating func takeOwnKeys() -> [Diagnostic] {
    guard let node = settings, case .mapping(var entries) = node.content else { return [] }
    var problems: [Diagnostic] = []
    if let index = entries.firstIndex(where: { $0.key == "keep" }) {
      let value = entries.remove(at: index).value
      keepsGiven = true
      if case .scalar("given", _) = value.content {
      } else {
        problems.append(
          Diagnostic(.invalidValue, "`keep` takes the word `given`, found \(value.kind)", at: value.location)
        )
      }
    }
    if let index = entries.firstIndex(where: { $0.key == "stage" }) {
      let value = entries.remove(at: index).value
      if let name = String.read(value, &problems) {
        stage = name
        stageLocation = value.location
      }
    }
    settings = ConfigNode(.mapping(entries), at: node.location)
    return problems
  }
}
