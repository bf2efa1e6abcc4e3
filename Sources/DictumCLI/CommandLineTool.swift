public import DictumKit
import DictumRuntime
import DictumSystem
import Glibc
public import PluginStamp

/// The `dictum` command: finds the subcommand, runs it, turns what went wrong into messages and an exit code.
public struct CommandLineTool {
  static let version = "0.1.0"
  static var commands: [any Command.Type] {
    [
      RunCommand.self, BatchCommand.self, StreamCommand.self, ViewCommand.self, ServeCommand.self,
      EvaluateCommand.self, ExportCommand.self,
      CheckCommand.self, StagesCommand.self, ExplainCommand.self, SchemaCommand.self, ReferenceCommand.self,
      InitCommand.self, NewStageCommand.self, PluginCommand.self,
    ]
  }

  private let plugins: [Plugin]
  private let stamp: PluginStamp
  private let buildFolder: String

  /// A tool with the given plugins built in.
  ///
  /// - Parameters:
  ///   - stamp: what libraries of plugins must carry to be loaded.
  ///   - buildFolder: the checkout from which the program is built.
  public init(plugins: [Plugin], stamp: PluginStamp, buildFolder: String) {
    self.plugins = plugins
    self.stamp = stamp
    self.buildFolder = buildFolder
  }

  /// Runs a command line without the program's name and returns the process's exit code.
  public func run(_ words: [String]) -> Int32 {
    StandardDescriptors.fill()
    // A reader that went away (`dictum run … | head`) is an error to report, not a reason to be killed.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that may not grow: the others can still be written.
    signal(SIGXFSZ, SIG_IGN)
    do throws(DictumError) {
      let loader = PluginLoader(stamp: stamp, path: .current)
      let registry = try Registry(plugins, loader: loader)
      let output = StandardDescriptors.takeOutput()
      let session = Session(registry: registry, loader: loader, buildFolder: buildFolder, output: output)
      return try dispatch(words, session).rawValue
    } catch {
      let message = error.description + "\n"
      // Nowhere is left to say that standard error cannot be written.
      try? FileOutput.write(Array(message.utf8), to: STDERR_FILENO, name: "standard error")
      return ExitCode.refused.rawValue
    }
  }

  private func dispatch(_ words: [String], _ session: Session) throws(DictumError) -> ExitCode {
    guard let first = words.first else {
      try session.print(Self.help)
      return .refused
    }
    switch first {
    case "help", "--help", "-h":
      guard words.count > 1 else {
        try session.print(Self.help)
        return .success
      }
      try session.print(try Self.command(words[1]).help)
      return .success
    case "version", "--version":
      try session.print("dictum \(Self.version)")
      return .success
    default:
      return try run(try Self.command(first), Array(words.dropFirst()), session)
    }
  }

  private func run(
    _ command: any Command.Type,
    _ words: [String],
    _ session: Session
  ) throws(DictumError) -> ExitCode {
    let arguments = try Arguments(words, options: command.options)
    if arguments.has(.help) {
      try session.print(command.help)
      return .success
    }
    guard command.usesPlugins(arguments) else { return try command.run(arguments, in: session) }
    let registry = try session.registry.addingPluginPath()
    return try command.run(
      arguments,
      in: Session(registry: registry, loader: session.loader, buildFolder: buildFolder, output: session.output)
    )
  }

  private static func command(_ name: String) throws(DictumError) -> any Command.Type {
    if let command = commands.first(where: { $0.name == name }) { return command }
    let near = suggestion(for: name, among: commands.map { $0.name })
    throw DictumError(.usage, "unknown command `\(name)`", notes: near + ["`dictum help` lists the commands"])
  }

  static var help: String {
    let width = (commands.map { $0.name.count }.max() ?? 0) + 2
    let lines = commands.map { "  \($0.name)\(String(repeating: " ", count: width - $0.name.count))\($0.summary)" }
    return """
      Dictum: who said what, about whom, and how they stand on it.

      usage: dictum COMMAND …

      commands:
      \(lines.joined(separator: "\n"))
        help       Show this, or the help of a command: dictum help run
        version    Show the version.

      Start with:  dictum run Pipelines/news.yaml Examples/trilateral.txt --summary

      exit codes: 0 all done · 1 some documents failed, the others are done · 2 nothing done: the command line or the
      pipeline is wrong · 3 a batch was interrupted: the same command goes on from there
      """
  }
}
