/// How much a diagnostic matters.
public enum Severity: String, Sendable, CaseIterable {
  /// The work could not be done.
  case error
  /// The work was done, and the reader should know something about it.
  case warning
}

/// A place in a file that a person edits.
public struct SourceLocation: Sendable, Hashable {
  public var file: String
  /// Counted from 1.
  public var line: Int
  /// Counted from 1, in Unicode scalars.
  public var column: Int
  /// How many columns the caret underlines.
  public var length: Int

  /// A place in a file.
  public init(file: String, line: Int, column: Int, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
  }
}

/// Something that a user should know: what is wrong, where, and what to do.
public struct Diagnostic: Sendable, Equatable {
  public var code: DiagnosticCode
  public var severity: Severity
  public var message: String
  /// The place in a pipeline file.
  public var location: SourceLocation?
  /// The line of text at `location`.
  public var sourceLine: String?
  /// The place in the document (UTF-8).
  public var span: TextSpan?
  /// The stage that says so.
  public var stage: String?
  /// What was expected, the nearest valid name, who provides what is missing.
  public var notes: [String]

  /// Makes a diagnostic; an error unless it says otherwise.
  public init(
    _ code: DiagnosticCode,
    _ message: String,
    severity: Severity = .error,
    at location: SourceLocation? = nil,
    span: TextSpan? = nil,
    stage: String? = nil,
    notes: [String] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.span = span
    self.stage = stage
    self.notes = notes
  }

  /// The diagnostic as a terminal shows it: place, message, source line with caret, notes; every character inert.
  public var rendered: String {
    var lines: [String] = []
    let place = location.map { "\($0.file.inert()):\($0.line):\($0.column): " } ?? ""
    lines.append("\(place)\(severity.rawValue) [\(code.id)]: \(message.inert())")
    if let location, let sourceLine {
      let shown = sourceLine.inert()
      let margin = String(repeating: " ", count: String(location.line).count)
      let before = String(String.UnicodeScalarView(sourceLine.unicodeScalars.prefix(location.column - 1))).inert()
      let indent = before.unicodeScalars.map { $0 == "\t" ? "\t" : " " }.joined()
      lines.append(" \(location.line) | \(shown)")
      lines.append(" \(margin) | \(indent)^\(String(repeating: "~", count: max(0, location.length - 1)))")
    }
    lines += notes.map { "  \($0.inert())" }
    return lines.joined(separator: "\n")
  }
}
