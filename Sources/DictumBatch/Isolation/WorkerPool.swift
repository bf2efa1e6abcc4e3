import DictumKit
import DictumReading
import DictumSystem
import Synchronization

/// Processes that analyse articles, so that what ends one costs one article.
final class WorkerPool: Sendable {
  /// What a worker process ends with when a stage ran over its time limit.
  static let timeLimitStatus: Int32 = 124

  private struct Worker: Sendable {
    let child: LineChild
    /// Its line of the file of articles in flight.
    let line: Int
  }

  private let command: @Sendable (_ line: Int) -> [String]
  private let inFlight: InFlight
  private let free: Mutex<(lines: [Int], idle: [Worker])>

  /// Processes that `command` starts, as many at a time as there are `lines` of the file of articles in flight.
  init(_ command: @escaping @Sendable (_ line: Int) -> [String], lines: Range<Int>, inFlight: InFlight) {
    self.command = command
    self.inFlight = inFlight
    free = Mutex((lines.reversed(), []))
  }

  deinit {
    for worker in free.withLock({ $0.idle }) { worker.child.end(kill: false) }
  }

  /// Has a process analyse an article; `bytes` are what `ArticleReader.bytes` gives of it.
  ///
  /// - Throws: `processEnded`, `stageTimeLimit` with the stage, `processNotStarted`.
  func answer(_ article: PendingArticle, _ bytes: [UInt8]) throws(DictumError) -> (
    answer: WorkerAnswer, report: [UInt8]?
  ) {
    let worker = try take()
    do throws(LineChild.Failure) {
      let line = try worker.child.exchange(WorkerRequest.line(article, bytes), within: nil)
      free.withLock { $0.idle.append(worker) }
      if let read = WorkerAnswer.read(line) { return read }
    } catch {
      let end = worker.child.end(kill: error != .ended)
      let note = inFlight.take(worker.line)
      free.withLock { $0.lines.append(worker.line) }
      throw Self.failure(end, note)
    }
    throw DictumError(.processEnded, "the worker process gave a wrong answer")
  }

  private func take() throws(DictumError) -> Worker {
    let (idle, line) = free.withLock { free in
      let idle = free.idle.popLast()
      return (idle, idle == nil ? free.lines.popLast() : nil)
    }
    if let idle { return idle }
    guard let line else { throw DictumError(.processEnded, "no worker process is free") }
    do throws(Child.NotStarted) {
      return Worker(child: try LineChild(command(line)), line: line)
    } catch {
      free.withLock { $0.lines.append(line) }
      throw DictumError(.processEnded, "a worker process could not be started: \(error.reason)")
    }
  }

  /// The record of an article that ended its process.
  static func failure(_ end: Child.End?, _ note: InFlight.Note?) -> DictumError {
    let stage = note.flatMap { $0.stage.isEmpty ? nil : $0.stage }
    var diagnostic: Diagnostic
    if note?.isOver == true {
      let what = stage.map { "the stage `\($0)` ran over its time limit" } ?? "reading it ran over the time limit"
      diagnostic = Diagnostic(.stageTimeLimit, what)
    } else {
      let place = stage.map { " in the stage `\($0)`" } ?? (note?.opens == true ? " while the file was opened" : "")
      let how = end.map { ": \($0)" } ?? ""
      diagnostic = Diagnostic(.processEnded, "the process ended\(place)\(how)")
    }
    diagnostic.stage = stage
    return DictumError([diagnostic])
  }
}
