package import DictumKit
import DictumSystem

/// An article before it is read: a file, a part of one, or what is wrong with one.
package struct PendingArticle: Sendable {
  package enum Content: Sendable {
    /// A file of one article.
    case file(ArticleFile, any ArticleFormat.Type)
    /// A member of an archive, of one article; its address if it was a page of the web.
    case bytes([UInt8], any ArticleFormat.Type, url: String?)
    case json([UInt8])
    case document(Document)
    /// A file that is no article.
    case passedOver(DictumError)
    case fault(DictumError)
  }

  /// Names the article in the manifest: the path below the searched folder, then `#` and the line, the number or the
  /// name of the part.
  package let key: String
  /// Where the report goes, below the out folder.
  package let report: String
  package let content: Content
  /// How many bytes of the searched files it stands for, for progress.
  package let size: Int

  /// The part of its file that it is, behind the file's own name; empty where it is the file.
  package let part: String
  /// The ending of the file's or the member's name, in lower case; empty where it has none.
  package let ending: String

  /// An article that another process has found.
  package init(key: String, report: String, content: Content, size: Int) {
    self.key = key
    self.report = report
    self.content = content
    self.size = size
    part = ""
    ending = ""
  }

  /// The article at a place, or a numbered part of it.
  init(_ place: ArticlePlace, number: Int? = nil, content: Content, size: Int) {
    key = place.key(number)
    report = ReportName.of(place.path, line: number)
    let name = place.fileName.lowercased().split(separator: "/").last ?? ""
    ending = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    part = String(key.dropFirst(SystemName.shown(place.file).count).dropFirst())
    self.content = content
    self.size = size
  }
}

/// Where an article lies: a file below the searched folder, and in it a member, and in that another.
package struct ArticlePlace: Sendable {
  let file: String
  var members: [String] = []

  /// The name by whose ending a format may be known.
  var fileName: String { members.last ?? file }

  /// With the members as if archives were folders.
  var path: String { ([file] + members).joined(separator: "/") }

  func key(_ number: Int?) -> String {
    ([SystemName.shown(file)] + members.map { SystemName.shown($0) } + (number.map { ["\($0)"] } ?? [])).joined(
      separator: "#"
    )
  }

  /// What messages call it.
  var name: String { key(nil) }

  func member(_ name: String) -> ArticlePlace {
    var place = self
    place.members.append(name)
    return place
  }
}
