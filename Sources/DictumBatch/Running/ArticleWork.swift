import DictumCorpus
import DictumKit
import DictumReading
import DictumReports
import DictumRuntime
import DictumSystem
import Glibc

/// What is done to one article, on any thread: read it, see whether an earlier run has done it, analyse it, write it.
struct ArticleWork: Sendable {
  /// What came of an article.
  struct Finished: Sendable {
    enum Outcome: Sendable {
      /// The report, unless it was written to a file of its own already.
      case analysed(ManifestEntry, line: [UInt8]?)
      case kept(ManifestEntry, line: [UInt8]?)
      case failed(ManifestEntry, DictumError, line: [UInt8]?)
      /// The file is no article.
      case passedOver(ManifestEntry, ending: String)
    }

    let outcome: Outcome
    /// What the corpus takes of it.
    var findings: Document?
    /// How many bytes of the searched files it stands for.
    let size: Int
    var stageSeconds = 0.0
    var runnerSeconds = 0.0
  }

  let pipeline: Pipeline
  let writer: ReportWriter
  let reader: ArticleReader
  /// Reads what the summary needs from reports of earlier runs.
  let reports: DocumentReader
  let articles: String
  /// Says what else than an article's bytes decides its report.
  let fingerprint: String
  let files: ReportFiles
  /// Not nil when all reports go into one file.
  let lines: ReportLines?
  let done: EarlierEntries

  func finish(_ article: PendingArticle) -> Finished {
    let begin = ProcessorClock.now
    if case .passedOver(let error) = article.content {
      var entry = ManifestEntry(article: article.key, error: error)
      entry.isPassedOver = true
      return Finished(outcome: .passedOver(entry, ending: article.ending), size: article.size)
    }
    var hash = ""
    do throws(DictumError) {
      let bytes = try reader.bytes(of: article, root: articles)
      hash = self.hash(bytes)
      if var kept = kept(article, hash) {
        kept.runnerSeconds = ProcessorClock.now - begin
        return kept
      }
      var document = try reader.document(of: article, bytes: bytes)
      let read = ProcessorClock.now
      try pipeline.run(&document)
      let run = ProcessorClock.now
      var finished = try write(document, article, hash)
      finished.stageSeconds = run - read
      finished.runnerSeconds = ProcessorClock.now - run + read - begin
      return finished
    } catch {
      let line = lines == nil ? nil : ErrorRecord(id: article.key, line: nil, error: error).json
      let entry = ManifestEntry(article: article.key, hash: hash, error: error)
      return Finished(outcome: .failed(entry, error, line: line), size: article.size)
    }
  }

  private func hash(_ bytes: [UInt8]) -> String {
    var hash = StableHash()
    hash.combine(fingerprint)
    hash.combine(bytes)
    return hash.hexadecimal
  }

  private func write(
    _ document: Document,
    _ article: PendingArticle,
    _ hash: String
  ) throws(DictumError) -> Finished {
    let report = writer.report(on: document)
    var entry = ManifestEntry(article: article.key)
    entry.hash = hash
    entry.length = report.count
    entry.words = document[.tokens].count { $0.kind != .punctuation }
    entry.report = lines == nil ? article.report : ReportLines.name
    if lines == nil { try files.write(report, to: entry.report) }
    return Finished(
      outcome: .analysed(entry, line: lines == nil ? nil : report),
      findings: Corpus.findings(of: document),
      size: article.size
    )
  }

  /// The report of an earlier run, if it is of the same bytes made the same way and still there.
  private func kept(_ article: PendingArticle, _ hash: String) -> Finished? {
    guard let earlier = done[article.key], earlier.entry.hash == hash else { return nil }
    let report: [UInt8]?
    if let lines {
      guard earlier.entry.report == ReportLines.name else { return nil }
      report = lines.read(earlier)
    } else {
      guard earlier.entry.report == article.report, files.holds(earlier.entry) else { return nil }
      report = files.read(earlier.entry)
    }
    guard let report, let document = try? reports.document(from: report, fallbackID: article.key) else { return nil }
    return Finished(
      outcome: .kept(earlier.entry, line: lines == nil ? nil : report),
      findings: Corpus.findings(of: document),
      size: article.size
    )
  }
}
