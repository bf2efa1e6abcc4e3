import DictumBatch
import DictumKit
import DictumReading
import DictumReports
import DictumRuntime

extension FuzzTargets {
  /// A file of each format.
  static let formats: [FuzzTarget] = ArticleFormats.all.filter { $0 != ForeignFile.self }.map { format in
    let name = format.name.lowercased().split(separator: " ").joined(separator: "-")
    let zipped = ZippedParts(format)
    return FuzzTarget("format-\(name)", longest: 1 << 14) { bytes in
      let bytes = zipped?.file(of: bytes) ?? bytes
      guard let found = try? format.articles(in: bytes, reader.reading("fuzzed")) else { return }
      for case .document(let document) in found { check(document) }
    }
  }

  /// A file as `dictum batch` comes upon it: of any format, an archive of files, an archive of archives.
  static let archive = FuzzTarget("archive", longest: 1 << 15) { bytes in
    var source = ArticleSource(bytes: bytes, name: "fuzzed", reader: reader)
    // A small archive may hold very many.
    for _ in 0..<200 {
      guard let article = source.next() else { break }
      precondition(!article.report.isEmpty && !article.report.split(separator: "/").contains(".."))
      guard let bytes = try? reader.bytes(of: article, root: ""),
        let document = try? reader.document(of: article, bytes: bytes)
      else { continue }
      check(document)
    }
  }

  private static let reader = ArticleReader(
    json: DocumentReader(layers: StandardLayers.all),
    encoding: .detect,
    limit: 1 << 22
  )

  /// The text is UTF-8, and so is its report.
  private static func check(_ document: Document) {
    _ = try? SourceText(validating: document.text.bytes)
    let writer = ReportWriter(run: description.value, options: ReportOptions(), layout: .ndjson)
    readAgain(writer.report(on: document))
  }

  private static let description = OnDemand { Fuzzed.pipeline("[segment]").description }
}
