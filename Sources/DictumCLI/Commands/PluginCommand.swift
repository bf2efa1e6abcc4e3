import DictumKit
import DictumRuntime
import DictumSystem
import Glibc

/// `dictum plugin`: plugins outside the tree, from an empty folder to an installed library.
enum PluginCommand: Command {
  static let name = "plugin"
  static let summary = "Plugins outside the tree: plugin new | build | list | remove."
  static let operands = "new NAME PATH | build PATH | list | remove NAME"
  static func usesPlugins(_ arguments: Arguments) -> Bool { false }
  static let into = Option("--into", "FOLDER", "Install there, or look there, instead of the user's plugin folder.")
  static let options = [into, Workbench.option]
  static let discussion = """
    `new` writes a package, `build` makes its library and installs it, `list` shows what is installed, `remove` takes a
    library away. The library is made for this compiler and this DictumKit and says so in a stamp; Dictum loads no other.
    It is installed as FOLDER/libNAME.so. Dictum loads every plugin of its plugin path: the folders and files of
    DICTUM_PLUGINS (colons between them), then $XDG_DATA_HOME/dictum/plugins or ~/.local/share/dictum/plugins; of two
    libraries with one file name, the first.

      dictum plugin new LongWords ~/long-words
      dictum plugin build ~/long-words
      dictum stages LongWords
      dictum plugin remove LongWords
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    let words = arguments.positionals
    let folder = arguments.value(into) ?? session.loader.path.installFolder
    switch (words.first, words.count) {
    case ("build", 2): try build(words[1], into: folder, session)
    case ("list", 1): return try list(folder, session)
    case ("remove", 2): try remove(words[1], from: folder, session)
    case ("new", 3):
      try NewStageCommand.writePackage(StageName(words[1]), to: words[2], .find(arguments, session), session)
    default:
      throw DictumError(.usage, "plugin takes: \(operands)", notes: ["see `dictum help plugin`"])
    }
    return .success
  }

  private static func build(_ path: String, into folder: String, _ session: Session) throws(DictumError) {
    let package = try PluginPackage(path)
    let built = try PluginBuilder(package: package).build()
    // Loading it before it is installed shows what every later run would complain of.
    let plugin = try session.loader.load(built)
    _ = try Registry(session.registry.plugins, loaded: [plugin])
    let installed = "\(folder)/lib\(package.product).so"
    try FileOutput.makeFolder(folder)
    try FileOutput.replace(installed, with: try FileInput.read(built))
    try session.print("installed \(installed)")
    try session.print("\(describe(plugin.plugin))")
  }

  private static func list(_ folder: String, _ session: Session) throws(DictumError) -> ExitCode {
    let installed = (Folder.entries(folder) ?? []).filter { $0.name.hasSuffix(".so") }.map { "\(folder)/\($0.name)" }
    let named = try session.loader.path.libraries().filter { !installed.contains($0) }
    var code = ExitCode.success
    for file in named + installed {
      do throws(DictumError) {
        try session.print("\(file)\n  \(describe(try session.loader.load(file).plugin))")
      } catch {
        try session.print("\(file)\n  cannot be loaded")
        session.complain(error)
        code = .someFailed
      }
    }
    if named.isEmpty && installed.isEmpty { try session.print("no plugins are installed in \(folder)") }
    return code
  }

  private static func remove(_ name: String, from folder: String, _ session: Session) throws(DictumError) {
    let file = "\(folder)/lib\(name).so"
    guard !name.contains("/"), access(file, F_OK) == 0 else {
      let known = (Folder.entries(folder) ?? []).map(\.name).filter { $0.hasPrefix("lib") && $0.hasSuffix(".so") }
        .map { String($0.dropFirst(3).dropLast(3)) }
      let note = known.isEmpty ? "none is installed" : "installed: " + known.joined(separator: ", ")
      throw DictumError(.pluginNotFound, "no plugin `\(name)` is installed in \(folder)", notes: [note])
    }
    guard unlink(file) == 0 else { throw DictumError(.outputFailed, "\(file): \(systemMessage())") }
    try session.print("removed \(file)")
  }

  private static func describe(_ plugin: Plugin) -> String {
    let version = plugin.version.map { " \($0)" } ?? ""
    return "\(plugin.name)\(version): stages \(plugin.stages.map(\.name).joined(separator: ", "))"
  }
}
