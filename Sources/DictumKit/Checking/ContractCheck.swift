/// Holds a stage to its contract after it ran over a document: it wrote what it declares and nothing else, and what it
/// wrote can be.
///
/// Made once for a stage and asked after each of its calls, so a call pays for what the stage wrote and no more.
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
  public func verify(_ document: borrowing Document, since before: Document.Revisions) throws(DictumError) {
    let written = document.written(since: before)
    var check = LayerProblems(byName: layers)
    for name in written { check.check(name, of: document) }
    let broken = violations(by: written, in: document)
    if broken.isEmpty, check.found.isEmpty { return }
    throw DictumError(
      broken + check.found.map { Diagnostic(.invalidRecord, "the stage `\(stage)` wrote \($0)") }
    )
  }

  private func violations(by written: [String], in document: borrowing Document) -> [Diagnostic] {
    guard let contract else { return [] }
    var problems: [Diagnostic] = []
    for name in written where !contract.provides.holds(name) && !contract.extends.holds(name) {
      problems.append(
        Diagnostic(.undeclaredWrite, "the stage `\(stage)` wrote `\(name)`, which it does not declare")
      )
    }
    for layer in contract.provides where !written.contains(layer.name) && !document.has(layer.name) {
      problems.append(
        Diagnostic(.unwrittenLayer, "the stage `\(stage)` provides `\(layer.name)` but did not write it")
      )
    }
    return problems
  }
}

extension [LayerName] {
  fileprivate func holds(_ name: String) -> Bool { contains { $0.name == name } }
}
