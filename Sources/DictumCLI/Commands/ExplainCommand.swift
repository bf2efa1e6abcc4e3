import DictumKit
import DictumRuntime

/// `dictum explain`: what a diagnostic's code means and what to do.
enum ExplainCommand: Command {
  static let name = "explain"
  static let summary = "Explain a diagnostic's code, such as D106."
  static let operands = "[CODE]"
  static let options: [Option] = []
  static func usesPlugins(_ arguments: Arguments) -> Bool { false }
  static let discussion = """
    Without a code, all codes are listed.

      dictum explain D106
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    // A plugin that cannot be loaded must not keep anyone from reading why.
    let registry = (try? session.registry.addingPluginPath()) ?? session.registry
    let codes = registry.codes
    guard let id = arguments.positionals.first else {
      try session.print(Table(rows: codes.map { [$0.id, $0.title] }).text)
      return .success
    }
    guard let code = codes.first(where: { $0.id == id.uppercased() }) else {
      let near = suggestion(for: id, among: codes.map(\.id))
      throw DictumError(.usage, "no diagnostic has the code `\(id)`", notes: near)
    }
    try session.print("\(code.id): \(code.title)\n\n\(code.explanation)")
    return .success
  }
}
