import DictumJSON
package import DictumKit

/// JSON: an article in Dictum's own shape, in schema.org's or ninjs; or a list of them, alone or as an object's member.
package enum JSONArticle: ArticleFormat {
  package static let name = "JSON"
  package static func holdsMany(_ start: FileStart) -> Bool { true }

  /// Under which an object may carry a list of articles.
  private static let lists = [
    "articles", "documents", "items", "results", "stories", "data", "docs", "@graph", "hits", "posts",
  ]

  package static func recognises(_ start: FileStart) -> Bool {
    start.firstMark == "{" || start.firstMark == "[" && start.ending == "json"
      || start.firstMark == "[" && start.looksLikeList
  }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    var bytes = try TextRepair(bytes, encoding: .detect, key: reading.key).text
    _ = replaceLoneSurrogates(&bytes)
    return try JSONValue.parse(bytes) { root throws(DictumError) in
      if let list = root.array { return list.map { .json($0.json) } }
      if root.at(reading.fields.text) == nil {
        for name in lists {
          if let list = root[name]?.array, list.first?.isObject == true { return list.map { .json($0.json) } }
        }
      }
      return [.json(bytes)]
    }
  }

  /// The document of one object.
  ///
  /// - Throws: `malformedJSON`, `invalidDocument`, `invalidLayer`, `textTooLong`.
  package static func document(_ json: [UInt8], _ reading: Reading) throws(DictumError) -> Document {
    let json = json.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(json.dropFirst(3)) : json
    do throws(DictumError) {
      return withoutMarkup(try reading.json.document(from: json, fallbackID: reading.key))
    } catch {
      guard error.diagnostics.first?.code == .invalidDocument, reading.fields.text == "text" else { throw error }
      let known = try JSONValue.parse(json) { (object) throws(DictumError) in JSONShape.document(object, reading) }
      guard let known else { throw error }
      return withoutMarkup(known)
    }
  }

  /// A field may hold a page or a piece of one; layers that came with it would lose their places.
  private static func withoutMarkup(_ document: Document) -> Document {
    let text = document.text[document.text.span]
    guard document.revisions.isEmpty, PlainHTML.isMarkup(text) else { return document }
    let isPage = text.prefix(2_000).lowercased().contains("<html")
    let page = isPage ? PageArticle(document.text.bytes) : nil
    var plain = Document(
      id: document.id,
      text: SourceText(page?.text ?? PlainHTML.text(text)),
      metadata: document.metadata
    )
    if let about = page?.metadata { plain.metadata.add(about) }
    plain.diagnostics = document.diagnostics
    return plain
  }
}

/// JSON lines: an object a line.
package enum JSONLines: StreamedFormat {
  package static let name = "JSON lines"

  package static func recognises(_ start: FileStart) -> Bool {
    if start.ending == "jsonl" || start.ending == "ndjson" { return true }
    guard start.ending != "json", start.firstMark == "{" else { return false }
    // An object in the first line, and another one begins the second.
    let lines = start.text.split(maxSplits: 2, whereSeparator: \.isNewline)
    return lines.count >= 2 && lines[0].hasSuffix("}") && lines[1].hasPrefix("{")
  }

  package static func parts(of input: MemberBytes, name: String, limit: Int) -> any FileParts {
    ArticleLines(input, name: name, limit: limit)
  }
}

extension FileStart {
  /// `[` and then an object or another list, or nothing: prose in brackets goes on with words.
  fileprivate var looksLikeList: Bool {
    let rest = text.drop { $0.isWhitespace }.dropFirst().drop { $0.isWhitespace }
    return rest.first.map { "{[]\"".contains($0) } ?? false
  }
}

extension Metadata {
  /// Takes over what is not known yet.
  mutating func add(_ other: Metadata) {
    title = title ?? other.title
    date = date ?? other.date
    url = url ?? other.url
    language = language ?? other.language
    author = author ?? other.author
    site = site ?? other.site
  }
}
