import CSpawn
import Glibc

/// A program that was started.
public struct Child: Sendable {
  public let process: Int32

  /// How a child ended.
  public enum End: Sendable, Equatable, CustomStringConvertible {
    case exit(Int32)
    case signal(Int32)

    /// The shell's convention: a signal counts from 128.
    public var status: Int32 {
      switch self {
      case .exit(let status): status
      case .signal(let number): 128 + number
      }
    }

    /// Such as `exit status 3` or `signal 11 (Segmentation fault)`.
    public var description: String {
      switch self {
      case .exit(let status): "exit status \(status)"
      case .signal(let number): "signal \(number) (\(strsignal(number).map { String(cString: $0) } ?? "unknown"))"
      }
    }
  }

  /// Why a program could not be started: the system's words.
  public struct NotStarted: Error, Equatable {
    public let reason: String

    init(_ number: Int32) { reason = String(cString: strerror(number)) }
  }

  /// Starts a program, looked for in `PATH`, with its arguments.
  ///
  /// - Parameters:
  ///   - input: becomes its standard input; nil for this process's.
  ///   - output: becomes its standard output.
  ///   - errors: becomes its standard error; nil for this process's.
  ///   - folder: where it runs; empty for the current one.
  ///   - environment: its variables, each `NAME=VALUE`; nil for this process's.
  /// - Throws: `NotStarted`.
  public init(
    _ words: [String],
    input: Int32? = nil,
    output: Int32,
    errors: Int32? = nil,
    folder: String = "",
    environment: [String]? = nil
  ) throws(NotStarted) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    if let errors { posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO) }
    if !folder.isEmpty { posix_spawn_file_actions_addchdir_np(&actions, folder) }
    // This process ignores it, which a child would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    sigaddset(&defaults, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var variables: [UnsafeMutablePointer<CChar>?] = (environment ?? []).map { strdup($0) } + [nil]
    defer { variables.forEach { free($0) } }
    guard let program = arguments.first ?? nil else { throw NotStarted(ENOENT) }
    var process: pid_t = 0
    let started = variables.withUnsafeMutableBufferPointer {
      posix_spawnp(&process, program, &actions, &attributes, &arguments, environment == nil ? environ : $0.baseAddress)
    }
    guard started == 0 else { throw NotStarted(started) }
    self.process = process
  }

  /// Waits for the end.
  public func wait() -> End {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return Self.end(status)
  }

  /// How it ended; nil while it runs.
  func endIfOver() -> End? {
    var status: Int32 = 0
    return waitpid(process, &status, WNOHANG) == process ? Self.end(status) : nil
  }

  /// Ends it at once.
  func kill() { _ = Glibc.kill(process, SIGKILL) }

  private static func end(_ status: Int32) -> End {
    let signal = status & 0x7F
    return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }
}
