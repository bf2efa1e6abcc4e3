public import DictumKit
package import DictumReading
public import DictumReports
public import DictumRuntime
public import DictumSystem

/// How a run reads articles and writes reports.
public struct RunOptions: Sendable {
  /// How text and HTML files are encoded that do not say so.
  public var encoding = TextEncoding.detect
  /// The names under which JSON articles carry what is read.
  public var fields = ArticleFields()
  /// The most bytes of an article.
  public var limit = SourceText.usualLimit
  public var layout = ReportLayout.lines

  public init() {}
}

/// A pipeline with what reads its articles and writes its reports: the way of one article, the same for files, streams
/// and batches.
public struct Run: Sendable {
  public let pipeline: Pipeline
  package let reader: ArticleReader
  /// Reads articles that come as JSON.
  public let json: DocumentReader
  public let writer: ReportWriter

  /// A run of `pipeline`.
  public init(_ pipeline: Pipeline, options: RunOptions = RunOptions()) {
    self.pipeline = pipeline
    let incoming = pipeline.plan.incoming
    json = DocumentReader(
      layers: pipeline.plan.layers.filter { incoming.contains($0.name) },
      fields: options.fields
    )
    reader = ArticleReader(
      json: json,
      encoding: options.encoding,
      fields: options.fields,
      limit: options.limit
    )
    writer = ReportWriter(run: pipeline.description, options: pipeline.plan.report, layout: options.layout)
  }

  /// Reads an article.
  ///
  /// - Parameter bytes: what its file holds, see `ArticleReader.bytes`.
  /// - Throws: what `ArticleReader` throws.
  package func document(of article: PendingArticle, bytes: [UInt8]) throws(DictumError) -> Document {
    try reader.document(of: article, bytes: bytes)
  }

  /// Runs the stages over a document.
  ///
  /// - Throws: the failure of the first stage that failed, with its name.
  public func analyse(_ document: inout Document, observe: StageObserver? = nil) throws(DictumError) {
    try pipeline.run(&document, observe: observe)
  }

  /// The report of an analysed document, ended by a line feed.
  public func report(on document: Document) -> [UInt8] { writer.report(on: document) }

  /// The line that answers a JSON line, and what went wrong if it is no report.
  public func answer(to line: InputLine) -> (line: [UInt8], error: DictumError?) {
    var id: String?
    do throws(DictumError) {
      var document = try reader.document(ofLine: try line.content.get(), key: "line-\(line.number)")
      id = document.id
      try analyse(&document)
      return (report(on: document), nil)
    } catch {
      let record = ErrorRecord(id: id ?? error.document, line: line.number, error: error)
      return (record.json, error.onLine(line.number))
    }
  }
}

extension DictumError {
  /// The same error, saying which input line it is about.
  fileprivate func onLine(_ number: Int) -> DictumError {
    DictumError(
      diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.message = "line \(number): \(diagnostic.message)"
        return diagnostic
      }
    )
  }
}
