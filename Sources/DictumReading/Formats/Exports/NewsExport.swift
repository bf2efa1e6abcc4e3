import DictumKit

/// What a news database exports as one document: its articles, one after the other.
///
/// Nexis and Factiva hand out DOCX, RTF, HTML and text that all hold the same lines; what reads those formats asks here
/// whether the lines are an export.
enum NewsExport {
  private static let shapes: [any ExportShape.Type] = [FactivaExport.self, NexisExport.self, LexisNexisExport.self]

  /// Whether a file may be an export, by its first bytes: no more is read of most that are none.
  static func isLikely(_ start: FileStart) -> Bool {
    shapes.contains { shape in shape.signs.contains { $0.allSatisfy { start.contains($0) } } }
  }

  /// The articles of an export; nil where the lines are no export.
  ///
  /// - Parameter lines: in order; empty ones part paragraphs, where there are any.
  static func articles(_ lines: [String], _ reading: Reading) -> [FoundArticle]? {
    let lines = lines.map(\.collapsed)
    for shape in shapes {
      let found = shape.articles(lines)
      if !found.isEmpty { return found.map { .document($0.document(reading)) } }
    }
    return nil
  }
}

/// How a database writes its articles down.
protocol ExportShape {
  /// Sets of words; a file that holds all words of one may be such an export.
  static var signs: [[String]] { get }
  /// The articles; empty where the lines are not of this shape.
  static func articles(_ lines: [String]) -> [ExportedArticle]
}

/// An article of an export.
struct ExportedArticle {
  var id: String?
  var metadata = Metadata()
  /// Empty ones part paragraphs, where there are any.
  var lines: [String] = []
  /// Whether the export goes on behind it as it should.
  var isWhole = true

  func document(_ reading: Reading) -> Document {
    let hasBlanks = lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.contains("")
    let text = hasBlanks ? lines.joined(separator: "\n").paragraphsOfLines : lines.filter { !$0.isEmpty }.asText
    var document = reading.document(
      text,
      metadata,
      isWhole ? [] : [reading.cutOff("the export ends within an article")]
    )
    if let id { document.id = id }
    return document
  }

  /// Takes a byline without its first word.
  mutating func take(byline: String) {
    let name = byline.droppingBy.collapsed
    if !name.isEmpty { metadata.author = metadata.author.map { "\($0), \(name)" } ?? name }
  }
}

extension String {
  /// The day that a line of an export names.
  var exportedDay: String? { utf8.count < 80 ? DateText(language: "en").firstDay(in: self) : nil }

  /// What follows a label, whatever its case; nil where the line does not begin with it.
  func after(label: String) -> String? {
    guard utf8.count >= label.utf8.count, prefix(label.count).lowercased() == label.lowercased() else { return nil }
    return String(dropFirst(label.count)).collapsed
  }

  /// Whether it is a publisher's claim: `Copyright 2026 The Courier`, `All Rights Reserved`.
  var isCopyright: Bool {
    let start = prefix(20).lowercased()
    return start.hasPrefix("copyright ") || start.hasPrefix("all rights reserved") || start.hasPrefix("(c) ")
      || start.hasPrefix("© ")
  }
}
