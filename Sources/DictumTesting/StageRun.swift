public import DictumKit

/// Runs stages over texts, as tests do, and holds each to its contract as the runner does.
///
///     let run = try StageRun(SegmentStage.self).then(ReadabilityStage.self, settings, of: ReadabilityPlugin.plugin)
///     #expect(run("A text.")[.readability].count == 1)
public struct StageRun: Sendable {
  private struct Step: Sendable {
    let stage: any Stage
    let check: ContractCheck
  }

  private var steps: [Step] = []
  private var layers = StandardLayers.all
  private let resources: Resources

  /// Stages that were made already, in the order in which they run. Their records are checked; their contracts are
  /// known to `StageRun(_:_:)` and `then` alone.
  public init(_ stages: any Stage...) {
    resources = .ofCheckout
    steps = stages.map { stage in
      // A stage that was made already does not tell its settings, and so not its contract either.
      let check = ContractCheck(stage: type(of: stage).name, contract: nil, layers: StandardLayers.all)
      return Step(stage: stage, check: check)
    }
  }

  /// A first stage, made from its settings.
  ///
  /// - Parameters:
  ///   - plugin: what declares the stage's own layers.
  ///   - resources: where models are looked for; those of the checkout where nothing else is said.
  /// - Throws: what making the stage throws.
  public init<S: Stage>(
    _ type: S.Type,
    _ settings: S.Settings = S.Settings(),
    of plugin: Plugin? = nil,
    resources: Resources = .ofCheckout
  ) throws {
    self.resources = resources
    try add(type, settings, plugin)
  }

  /// The same run with one more stage.
  ///
  /// - Parameter plugin: what declares the stage's own layers.
  /// - Throws: what making the stage throws; `undeclaredLayer` for a layer that the plugin does not declare.
  public func then<S: Stage>(
    _ type: S.Type,
    _ settings: S.Settings = S.Settings(),
    of plugin: Plugin? = nil
  ) throws -> StageRun {
    var run = self
    try run.add(type, settings, plugin)
    return run
  }

  private mutating func add<S: Stage>(_ type: S.Type, _ settings: S.Settings, _ plugin: Plugin?) throws {
    let contract = S.contract(for: settings)
    layers += (plugin?.layers ?? []) + S.layers(for: settings)
    let undeclared = contract.provides.filter { layer in
      layer.isReported && !layers.contains { $0.name == layer.name }
    }
    if plugin != nil, let layer = undeclared.first {
      throw DictumError(.undeclaredLayer, "`\(S.name)` provides `\(layer.name)`, which its plugin does not declare")
    }
    let check = ContractCheck(stage: S.name, contract: contract, layers: layers)
    steps.append(Step(stage: try S(settings: settings, resources: resources), check: check))
  }

  /// The annotated document.
  ///
  /// - Throws: what a stage throws, `undeclaredWrite`, `unwrittenLayer`, `invalidRecord`.
  public func callAsFunction(_ text: String) throws -> Document {
    var document = Document(id: "test", text: SourceText(text))
    try annotate(&document)
    return document
  }

  /// Runs the stages over a document that brings layers along.
  ///
  /// - Throws: what a stage throws, `undeclaredWrite`, `unwrittenLayer`, `invalidRecord`.
  public func annotate(_ document: inout Document) throws {
    for step in steps {
      let before = document.revisions
      try step.stage.annotate(&document)
      try step.check.verify(document, since: before)
    }
  }

  /// How an example of a stage differs from what the stages find; nil when it does not.
  ///
  /// Call it before `#expect`, which would swallow what it says: `let difference = try run.difference(…)`, then
  /// `#expect(difference == nil)`.
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

extension Resources {
  /// Resources with the models of the checkout that DictumTesting was built from: tests run where they were built, be
  /// they those of a package that lies elsewhere.
  public static var ofCheckout: Resources {
    let folders = #filePath.split(separator: "/").dropLast(3)
    return Resources(folders: ["/" + folders.joined(separator: "/") + "/Models"])
  }
}
