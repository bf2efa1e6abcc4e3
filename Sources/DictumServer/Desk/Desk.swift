import DictumKit
import DictumJSON
import DictumPages
public import DictumReports
public import DictumRuntime

/// What the server does: an article in, its report or its page out; a corpus to browse.
public final class Desk: Sendable {
  private let pipeline: Pipeline
  private let reader: DocumentReader
  private let writer: ReportWriter
  private let corpus: SiteFolder?
  private let queue: WorkQueue
  private let check: HostCheck
  private let options: ServerOptions

  /// A desk over a pipeline whose models are loaded.
  ///
  /// - Parameter corpus: a site's folder that is shown under `/corpus/`.
  public init(
    _ pipeline: Pipeline,
    reader: DocumentReader,
    writer: ReportWriter,
    corpus: String?,
    options: ServerOptions
  ) {
    self.pipeline = pipeline
    self.reader = reader
    self.writer = writer
    self.corpus = corpus.map(SiteFolder.init)
    self.options = options
    queue = WorkQueue(slots: options.jobs, limit: options.queue)
    check = HostCheck(options)
  }

  var isBusy: Bool { queue.load.running + queue.load.waiting > 0 }

  /// The answer to a request, whatever it asks for.
  package func answer(_ request: Request) -> Answer {
    if let refusal = check.refusal(request) { return refusal }
    let isRead = request.method == "GET" || request.method == "HEAD"
    switch (request.path, request.method) {
    case ("/analyse", "POST"): return analyse(request)
    case ("/page", "POST"): return page(request)
    case ("/analyse", _), ("/page", _): return notAllowed("POST")
    case _ where !isRead: return notAllowed("GET, HEAD")
    case ("/", _): return DeskPage(pipeline: pipeline.plan.name, hasCorpus: corpus != nil).answer
    case ("/health", _): return health
    case (let path, _) where path.hasPrefix("/corpus/"):
      return corpus?.answer(String(path.dropFirst(8))) ?? .refusal(404, "no corpus was named with `--corpus`")
    default: return DeskPage.file(request.path) ?? .refusal(404, "there is nothing at \(request.path.inert())")
    }
  }

  private func notAllowed(_ methods: String) -> Answer {
    var answer = Answer.refusal(405, "this address takes \(methods)")
    answer.headers.append(("Allow", methods))
    return answer
  }

  private var health: Answer {
    let load = queue.load
    var json = JSONBuffer()
    json.openObject()
    json.key("status")
    json.string("ok")
    json.key("pipeline")
    json.string(pipeline.plan.name)
    json.key("running")
    json.integer(load.running)
    json.key("waiting")
    json.integer(load.waiting)
    json.closeObject()
    return .json(json.bytes + [UInt8(ascii: "\n")])
  }

  private var busy: Answer {
    var answer = Answer.refusal(503, "too many requests are waiting")
    answer.headers.append(("Retry-After", "1"))
    return answer
  }

  private func analyse(_ request: Request) -> Answer {
    if request.contentType == "application/x-ndjson" { return stream(request.body) }
    return withDocument(request) { [writer] document in .json(writer.report(on: document)) }
  }

  private func page(_ request: Request) -> Answer {
    withDocument(request) { document in .page(ArticlePage([document]).html, policy: ArticlePage.policy) }
  }

  /// Reads the request's article, analyses it in its turn and hands it to `show`.
  private func withDocument(_ request: Request, show: (Document) -> Answer) -> Answer {
    var document: Document
    do throws(DictumError) {
      document = try read(request)
    } catch {
      return .failure(error, status: 400)
    }
    guard queue.enter(within: options.patience) else { return busy }
    defer { queue.leave() }
    do throws(DictumError) {
      try pipeline.run(&document)
    } catch {
      return .failure(error, id: document.id, status: 422)
    }
    return show(document)
  }

  private func read(_ request: Request) throws(DictumError) -> Document {
    switch request.contentType {
    case "application/json":
      return try reader.document(from: request.body, fallbackID: "article")
    case "application/x-www-form-urlencoded":
      let fields = FormFields(request.body)
      let title = fields["title"].flatMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
      let text = try SourceText(validating: fields["text"] ?? [])
      return Document(id: title ?? "article", text: text, metadata: Metadata(title: title))
    case "text/plain", "":
      return Document(id: "article", text: try SourceText(validating: request.body))
    default:
      throw DictumError(
        .invalidDocument,
        "Content-Type must be application/json, application/x-ndjson or text/plain, not \(request.contentType)"
      )
    }
  }

  /// Answers lines with lines, each as soon as it is there, as `dictum stream` does.
  private func stream(_ body: [UInt8]) -> Answer {
    guard queue.enter(within: options.patience) else { return busy }
    let stream = LineStream(body, pipeline: pipeline, reader: reader, writer: writer) { [queue] in queue.leave() }
    return Answer(type: "application/x-ndjson; charset=utf-8", body: .pieces { stream.next() })
  }
}
