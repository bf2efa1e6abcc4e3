import CSpawn
import Glibc

/// A program that reads bytes to their end and answers with bytes, such as `pdftotext`: bounded in time, memory and answer.
public enum FilterChild {
  /// What a run may take.
  public struct Limits: Sendable {
    public var seconds: Double
    /// Of address space, in bytes.
    public var memory: Int
    /// Of the answer, in bytes.
    public var answer: Int

    /// Limits as the caller gives them.
    public init(seconds: Double, memory: Int, answer: Int) {
      self.seconds = seconds
      self.memory = memory
      self.answer = answer
    }
  }

  /// How a run can go wrong.
  public enum Failure: Error {
    /// It is not installed, or cannot be started: the system's words.
    case notStarted(String)
    case timeLimit
    case answerTooLong
    /// It ended badly; what it said on standard error, as far as that is short.
    case ended(Child.End, said: String)
  }

  private static let chunk = 1 << 16
  /// Of standard error, no more is kept.
  private static let longestComplaint = 4_096

  /// Runs a program, looked for in `PATH`, and gives what it wrote to standard output.
  ///
  /// - Throws: `Failure`; the program does not run on after it.
  public static func run(_ words: [String], input: [UInt8], limits: Limits) throws(Failure) -> [UInt8] {
    signal(SIGPIPE, SIG_IGN)
    var pipes: [Pipe] = []
    defer { pipes.forEach { $0.close() } }
    for _ in 0..<3 {
      guard let pipe = Pipe() else { throw .notStarted(systemMessage()) }
      pipes.append(pipe)
    }
    let child: Child
    do throws(Child.NotStarted) {
      child = try Child(words, input: pipes[0].reading, output: pipes[1].writing, errors: pipes[2].writing)
    } catch {
      throw .notStarted(error.reason)
    }
    var bound = rlimit(rlim_cur: rlim_t(limits.memory), rlim_max: rlim_t(limits.memory))
    spawn_set_limit(child.process, &bound)
    pipes[0].closeReading()
    pipes[1].closeWriting()
    pipes[2].closeWriting()
    do throws(Failure) {
      let (answer, said) = try exchange(&pipes, input, limits)
      let end = child.wait()
      guard end == .exit(0) else { throw .ended(end, said: said) }
      return answer
    } catch {
      if case .ended = error { throw error }
      child.kill()
      _ = child.wait()
      throw error
    }
  }

  /// Serves the three pipes at once until the program has closed its own.
  private static func exchange(
    _ pipes: inout [Pipe],
    _ input: [UInt8],
    _ limits: Limits
  ) throws(Failure) -> (answer: [UInt8], said: String) {
    let deadline = MonotonicClock.now + limits.seconds
    var sent = 0
    var answer: [UInt8] = []
    var said: [UInt8] = []
    var block = [UInt8](repeating: 0, count: chunk)
    _ = fcntl(pipes[0].writing, F_SETFL, fcntl(pipes[0].writing, F_GETFL) | O_NONBLOCK)
    while pipes[1].reading >= 0 || pipes[2].reading >= 0 {
      let left = deadline - MonotonicClock.now
      guard left > 0 else { throw .timeLimit }
      var events = [
        pollfd(fd: pipes[0].writing, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: pipes[1].reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipes[2].reading, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&events, 3, Int32(min(left * 1_000, 1e6)) + 1) > 0 else { continue }
      if events[0].revents != 0 {
        let count = input[sent...].withUnsafeBytes { write(pipes[0].writing, $0.baseAddress, $0.count) }
        if count > 0 { sent += count }
        // A program may end before it has read everything.
        if sent == input.count || count < 0 && errno != EAGAIN && errno != EINTR { pipes[0].closeWriting() }
      }
      for number in 1...2 where events[number].revents != 0 {
        let count = read(pipes[number].reading, &block, block.count)
        if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { pipes[number].closeReading() }
        guard count > 0 else { continue }
        if number == 1 {
          answer += block[..<count]
          guard answer.count <= limits.answer else { throw .answerTooLong }
        } else if said.count < longestComplaint {
          said += block[..<min(count, longestComplaint - said.count)]
        }
      }
    }
    return (answer, String(decoding: said, as: UTF8.self))
  }

  /// A pipe whose ends are closed one by one; -1 for one that is.
  private struct Pipe {
    private(set) var reading: Int32
    private(set) var writing: Int32

    init?() {
      var ends: [Int32] = [-1, -1]
      guard pipe2(&ends, O_CLOEXEC) == 0 else { return nil }
      (reading, writing) = (ends[0], ends[1])
    }

    mutating func closeReading() {
      if reading >= 0 { Glibc.close(reading) }
      reading = -1
    }

    mutating func closeWriting() {
      if writing >= 0 { Glibc.close(writing) }
      writing = -1
    }

    func close() {
      for end in [reading, writing] where end >= 0 { Glibc.close(end) }
    }
  }
}
