/// Holds a stage to its contract after it ran over a document: it wrote what it declares and nothing else, and what it
/// wrote can be.
public struct ContractCheck: Sendable {
  private let stage: String
  private let contract: StageContract?
  private let layers: [String: any Layer]

  /// A check of a stage.
  ///
  /// - Parameters:
  ///   - contract: nil where it is not known; then the records alone are checked.
  ///   - layers: all layers that the stage may write or refer to.
  public init(stage: String, contract: StageContract?, layers: [any Layer]) {
    self.stage = stage
    self.contract = contract
    self.layers = LayerProblems.byName(layers)
  }

  /// Compares a document with what it was before the stage.
  ///
  /// - Parameter before: `document.revisions` as they were.
  /// - Throws: `undeclaredWrite`, `unwrittenLayer`, `invalidRecord`, all that is found.
  public func verify(_ document: Document, since before: Document.Revisions) throws(DictumError) {
    let written = document.written(since: before)
    var problems: [Diagnostic] = []
    if let contract {
      for name in written
      where !contract.provides.contains(where: { $0.name == name })
        && !contract.extends.contains(where: { $0.name == name })
      {
        problems.append(
          Diagnostic(.undeclaredWrite, "the stage `\(stage)` wrote `\(name)`, which it does not declare")
        )
      }
      for layer in contract.provides where !document.has(layer.name) {
        problems.append(
          Diagnostic(.unwrittenLayer, "the stage `\(stage)` provides `\(layer.name)` but did not write it")
        )
      }
    }
    var check = LayerProblems(byName: layers)
    for name in written { check.check(name, of: document) }
    problems += check.found.map { Diagnostic(.invalidRecord, "the stage `\(stage)` wrote \($0)") }
    guard problems.isEmpty else { throw DictumError(problems) }
  }
}
