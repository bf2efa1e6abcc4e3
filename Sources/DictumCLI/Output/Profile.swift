import DictumKit
import DictumRuntime
import DictumSystem
import Glibc

/// Time and memory a stage, over the documents of a run, and a trace for `chrome://tracing` or Perfetto.
///
/// A class because the pipeline tells it of each stage while it runs.
final class Profile {
  private struct Row {
    var seconds = 0.0
    var documents = 0
    /// What the process's memory grew by at its largest, in bytes.
    var growth = 0
  }

  private var order: [String] = []
  private var rows: [String: Row] = [:]
  private var events: [String] = []
  private let begin = MonotonicClock.now
  private var memory = Profile.residentPeak

  /// Notes that a stage has finished with a document.
  func note(_ event: StageEvent, document: String) {
    guard case .ended(let stage, let start, let end) = event else { return }
    let peak = Self.residentPeak
    if rows[stage] == nil { order.append(stage) }
    rows[stage, default: Row()].seconds += end - start
    rows[stage, default: Row()].documents += 1
    rows[stage, default: Row()].growth += peak - memory
    memory = peak
    let (from, length) = (Int((start - begin) * 1e6), Int((end - start) * 1e6))
    events.append(
      #"{"name":\#(stage.json),"cat":"stage","ph":"X","pid":1,"tid":1,"ts":\#(from),"dur":\#(length),"#
        + #""args":{"document":\#(document.json)}}"#
    )
  }

  /// A line a stage.
  var table: String {
    let total = rows.values.reduce(0) { $0 + $1.seconds }
    let lines = order.compactMap { name in
      rows[name].map { row in
        [
          name, "\(row.documents)", "\(milliseconds(row.seconds)) ms",
          total > 0 ? "\(Int((row.seconds / total * 100).rounded())) %" : "-",
          "\(row.growth >> 10) KiB",
        ]
      }
    }
    return Table(rows: [["stage", "documents", "time", "share", "peak memory grew by"]] + lines).text
  }

  /// The trace as JSON (the Chrome trace event format).
  var trace: [UInt8] { Array("{\"traceEvents\":[\n\(events.joined(separator: ",\n"))\n]}\n".utf8) }

  private func milliseconds(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 1e5).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static var residentPeak: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) << 10
  }
}
