import DictumKit
import DictumSystem
import Glibc

/// Runs programs of the Swift toolchain.
enum ToolRun {
  /// Runs a program whose output the user sees, on standard error, and returns its exit status.
  ///
  /// - Throws: `pluginBuildFailed` when it cannot be started.
  static func show(_ words: [String]) throws(DictumError) -> Int32 {
    try run(words, output: STDERR_FILENO)
  }

  /// Runs a program and returns what it writes to standard output.
  ///
  /// - Throws: `pluginBuildFailed` when it cannot be started or fails.
  static func capture(_ words: [String]) throws(DictumError) -> [UInt8] {
    // A file instead of a pipe: nothing can fill up while this process waits.
    guard let file = tmpfile() else { throw failed(words, String(cString: strerror(errno))) }
    defer { fclose(file) }
    let descriptor = fileno(file)
    let status = try run(words, output: descriptor)
    guard status == 0 else { throw failed(words, "it ended with status \(status)") }
    let size = lseek(descriptor, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: max(0, size))
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return Array(bytes.prefix(max(0, count)))
  }

  private static func run(_ words: [String], output: Int32) throws(DictumError) -> Int32 {
    do throws(Child.NotStarted) {
      return try Child(words, output: output).wait().status
    } catch {
      throw failed(words, error.reason)
    }
  }

  private static func failed(_ words: [String], _ reason: String) -> DictumError {
    DictumError(.pluginBuildFailed, "`\(words.joined(separator: " "))` failed: \(reason)")
  }
}
