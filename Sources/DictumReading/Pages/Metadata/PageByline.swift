/// The names in a byline.
enum PageByline {
  private static let words = ["by", "from", "von", "par", "por", "di", "written by", "author:", "story by"]

  /// The names alone: no `By`, no date; empty where a line says something else.
  static func name(_ line: String) -> String {
    var line = Substring(line.collapsed)
    var isMarked = false
    for word in words.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      if line.lowercased().hasPrefix(word + " ") {
        line = line.dropFirst(word.count + 1)
        isMarked = true
        break
      }
    }
    let end = line.firstIndex { "|•·—–/(0123456789".contains($0) } ?? line.endIndex
    let name = String(line[..<end]).collapsed
    let parts = name.split(separator: " ")
    // Without `By`, only a line that is short and says nothing else is a name.
    guard name.utf8.count >= 3, parts.count <= (isMarked ? 12 : 4), !name.hasSuffix(".") else { return "" }
    guard isMarked || end == line.endIndex && !parts.contains(where: { ends.contains($0.lowercased()) }) else {
      return ""
    }
    let cut = parts.firstIndex { ends.contains($0.lowercased()) } ?? parts.endIndex
    return parts[..<cut].joined(separator: " ").trimmingMarks
  }

  /// What follows a name in a line.
  private static let ends: Set<String> = [
    "on", "updated", "published", "posted", "submitted", "at", "print", "follow", "share",
  ]
}

extension String {
  fileprivate var trimmingMarks: String {
    var text = Substring(self)
    while let last = text.last, ",;:-".contains(last) || last == " " { text.removeLast() }
    return String(text)
  }

  /// Without white space at the ends, and one space for any inside.
  var collapsed: String {
    unicodeScalars.split { $0.properties.isWhitespace }.map { String(String.UnicodeScalarView($0)) }
      .joined(separator: " ")
  }
}
