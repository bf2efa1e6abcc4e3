import DictumKit
import DictumRuntime
import DictumSystem
import Glibc
import PluginStamp

/// Builds the library of a plugin's package: compiled by SwiftPM, linked here without DictumKit, with its stamp.
///
/// SwiftPM puts a copy of DictumKit into a dynamic product. Two copies of a module in one process would have two
/// identities for each type; left out, its symbols are resolved to those of the program that loads the library.
struct PluginBuilder {
  let package: PluginPackage

  private var products: String { "\(package.folder)/.build/release" }
  private var work: String { "\(package.folder)/.build/dictum" }

  /// Builds and returns the library's path.
  ///
  /// - Throws: `pluginBuildFailed`, `outputFailed`.
  func build() throws(DictumError) -> String {
    let package = package
    try step([
      "swift", "build", "--package-path", package.folder, "-c", "release", "--product", package.product,
    ])
    try FileOutput.makeFolder(work)
    let stamp = try stampObject(try package.stamp())
    let library = "\(work)/lib\(package.product).so"
    let objects = "\(work)/objects"
    try FileOutput.replace(objects, with: Array((try ownObjects() + [stamp]).joined(separator: "\n").utf8))
    try step(["swiftc", "-emit-library", "-o", library, "@\(objects)"])
    return library
  }

  /// The objects of SwiftPM's own link, without those of modules that the program has.
  private func ownObjects() throws(DictumError) -> [String] {
    let list = try FileInput.read("\(products)/\(package.product).product/Objects.LinkFileList")
    return String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { !$0.contains("/DictumKit.build/") }
  }

  /// A C object whose only content is the stamp, in a section of its own.
  private func stampObject(_ stamp: PluginStamp) throws(DictumError) -> String {
    let escaped = stamp.text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    let source = """
      __attribute__((used, retain, section("\(PluginStamp.section)")))
      const char dictum_plugin_stamp[] = "\(escaped)";

      """
    try FileOutput.replace("\(work)/stamp.c", with: Array(source.utf8))
    let object = "\(work)/stamp.o"
    try step(["clang", "-c", "-fPIC", "-o", object, "\(work)/stamp.c"])
    return object
  }

  private func step(_ words: [String]) throws(DictumError) {
    let status = try ToolRun.show(words)
    guard status == 0 else {
      throw DictumError(.pluginBuildFailed, "`\(words.joined(separator: " "))` ended with status \(status)")
    }
  }
}
