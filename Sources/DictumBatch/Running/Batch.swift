public import DictumCorpus
public import DictumKit
import DictumReading
public import DictumReports
public import DictumRuntime
import DictumSystem

/// A pipeline run over a folder of articles: every article gets a report or a record of what went wrong, and a run that
/// was cut off is taken up where it stopped.
public struct Batch: Sendable {
  private let pipeline: Pipeline
  private let run: RunDescription
  private let json: DocumentReader
  private let options: BatchOptions

  /// A batch of `pipeline`; `json` reads articles that come as JSON.
  public init(_ pipeline: Pipeline, run: RunDescription, json: DocumentReader, options: BatchOptions) {
    self.pipeline = pipeline
    self.run = run
    self.json = json
    self.options = options
  }

  /// Runs to the end, or until `isStopped`; then what is under way is finished first.
  ///
  /// - Parameter report: hears of every article, on the caller's thread, in the order of the articles.
  /// - Returns: what was done, and what the corpus says.
  /// - Throws: what keeps the batch from beginning: `fileNotFound`, `fileUnreadable`, `foreignFolder`, `outputFailed`,
  ///   `usage` when the reports would lie among the articles.
  public func run(
    isStopped: () -> Bool,
    report: (BatchEvent) -> Void
  ) throws(DictumError) -> (progress: BatchProgress, corpus: CorpusSummary?) {
    try FileOutput.makeFolder(options.out)
    let lock = try FolderLock(options.out)
    defer { lock.release() }
    guard !lock.isHeld(on: options.articles) else {
      throw DictumError(
        .usage,
        "\(options.out) is the folder of the articles: the reports would be read as articles",
        notes: ["choose another folder for `--out`; one inside the folder of the articles will do"]
      )
    }
    let found = try ArticleFinder.search(options.articles, excluding: options.out)
    let manifest = try Manifest(folder: options.out, pipeline: run.pipeline.name, fresh: options.fresh)
    let lines = options.layout == .lines ? ReportLines(folder: options.out) : nil
    var books = BatchBooks(
      manifest: manifest,
      lines: try lines?.begin(run: manifest.run),
      corpus: corpus(report)
    )
    books.progress.totalBytes = found.size
    books.progress.files = found.files.count
    let work = work(lines, manifest.done)
    var source = ArticleSource(found, root: options.articles, reader: work.reader)
    var wasStopped = false
    try OrderedWorkers(jobs: options.jobs).run {
      guard !isStopped() else {
        wasStopped = true
        return nil
      }
      return source.next()
    } work: {
      work.finish($0)
    } take: { (finished) in
      books.enter(finished, report)
    }
    books.progress.isInterrupted = wasStopped
    if !wasStopped { books.close(lines, out: options.out, report) }
    return (books.progress, wasStopped ? nil : books.summary(out: options.out, report))
  }

  private func work(_ lines: ReportLines?, _ done: EarlierEntries) -> ArticleWork {
    ArticleWork(
      pipeline: pipeline,
      writer: ReportWriter(run: run, options: pipeline.plan.report, layout: lines == nil ? .lines : .ndjson),
      reader: ArticleReader(json: json, encoding: options.encoding, fields: options.fields, limit: options.limit),
      reports: DocumentReader(layers: Corpus.layers),
      articles: options.articles,
      fingerprint: fingerprint,
      files: ReportFiles(folder: options.out),
      lines: lines,
      done: done
    )
  }

  /// Nil, and a warning, when there is no room for it.
  private func corpus(_ report: (BatchEvent) -> Void) -> Corpus? {
    do throws(DictumError) {
      return try Corpus(temporaryIn: options.out, people: options.people)
    } catch {
      report(.warning(error))
      return nil
    }
  }

  private var fingerprint: String {
    let models = run.models.map { "\($0.name)=\($0.sha256)" }.joined(separator: " ")
    return [
      options.version, run.pipeline.hash, models, "\(options.encoding)", "\(options.fields)", "\(options.layout)",
    ].joined(separator: "\n")
  }
}
