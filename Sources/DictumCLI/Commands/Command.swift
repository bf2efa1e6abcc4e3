import DictumKit

/// A subcommand of `dictum`.
protocol Command: Sendable {
  static var name: String { get }
  /// One line for `dictum help`.
  static var summary: String { get }
  /// The words after the name, as the usage line shows them.
  static var operands: String { get }
  static var options: [Option] { get }
  /// What a newcomer needs to know, with an example.
  static var discussion: String { get }
  /// Whether the plugin path is loaded first. What mends a broken plugin must run without it.
  static func usesPlugins(_ arguments: Arguments) -> Bool

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode
}

extension Command {
  static func usesPlugins(_ arguments: Arguments) -> Bool { true }

  static var help: String {
    let all = options + [.help]
    let heads = all.map { option in option.value.map { "\(option.name) \($0)" } ?? option.name }
    let width = heads.map(\.count).max() ?? 0
    let lines = zip(all, heads).map { option, head in
      "  \(head)\(String(repeating: " ", count: width - head.count))  \(option.summary)"
    }
    return """
      \(summary)

      usage: dictum \(name)\(operands.isEmpty ? "" : " " + operands)\(options.isEmpty ? "" : " [options]")

      \(discussion)

      options:
      \(lines.joined(separator: "\n"))

      """
  }
}

/// What the process returns. Documented in `dictum help`.
enum ExitCode: Int32 {
  /// Everything was done.
  case success = 0
  /// Some documents failed; the others were done.
  case someFailed = 1
  /// The command line or the pipeline is wrong; nothing was done.
  case refused = 2
  /// The run was interrupted; what was under way is finished, and the same command goes on from there.
  case interrupted = 3
}
