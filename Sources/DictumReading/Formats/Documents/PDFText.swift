/// A line of a page, in points from the page's upper left corner.
struct PDFLine {
  var words: [String] = []
  var left = Double.infinity
  var right = -Double.infinity
  var top = Double.infinity
  var bottom = -Double.infinity

  var text: String { words.joined(separator: " ").collapsed }
  var height: Double { bottom - top }
}

/// The paragraphs of pages of lines.
struct PDFText {
  private(set) var paragraphs: [String] = []

  init(_ pages: [[PDFLine]]) {
    let repeated = Self.repeated(pages)
    var current = ""
    var last: PDFLine?
    func end(_ paragraphs: inout [String]) {
      if !current.isEmpty { paragraphs.append(current) }
      current = ""
    }
    for page in pages {
      let edges = Self.edges(page)
      var lines = page.indices.filter { !edges.contains($0) || !repeated.contains(Self.mask(page[$0].text)) }
        .map { page[$0] }
      lines = PDFColumns.ordered(lines)
      let gap = Self.usualGap(lines)
      let width = lines.map { $0.right - $0.left }.sorted().dropFirst(lines.count * 3 / 4).first ?? 0
      for line in lines {
        if let last, Self.parts(last, line, gap, width, isNewPage: line.top < last.top) { end(&paragraphs) }
        current = Self.joined(current, line.text.collapsed)
        last = line
      }
    }
    end(&paragraphs)
  }

  /// Whether a paragraph ends between two lines.
  private static func parts(_ a: PDFLine, _ b: PDFLine, _ gap: Double, _ width: Double, isNewPage: Bool) -> Bool {
    let endsSentence = endsSentence(a)
    let isShort = a.right - a.left < width * 0.8
    if abs(a.height - b.height) > min(a.height, b.height) * 0.25 { return true }
    // A new column or page goes on with the paragraph unless the line says otherwise.
    if isNewPage { return endsSentence && isShort }
    if b.top - a.bottom > max(gap * 1.5, gap + 2) { return true }
    return endsSentence && (isShort || b.left - a.left > 6)
  }

  private static func endsSentence(_ line: PDFLine) -> Bool {
    line.text.last.map { ".!?”\"’:)".contains($0) } ?? false
  }

  /// Lines joined; a hyphen at a line's end that parts a word goes.
  private static func joined(_ text: String, _ line: String) -> String {
    guard let last = text.last else { return line }
    let isParted = last == "-" || last == "\u{AD}" || last == "‐"
    if isParted, text.dropLast().last?.isLetter == true, line.first?.isLowercase == true {
      return String(text.dropLast()) + line
    }
    return text + " " + line
  }

  private static func usualGap(_ lines: [PDFLine]) -> Double {
    let gaps = zip(lines, lines.dropFirst()).map { $1.top - $0.bottom }.filter { $0 > -20 && $0 < 60 }.sorted()
    return gaps.isEmpty ? 0 : gaps[gaps.count / 2]
  }

  /// The lines at a page's head and foot: the first and the last, and those that a gap parts from the text.
  private static func edges(_ lines: [PDFLine]) -> Set<Int> {
    let gap = usualGap(lines) + 2
    let order = lines.indices.sorted { lines[$0].top < lines[$1].top }
    // What is first or last of many pages is a running head however near the text is, unless it ends a sentence.
    var edges = Set(order.prefix(1) + order.suffix(1)).filter { !endsSentence(lines[$0]) }
    for last in order.indices.prefix(2) where last + 1 < order.count {
      if lines[order[last + 1]].top - lines[order[last]].bottom > gap { edges.formUnion(order[...last]) }
    }
    for first in order.indices.suffix(2) where first > 0 {
      if lines[order[first]].top - lines[order[first - 1]].bottom > gap { edges.formUnion(order[first...]) }
    }
    return edges
  }

  /// The lines that stand at the head or foot of half of the pages, whatever their numbers; a lone page number always.
  private static func repeated(_ pages: [[PDFLine]]) -> Set<String> {
    var counts: [String: Int] = [:]
    for page in pages {
      for text in Set(edges(page).map { mask(page[$0].text) }) { counts[text, default: 0] += 1 }
    }
    let least = max(2, pages.count / 2)
    return Set(counts.filter { $0.value >= least && pages.count > 1 }.keys).union(["#", "- # -", "Page #", "page #"])
  }

  private static func mask(_ text: String) -> String {
    var masked = ""
    for character in text.collapsed {
      if !character.isNumber { masked.append(character) } else if masked.last != "#" { masked.append("#") }
    }
    return masked
  }
}
