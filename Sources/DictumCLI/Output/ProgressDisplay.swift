import DictumBatch
import DictumKit
import DictumRuntime
import DictumSystem
import Glibc

/// Shows on standard error how far a batch is.
///
/// A class because the batch reports to it while it runs.
final class ProgressDisplay {
  enum Mode {
    /// A line that is written over, for a terminal.
    case bar
    /// A line now and then, for a log.
    case lines
    /// A JSON object now and then, for a program.
    case json
    case quiet
  }

  private let mode: Mode
  private let begin = MonotonicClock.now
  private var shown = MonotonicClock.now
  private var last: BatchProgress?
  private var hasBar = false
  private(set) var sawWarning = false

  init(_ mode: Mode) { self.mode = mode }

  /// Since the batch began.
  var seconds: Double { MonotonicClock.now - begin }

  func show(_ event: BatchEvent) {
    switch event {
    case .failed(let article, let error): write(error.named(article).description)
    case .warning(let error):
      sawWarning = true
      write(error.description)
    case .suspects(let articles):
      let names = articles.prefix(5).joined(separator: ", ") + (articles.count > 5 ? " …" : "")
      write("an earlier run ended while it analysed \(names): each gets a process of its own".inert())
    case .progress(let progress):
      last = progress
      let pause = mode == .bar ? 0.2 : mode == .json ? 1 : 10
      guard MonotonicClock.now - shown >= pause else { return }
      shown = MonotonicClock.now
      show(progress)
    }
  }

  /// Shows how it ended, where nothing else will.
  func end() {
    clear()
    if mode == .json, let last { show(last) }
  }

  /// Prints what the batch did. That it cannot be said does not undo it: a warning, like all that is amiss with output.
  func print(_ text: String, _ session: Session) {
    do throws(DictumError) {
      try session.print(text)
    } catch {
      show(.warning(error))
    }
  }

  private func show(_ progress: BatchProgress) {
    switch mode {
    case .quiet: break
    case .bar:
      put("\r\u{1B}[K\(bar(progress))")
      hasBar = true
    case .lines: put(line(progress) + "\n")
    case .json: put(json(progress) + "\n")
    }
  }

  private func bar(_ progress: BatchProgress) -> String {
    let filled = Int(share(progress) * 20)
    return "[\(String(repeating: "█", count: filled))\(String(repeating: "·", count: 20 - filled))] \(line(progress))"
  }

  private func line(_ progress: BatchProgress) -> String {
    var parts = ["\(Int(share(progress) * 100)) %", "\(progress.articles) articles"]
    if progress.failed > 0 { parts.append("\(progress.failed) failed") }
    parts.append("\(Int(Double(progress.articles) / max(seconds, 0.001)))/s")
    if let left = secondsLeft(progress) { parts.append("\(duration(left)) left") }
    return parts.joined(separator: " · ")
  }

  private func json(_ progress: BatchProgress) -> String {
    let left = secondsLeft(progress).map { String(Int($0)) } ?? "null"
    return """
      {"articles":\(progress.articles),"analysed":\(progress.analysed),"kept":\(progress.kept),\
      "failed":\(progress.failed),"words":\(progress.words),"bytes":\(progress.bytes),\
      "total_bytes":\(progress.totalBytes),"seconds":\(Int(seconds)),"seconds_left":\(left)}
      """
  }

  /// By bytes, since the lines of a file are not known before it is read.
  private func share(_ progress: BatchProgress) -> Double {
    progress.totalBytes > 0 ? min(1, Double(progress.bytes) / Double(progress.totalBytes)) : 1
  }

  private func secondsLeft(_ progress: BatchProgress) -> Double? {
    let share = share(progress)
    return share > 0.005 ? seconds * (1 - share) / share : nil
  }

  private func write(_ message: String) {
    clear()
    put(message + "\n")
  }

  private func clear() {
    guard hasBar else { return }
    put("\r\u{1B}[K")
    hasBar = false
  }

  private func put(_ text: String) {
    // Nowhere is left to say that standard error cannot be written.
    try? FileOutput.write(Array(text.utf8), to: STDERR_FILENO, name: "standard error")
  }
}

/// A span of time in words: 12 s, 3:05 min, 2:10 h.
func duration(_ seconds: Double) -> String {
  let whole = Int(seconds.rounded())
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  if whole < 60 { return "\(whole) s" }
  if whole < 3_600 { return "\(whole / 60):\(two(whole % 60)) min" }
  return "\(whole / 3_600):\(two(whole % 3_600 / 60)) h"
}
