public import DictumKit
import DictumSystem

/// Turns a pipeline file into a plan, or says everything that is wrong with it at once.
public struct Planner {
  private static let keys = ["dictum", "name", "plugins", "stages", "given", "report"]

  private var registry: Registry
  private var problems: [Diagnostic] = []

  private init(_ registry: Registry) { self.registry = registry }

  /// Checks the text of a pipeline file.
  ///
  /// - Parameter file: the name that diagnostics show.
  /// - Throws: all findings, each with its place, the source line and what was expected.
  public static func plan(_ bytes: [UInt8], file: String, registry: Registry) throws(DictumError) -> Plan {
    let text = try SourceText(validating: bytes)
    var planner = Planner(registry)
    let (root, syntax) = YAMLReader.read(bytes, file: file)
    planner.problems = syntax
    let plan = root.map { planner.pipeline($0) } ?? nil
    if root == nil && syntax.isEmpty {
      planner.problems.append(Diagnostic(.emptyPipeline, "\(file) is empty", notes: Self.shape))
    }
    guard planner.problems.isEmpty, let plan else {
      throw DictumError(planner.problems.inFileOrder(withLinesOf: text))
    }
    return plan
  }

  private static let shape = ["a pipeline begins with `dictum: 1`, its `name:` and its `stages:`"]

  private mutating func pipeline(_ root: ConfigNode) -> Plan? {
    guard case .mapping(let entries) = root.content else {
      report(.wrongType, "expected a mapping, found \(root.kind)", root.location, Self.shape)
      return nil
    }
    for entry in entries where !Self.keys.contains(entry.key) {
      problems.append(unknownKey(entry, in: "a pipeline file", known: Self.keys))
    }
    func value(_ key: String) -> ConfigNode? { entries.first { $0.key == key }?.value }
    checkVersion(value("dictum"), root)
    loadPlugins(value("plugins"))
    let name = required("name", value("name"), root).flatMap { String.read($0, &problems) }
    let given = layers(value("given"))
    let stages = required("stages", value("stages"), root).map { self.stages($0, given: given) }
    let options = ReportOptions.read(value("report"), stage: "report", &problems)
    guard let name, let stages else { return nil }
    return Plan(name: name, stages: stages, given: given, layers: registry.layers, report: options)
  }

  private mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    _ location: SourceLocation,
    _ notes: [String] = []
  ) {
    problems.append(Diagnostic(code, message, at: location, notes: notes))
  }

  private mutating func required(_ key: String, _ node: ConfigNode?, _ root: ConfigNode) -> ConfigNode? {
    if node == nil { report(.missingKey, "the key `\(key)` is missing", root.location, Self.shape) }
    return node
  }

  private mutating func checkVersion(_ node: ConfigNode?, _ root: ConfigNode) {
    guard let node = required("dictum", node, root), let version = Int.read(node, &problems) else { return }
    if version != 1 {
      report(.unsupportedVersion, "this Dictum reads pipeline version 1, not \(version)", node.location)
    }
  }

  /// `plugins:` names libraries: by name in the plugin path, or by a path relative to the pipeline file.
  private mutating func loadPlugins(_ node: ConfigNode?) {
    guard let node, !node.isNull else { return }
    guard case .sequence(let nodes) = node.content else {
      report(.wrongType, "expected a list of plugins, found \(node.kind)", node.location)
      return
    }
    for node in nodes {
      guard let entry = String.read(node, &problems) else { continue }
      do throws(DictumError) {
        registry = try registry.adding(entry, besides: node.location.file)
      } catch {
        problems += error.diagnostics.map { report in
          var report = report
          report.location = node.location
          return report
        }
      }
    }
  }

  private mutating func layers(_ node: ConfigNode?) -> [String] {
    guard let node, !node.isNull else { return [] }
    guard case .sequence(let nodes) = node.content else {
      report(.wrongType, "expected a list of layer names, found \(node.kind)", node.location)
      return []
    }
    let known = registry.layers.map(\.name)
    return nodes.compactMap { node in
      guard let name = String.read(node, &problems) else { return nil }
      if known.contains(name) { return name }
      var notes = ["known layers: " + known.joined(separator: ", ")]
      if let near = nearestName(to: name, among: known) { notes.insert("did you mean `\(near)`?", at: 0) }
      report(.unknownLayer, "no loaded plugin declares the layer `\(name)`", node.location, notes)
      return nil
    }
  }

  private mutating func stages(_ node: ConfigNode, given: [String]) -> [PlannedStage] {
    guard case .sequence(let nodes) = node.content else {
      if node.isNull {
        report(.emptyPipeline, "the pipeline has no stages", node.location)
      } else {
        report(.wrongType, "expected a list of stages, found \(node.kind)", node.location)
      }
      return []
    }
    if nodes.isEmpty { report(.emptyPipeline, "the pipeline has no stages", node.location) }
    var check = LayerCheck(registry: registry, given: given)
    return nodes.compactMap { node in
      guard let (name, location, settings) = stageEntry(node) else { return nil }
      guard let stage = planned(name, location, settings) else {
        check.sawUnknownStage = true
        return nil
      }
      problems += check.add(stage, at: location)
      return stage
    }
  }

  private mutating func stageEntry(_ node: ConfigNode) -> (String, SourceLocation, ConfigNode?)? {
    switch node.content {
    case .scalar(let name, _) where !node.isNull:
      return (name, node.location, nil)
    case .mapping(let entries) where entries.count == 1:
      return (entries[0].key, entries[0].keyLocation, entries[0].value)
    case .mapping(let entries) where entries.count > 1:
      report(
        .wrongType,
        "a stage is one name with its settings; found \(entries.count) keys",
        entries[1].keyLocation,
        ["put the settings under the stage's name: `- \(entries[0].key): { … }`, and each stage on a line of its own"]
      )
    default:
      report(.wrongType, "expected a stage's name, found \(node.kind)", node.location)
    }
    return nil
  }

  private mutating func planned(_ name: String, _ location: SourceLocation, _ node: ConfigNode?) -> PlannedStage? {
    guard let factory = registry.stage(name), let plugin = registry.plugin(ofStage: name) else {
      var notes = ["known stages: " + registry.stageNames.joined(separator: ", ")]
      if let near = nearestName(to: name, among: registry.stageNames) {
        notes.insert("did you mean `\(near)`?", at: 0)
      }
      report(.unknownStage, "unknown stage `\(name)`", location, notes)
      return nil
    }
    let (settings, keepsGiven) = splitKeep(node)
    let configured = factory.configure(settings, &problems)
    for layer in configured.layers where registry.layers.contains(where: { $0.name == layer.name }) {
      report(.duplicateStage, "a plugin declares the layer `\(layer.name)`; choose another name", location)
    }
    return PlannedStage(configured: configured, plugin: plugin, code: libraryHash(name), keepsGiven: keepsGiven)
  }

  private func libraryHash(_ stage: String) -> String? {
    // A library that has gone since it was loaded is no reason to refuse the plan.
    guard let file = registry.library(ofStage: stage), let bytes = try? FileInput.read(file) else { return nil }
    var hash = StableHash()
    hash.combine(bytes)
    return hash.hexadecimal
  }

  /// `keep: given` belongs to the runner and may stand among any stage's settings.
  private mutating func splitKeep(_ node: ConfigNode?) -> (ConfigNode?, Bool) {
    guard let node, case .mapping(var entries) = node.content,
      let index = entries.firstIndex(where: { $0.key == "keep" })
    else { return (node, false) }
    let keep = entries.remove(at: index)
    if case .scalar("given", _) = keep.value.content {
    } else {
      report(.invalidValue, "`keep` takes the word `given`, found \(keep.value.kind)", keep.value.location)
    }
    return (ConfigNode(.mapping(entries), at: node.location), true)
  }
}

extension [Diagnostic] {
  /// Sorted by place, each with its line of the file.
  package func inFileOrder(withLinesOf text: SourceText) -> [Diagnostic] {
    let lines = text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return map { diagnostic in
      var diagnostic = diagnostic
      if let location = diagnostic.location, location.line <= lines.count {
        let line = lines[location.line - 1]
        diagnostic.sourceLine = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      }
      return diagnostic
    }
    .enumerated()
    .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
    .map(\.element)
  }
}

extension Diagnostic {
  fileprivate var order: Int { (location?.line ?? 0) * 10_000 + (location?.column ?? 0) }
}
