public import DictumKit
public import DictumReports
public import DictumRuntime
import DictumSystem

/// Turns the bytes of an article into a document.
public struct ArticleReader: Sendable {
  private let json: DocumentReader
  private let encoding: TextEncoding
  /// The most bytes that one document may have.
  public let limit: Int

  /// A reader of articles in every format.
  public init(json: DocumentReader, encoding: TextEncoding, limit: Int) {
    self.json = json
    self.encoding = encoding
    self.limit = limit
  }

  /// The bytes of a file, decompressed.
  ///
  /// - Throws: `fileNotFound`, `fileUnreadable`, `damagedArchive`, `textTooLong`.
  package func bytes(of file: ArticleFile, root: String) throws(DictumError) -> [UInt8] {
    let path = "\(root)/\(file.path)"
    guard file.isCompressed else {
      do throws(DictumError) {
        return try FileInput.read(path, limit: limit)
      } catch {
        // The record names the article as the manifest does, wherever the folder lies.
        throw error.replacing(path, with: SystemName.shown(file.path))
      }
    }
    let input = try CompressedInput(path: path, name: SystemName.shown(file.path))
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var bytes: [UInt8] = []
    while true {
      let count = try input.read(into: &block)
      if count == 0 { return bytes }
      bytes.append(contentsOf: block[..<count])
      guard bytes.count <= limit else {
        throw DictumError(
          .textTooLong,
          "\(SystemName.shown(file.path)): more than \(limit) bytes when decompressed, which is the limit"
        )
      }
    }
  }

  /// Reads one article; `key` is its id where it names none, and its source.
  ///
  /// - Throws: `emptyArticle`, `binaryFile`, and what the format's own reader throws.
  public func document(_ bytes: [UInt8], format: ArticleFormat, key: String) throws(DictumError) -> Document {
    guard !bytes.isEmpty else { throw DictumError(.emptyArticle, "\(key): the file is empty") }
    var document: Document
    switch format {
    case .text:
      let repair = try TextRepair(bytes, encoding: encoding, key: key)
      document = Document(id: key, text: try SourceText(validating: repair.text))
      document.diagnostics = repair.diagnostics
    case .markdown:
      let repair = try TextRepair(bytes, encoding: encoding, key: key)
      let page = MarkdownText(repair.text)
      document = Document(id: key, text: try SourceText(validating: page.text), metadata: page.metadata)
      document.diagnostics = repair.diagnostics
    case .html:
      let repair = try TextRepair(bytes, encoding: encoding, declared: DeclaredEncoding.name(bytes), key: key)
      let page = PageArticle(repair.text)
      document = Document(id: key, text: SourceText(page.text), metadata: page.metadata)
      document.diagnostics = repair.diagnostics
    case .json, .jsonLines:
      document = try json.document(from: bytes, fallbackID: key)
    }
    guard document.text.bytes.contains(where: { $0 > 0x20 }) else {
      throw DictumError(.emptyArticle, "\(key): no text was found in it")
    }
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
