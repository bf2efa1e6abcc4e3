public import DictumKit
import Glibc
import Synchronization

/// Threads that map inputs to outputs, which come back in the order of their inputs.
///
/// Memory is bounded: inputs are asked for only while fewer than `window` of them are under way or done and waiting for
/// an earlier one, so that a slow consumer slows the producer down.
public struct OrderedWorkers: Sendable {
  private let jobs: Int
  private let window: Int

  /// Workers on `jobs` threads beside the caller's; with one job, the caller's thread does the work itself.
  public init(jobs: Int) {
    self.jobs = max(1, jobs)
    window = self.jobs * 8
  }

  /// Maps all inputs.
  ///
  /// - Parameters:
  ///   - next: gives the inputs, nil after the last one; runs on the caller's thread.
  ///   - work: maps one; runs on any thread.
  ///   - take: gets the outputs in order; runs on the caller's thread.
  /// - Throws: what `next` and `take` throw, once the workers have stopped.
  public func run<Input: Sendable, Output: Sendable>(
    next: () throws(DictumError) -> Input?,
    work: @escaping @Sendable (Input) -> Output,
    take: (Output) throws(DictumError) -> Void
  ) throws(DictumError) {
    guard jobs > 1 else {
      while let input = try next() { try take(work(input)) }
      return
    }
    let exchange = Exchange<Input, Output>()
    let threads = (0..<jobs).map { _ in
      WorkerThread {
        while let (number, input) = exchange.input() { exchange.put(work(input), number) }
      }
    }
    defer {
      exchange.close(waking: jobs)
      for thread in threads { thread.join() }
    }
    var isLast = false
    var submitted = 0
    var taken = 0
    while true {
      while !isLast, submitted - taken < window {
        guard let input = try next() else {
          isLast = true
          break
        }
        exchange.submit(input, submitted)
        submitted += 1
      }
      if taken == submitted { return }
      try take(exchange.output(taken))
      taken += 1
    }
  }
}

/// Where the caller and the workers hand inputs and outputs to each other.
private final class Exchange<Input: Sendable, Output: Sendable>: Sendable {
  private struct State {
    var inputs: [(Int, Input)] = []
    var first = 0
    var outputs: [Int: Output] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())
  private let waiting = Semaphore()
  private let done = Semaphore()

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
    done.signal()
  }

  /// The output of an input; waits for it.
  func output(_ number: Int) -> Output {
    while true {
      if let output = state.withLock({ $0.outputs.removeValue(forKey: number) }) { return output }
      done.wait()
    }
  }

  func close(waking count: Int) {
    state.withLock { $0.isClosed = true }
    for _ in 0..<count { waiting.signal() }
  }
}

/// A POSIX semaphore, at an address of its own as it must be.
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

/// A thread that runs a closure.
private struct WorkerThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private var thread = pthread_t()

  init(_ run: @escaping @Sendable () -> Void) {
    let body = Unmanaged.passRetained(Body(run))
    let code = pthread_create(
      &thread,
      nil,
      { raw in
        guard let raw else { return nil }
        Unmanaged<Body>.fromOpaque(raw).takeRetainedValue().run()
        return nil
      },
      body.toOpaque()
    )
    precondition(code == 0, "no thread could be started")
  }

  func join() { pthread_join(thread, nil) }
}
