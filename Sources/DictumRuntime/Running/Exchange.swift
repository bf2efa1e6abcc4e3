import Glibc
import Synchronization

/// Where the caller and the workers hand inputs and outputs to each other.
final class Exchange<Input: Sendable, Output: Sendable>: Sendable {
  private struct State {
    var inputs: [(Int, Input)] = []
    var first = 0
    var outputs: [Int: Output] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())
  private let waiting = Semaphore()
  private let done: Bell

  /// Nil where the system gives no more descriptors.
  init?() {
    guard let bell = Bell() else { return nil }
    done = bell
  }

  func submit(_ input: Input, _ number: Int) {
    state.withLock { $0.inputs.append((number, input)) }
    waiting.signal()
  }

  /// The next input; waits for it; nil once closed.
  func input() -> (Int, Input)? {
    waiting.wait()
    return state.withLock { state in
      guard !state.isClosed, state.first < state.inputs.count else { return nil }
      let input = state.inputs[state.first]
      state.first += 1
      if state.first == 64 {
        state.inputs.removeFirst(64)
        state.first = 0
      }
      return input
    }
  }

  func put(_ output: Output, _ number: Int) {
    state.withLock { $0.outputs[number] = output }
    done.ring()
  }

  /// The output of an input, if it is there.
  func output(_ number: Int) -> Output? { state.withLock { $0.outputs.removeValue(forKey: number) } }

  /// Waits for an output that nobody has waited for, or until a descriptor can be read; -1 for none.
  func wait(or descriptor: Int32) { done.wait(or: descriptor) }

  func close(waking count: Int) {
    state.withLock { $0.isClosed = true }
    for _ in 0..<count { waiting.signal() }
  }
}

/// A pipe that is rung, so that one can wait for it and for another descriptor at the same time.
private final class Bell: Sendable {
  private let reading: Int32
  private let writing: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// A pipe that is full has been rung already.
  func ring() {
    var byte: UInt8 = 0
    _ = write(writing, &byte, 1)
  }

  func wait(or descriptor: Int32) {
    var events = [
      pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    poll(&events, 2, -1)
    var bytes = [UInt8](repeating: 0, count: 256)
    while events[0].revents != 0, read(reading, &bytes, bytes.count) == bytes.count {}
  }
}

/// A POSIX semaphore, at an address of its own as it must be.
///
/// Unchecked: the pointer never changes, and `sem_post` and `sem_wait` are made to be called from any thread.
private final class Semaphore: @unchecked Sendable {
  private let raw = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(raw, 0, 0) }

  deinit {
    sem_destroy(raw)
    raw.deallocate()
  }

  func signal() { sem_post(raw) }

  func wait() {
    // A signal handler may interrupt the wait.
    while sem_wait(raw) != 0 && errno == EINTR {}
  }
}
