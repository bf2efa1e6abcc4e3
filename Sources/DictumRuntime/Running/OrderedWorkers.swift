public import DictumKit
public import DictumSystem
import Glibc

/// Threads that map inputs to outputs, which come back in the order of their inputs.
///
/// Memory is bounded: inputs are asked for only while fewer than `window` of them are under way or done and waiting for
/// an earlier one, so that a slow consumer slows the producer down.
public struct OrderedWorkers: Sendable {
  private let jobs: Int
  private let window: Int

  /// Workers on `jobs` threads beside the caller's, or as many as the system gives; with one job, and where there is no
  /// thread to be had, the caller's thread does the work itself.
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
    try run(
      waitingOn: -1,
      look: { () throws(DictumError) in
        if let input = try next() { return .input(input) }
        return .end
      },
      work: work,
      take: take
    )
  }

  /// Maps inputs that may be long in coming: an output is handed on as soon as it is there, not when the next input is.
  ///
  /// - Parameters:
  ///   - descriptor: can be read once there is more to look at.
  ///   - look: the next input if there is one; must not wait.
  /// - Throws: what `look` and `take` throw, once the workers have stopped.
  public func run<Input: Sendable, Output: Sendable>(
    waitingOn descriptor: Int32,
    look: () throws(DictumError) -> Arrival<Input>,
    work: @escaping @Sendable (Input) -> Output,
    take: (Output) throws(DictumError) -> Void
  ) throws(DictumError) {
    let exchange = jobs > 1 ? Exchange<Input, Output>() : nil
    let threads = exchange.map { exchange in
      Self.threads(jobs) {
        while let (number, input) = exchange.input() { exchange.put(work(input), number) }
      }
    }
    guard let exchange, let threads, !threads.isEmpty else {
      return try runHere(waitingOn: descriptor, look: look, work: work, take: take)
    }
    defer {
      exchange.close(waking: threads.count)
      for thread in threads { thread.join() }
    }
    var isLast = false
    var submitted = 0
    var taken = 0
    while true {
      while taken < submitted, let output = exchange.output(taken) {
        try take(output)
        taken += 1
      }
      if isLast && taken == submitted { return }
      guard !isLast, submitted - taken < window else {
        exchange.wait(or: -1)
        continue
      }
      switch try look() {
      case .input(let input):
        exchange.submit(input, submitted)
        submitted += 1
      case .nothingYet: exchange.wait(or: descriptor)
      case .end: isLast = true
      }
    }
  }

  private func runHere<Input: Sendable, Output: Sendable>(
    waitingOn descriptor: Int32,
    look: () throws(DictumError) -> Arrival<Input>,
    work: (Input) -> Output,
    take: (Output) throws(DictumError) -> Void
  ) throws(DictumError) {
    while true {
      switch try look() {
      case .input(let input): try take(work(input))
      case .nothingYet: waitFor(descriptor, POLLIN)
      case .end: return
      }
    }
  }

  private static func threads(_ count: Int, _ run: @escaping @Sendable () -> Void) -> [WorkerThread] {
    var threads: [WorkerThread] = []
    while threads.count < count, let thread = WorkerThread(run) { threads.append(thread) }
    return threads
  }
}
