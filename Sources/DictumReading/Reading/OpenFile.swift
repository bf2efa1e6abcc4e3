import DictumKit

/// A file with more than one article in it, as far as it has been read.
enum OpenFile {
  case archive(ArchiveInput, ArticlePlace)
  case lines(ArticleLines, ArticlePlace)
  case pages(WARCRecords, ArticlePlace)
  /// What a format found; `isOnly` where it stands for the whole file.
  case found(ArraySlice<FoundArticle>, ArticlePlace, count: Int, isOnly: Bool)

  /// What comes next in it.
  enum Part {
    case article(number: Int?, PendingArticle.Content)
    case file(name: String, bytes: [UInt8], url: String?)
    case whole([UInt8])
    case stream(ArchiveInput, start: [UInt8], any ArticleFormat.Type)
    case end(DictumError?)
  }

  var place: ArticlePlace {
    switch self {
    case .archive(_, let place), .lines(_, let place), .pages(_, let place), .found(_, let place, _, _): place
    }
  }

  /// How many bytes of the file have been read, where that is known.
  var position: Int? {
    switch self {
    case .archive(let input, _): input.position
    case .lines(let lines, _): lines.consumed
    default: nil
    }
  }

  mutating func next(limit: Int) -> Part {
    switch self {
    case .archive(let input, let place): return Self.member(of: input, place, limit)
    case .lines(var lines, let place):
      let line = lines.next()
      let isFirst = lines.handedOut == 1
      self = .lines(lines, place)
      switch line {
      case nil:
        return .end(lines.handedOut > 0 ? nil : DictumError(.emptyArticle, "\(place.name): the file is empty"))
      case .success(let bytes)?: return .article(number: lines.number, .json(bytes))
      case .failure(let error)?:
        return isFirst && lines.isOver ? .end(error) : .article(number: lines.number, .fault(error))
      }
    case .pages(var records, let place):
      defer { self = .pages(records, place) }
      do throws(DictumError) {
        guard let page = try records.next() else { return .end(nil) }
        return .file(name: page.url, bytes: page.bytes, url: page.url)
      } catch {
        return error.diagnostics.first?.code == .textTooLong ? .article(number: nil, .fault(error)) : .end(error)
      }
    case .found(var found, let place, let count, let isOnly):
      guard let article = found.popFirst() else { return .end(nil) }
      // An object alone in its file is the file.
      let isAlone = isOnly || count == 0 && found.isEmpty
      self = .found(found, place, count: count + 1, isOnly: isOnly)
      let number = isAlone ? nil : count + 1
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

  private static func member(of input: ArchiveInput, _ place: ArticlePlace, _ limit: Int) -> Part {
    do throws(DictumError) {
      guard let member = try input.next() else { return .end(nil) }
      // The Finder's and other tools' own notes are no members.
      let name = member.name
      guard member.isWhole else {
        do throws(DictumError) {
          return .file(name: name, bytes: try input.bytes(limit: limit, member: place.member(name).name), url: nil)
        } catch {
          guard error.diagnostics.first?.code == .textTooLong else { throw error }
          return .article(number: nil, .fault(error))
        }
      }
      var start: [UInt8] = []
      var block = [UInt8](repeating: 0, count: FileStart.length)
      while start.count < FileStart.length {
        let count = try input.read(into: &block)
        if count == 0 { break }
        start += block[..<count]
      }
      let known = FileStart(start, name: place.members.last ?? place.file)
      if known.isWARC { return .stream(input, start: start, PlainText.self) }
      if ArticleFormats.format(of: known) == JSONLines.self { return .stream(input, start: start, JSONLines.self) }
      let rest = try input.bytes(limit: max(0, limit - start.count), member: place.name)
      return .whole(start + rest)
    } catch {
      return .end(error)
    }
  }
}
