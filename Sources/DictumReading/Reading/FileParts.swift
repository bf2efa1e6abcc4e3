package import DictumKit

/// A file with more than one article in it, as far as it has been read: an archive, a crawl, lines, what a format found.
package protocol FileParts {
  /// How many bytes of the file itself have been read, where that is known.
  var position: Int? { get }
  /// What comes next in it; after an end it is not asked again.
  mutating func next() -> FilePart
}

/// What comes next in a file with more than one article.
package enum FilePart {
  case article(number: Int?, PendingArticle.Content)
  /// A file inside the file.
  case file(name: String, bytes: [UInt8], url: String?)
  /// The file itself, which was compressed.
  case whole([UInt8])
  /// The parts of the file, which takes the place of what was read so far.
  case stream(any FileParts)
  case end(DictumError?)
}

/// What a format found in the bytes of a file.
struct FoundParts: FileParts {
  private var found: ArraySlice<FoundArticle>
  private let place: ArticlePlace
  private var count = 0
  /// Whether what was found stands for the whole file.
  private let isOnly: Bool

  init(_ found: [FoundArticle], _ place: ArticlePlace, isOnly: Bool = false) {
    self.found = found[...]
    self.place = place
    self.isOnly = isOnly
  }

  var position: Int? { nil }

  mutating func next() -> FilePart {
    guard let article = found.popFirst() else { return .end(nil) }
    // An object alone in its file is the file.
    let isAlone = isOnly || count == 0 && found.isEmpty
    count += 1
    let number = isAlone ? nil : count
    switch article {
    case .document(var document):
      if document.id == place.name, let number { document.id = place.key(number) }
      return .article(number: number, .document(document))
    case .json(let json): return .article(number: number, .json(json))
    case .fault(let error): return .article(number: number, .fault(error))
    case .file(let name, let bytes): return .file(name: name, bytes: bytes, url: nil)
    }
  }
}
