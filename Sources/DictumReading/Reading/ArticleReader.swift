public import DictumKit
public import DictumReports
public import DictumRuntime
import DictumSystem

/// Turns the bytes of an article into a document.
public struct ArticleReader: Sendable {
  private let json: DocumentReader
  private let encoding: TextEncoding
  private let fields: ArticleFields
  /// The most bytes that one document may have.
  public let limit: Int

  /// A reader of articles in every format; `fields` are those that `json` knows.
  public init(json: DocumentReader, encoding: TextEncoding, fields: ArticleFields = ArticleFields(), limit: Int) {
    self.json = json
    self.encoding = encoding
    self.fields = fields
    self.limit = limit
  }

  /// What a format needs to know to read the article of that name.
  package func reading(_ key: String) -> Reading {
    Reading(key: key, encoding: encoding, json: json, fields: fields)
  }

  /// The bytes of a file.
  ///
  /// - Throws: `fileNotFound`, `fileUnreadable`, `textTooLong`.
  package func bytes(of file: ArticleFile, root: String) throws(DictumError) -> [UInt8] {
    let path = "\(root)/\(file.path)"
    do throws(DictumError) {
      return try FileInput.read(path, limit: limit)
    } catch {
      // The record names the article as the manifest does, wherever the folder lies.
      throw error.replacing(path, with: SystemName.shown(file.path))
    }
  }

  /// What decides the article's report, apart from the pipeline: its bytes.
  ///
  /// - Throws: as `bytes(of:root:)`, and what is wrong with the article already.
  package func bytes(of article: PendingArticle, root: String) throws(DictumError) -> [UInt8] {
    switch article.content {
    case .file(let file, _): return try bytes(of: file, root: root)
    case .bytes(let bytes, _, let url): return bytes + (url.map { Array($0.utf8) } ?? [])
    case .json(let bytes): return bytes
    case .document(let document): return document.text.bytes + Array("\(document.id)\(document.metadata)".utf8)
    case .passedOver(let error), .fault(let error): throw error
    }
  }

  /// Reads an article; its key is its id where it names none, and its source.
  ///
  /// - Parameter bytes: of a file, what it holds.
  /// - Throws: `emptyArticle`, `binaryFile`, and what the format's own reader throws.
  package func document(of article: PendingArticle, bytes: [UInt8]) throws(DictumError) -> Document {
    let reading = reading(article.key)
    switch article.content {
    case .file(_, let format): return try document(bytes, format: format, key: article.key)
    case .bytes(let bytes, let format, let url):
      var document = try document(bytes, format: format, key: article.key)
      document.metadata.url = document.metadata.url ?? url
      return document
    case .json(let json): return try checked(try JSONArticle.document(json, reading), article.key)
    case .document(let document): return try checked(document, article.key)
    case .passedOver(let error), .fault(let error): throw error
    }
  }

  /// Reads an object of a stream.
  ///
  /// - Throws: as `JSONArticle.document`.
  package func document(ofLine json: [UInt8], key: String) throws(DictumError) -> Document {
    try JSONArticle.document(json, reading(key))
  }

  /// Reads the bytes of one article; `key` is its id where it names none, and its source.
  ///
  /// - Throws: `emptyArticle`, `binaryFile`, and what the format's own reader throws.
  package func document(
    _ bytes: [UInt8],
    format: any ArticleFormat.Type,
    key: String
  ) throws(DictumError) -> Document {
    guard !bytes.isEmpty else { throw DictumError(.emptyArticle, "\(key): the file is empty") }
    let reading = reading(key)
    switch try format.articles(in: bytes, reading).first {
    case .document(let document)?: return try checked(document, key)
    case .json(let json)?: return try checked(try JSONArticle.document(json, reading), key)
    case .fault(let error)?: throw error
    case .file(let name, let bytes)?:
      return try document(bytes, format: ArticleFormats.format(of: FileStart(bytes, name: name)), key: key)
    case nil: throw DictumError(.emptyArticle, "\(key): no text was found in it")
    }
  }

  private func checked(_ document: Document, _ key: String) throws(DictumError) -> Document {
    guard document.text.bytes.contains(where: { $0 > 0x20 }) else {
      throw DictumError(.emptyArticle, "\(key): no text was found in it")
    }
    var document = document
    if document.metadata.source == nil { document.metadata.source = key }
    return document
  }
}

extension DictumError {
  /// The same error with another name for a file.
  func replacing(_ path: String, with name: String) -> DictumError {
    DictumError(
      diagnostics.map { diagnostic in
        guard diagnostic.message.hasPrefix(path) else { return diagnostic }
        var diagnostic = diagnostic
        diagnostic.message = name + diagnostic.message.dropFirst(path.count)
        return diagnostic
      }
    )
  }
}
