/// A stretch of a page's text without a line break in it, white space collapsed.
struct PageBlock: Sendable {
  let text: String
  /// The element that ends it on both sides: a paragraph, a list item, a box.
  let element: Int
  let tag: PageTag
  /// Its bytes other than white space, and those of them in links. Bytes, because scripts that say more with a
  /// character use more bytes for it.
  let size: Int
  let linked: Int
  let commas: Int
  /// Whether it ends as a sentence does, quote marks and brackets aside.
  let endsSentence: Bool

  init(_ text: String, element: Int, linked: Int, tag: PageTag) {
    self.text = text
    self.element = element
    self.tag = tag
    size = text.utf8.count { $0 > 0x20 }
    self.linked = min(linked, size)
    commas = text.unicodeScalars.count { ",،、，。".unicodeScalars.contains($0) }
    let last = text.unicodeScalars.reversed().first { !"\"'”’»)]」』 ".unicodeScalars.contains($0) }
    endsSentence = last.map { ".!?…:。！？।۔؟။".unicodeScalars.contains($0) } ?? false
  }

  var linkShare: Double { Double(linked) / Double(max(1, size)) }
  var isHeading: Bool { tag == .heading || tag == .title }

  /// Whether it reads as an article's paragraph on its own.
  var isProse: Bool {
    !isHeading && linkShare < 0.5 && (size >= 140 || size >= 50 && endsSentence)
  }
}
