package import DictumKit
import DictumSystem

/// An article before it is read: a file, or a line of one.
package struct PendingArticle: Sendable {
  package enum Content: Sendable {
    case file(ArticleFile)
    case line([UInt8])
    case fault(DictumError)
  }

  /// Names the article in the manifest: the path below the searched folder, `#` and the line for JSON lines.
  package let key: String
  /// Where the report goes, below the out folder.
  package let report: String
  package let content: Content
  /// How many bytes of the searched files it stands for, for progress.
  package let size: Int

  /// The article at a path below the searched folder, or in a line of it.
  init(_ path: String, line: Int? = nil, content: Content, size: Int) {
    key = SystemName.shown(path) + (line.map { "#\($0)" } ?? "")
    report = ReportName.of(path, line: line)
    self.content = content
    self.size = size
  }
}

/// Hands out the articles of a folder one by one, in order, holding no more than one line of a JSON-lines file.
package struct ArticleSource {
  private let root: String
  private let limit: Int
  private var files: ArraySlice<ArticleFile>
  private var faults: ArraySlice<(path: String, error: DictumError)>
  private var open: (file: ArticleFile, lines: ArticleLines, consumed: Int, isEmpty: Bool)?

  package init(_ found: FoundArticles, root: String, limit: Int) {
    self.root = root
    self.limit = limit
    files = found.files[...]
    faults = found.faults[...]
  }

  package mutating func next() -> PendingArticle? {
    while true {
      if let line = nextLine() { return line }
      if let fault = faults.first, precedes(fault.path, files.first?.path) {
        faults.removeFirst()
        return PendingArticle(fault.path, content: .fault(fault.error), size: 0)
      }
      guard let file = files.popFirst() else { return nil }
      guard case .jsonLines = file.format else {
        return PendingArticle(file.path, content: .file(file), size: file.size)
      }
      do throws(DictumError) {
        let input = try CompressedInput(path: "\(root)/\(file.path)", name: SystemName.shown(file.path))
        open = (file, ArticleLines(input, name: SystemName.shown(file.path), limit: limit), 0, true)
      } catch {
        return PendingArticle(file.path, content: .fault(error), size: file.size)
      }
    }
  }

  private func precedes(_ path: String, _ other: String?) -> Bool {
    other.map { path.utf8.lexicographicallyPrecedes($0.utf8) } ?? true
  }

  private mutating func nextLine() -> PendingArticle? {
    guard var current = open else { return nil }
    let line = current.lines.next()
    let consumed = line == nil ? current.file.size : min(current.lines.consumed, current.file.size)
    let size = max(0, consumed - current.consumed)
    current.consumed = max(consumed, current.consumed)
    let wasEmpty = current.isEmpty
    current.isEmpty = false
    open = line == nil ? nil : current
    let path = current.file.path
    guard let line else {
      guard wasEmpty else { return nil }
      let error = DictumError(.emptyArticle, "\(SystemName.shown(path)): the file is empty")
      return PendingArticle(path, content: .fault(error), size: size)
    }
    let number = current.lines.number
    let content: PendingArticle.Content =
      switch line {
      case .success(let bytes): .line(bytes)
      case .failure(let error): .fault(error)
      }
    return PendingArticle(path, line: number, content: content, size: size)
  }
}
