import Foundation
import PackagePlugin

/// Lists the folders under `Plugins/` for the executable, with the stamp of its compiler and Kit, at every build.
@main
struct PluginIndex: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Plugins")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/Sources").path) }
      .sorted()
    let known = Set(context.package.targets.map(\.name))
    for name in names where !known.contains(name) {
      Diagnostics.error(
        "Plugins/\(name) is new: add its name to the line `// plugins:` in Package.swift, then build again"
      )
    }
    let kit = context.package.directoryURL.appending(path: "Sources/DictumKit")
    let kitFiles = (FileManager.default.subpaths(atPath: kit.path) ?? []).filter { $0.hasSuffix(".swift") }.sorted()
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInPlugins.swift")
    return [
      .buildCommand(
        displayName: "List the plugins",
        executable: try context.tool(named: "plugin-index").url,
        arguments: [output.path, try context.tool(named: "swiftc").url.path, context.package.directoryURL.path] + names,
        inputFiles: kitFiles.map { kit.appending(path: $0) },
        outputFiles: [output]
      )
    ]
  }
}
