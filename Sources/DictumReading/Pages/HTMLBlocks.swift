/// Takes a page apart into blocks of running text.
struct HTMLBlocks {
  /// What holds a block.
  enum Kind {
    case title, heading, paragraph, item
  }

  /// A stretch of text without a line break in it, white space collapsed.
  struct Block {
    let kind: Kind
    let text: String
    /// The part of its characters that are links, from 0 to 1.
    let linkShare: Double

    /// Long enough for an article's paragraph, and not made of links.
    var isLikelyText: Bool {
      let words = text.utf8.count { $0 == 0x20 } + 1
      return kind != .title && linkShare < 0.34 && (words >= 15 || words >= 8 && endsSentence && kind == .paragraph)
    }

    /// Whether it ends as a sentence does, quote marks and brackets aside.
    var endsSentence: Bool {
      let last = text.unicodeScalars.reversed().first { !"\"'”’»)]".unicodeScalars.contains($0) }
      return last.map { ".!?…:".unicodeScalars.contains($0) } ?? false
    }
  }

  /// Elements whose text is not the article's.
  private static let dropped: Set<String> = [
    "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "select", "input",
    "textarea", "iframe", "svg", "object", "video", "audio", "canvas", "figure", "figcaption", "dialog", "menu", "head",
    "table",
  ]
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark",
    "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
  ]
  private static let frames = [
    "comment", "share", "social", "related", "newsletter", "promo", "advert", "sidebar", "breadcrumb", "cookie",
    "byline",
    "caption", "footer", "subscribe", "recirc", "most-read", "tags",
  ]

  private(set) var blocks: [Block] = []
  private var text = ""
  private var linked = 0
  private var kind = Kind.paragraph
  private var links = 0

  /// Collects the blocks of an element.
  mutating func collect(_ root: HTMLNode) {
    walk(root)
    endBlock()
  }

  /// Without recursion: pages may be nested thousands deep.
  private mutating func walk(_ root: HTMLNode) {
    var open: [(node: HTMLNode, next: HTMLNode?)] = [(root, root.firstChild)]
    while let top = open.last {
      guard let child = top.next else {
        leave(open.removeLast().node)
        continue
      }
      open[open.count - 1].next = child.next
      if child.isText {
        append(child.content)
      } else if child.isElement, !isDropped(child) {
        enter(child)
        open.append((child, child.firstChild))
      }
    }
  }

  private func isDropped(_ node: HTMLNode) -> Bool {
    if Self.dropped.contains(node.name) || node.attribute("hidden") != nil || node.attribute("aria-hidden") == "true" {
      return true
    }
    guard node.name == "div" || node.name == "section" || node.name == "ul" || node.name == "p" || node.name == "span"
    else { return false }
    let names = "\(node.attribute("class") ?? "") \(node.attribute("id") ?? "")".lowercased()
    let words = names.split { !$0.isLetter && $0 != "-" && $0 != "_" }
    return words.contains { word in Self.frames.contains { word.hasPrefix($0) || word.hasSuffix($0) } }
  }

  private mutating func enter(_ node: HTMLNode) {
    switch node.name {
    case "a": links += 1
    case "br": append(" ")
    case let name where !Self.inline.contains(name):
      endBlock()
      kind = Self.kind(of: name) ?? kind
    default: break
    }
  }

  private mutating func leave(_ node: HTMLNode) {
    if node.name == "a" { links -= 1 }
    if !Self.inline.contains(node.name), node.name != "br" {
      endBlock()
      kind = .paragraph
    }
  }

  private static func kind(of name: String) -> Kind? {
    switch name {
    case "h1": .title
    case "h2", "h3", "h4", "h5", "h6": .heading
    case "li", "dd", "dt": .item
    default: nil
    }
  }

  private mutating func append(_ content: String) {
    text += content
    if links > 0 { linked += content.unicodeScalars.count { !$0.properties.isWhitespace } }
  }

  private mutating func endBlock() {
    let block = text.collapsed
    if !block.isEmpty {
      let letters = block.unicodeScalars.count { $0 != " " }
      blocks.append(Block(kind: kind, text: block, linkShare: Double(linked) / Double(max(1, letters))))
    }
    text = ""
    linked = 0
  }
}
