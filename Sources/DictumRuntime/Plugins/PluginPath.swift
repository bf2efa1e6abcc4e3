public import DictumKit
import DictumSystem
import Glibc

/// Where libraries of plugins lie: the folders and files of `DICTUM_PLUGINS`, then the user's own folder.
public struct PluginPath: Sendable {
  /// Where `dictum plugin build` installs.
  public let installFolder: String
  /// Folders and `.so` files that `DICTUM_PLUGINS` names.
  private let named: [String]

  /// Reads `DICTUM_PLUGINS`, `XDG_DATA_HOME` and `HOME`.
  public init(environment: (String) -> String?) {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    let data = value("XDG_DATA_HOME") ?? "\(value("HOME") ?? "")/.local/share"
    installFolder = "\(data)/dictum/plugins"
    named = (value("DICTUM_PLUGINS") ?? "").split(separator: ":").map(String.init)
  }

  /// The process's own environment.
  public static var current: PluginPath {
    PluginPath { name in getenv(name).map { String(cString: $0) } }
  }

  private var folders: [String] { named.filter { !$0.hasSuffix(".so") } + [installFolder] }

  /// Every library of the path, sorted within its folder; of several with one file name, the first.
  ///
  /// - Throws: `pluginNotFound` for an entry of `DICTUM_PLUGINS` that does not exist.
  public func libraries() throws(DictumError) -> [String] {
    for entry in named where access(entry, R_OK) != 0 {
      throw DictumError(
        .pluginNotFound,
        "DICTUM_PLUGINS names \(entry), which does not exist",
        notes: ["correct DICTUM_PLUGINS: folders or .so files with colons between them"]
      )
    }
    var seen: Set<String> = []
    return (named.filter { $0.hasSuffix(".so") } + folders.flatMap { Self.libraries(in: $0) }).filter { path in
      // An earlier place shadows a later one, as in PATH.
      seen.insert(path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path).inserted
    }
  }

  /// The library that an entry of `plugins:` means: a name, or a path relative to the pipeline file.
  ///
  /// - Throws: `pluginNotFound`, listing where it was looked for.
  public func library(_ entry: String, besides pipelineFile: String) throws(DictumError) -> String {
    let candidates: [String]
    if entry.contains("/") || entry.hasSuffix(".so") {
      let folder = pipelineFile.lastIndex(of: "/").map { String(pipelineFile[...$0]) } ?? ""
      candidates = [entry.hasPrefix("/") ? entry : folder + entry]
    } else {
      let file = "lib\(entry).so"
      candidates = named.filter { $0.hasSuffix("/" + file) } + folders.map { "\($0)/\(file)" }
    }
    if let found = candidates.first(where: { access($0, R_OK) == 0 }) { return found }
    throw DictumError(
      .pluginNotFound,
      "the plugin `\(entry)` was not found",
      notes: candidates.map { "looked for \($0)" } + ["build and install one with `dictum plugin build FOLDER`"]
    )
  }

  private static func libraries(in folder: String) -> [String] {
    (Folder.entries(folder) ?? []).filter { $0.name.hasSuffix(".so") }.map { "\(folder)/\($0.name)" }
  }
}
