package import DictumKit
package import DictumReports
package import DictumRuntime

/// A format in which articles lie in files. A new one is a type of its own and a line in `ArticleFormats`.
package protocol ArticleFormat: Sendable {
  /// As messages and Docs/formats.md call it.
  static var name: String { get }
  /// Whether a file is of it, by its content; the name counts only where the content leaves it open.
  static func recognises(_ start: FileStart) -> Bool
  /// Whether a file of it may hold more than one article; `false` where that is not said.
  static func holdsMany(_ start: FileStart) -> Bool
  /// The articles in a file, in its order.
  ///
  /// - Throws: `damagedFile`, `emptyArticle`, `unreadFormat`, and what decoding its text throws.
  static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle]
}

extension ArticleFormat {
  package static func holdsMany(_ start: FileStart) -> Bool { false }
}

/// A format whose files may be larger than memory: they are read part by part.
package protocol StreamedFormat: ArticleFormat {
  /// The parts of a file; `name` is what messages call it, and no part may have more bytes than `limit`.
  static func parts(of input: MemberBytes, name: String, limit: Int) -> any FileParts
}

extension StreamedFormat {
  package static func holdsMany(_ start: FileStart) -> Bool { true }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    let input = try ArchiveInput(bytes: bytes, name: reading.key)
    guard try input.next() != nil else { return [] }
    var parts = parts(of: MemberBytes(input), name: reading.key, limit: bytes.count)
    var found: [FoundArticle] = []
    while true {
      switch parts.next() {
      case .article(_, .json(let json)): found.append(.json(json))
      case .article(_, .bytes(let bytes, _, _)), .whole(let bytes): found.append(.file(name: "", bytes: bytes))
      case .article(_, .fault(let error)): found.append(.fault(error))
      case .article(_, .document(let document)): found.append(.document(document))
      case .file(let name, let bytes, _): found.append(.file(name: name, bytes: bytes))
      case .end(let error?): return found + [.fault(error)]
      case .article, .stream, .end: return found
      }
    }
  }
}

/// What a format finds in a file.
package enum FoundArticle: Sendable {
  case document(Document)
  /// An object for `JSONArticle`.
  case json([UInt8])
  /// A file inside the file.
  case file(name: String, bytes: [UInt8])
  case fault(DictumError)
}

/// What the reader of a file needs to know besides its bytes.
package struct Reading: Sendable {
  /// The article's name in messages, and its id where it has none.
  package let key: String
  package let encoding: TextEncoding
  package let json: DocumentReader
  package let fields: ArticleFields

  /// A document of the file, its text as given.
  package func document(_ text: String, _ metadata: Metadata = Metadata(), _ diagnostics: [Diagnostic] = []) -> Document
  {
    var document = Document(id: key, text: SourceText(text), metadata: metadata)
    document.diagnostics = diagnostics
    return document
  }

  /// What the report says of an article whose file was cut off: its text is there as far as it goes.
  package func cutOff(_ reason: String) -> Diagnostic {
    Diagnostic(.damagedFile, "\(key): \(reason); what is there was read", severity: .warning)
  }

  /// The error of a file that is not what it begins as.
  package func damaged(_ format: String, _ reason: String) -> DictumError {
    DictumError(.damagedFile, "\(key): not a sound \(format) file: \(reason)")
  }
}

/// The formats that are read, in the order in which they are tried.
package enum ArticleFormats {
  package static let all: [any ArticleFormat.Type] = [
    WARCFile.self, PDFFile.self, WordFile.self, OpenDocumentFile.self, EPUBFile.self, RTFFile.self, MailboxFile.self,
    MailFile.self, FeedFile.self,
    NITFFile.self, NewsMLFile.self, TEIFile.self, HTMLPage.self, JSONLines.self, JSONArticle.self, TableFile.self,
    MarkdownFile.self, ForeignFile.self, PlainText.self,
  ]

  /// The format of a file; the last one takes any text.
  package static func format(of start: FileStart) -> any ArticleFormat.Type {
    all.first { $0.recognises(start) } ?? PlainText.self
  }
}
