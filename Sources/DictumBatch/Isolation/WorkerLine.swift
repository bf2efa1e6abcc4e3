import DictumJSON
import DictumKit
import DictumReading
import DictumReports
import DictumSystem

/// What a batch asks of a worker process: an article, as a line, and behind it as many bytes as the line says.
struct WorkerRequest: Record {
  private var key = ""
  private var report = ""
  private var size = 0
  private var format: String?
  private var url: String?
  private var document: CarriedDocument?
  private var length = 0

  init() {}

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("key", &key, "the article's key")
    fields.field("report", &report, "where the report goes, below the out folder")
    fields.field("size", &size, "bytes of the searched files")
    fields.field("format", &format, "the name of the article's format; null for an object of JSON")
    fields.field("url", &url, "the address of a page in an archive")
    fields.field("document", &document, "the article, where it was read already")
    fields.field("length", &length, "bytes that follow the line")
  }

  /// The request for an article; `bytes` are those of its file or part.
  static func line(_ article: PendingArticle, _ bytes: [UInt8]) -> [UInt8] {
    var request = WorkerRequest()
    request.key = article.key
    request.report = article.report
    request.size = article.size
    var behind = bytes
    switch article.content {
    case .file(_, let format): request.format = format.name
    case .bytes(let member, let format, let url):
      request.format = format.name
      request.url = url
      behind = member
    case .json: break
    case .document(let document):
      request.document = CarriedDocument(document)
      behind = []
    case .passedOver, .fault: behind = []
    }
    request.length = behind.count
    return RecordWriter.line(request) + behind
  }

  /// The article that the next line of an input asks for; nil at its end.
  ///
  /// - Throws: `malformedJSON`, `fileUnreadable`.
  static func next(_ input: inout LineReader) throws(DictumError) -> PendingArticle? {
    guard let line = try input.next() else { return nil }
    let record = try JSONValue.parse(try line.content.get()) { object throws(DictumError) in
      RecordReader.record(WorkerRequest.self, of: object)
    }
    guard let request = record, let bytes = try input.bytes(request.length) else {
      throw DictumError(.malformedJSON, "a batch asked its worker process for something that is no article")
    }
    return PendingArticle(
      key: request.key,
      report: request.report,
      content: request.content(bytes),
      size: request.size
    )
  }

  private func content(_ bytes: [UInt8]) -> PendingArticle.Content {
    if let document { return .document(document.document) }
    let known = ArticleFormats.all.first { $0.name == format }
    return known.map { .bytes(bytes, $0, url: url) } ?? .json(bytes)
  }
}

/// A document that was read already, such as a row of a table.
private struct CarriedDocument: Record {
  private var id = ""
  private var text = ""
  private var metadata = Metadata()
  private var repairs: [String] = []

  init() {}

  init(_ document: Document) {
    id = document.id
    text = document.text[document.text.span]
    metadata = document.metadata
    repairs = document.diagnostics.map { "\($0.code.id) \($0.message)" }
  }

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("id", &id, "its id")
    fields.field("text", &text, "its text")
    metadata.visit(&fields)
    fields.field("repairs", &repairs, "what was mended in its text, or is missing: a code and words")
  }

  var document: Document {
    var document = Document(id: id, text: SourceText(text), metadata: metadata)
    document.diagnostics = repairs.compactMap { repair in
      let parts = repair.split(separator: " ", maxSplits: 1)
      let code = DiagnosticCode.catalogue.first { $0.id == parts.first ?? "" }
      return code.map { Diagnostic($0, parts.dropFirst().joined(), severity: .warning) }
    }
    return document
  }
}

/// What a worker process answers: the article's entry and, where all reports go into one file, a tab and the report.
struct WorkerAnswer: Record {
  var entry = ManifestEntry()
  var stageSeconds = 0.0
  var runnerSeconds = 0.0

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("entry", &entry, "the article's entry in the manifest")
    fields.field("stage_seconds", &stageSeconds, "processor time of the stages")
    fields.field("runner_seconds", &runnerSeconds, "processor time of everything else")
  }

  /// The line with the report's own, if there is one.
  func line(_ report: [UInt8]?) -> [UInt8] {
    let end = [UInt8(ascii: "\n")]
    return RecordWriter.line(self).dropLast() + (report.map { [UInt8(ascii: "\t")] + $0 } ?? end)
  }

  /// The answer of a line without its line feed, and the report's line behind it.
  static func read(_ line: [UInt8]) -> (answer: WorkerAnswer, report: [UInt8]?)? {
    let tab = line.firstIndex(of: UInt8(ascii: "\t"))
    let answer = try? JSONValue.parse(Array(line[..<(tab ?? line.count)])) { object throws(DictumError) in
      RecordReader.record(WorkerAnswer.self, of: object)
    }
    guard let answer = answer ?? nil else { return nil }
    return (answer, tab.map { Array(line[($0 + 1)...]) + [UInt8(ascii: "\n")] })
  }
}
