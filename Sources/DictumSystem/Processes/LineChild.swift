import CSpawn
import Glibc

/// A running child that answers each line with a line, over a pipe to its standard input and one from its standard
/// output.
public struct LineChild: Sendable {
  /// How an exchange can go wrong.
  public enum Failure: Error {
    /// The child closed a pipe before it had answered.
    case ended
    case timeLimit
    case answerTooLong
  }

  /// An answer longer than this (bytes) is no answer.
  public static let answerLimit = 256 << 20
  private static let chunk = 1 << 18

  private let child: Child
  private let input: Int32
  private let output: Int32

  /// Starts a program; its standard error is this process's.
  ///
  /// - Parameters:
  ///   - folder: where it runs; empty for the current one.
  ///   - environment: its variables, each `NAME=VALUE`; nil for this process's.
  /// - Throws: `NotStarted` with the system's reason.
  public init(_ words: [String], folder: String = "", environment: [String]? = nil) throws(Child.NotStarted) {
    // Writing to a child that has ended must be an error to handle, not a signal that ends the analysis.
    signal(SIGPIPE, SIG_IGN)
    var toChild: [Int32] = [-1, -1]
    var fromChild: [Int32] = [-1, -1]
    guard pipe2(&toChild, O_CLOEXEC) == 0 else { throw Child.NotStarted(errno) }
    guard pipe2(&fromChild, O_CLOEXEC) == 0 else {
      let reason = errno
      toChild.forEach { close($0) }
      throw Child.NotStarted(reason)
    }
    defer {
      close(toChild[0])
      close(fromChild[1])
    }
    input = toChild[1]
    output = fromChild[0]
    do throws(Child.NotStarted) {
      child = try Child(words, input: toChild[0], output: fromChild[1], folder: folder, environment: environment)
    } catch {
      close(input)
      close(output)
      throw error
    }
    for descriptor in [input, output] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
      // Fewer turns for long articles; a system that refuses keeps its default.
      _ = fcntl(descriptor, Int32(spawn_set_pipe_size), 1 << 20)
    }
  }

  /// Sends a line and waits for the line that answers it.
  ///
  /// Both pipes are served at once, so a child that writes before it has read everything blocks nobody.
  /// - Parameters:
  ///   - line: with its line feed.
  ///   - seconds: the time limit for both directions together; nil for none.
  /// - Returns: the answer without its line feed.
  public func exchange(_ line: [UInt8], within seconds: Double?) throws(Failure) -> [UInt8] {
    let deadline = seconds.map { MonotonicClock.now + $0 }
    var sent = 0
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: Self.chunk)
    while true {
      let left = deadline.map { $0 - MonotonicClock.now }
      if let left, left <= 0 { throw .timeLimit }
      var events = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: sent < line.count ? input : -1, events: Int16(POLLOUT), revents: 0),
      ]
      guard poll(&events, 2, left.map { Int32(min($0 * 1_000, 1e9)) + 1 } ?? -1) > 0 else { continue }
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
  ///
  /// - Returns: how it ended.
  @discardableResult public func end(kill: Bool) -> Child.End {
    close(input)
    close(output)
    if kill { child.kill() }
    for _ in 0..<100 {
      if let end = child.endIfOver() { return end }
      usleep(5_000)
    }
    child.kill()
    return child.wait()
  }
}
