/// The kind of a diagnostic: a stable code that users can look up with `dictum explain`.
public struct DiagnosticCode: Sendable, Hashable {
  /// Such as `D102`; never reused for another meaning.
  public let id: String
  /// One line.
  public let title: String
  /// What it means and what to do about it.
  public let explanation: String

  /// Declares a code. Dictum's own start with `D`; a plugin's should start with letters of its own.
  public init(_ id: String, _ title: String, _ explanation: String) {
    self.id = id
    self.title = title
    self.explanation = explanation
  }

  public static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool { left.id == right.id }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
