import DictumCorpus
import DictumHash
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

    var entry: ManifestEntry {
      switch outcome {
      case .analysed(let entry, _), .kept(let entry, _), .failed(let entry, _, _), .passedOver(let entry, _): entry
      }
    }

    /// The line for the one file of reports, where there is one.
    var line: [UInt8]? {
      switch outcome {
      case .analysed(_, let line), .kept(_, let line), .failed(_, _, let line): line
      case .passedOver: nil
      }
    }
  }

  let run: Run
  /// Reads what the summary needs from reports of earlier runs.
  let reports: DocumentReader
  let articles: String
  /// Says what else than an article's bytes decides its report.
  let fingerprint: String
  let files: ReportFiles
  /// Not nil when all reports go into one file.
  let lines: ReportLines?
  let done: EarlierEntries
  /// Nil where the out folder has no room for it.
  let inFlight: InFlight?
  /// Nil where no article needs a process of its own.
  let workers: WorkerPool?
  /// What killed, or seems to have killed, an earlier run, by key.
  let suspects: [String: InFlight.Note]
  /// Whether every article has a process of its own.
  let isolates: Bool

  func finish(_ article: PendingArticle) -> Finished {
    let begin = ProcessorClock.now
    if case .passedOver(let error) = article.content {
      let entry = ManifestEntry(article: article.key, status: .passedOver, error: error)
      return Finished(outcome: .passedOver(entry, ending: article.ending), size: article.size)
    }
    var hash = ""
    do throws(DictumError) {
      let bytes = try run.reader.bytes(of: article, root: articles)
      hash = self.hash(bytes)
      if var kept = kept(article, hash) {
        kept.runnerSeconds = ProcessorClock.now - begin
        return kept
      }
      if let suspect = suspects[article.key], suspect.isOver || workers == nil {
        throw WorkerPool.failure(nil, suspect)
      }
      if let workers, isolates || suspects[article.key] != nil {
        return isolated(article, try workers.answer(article, bytes), since: begin)
      }
      guard let inFlight else { return try analyse(article, bytes, hash, begin, nil) }
      let result = inFlight.note(article.key) { observe in
        Result { () throws(DictumError) in try analyse(article, bytes, hash, begin, observe) }
      }
      return try result.get()
    } catch {
      let line = lines == nil ? nil : ErrorRecord(id: article.key, line: nil, error: error).json
      let entry = ManifestEntry(article: article.key, hash: hash, error: error)
      return Finished(outcome: .failed(entry, error, line: line), size: article.size)
    }
  }

  /// What a process of its own has made of an article.
  private func isolated(
    _ article: PendingArticle,
    _ found: (answer: WorkerAnswer, report: [UInt8]?),
    since begin: Double
  ) -> Finished {
    let entry = found.answer.entry
    var finished: Finished
    if let failure = entry.failure {
      var diagnostic = Diagnostic(DiagnosticCode(failure.code, "", ""), failure.message)
      diagnostic.stage = failure.stage
      let error = DictumError([diagnostic])
      finished = Finished(outcome: .failed(entry, error, line: found.report), size: article.size)
    } else {
      finished = Finished(outcome: .analysed(entry, line: found.report), size: article.size)
      let report = found.report ?? files.read(entry)
      finished.findings = report.flatMap { try? reports.document(from: $0, fallbackID: article.key) }
        .map { Corpus.findings(of: $0) }
    }
    finished.stageSeconds = found.answer.stageSeconds
    finished.runnerSeconds = found.answer.runnerSeconds + ProcessorClock.now - begin
    return finished
  }

  private func analyse(
    _ article: PendingArticle,
    _ bytes: [UInt8],
    _ hash: String,
    _ begin: Double,
    _ observe: StageObserver?
  ) throws(DictumError) -> Finished {
    var document = try run.document(of: article, bytes: bytes)
    let read = ProcessorClock.now
    try run.analyse(&document, observe: observe)
    let analysed = ProcessorClock.now
    var finished = try write(document, article, hash)
    finished.stageSeconds = analysed - read
    finished.runnerSeconds = ProcessorClock.now - analysed + read - begin
    return finished
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
    let report = run.report(on: document)
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
