import DictumKit
import DictumReports
import DictumRuntime
import DictumSystem
import Glibc

/// What a command works with: the loaded plugins and where to write.
struct Session {
  let registry: Registry
  let loader: PluginLoader
  /// The checkout from which this program was built; it may be gone.
  let buildFolder: String
  /// Where reports go; not standard output, see `StandardDescriptors`.
  let output: Int32

  /// Writes lines for people to standard output; what they name (files, speakers) is made inert.
  func print(_ text: String) throws(DictumError) {
    try write(text.inert(keepingLines: true))
  }

  /// Writes lines that are fit for a terminal already, such as coloured ones.
  func write(_ text: String) throws(DictumError) {
    try FileOutput.write(Array((text + "\n").utf8), to: output, name: "standard output")
  }

  /// Shows text on standard error, where it does not mix with reports.
  func tell(_ text: String) {
    // Nowhere is left to say that standard error cannot be written.
    try? FileOutput.write(Array((text + "\n").utf8), to: STDERR_FILENO, name: "standard error")
  }

  /// Shows diagnostics on standard error.
  func complain(_ error: DictumError) {
    // Nowhere is left to say that standard error cannot be written.
    try? FileOutput.write(Array((error.description + "\n").utf8), to: STDERR_FILENO, name: "standard error")
  }

  /// Checks a pipeline file.
  func plan(_ path: String, _ registry: Registry? = nil) throws(DictumError) -> Plan {
    try Planner.plan(try FileInput.read(path, limit: Planner.limit), file: path, registry: registry ?? self.registry)
  }

  /// The model files that a command line asks for.
  ///
  /// - Throws: `fileNotFound` when `--models` names no folder.
  func resources(_ arguments: Arguments) throws(DictumError) -> Resources {
    guard let folder = arguments.value(.models) else { return Resources() }
    var status = stat()
    guard stat(folder, &status) == 0 else {
      throw DictumError(.fileNotFound, "`--models` names \(folder): \(String(cString: strerror(errno)))")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw DictumError(.fileUnreadable, "`--models` names \(folder), which is no folder")
    }
    return Resources(folders: [folder])
  }
}
