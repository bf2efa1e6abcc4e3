import DictumHash
public import DictumKit
import DictumSystem

/// Turns a pipeline file into a plan, or says everything that is wrong with it at once.
public struct Planner {
  /// The most bytes of a pipeline file.
  public static let limit = 1 << 20
  static let keys = ["dictum", "name", "extends", "plugins", "disable", "stages", "given", "report"]

  private var registry: Registry
  private var problems: [Diagnostic] = []

  private init(_ registry: Registry) { self.registry = registry }

  /// Checks the text of a pipeline file.
  ///
  /// - Parameter file: the name that diagnostics show.
  /// - Throws: all findings, each with its place, the source line and what was expected.
  public static func plan(_ bytes: [UInt8], file: String, registry: Registry) throws(DictumError) -> Plan {
    var planner = Planner(registry)
    let source = try PipelineSource(bytes, file: file)
    planner.problems = source.problems
    let plan = source.root.map { planner.pipeline($0) } ?? nil
    if source.root == nil && source.problems.isEmpty {
      planner.problems.append(Diagnostic(.emptyPipeline, "\(file) is empty", notes: shape))
    }
    guard planner.problems.isEmpty, let plan else { throw DictumError(source.inFileOrder(planner.problems)) }
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
    let stages = required("stages", value("stages"), root)
      .map { self.stages($0, given: given, disabled: value("disable")) }
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

  /// What to say of a name that nobody knows. Of problems that will not be shown there is nothing to say: a file may
  /// have tens of thousands of them.
  private func advice(on name: String, _ title: String, _ known: [String]) -> [String] {
    guard problems.count <= PipelineSource.shownProblems else { return [] }
    return suggestion(for: name, among: known) + ["\(title): " + known.joined(separator: ", ")]
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
      let notes = advice(on: name, "known layers", known)
      report(.unknownLayer, "no loaded plugin declares the layer `\(name)`", node.location, notes)
      return nil
    }
  }

  private mutating func stages(_ node: ConfigNode, given: [String], disabled: ConfigNode?) -> [PlannedStage] {
    guard case .sequence(let nodes) = node.content else {
      if node.isNull {
        report(.emptyPipeline, "the pipeline has no stages", node.location)
      } else {
        report(.wrongType, "expected a list of stages, found \(node.kind)", node.location)
      }
      return []
    }
    if nodes.isEmpty { report(.emptyPipeline, "the pipeline has no stages", node.location) }
    let entries = nodes.compactMap { stageEntry($0) }
    let off = names(disabled, among: entries.map(\.name))
    var check = LayerCheck(registry: registry, given: given)
    let stages = entries.filter { !off.contains($0.name) }.compactMap { entry -> PlannedStage? in
      guard let stage = planned(entry) else {
        check.sawUnknownStage = true
        return nil
      }
      check.add(stage, at: entry.location)
      return stage
    }
    problems += check.problems
    return stages
  }

  /// The stages that `disable:` leaves out.
  private mutating func names(_ node: ConfigNode?, among known: [String]) -> Set<String> {
    guard let node, !node.isNull else { return [] }
    guard case .sequence(let nodes) = node.content else {
      report(.wrongType, "expected a list of stages' names, found \(node.kind)", node.location)
      return []
    }
    var names: Set<String> = []
    for node in nodes {
      guard let name = String.read(node, &problems) else { continue }
      if !known.contains(name) {
        let message = "`disable` names `\(name)`, which is no stage of this pipeline"
        report(.unknownStage, message, node.location, advice(on: name, "its stages", known))
      }
      names.insert(name)
    }
    return names
  }

  private mutating func stageEntry(_ node: ConfigNode) -> StageEntry? {
    if let entry = StageEntry(node) { return entry }
    if case .mapping(let entries) = node.content, entries.count > 1 {
      report(
        .wrongType,
        "a stage is one name with its settings; found \(entries.count) keys",
        entries[1].keyLocation,
        ["put the settings under the stage's name: `- \(entries[0].key): { … }`, and each stage on a line of its own"]
      )
    } else {
      report(.wrongType, "expected a stage's name, found \(node.kind)", node.location)
    }
    return nil
  }

  private mutating func planned(_ entry: StageEntry) -> PlannedStage? {
    var entry = entry
    problems += entry.takeOwnKeys()
    let name = entry.stage
    guard let factory = registry.stage(name), let plugin = registry.plugin(ofStage: name) else {
      var notes = advice(on: name, "known stages", registry.stageNames)
      if !registry.loadsPlugins { notes.append("plugins were not loaded; `dictum check --plugins` loads them") }
      report(.unknownStage, "unknown stage `\(name)`", entry.stageLocation, notes)
      return nil
    }
    let known = problems.count
    let configured = factory.configure(entry.settings, entry.location, &problems)
    let isDoubtful = problems.count > known
    for layer in configured.layers where registry.layers.contains(where: { $0.name == layer.name }) {
      report(.duplicateStage, "a plugin declares the layer `\(layer.name)`; choose another name", entry.location)
    }
    return PlannedStage(
      name: entry.name,
      configured: configured,
      plugin: plugin,
      version: registry.plugins.first { $0.name == plugin }?.version,
      code: libraryHash(name),
      keepsGiven: entry.keepsGiven,
      isDoubtful: isDoubtful
    )
  }

  private func libraryHash(_ stage: String) -> String? {
    // A library that has gone since it was loaded is no reason to refuse the plan.
    guard let file = registry.library(ofStage: stage), let bytes = try? FileInput.read(file) else { return nil }
    var hash = StableHash()
    hash.combine(bytes)
    return hash.hexadecimal
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
