import DictumBatch
import DictumCorpus

/// What a batch did and found, in a few lines for people.
struct BatchSummary {
  private let progress: BatchProgress
  private let corpus: CorpusSummary?
  private let seconds: Double
  private let out: String

  init(_ progress: BatchProgress, _ corpus: CorpusSummary?, _ seconds: Double, out: String) {
    self.progress = progress
    self.corpus = corpus
    self.seconds = seconds
    self.out = out
  }

  var text: String {
    var lines = [counts]
    if progress.analysed > 0 { lines.append(speed) }
    if progress.isInterrupted {
      lines.append("interrupted: run the same command again to go on from here")
    } else if let corpus {
      lines += speakers(corpus) + positions(corpus)
      lines += ["", "\(out)/manifest.jsonl has every article, \(out)/\(CorpusSummary.name) the whole summary"]
    }
    return lines.joined(separator: "\n")
  }

  private var counts: String {
    var parts = ["\(progress.articles) articles: \(progress.analysed) analysed"]
    if progress.kept > 0 { parts.append("\(progress.kept) done before, unchanged") }
    parts.append("\(progress.failed) failed")
    if progress.otherFiles > 0 {
      let endings = progress.passedOver.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6)
        .map { "\($0.value) \($0.key.isEmpty ? "without an ending" : "." + $0.key)" }
      parts.append("\(progress.otherFiles) other files passed over (\(endings.joined(separator: ", ")))")
    }
    if progress.readNothing, !progress.isInterrupted { parts.append("nothing was read") }
    return parts.joined(separator: ", ")
  }

  private var speed: String {
    let rate = Int(Double(progress.words) / max(seconds, 0.001))
    let runner = Int(progress.runnerSeconds / Double(progress.analysed) * 1e6)
    let share = progress.runnerSeconds / max(progress.runnerSeconds + progress.stageSeconds, 1e-9) * 100
    return "\(progress.words) words in \(duration(seconds)), \(rate) words/s; reading and writing took \(runner) µs an "
      + "article, \(Int(share.rounded())) % of the work"
  }

  private func speakers(_ corpus: CorpusSummary) -> [String] {
    guard !corpus.speakers.isEmpty else { return [] }
    return ["", "most quoted of \(corpus.speakerCount):"]
      + corpus.speakers.prefix(5).map { "  \($0.statements)  \($0.name), in \($0.articles) articles" }
  }

  private func positions(_ corpus: CorpusSummary) -> [String] {
    guard !corpus.positions.isEmpty else { return [] }
    return ["", "most frequent of \(corpus.positionCount) positions:"]
      + corpus.positions.prefix(5).map { cell in
        "  \(cell.speaker) on \(cell.target): \(cell.favor) for, \(cell.against) against, \(cell.neutral) neutral"
      }
  }
}
