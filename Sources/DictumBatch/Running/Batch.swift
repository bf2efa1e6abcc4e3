public import DictumCorpus
public import DictumKit
import DictumReading
import DictumReports
public import DictumRuntime
import DictumSystem

/// A pipeline run over a folder of articles: every article gets a report or a record of what went wrong, and a run that
/// was cut off is taken up where it stopped.
public struct Batch: Sendable {
  private let run: Run
  private let options: BatchOptions

  /// A batch of `pipeline`.
  public init(_ pipeline: Pipeline, options: BatchOptions) {
    var reading = RunOptions()
    reading.encoding = options.encoding
    reading.fields = options.fields
    reading.limit = options.limit
    reading.layout = options.layout == .lines ? .ndjson : .lines
    run = Run(pipeline, options: reading)
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
    let manifest = try Manifest(folder: options.out, pipeline: run.pipeline.plan.name, fresh: options.fresh)
    let lines = options.layout == .lines ? ReportLines(folder: options.out) : nil
    var books = BatchBooks(
      manifest: manifest,
      lines: try lines?.begin(run: manifest.run),
      corpus: corpus(report)
    )
    books.progress.totalBytes = found.size
    let suspects = options.fresh ? [] : InFlight.left(in: options.out)
    let analysed = suspects.filter { !$0.opens }
    if !analysed.isEmpty { report(.suspects(analysed.map(\.article))) }
    let inFlight = inFlight(suspects, report)
    if let limit = options.stageLimit, !options.isolates || options.worker == nil {
      let say = options.stageIsOver
      inFlight?.limitStages(to: limit, status: Self.timeLimitStatus) { say?($0.article, $0.stage) }
    }
    let work = work(lines, manifest.done, inFlight, analysed, isolates: options.isolates)
    var source = ArticleSource(found, root: options.articles, reader: run.reader)
    let opened = suspects.filter(\.opens)
    // Where an article was under analysis when the run ended, that may have ended it. A file that was being opened each
    // time has had its chance.
    for suspect in opened where analysed.isEmpty || opened.count(where: { $0.article == suspect.article }) > 1 {
      source.refused[suspect.article] = WorkerPool.failure(nil, suspect)
    }
    var wasStopped = false
    try OrderedWorkers(jobs: options.jobs).run {
      guard !isStopped() else {
        wasStopped = true
        return nil
      }
      defer { inFlight?.opens(nil) }
      return source.next { inFlight?.opens($0) }
    } work: {
      work.finish($0)
    } take: { (finished) in
      books.enter(finished, report)
    }
    books.progress.isInterrupted = wasStopped
    if !wasStopped {
      books.close(lines, out: options.out, report)
      inFlight?.close()
    }
    return (books.progress, wasStopped ? nil : books.summary(out: options.out, report))
  }

  /// What the process ends with when a stage runs over its time limit: the same command goes on from there.
  public static let timeLimitStatus: Int32 = 3

  /// Analyses the articles that a batch asks for, a line each, until its end: what a worker process does.
  ///
  /// - Parameter line: the process's own in the file of articles in flight.
  /// - Throws: `outputFailed`, `fileUnreadable`, `malformedJSON`.
  public func serve(line: Int, input: Int32, output: Int32) throws(DictumError) {
    let inFlight = try InFlight(folder: options.out, line: line)
    if let limit = options.stageLimit {
      inFlight.limitStages(to: limit, status: WorkerPool.timeLimitStatus) { _ in }
    }
    let lines = options.layout == .lines ? ReportLines(folder: options.out) : nil
    let work = work(lines, EarlierEntries(), inFlight, [], isolates: false)
    var requests = LineReader(descriptor: input)
    while let article = try WorkerRequest.next(&requests) {
      let finished = work.finish(article)
      var answer = WorkerAnswer()
      answer.entry = finished.entry
      answer.stageSeconds = finished.stageSeconds
      answer.runnerSeconds = finished.runnerSeconds
      try FileOutput.write(answer.line(finished.line), to: output, name: "the batch")
    }
  }

  private func work(
    _ lines: ReportLines?,
    _ done: EarlierEntries,
    _ inFlight: InFlight?,
    _ suspects: [InFlight.Note],
    isolates: Bool
  ) -> ArticleWork {
    return ArticleWork(
      run: run,
      reports: DocumentReader(layers: Corpus.layers),
      articles: options.articles,
      fingerprint: fingerprint,
      files: ReportFiles(folder: options.out),
      lines: lines,
      done: done,
      inFlight: inFlight,
      workers: isolates || !suspects.isEmpty ? workers(inFlight) : nil,
      suspects: Dictionary(suspects.map { ($0.article, $0) }) { $1 },
      isolates: isolates
    )
  }

  private func workers(_ inFlight: InFlight?) -> WorkerPool? {
    guard let command = options.worker, let inFlight else { return nil }
    let first = InFlight.firstOther(options.jobs)
    return WorkerPool(command, lines: first..<(first + options.jobs), inFlight: inFlight)
  }

  /// Nil, and a warning, when there is no room for it.
  private func inFlight(_ suspects: [InFlight.Note], _ report: (BatchEvent) -> Void) -> InFlight? {
    do throws(DictumError) {
      return try InFlight(folder: options.out, own: options.jobs, others: options.jobs, suspects: suspects)
    } catch {
      report(.warning(error))
      return nil
    }
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
    let run = run.pipeline.description
    let models = run.models.map { "\($0.name)=\($0.sha256)" }.joined(separator: " ")
    return [
      options.version, run.pipeline.hash, models, "\(options.encoding)", "\(options.fields)", "\(options.layout)",
    ].joined(separator: "\n")
  }
}
