// plugin-index OUTPUT NAME…: writes the Swift source that lists the discovered plugins.
import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  FileHandle.standardError.write(Data("usage: plugin-index OUTPUT NAME…\n".utf8))
  exit(2)
}
let names = arguments.dropFirst(2)
let source =
  (["// Written by plugin-index from the folders under Plugins/.", "import DictumKit"]
  + names.map { "import \($0)" }
  + ["", "let builtInPlugins: [Plugin] = ["]
  + names.map { "  \($0)Plugin.plugin," }
  + ["]", ""]).joined(separator: "\n")
try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
