import DictumCorpus
import DictumKit
import DictumReports
import DictumRuntime
import DictumSystem

/// Keeps the manifest, the one file of reports if there is one, the counts and the corpus, article by article in
/// their order. What cannot be written is reported, and the batch goes on.
struct BatchBooks {
  private let manifest: Manifest
  private let lines: AppendedFile?
  private var corpus: Corpus?
  private var saidGone = false
  private var saidUnwritable = false
  var progress = BatchProgress()

  init(manifest: Manifest, lines: AppendedFile?, corpus: Corpus?) {
    self.manifest = manifest
    self.lines = lines
    self.corpus = corpus
  }

  /// Enters an article that is finished.
  mutating func enter(_ finished: ArticleWork.Finished, _ report: (BatchEvent) -> Void) {
    let begin = ProcessorClock.now
    var entry: ManifestEntry
    switch finished.outcome {
    case .analysed(let found, let line), .kept(let found, let line): entry = append(line, found, report)
    case .failed(let found, let error, let line):
      entry = append(line, found, report)
      report(.failed(article: entry.article, error))
    case .passedOver(let found, let ending):
      entry = found
      progress.passedOver[ending, default: 0] += 1
    }
    enter(entry, report)
    count(finished, entry)
    if entry.failure == nil, let findings = finished.findings { add(findings, entry.article, report) }
    progress.bytes += finished.size
    progress.stageSeconds += finished.stageSeconds
    progress.runnerSeconds += finished.runnerSeconds + ProcessorClock.now - begin
    report(.progress(progress))
  }

  private mutating func count(_ finished: ArticleWork.Finished, _ entry: ManifestEntry) {
    guard entry.status != .passedOver else { return }
    guard entry.failure == nil else {
      progress.failed += 1
      return
    }
    switch finished.outcome {
    case .analysed:
      progress.analysed += 1
      progress.words += entry.words
    case .kept: progress.kept += 1
    case .failed: progress.failed += 1
    case .passedOver: break
    }
  }

  /// Adds a line to the one file of reports; the entry then says where it is, or that it could not be written.
  private mutating func append(
    _ line: [UInt8]?,
    _ entry: ManifestEntry,
    _ report: (BatchEvent) -> Void
  ) -> ManifestEntry {
    guard let line, let lines else { return entry }
    do throws(DictumError) {
      if lines.isGone {
        try lines.remake()
        sayGone(report)
      }
      var entry = entry
      entry.offset = lines.length
      try lines.append(line)
      return entry
    } catch {
      report(.failed(article: entry.article, error))
      return ManifestEntry(article: entry.article, hash: entry.hash, error: error)
    }
  }

  private mutating func enter(_ entry: ManifestEntry, _ report: (BatchEvent) -> Void) {
    do throws(DictumError) {
      if try !manifest.append(entry) { sayGone(report) }
    } catch {
      // On a full disk every article would say the same.
      if !saidUnwritable { report(.warning(error)) }
      saidUnwritable = true
    }
  }

  private mutating func sayGone(_ report: (BatchEvent) -> Void) {
    guard !saidGone else { return }
    saidGone = true
    report(
      .warning(DictumError(.outputGone, "the out folder was removed while the batch ran; what lay in it is gone"))
    )
  }

  private mutating func add(_ findings: Document, _ article: String, _ report: (BatchEvent) -> Void) {
    do throws(DictumError) {
      try corpus?.add(findings, id: article)
    } catch {
      corpus = nil
      report(.warning(error))
    }
  }

  /// Ends a run that was not interrupted: only what would outlive a power cut counts as done. Until then a report that
  /// an interrupted run leaves is read again before it is kept, so one that is torn is made anew.
  func close(_ reports: ReportLines?, out: String, _ report: (BatchEvent) -> Void) {
    do throws(DictumError) {
      try FileOutput.settle(out)
      try reports?.finish(run: manifest.run)
      try manifest.finish()
    } catch {
      report(.warning(error))
    }
  }

  /// What the articles say together; written to the out folder.
  func summary(out: String, _ report: (BatchEvent) -> Void) -> CorpusSummary? {
    do throws(DictumError) {
      guard let corpus else { return nil }
      try corpus.link()
      let summary = try corpus.summary(failed: progress.failed)
      try FileOutput.replace("\(out)/\(CorpusSummary.name)", with: summary.json, isAlone: true)
      return summary
    } catch {
      report(.warning(error))
      return nil
    }
  }
}
