public import DictumKit
public import DictumReports
public import DictumRuntime
import DictumSystem

/// A pipeline, ready to analyse articles: the library's face.
///
///     let dictum = try Dictum(pipeline: "Pipelines/news.yaml")
///     let document = try dictum.analyse("“We won,” Ann Lee said.")
///     for quote in document[.quotes] { print(document.text[quote.source[0].span], quote.kind) }
///
/// Making one checks the pipeline and loads its models; it may then be used from any number of threads and tasks.
public struct Dictum: Sendable {
  /// The stages made, with their plan and models.
  public let pipeline: Pipeline

  /// Checks a pipeline file and loads what its stages need.
  ///
  /// - Parameters:
  ///   - path: the pipeline file.
  ///   - models: folders in which models are looked for before the usual places.
  ///   - plugins: stages of your own, besides the built-in ones.
  /// - Throws: everything that is wrong with the file, each with its place; what a stage could not load.
  public init(pipeline path: String, models: [String] = [], plugins: [Plugin] = []) throws(DictumError) {
    try self.init(yaml: try FileInput.read(path), named: path, models: models, plugins: plugins)
  }

  /// Checks the text of a pipeline and loads what its stages need.
  ///
  /// - Parameters:
  ///   - yaml: the text, in UTF-8.
  ///   - name: how messages call it; files that it names are relative to that path.
  ///   - models: folders in which models are looked for before the usual places.
  ///   - plugins: stages of your own, besides the built-in ones.
  /// - Throws: everything that is wrong with the text, each with its place; what a stage could not load.
  public init(
    yaml: [UInt8],
    named name: String = "pipeline",
    models: [String] = [],
    plugins: [Plugin] = []
  ) throws(DictumError) {
    let registry = try Registry(builtInPlugins + plugins)
    let plan = try Planner.plan(yaml, file: name, registry: registry)
    pipeline = try Pipeline(plan, resources: Resources(folders: models))
  }

  /// Analyses a text. Spans in the document's layers count UTF-8 bytes.
  ///
  /// - Throws: the failure of the first stage that failed.
  public func analyse(_ text: String, id: String = "document") throws(DictumError) -> Document {
    try analyse(Document(id: id, text: SourceText(text)))
  }

  /// Analyses a document, which may bring layers along.
  ///
  /// - Throws: the failure of the first stage that failed; `invalidLayer` for layers that cannot be.
  public func analyse(_ document: Document) throws(DictumError) -> Document {
    var document = document
    try pipeline.run(&document)
    return document
  }

  /// Analyses documents as they come, several at a time, and gives them back in their order.
  ///
  /// No more than `jobs` are under way; the next is asked for once the results are taken. Where the task that takes them
  /// is cancelled, what has not begun is not begun.
  public func analyse<Documents: AsyncSequence>(
    _ documents: Documents,
    jobs: Int = 2
  ) -> Analyses<Documents> where Documents.Element == Document {
    Analyses(documents, jobs: jobs, with: self)
  }

  /// The report of an analysed document as JSON, in UTF-8, ended by a line feed.
  public func report(on document: Document, layout: ReportLayout = .lines) -> [UInt8] {
    ReportWriter(run: pipeline.description, options: pipeline.plan.report, layout: layout).report(on: document)
  }
}
