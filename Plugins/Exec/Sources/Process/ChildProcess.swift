import CSpawn
import DictumKit
import Glibc

/// A running child with a pipe to its standard input and one from its standard output.
struct ChildProcess: Sendable {
  /// How an exchange can go wrong.
  enum Failure: Error {
    /// The child closed a pipe before it had answered.
    case ended
    case timeLimit
    case answerTooLong
  }

  /// An answer longer than this (bytes) is no answer.
  static let answerLimit = 256 << 20
  private static let chunk = 1 << 18

  private let process: pid_t
  private let input: Int32
  private let output: Int32

  /// Starts a program; its standard error is this process's.
  ///
  /// - Throws: `execNotStarted` with the system's reason.
  init(_ command: ExecCommand, _ environment: ExecEnvironment) throws(DictumError) {
    // Writing to a child that has ended must be an error to handle, not a signal that ends the analysis.
    signal(SIGPIPE, SIG_IGN)
    var toChild: [Int32] = [-1, -1]
    var fromChild: [Int32] = [-1, -1]
    guard pipe2(&toChild, O_CLOEXEC) == 0 else { throw Self.notStarted(command, errno) }
    guard pipe2(&fromChild, O_CLOEXEC) == 0 else {
      let reason = errno
      toChild.forEach { close($0) }
      throw Self.notStarted(command, reason)
    }
    var started: pid_t = 0
    let status = Self.spawn(command, environment, input: toChild[0], output: fromChild[1], &started)
    close(toChild[0])
    close(fromChild[1])
    input = toChild[1]
    output = fromChild[0]
    process = started
    guard status == 0 else {
      close(input)
      close(output)
      throw Self.notStarted(command, status)
    }
    for descriptor in [input, output] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
      // Fewer turns for long articles; a system that refuses keeps its default.
      _ = fcntl(descriptor, Int32(spawn_set_pipe_size), 1 << 20)
    }
  }

  private static func notStarted(_ command: ExecCommand, _ reason: Int32) -> DictumError {
    let program = command.words.first ?? ""
    return DictumError(.execNotStarted, "`\(program)` could not be started: \(String(cString: strerror(reason)))")
  }

  private static func spawn(
    _ command: ExecCommand,
    _ environment: ExecEnvironment,
    input: Int32,
    output: Int32,
    _ process: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    if !command.folder.isEmpty { posix_spawn_file_actions_addchdir_np(&actions, command.folder) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = command.words.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    guard let program = words.first ?? nil else { return ENOENT }
    return environment.withPointers { posix_spawnp(&process, program, &actions, &attributes, &words, $0) }
  }

  /// Sends a line and waits for the line that answers it.
  ///
  /// Both pipes are served at once, so a child that writes before it has read everything blocks nobody.
  /// - Parameters:
  ///   - line: with its line feed.
  ///   - seconds: the time limit for both directions together.
  /// - Returns: the answer without its line feed.
  func exchange(_ line: [UInt8], within seconds: Double) throws(Failure) -> [UInt8] {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var sent = 0
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: Self.chunk)
    while true {
      let left = deadline - ContinuousClock.now
      guard left > .zero else { throw .timeLimit }
      var events = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: sent < line.count ? input : -1, events: Int16(POLLOUT), revents: 0),
      ]
      let milliseconds = left.components.seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000 + 1
      guard poll(&events, 2, Int32(clamping: milliseconds)) > 0 else { continue }
      if events[1].revents != 0 { sent += try write(line[sent...]) }
      guard events[0].revents != 0 else { continue }
      let count = read(output, &buffer, buffer.count)
      if count < 0 && (errno == EAGAIN || errno == EINTR) { continue }
      guard count > 0 else { throw .ended }
      answer.append(contentsOf: buffer[..<count])
      if buffer[count - 1] == UInt8(ascii: "\n") && sent == line.count {
        answer.removeLast()
        return answer
      }
      guard answer.count <= Self.answerLimit else { throw .answerTooLong }
    }
  }

  private func write(_ bytes: ArraySlice<UInt8>) throws(Failure) -> Int {
    let count = bytes.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
    if count >= 0 { return count }
    if errno == EAGAIN || errno == EINTR { return 0 }
    throw .ended
  }

  /// Ends the child: with `kill`, at once; otherwise by closing its input and waiting a moment for it to finish.
  func end(kill: Bool) {
    close(input)
    close(output)
    if kill { Glibc.kill(process, SIGKILL) }
    for _ in 0..<100 {
      if waitpid(process, nil, WNOHANG) != 0 { return }
      usleep(5_000)
    }
    Glibc.kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }
}
