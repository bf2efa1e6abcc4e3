import Glibc

/// A program that was started.
public struct Child: Sendable {
  public let process: Int32

  /// How a child ended.
  public enum End: Sendable, Equatable {
    case exit(Int32)
    case signal(Int32)

    /// The shell's convention: a signal counts from 128.
    public var status: Int32 {
      switch self {
      case .exit(let status): status
      case .signal(let number): 128 + number
      }
    }
  }

  /// Why a program could not be started: the system's words.
  public struct NotStarted: Error {
    public let reason: String
  }

  /// Starts a program, looked for in `PATH`, with its arguments; its standard error is this process's.
  ///
  /// - Parameters:
  ///   - input: becomes its standard input; nil for this process's.
  ///   - output: becomes its standard output.
  /// - Throws: `NotStarted`.
  public init(_ words: [String], input: Int32? = nil, output: Int32) throws(NotStarted) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    guard let program = arguments.first ?? nil else { throw NotStarted(reason: "no program") }
    var process: pid_t = 0
    let started = posix_spawnp(&process, program, &actions, nil, &arguments, environ)
    guard started == 0 else { throw NotStarted(reason: String(cString: strerror(started))) }
    self.process = process
  }

  /// Waits for the end.
  public func wait() -> End {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }
}
