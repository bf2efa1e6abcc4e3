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

  /// The names in a line that begins as bylines do; nil in any other.
  static func marked(_ line: String) -> String? {
    let folded = line.lowercased()
    guard line.utf8.count < 160, words.contains(where: { folded.hasPrefix($0 + " ") }) else { return nil }
    let name = name(line)
    return isName(name) ? name : nil
  }

  /// The name in a line such as `Ann Lee | 1 March 2026`; nil in any other.
  static func dated(_ line: String) -> String? {
    guard line.utf8.count < 90, let end = line.firstIndex(where: { "|•·–—,/".contains($0) }),
      line[end...].contains(where: \.isNumber)
    else { return nil }
    let name = String(line[..<end]).collapsed
    return name.contains(" ") && isName(name) ? name : nil
  }

  /// Two to six words, each of which begins as names do.
  private static func isName(_ text: String) -> Bool {
    let parts = text.split(separator: " ")
    let links: Set<String> = [
      "and", "und", "et", "y", "e", "de", "da", "van", "von", "der", "la", "le", "di", "del", "&",
    ]
    return (1...12).contains(parts.count) && !text.contains(where: \.isNumber)
      && parts.allSatisfy { links.contains(String($0)) || $0.first?.isUppercase == true || $0.first?.isCased == false }
      && parts.contains { $0.first?.isLetter == true }
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
