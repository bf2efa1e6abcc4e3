import DictumJSON
import DictumKit
import DictumRuntime
import DictumSystem
import Glibc
import PluginStamp

/// A plugin's package as SwiftPM describes it.
struct PluginPackage {
  let folder: String
  /// The dynamic library product.
  let product: String
  /// The checkout of Dictum that the package depends on.
  let workbench: String

  /// Asks SwiftPM about a package.
  ///
  /// - Throws: `fileNotFound`, `pluginBuildFailed` when it has no dynamic library or does not depend on Dictum by path.
  init(_ path: String) throws(DictumError) {
    guard access("\(path)/Package.swift", R_OK) == 0 else {
      throw DictumError(
        .fileNotFound,
        "\(path) has no Package.swift",
        notes: ["`dictum new-stage --package PATH` writes a package"]
      )
    }
    let folder = Workbench.absolute(path)
    let json = try ToolRun.capture(["swift", "package", "--package-path", folder, "describe", "--type", "json"])
    let (products, workbenches) = try JSONValue.parse(json) { root throws(DictumError) in
      (
        (root["products"]?.array ?? []).filter(Self.isDynamic).compactMap { $0["name"]?.string },
        (root["dependencies"]?.array ?? []).compactMap { $0["path"]?.string }
          .filter { access("\($0)/Sources/DictumKit", R_OK) == 0 }
      )
    }
    guard products.count == 1, let product = products.first else {
      throw Self.unfit("\(path) needs one library product of type .dynamic; it has \(products.count)")
    }
    guard let workbench = workbenches.first else {
      throw Self.unfit("\(path) does not depend on Dictum by path")
    }
    self.folder = folder
    self.product = product
    self.workbench = workbench
  }

  private static func isDynamic(_ product: JSONValue) -> Bool {
    product["type"]?["library"]?.array?.contains { $0.string == "dynamic" } ?? false
  }

  private static func unfit(_ message: String) -> DictumError {
    DictumError(
      .pluginBuildFailed,
      message,
      notes: ["compare its Package.swift with what `dictum new-stage --package PATH` writes"]
    )
  }

  /// The stamp of a library that is built now: the compiler in the PATH, the Kit of the workbench.
  ///
  /// - Throws: `pluginBuildFailed`, `fileUnreadable`.
  func stamp() throws(DictumError) -> PluginStamp {
    let version = try ToolRun.capture(["swiftc", "--version"])
    var files: [(name: String, bytes: [UInt8])] = []
    try Self.collect("\(workbench)/Sources/DictumKit", prefix: "", into: &files)
    return PluginStamp(
      compiler: PluginStamp.compiler(versionOutput: String(decoding: version, as: UTF8.self)),
      kit: KitHash(files: files).hexadecimal
    )
  }

  private static func collect(
    _ folder: String,
    prefix: String,
    into files: inout [(name: String, bytes: [UInt8])]
  ) throws(DictumError) {
    for entry in Folder.entries(folder) ?? [] where !entry.name.hasPrefix(".") {
      let path = "\(folder)/\(entry.name)"
      if entry.isFolder {
        try collect(path, prefix: "\(prefix)\(entry.name)/", into: &files)
      } else if entry.name.hasSuffix(".swift") {
        files.append((prefix + entry.name, try FileInput.read(path)))
      }
    }
  }
}
