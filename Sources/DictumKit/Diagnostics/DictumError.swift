/// What Dictum throws: one or more coded diagnostics.
public struct DictumError: Error, Sendable, Equatable {
  /// All that is wrong, in the order in which a reader should see it; never empty.
  public var diagnostics: [Diagnostic]
  /// The id of the document that they are about, where it is known and the document is not.
  public var document: String?

  /// Several findings at once.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// One finding.
  public init(_ code: DiagnosticCode, _ message: String, notes: [String] = []) {
    diagnostics = [Diagnostic(code, message, notes: notes)]
  }

  /// The message of the first finding.
  public var message: String { diagnostics.first?.message ?? "" }

  /// The first finding, where one line must do.
  public var summary: String {
    diagnostics.first.map { "[\($0.code.id)] \($0.message)" } ?? "unknown error"
  }
}

extension DictumError: CustomStringConvertible {
  public var description: String { diagnostics.map(\.rendered).joined(separator: "\n") }
}
