import Foundation
import PackagePlugin

/// Lists for the executable the plugins that it depends on, with the stamp of its compiler and Kit, at every build.
@main
struct PluginIndex: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Plugins").path + "/"
    let names = target.dependencies.compactMap { dependency in
      if case .target(let target) = dependency, target.directoryURL.path.hasPrefix(folder) { target.name } else { nil }
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
