import DictumKit
import DictumReports
import DictumSystem

@testable import DictumReading

/// What was read of a part of a file.
struct ReadFile {
  let key: String
  var document: Document?
  var code: String?
  var isPassedOver = false

  /// The text, without white space at its end.
  var text: String {
    guard let document else { return "" }
    var text = Substring(document.text[document.text.span])
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

/// The files of Tests/Formats, which `Tests/Formats/make` makes with the tools that people use.
enum FormatFiles {
  static let folder = #filePath.replacing("DictumReadingTests/FormatFiles.swift", with: "Formats")

  static let paragraphs = [
    "A fire broke out at the old mill on Sunday night, and forty people had to leave, the police said.",
    "“We lost everything,” said Bo Berg, who has lived beside it for more than twenty years.", "Nobody was hurt.",
  ]
  static let text = paragraphs.joined(separator: "\n\n")

  /// Reads a file as `run` and `batch` do.
  static func read(_ name: String, fields: ArticleFields = ArticleFields()) -> [ReadFile] {
    let reader = ArticleReader(
      json: DocumentReader(layers: [], fields: fields),
      encoding: .detect,
      fields: fields,
      limit: 10_000_000
    )
    return read(ArticleSource(file: "\(folder)/\(name)", reader: reader), reader)
  }

  /// Reads bytes as `run -` does.
  static func read(bytes: [UInt8], name: String, limit: Int = 10_000_000) -> [ReadFile] {
    let reader = ArticleReader(json: DocumentReader(layers: []), encoding: .detect, limit: limit)
    return read(ArticleSource(bytes: bytes, name: name, reader: reader), reader)
  }

  private static func read(_ source: ArticleSource, _ reader: ArticleReader) -> [ReadFile] {
    var source = source
    var found: [ReadFile] = []
    while let article = source.next() {
      var one = ReadFile(key: article.key.replacing("\(folder)/", with: ""))
      if case .passedOver = article.content { one.isPassedOver = true }
      do throws(DictumError) {
        one.document = try reader.document(of: article, bytes: try reader.bytes(of: article, root: ""))
      } catch {
        one.code = error.diagnostics.first?.code.id
      }
      found.append(one)
    }
    return found
  }
}
