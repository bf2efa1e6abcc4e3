import Foundation

/// The built `dictum`, run as a user runs it.
struct Tool {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The repository's root, where pipelines and examples lie.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    .standardized

  /// The tests' own executable lies beside the tool.
  private static let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("dictum")

  static func run(
    _ arguments: String...,
    input: String = "",
    environment: [String: String] = [:]
  ) throws -> Result {
    try run(arguments, input: input, environment: environment)
  }

  /// - Parameter environment: added to the tests' own; the user's plugins are left out.
  static func run(
    _ arguments: [String],
    input: String = "",
    environment: [String: String] = [:]
  ) throws -> Result {
    try launch(executable, arguments, input: input, environment: environment)
  }

  /// Runs a shell command that finds the tool in `$DICTUM`.
  static func shell(_ command: String) throws -> Result {
    try launch(
      URL(fileURLWithPath: "/bin/bash"),
      ["-c", command],
      input: "",
      environment: ["DICTUM": executable.path]
    )
  }

  private static func launch(
    _ program: URL,
    _ arguments: [String],
    input: String,
    environment: [String: String]
  ) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = root
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let own = ["XDG_DATA_HOME": folder.url.path, "DICTUM_PLUGINS": ""]
    process.environment = ProcessInfo.processInfo.environment.merging(own) { $1 }.merging(environment) { $1 }
    // Files instead of pipes: nothing can fill up while nobody reads.
    let inputFile = try folder.write("in", input)
    let outputFile = try folder.write("out", "")
    let errorFile = try folder.write("err", "")
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: try String(contentsOf: outputFile, encoding: .utf8),
      errors: try String(contentsOf: errorFile, encoding: .utf8)
    )
  }
}

/// A folder that a test fills and removes.
struct TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("dictum-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  @discardableResult
  func write(_ name: String, _ content: String) throws -> URL { try write(name, Data(content.utf8)) }

  @discardableResult
  func write(_ name: String, _ content: Data) throws -> URL {
    let file = url.appendingPathComponent(name)
    try content.write(to: file)
    return file
  }

  func remove() { try? FileManager.default.removeItem(at: url) }
}
