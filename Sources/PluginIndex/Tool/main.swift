// plugin-index OUTPUT SWIFTC WORKBENCH NAME…: writes the Swift source that lists the plugins and holds the
// stamp that libraries from outside the tree must carry.
import Foundation
import PluginStamp

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  FileHandle.standardError.write(Data("usage: plugin-index OUTPUT SWIFTC WORKBENCH NAME…\n".utf8))
  exit(2)
}
let workbench = arguments[3]
let names = arguments.dropFirst(4)

func compilerVersion() throws -> String {
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(fileURLWithPath: arguments[2])
  process.arguments = ["--version"]
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return PluginStamp.compiler(versionOutput: String(decoding: output, as: UTF8.self))
}

func kitHash() throws -> String {
  let folder = URL(fileURLWithPath: workbench).appendingPathComponent("Sources/DictumKit").path
  let paths = (FileManager.default.subpaths(atPath: folder) ?? []).filter { $0.hasSuffix(".swift") }
  return KitHash(files: try paths.map { ($0, [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)")))) })
    .hexadecimal
}

let source =
  (["// Written by plugin-index from the plugins in Package.swift.", "import DictumKit", "import PluginStamp"]
  + names.map { "import \($0)" }
  + ["", "let builtInPlugins: [Plugin] = ["]
  + names.map { "  \($0)Plugin.plugin," }
  + ["]", ""]
  + ["let buildStamp = PluginStamp(compiler: \(try compilerVersion().debugDescription), kit: \"\(try kitHash())\")"]
  + ["let buildFolder = \(workbench.debugDescription)", ""]).joined(separator: "\n")
try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
