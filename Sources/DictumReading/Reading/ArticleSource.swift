package import DictumKit
package import DictumReports
package import DictumRuntime
import DictumSystem

/// Hands out the articles of files one by one, in order, holding no more than one file, member or line.
package struct ArticleSource {
  private let root: String
  private let reader: ArticleReader
  private var files: ArraySlice<ArticleFile>
  private var faults: ArraySlice<(path: String, error: DictumError)>
  /// Files within files, the outermost first.
  private var open: [(parts: any FileParts, place: ArticlePlace)] = []
  private var given: (bytes: [UInt8], name: String)?
  /// Of the file that is open: its size, and how much of it was handed out.
  private var size = 0
  private var consumed = 0
  private var handedOut = 0
  /// Whether anything was said of it: a file with nothing in it must not go by in silence.
  private var isHeardOf = false
  /// Files that are not opened, by key, and why.
  package var refused: [String: DictumError] = [:]

  /// The articles of what was found below a folder.
  package init(_ found: FoundArticles, root: String, reader: ArticleReader) {
    self.root = root
    self.reader = reader
    files = found.files[...]
    faults = found.faults[...]
  }

  /// The articles of one file, wherever it lies.
  package init(file path: String, reader: ArticleReader) {
    var found = FoundArticles()
    found.files = [ArticleFile(path: path, size: 0)]
    self.init(found, root: path.hasPrefix("/") ? "" : ".", reader: reader)
  }

  /// The articles of a file that was read already, such as standard input.
  package init(bytes: [UInt8], name: String, reader: ArticleReader) {
    self.init(FoundArticles(), root: "", reader: reader)
    given = (bytes, name)
  }

  /// The next article; nil behind the last.
  ///
  /// - Parameter noting: hears of each file before it is opened or read on: reading may end the process.
  package mutating func next(noting: (_ key: String) -> Void = { _ in }) -> PendingArticle? {
    if let place = open.first?.place { noting(place.name) }
    if let (bytes, name) = given {
      given = nil
      if let article = enter(bytes, ArticlePlace(file: name), url: nil) { return article }
    }
    while true {
      while let place = open.first?.place {
        let article = nextOpen()
        if article != nil { isHeardOf = true }
        if let article { return article }
        if open.isEmpty, !isHeardOf {
          let error = DictumError(.emptyArticle, "\(place.name): no article was found in it")
          return PendingArticle(place, content: .fault(error), size: share(size))
        }
      }
      if let fault = faults.first, precedes(fault.path, files.first?.path) {
        faults.removeFirst()
        return PendingArticle(ArticlePlace(file: fault.path), content: .fault(fault.error), size: 0)
      }
      guard let file = files.popFirst() else { return nil }
      (size, consumed, handedOut) = (file.size, 0, 0)
      isHeardOf = false
      let place = ArticlePlace(file: file.path)
      if let error = refused[place.name] { return PendingArticle(place, content: .fault(error), size: size) }
      noting(place.name)
      do throws(DictumError) {
        let path = "\(root)/\(file.path)"
        let head = try FileHead.read(path, name: place.name)
        guard !head.isEmpty else { throw DictumError(.emptyArticle, "\(place.name): the file is empty") }
        let start = FileStart(head, name: file.path)
        let format = ArticleFormats.format(of: start)
        if start.isArchive || format is any StreamedFormat.Type {
          open = [members(try ArchiveInput(path: path, name: place.name), place)]
        } else if format == ForeignFile.self || start.isUnknownBinary {
          return PendingArticle(place, content: .passedOver(ForeignFile.refusal(start, place.name)), size: size)
        } else if format.holdsMany(start) {
          expand(try reader.bytes(of: file, root: root), format, place)
        } else {
          return PendingArticle(place, content: .file(file, format), size: size)
        }
      } catch {
        return PendingArticle(place, content: .fault(error), size: size)
      }
    }
  }

  private func precedes(_ path: String, _ other: String?) -> Bool {
    other.map { path.utf8.lexicographicallyPrecedes($0.utf8) } ?? true
  }

  /// The bytes that the next article stands for.
  private mutating func share(_ position: Int) -> Int {
    consumed = min(max(consumed, position), size)
    defer { handedOut = consumed }
    return consumed - handedOut
  }

  private func members(_ input: ArchiveInput, _ place: ArticlePlace) -> (parts: any FileParts, place: ArticlePlace) {
    (ArchiveMembers(input, place, limit: reader.limit), place)
  }

  private mutating func nextOpen() -> PendingArticle? {
    var top = open.removeLast()
    let part = top.parts.next()
    let position = open.isEmpty ? top.parts.position ?? consumed : consumed
    switch part {
    case .end(let fault):
      if open.isEmpty { consumed = size }
      return fault.map { PendingArticle(top.place, content: .fault($0), size: share(consumed)) }
    case .article(let number, let content):
      open.append(top)
      return PendingArticle(top.place, number: number, content: content, size: share(position))
    case .file(let name, let bytes, let url):
      open.append(top)
      return enter(bytes, top.place.member(name), url: url)
    case .stream(let parts):
      // What a compressed file holds takes its place.
      open.append((parts, top.place))
      return nil
    case .whole(let bytes):
      return enter(bytes, top.place, url: nil)
    }
  }

  /// Looks into the bytes of a member, or of a file that was compressed.
  private mutating func enter(_ bytes: [UInt8], _ place: ArticlePlace, url: String?) -> PendingArticle? {
    let start = FileStart(bytes, name: place.fileName)
    let format = ArticleFormats.format(of: start)
    do throws(DictumError) {
      guard !bytes.isEmpty else { throw DictumError(.emptyArticle, "\(place.name): the file is empty") }
      if start.isArchive || format is any StreamedFormat.Type {
        guard open.count < 4 else {
          throw DictumError(.damagedArchive, "\(place.name): archives within archives within archives")
        }
        open.append(members(try ArchiveInput(bytes: bytes, name: place.name), place))
        return nil
      }
    } catch {
      return PendingArticle(place, content: .fault(error), size: share(consumed))
    }
    if format == ForeignFile.self || start.isUnknownBinary {
      return PendingArticle(place, content: .passedOver(ForeignFile.refusal(start, place.name)), size: share(consumed))
    }
    guard format.holdsMany(start) else {
      return PendingArticle(place, content: .bytes(bytes, format, url: url), size: share(consumed))
    }
    expand(bytes, format, place)
    return nil
  }

  private mutating func expand(_ bytes: [UInt8], _ format: any ArticleFormat.Type, _ place: ArticlePlace) {
    do throws(DictumError) {
      open.append((FoundParts(try format.articles(in: bytes, reader.reading(place.name)), place), place))
    } catch {
      open.append((FoundParts([.fault(error)], place, isOnly: true), place))
    }
  }
}
