import DictumKit
import DictumRuntime
import DictumSystem

/// `dictum plugin build`: builds a plugin's package, stamps its library and installs it.
enum PluginCommand: Command {
  static let name = "plugin"
  static let summary = "Build a plugin's package and install its library: plugin build PATH."
  static let operands = "build PATH"
  static let usesPlugins = false
  static let into = Option(
    name: "--into",
    value: "FOLDER",
    summary: "Install there instead of the user's plugin folder."
  )
  static let options = [into]
  static let discussion = """
    The library is made for this compiler and this DictumKit and says so in a stamp; Dictum loads no other. It is
    installed as FOLDER/libNAME.so. Dictum loads every plugin of its plugin path: the folders and files of
    DICTUM_PLUGINS (colons between them), then $XDG_DATA_HOME/dictum/plugins or ~/.local/share/dictum/plugins.

      dictum new-stage LongWords --package ~/long-words
      dictum plugin build ~/long-words
      dictum stages LongWords
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    guard arguments.positionals.count == 2, arguments.positionals[0] == "build" else {
      throw DictumError(.usage, "plugin needs `build` and a package's folder", notes: ["see `dictum help plugin`"])
    }
    let package = try PluginPackage(arguments.positionals[1])
    let built = try PluginBuilder(package: package).build()
    let folder = arguments.value(into) ?? session.loader.path.installFolder
    let installed = "\(folder)/lib\(package.product).so"
    try FileOutput.makeFolder(folder)
    try FileOutput.replace(installed, with: try FileInput.read(built))
    try session.print("installed \(installed)")
    // Loading it now shows at once what the next run would complain of.
    let plugin = try session.loader.load(installed).plugin
    try session.print("\(plugin.name): stages \(plugin.stages.map(\.name).joined(separator: ", "))")
    return .success
  }
}
