/// The blocks of a page that are its article's text.
struct PageText {
  private(set) var blocks: [PageBlock] = []
  /// Of its blocks that read as prose; in bytes.
  private(set) var prose = 0

  private let tree: PageTree
  private let frame: PageFrame
  private let title: String
  private let author: String?

  /// The article of a page, its title left out: that is in the metadata.
  init(_ tree: PageTree, _ frame: PageFrame, title: String, author: String? = nil, anchor: PageAnchor? = nil) {
    self.author = author
    self.tree = tree
    self.frame = frame
    self.title = title
    let container = PageContainer(tree, frame, anchor).elements
    let within = tree.blocks.indices.filter { index in
      let block = tree.blocks[index]
      return !frame.isOutside[block.element] && container.contains { tree.isInside(block.element, $0) }
    }
    take((leads(anchor, before: within.first) + within).map { tree.blocks[$0] })
  }

  /// All that a page shows and does not link, where there is too little that looks like an article.
  init(whole tree: PageTree) {
    self.tree = tree
    frame = PageFrame(tree, usesHints: false)
    title = ""
    author = nil
    blocks = tree.blocks.filter { $0.linkShare < 0.34 }
    prose = tree.elements.first?.prose ?? 0
  }

  /// What stands between the title and the rest of the article, in a box with the title: a standfirst.
  private func leads(_ anchor: PageAnchor?, before first: Int?) -> [Int] {
    guard let anchor, let first, anchor.block < first, first - anchor.block < 12 else { return [] }
    let leads = ((anchor.block + 1)..<first).filter { index in
      let block = tree.blocks[index]
      return block.isProse && block.linked == 0 && !frame.isOutside[block.element]
    }
    return leads.count <= 2 ? leads : []
  }

  private mutating func take(_ found: [PageBlock]) {
    let kept = found.filter(isText)
    guard let first = kept.firstIndex(where: { $0.isProse }), let last = kept.lastIndex(where: { $0.isProse }) else {
      return
    }
    let parents = Dictionary(kept.filter(\.isProse).map { (parent(of: $0), 1) }, uniquingKeysWith: +)
    let kinds = Dictionary(kept.filter(\.isProse).map { (tree.kind(of: $0), 1) }, uniquingKeysWith: +)
    blocks = kept.indices.filter { index in
      let block = kept[index]
      if block.isProse { return true }
      if PageFurniture.names(block.text) || block.tag == .title && index <= first { return false }
      let kind = tree.kind(of: block)
      let isAtHome = parents[parent(of: block), default: 0] >= 2 || kind != .unnamed && kinds[kind, default: 0] >= 2
      if index < first {
        // Before the first paragraph stand kickers, bylines and dates; a short first sentence is one of its kind.
        return isAtHome && block.endsSentence && block.linked == 0 && block.tag != .heading && index + 3 >= first
      }
      if index > last {
        return isAtHome && !block.isHeading && block.linked * 2 < block.size
          && (block.endsSentence || block.tag == .item)
      }
      return block.isHeading || isAtHome || block.endsSentence || block.tag == .item || block.size >= 40
    }.map { kept[$0] }
    dropEnd()
    prose = blocks.reduce(0) { $0 + ($1.isProse ? $1.size : 0) }
  }

  /// The element that holds a paragraph's like; for a text without paragraphs, the box itself.
  private func parent(of block: PageBlock) -> Int {
    let element = tree.elements[block.element]
    return element.tag.isContainer && element.ownBlocks > 1 ? block.element : element.parent
  }

  /// Whether a block in the article's element is its text rather than a list of links or the title again.
  private func isText(_ block: PageBlock) -> Bool {
    if block.isHeading { return !isTitle(block.text) }
    if isInLinkList(block) { return false }
    if isTitle(block.text) { return false }
    if block.linkShare < 0.5 { return !(PageFurniture.names(block.text) && block.size < 200) }
    // A sentence may be one link; a link to another article is no sentence, or stands in a list.
    return block.endsSentence && block.size >= 30 && !PageFurniture.names(block.text) && block.tag == .paragraph
  }

  private func isTitle(_ text: String) -> Bool { !title.isEmpty && text.utf8.count < 300 && text == title }

  /// Whether a list, table or box around the block holds links and little prose.
  private func isInLinkList(_ block: PageBlock) -> Bool {
    var place = block.element
    var level = 0
    while place > 0, level < 3 {
      let element = tree.elements[place]
      switch element.tag {
      case .list, .table: if element.linkShare > (element.prose * 2 > element.size ? 0.5 : 0.3) { return true }
      case .block, .frame: if element.linkShare > 0.5, element.prose * 3 < element.size { return true }
      default: break
      }
      place = element.parent
      level += 1
    }
    return false
  }

  /// What an article's end has no more to do with it: notes on its author, companies on themselves, headings of what was
  /// dropped.
  private mutating func dropEnd() {
    for index in blocks.indices.suffix(5).reversed() where index > 0 {
      if PageFurniture.isAuthorNote(blocks[index].text, by: author) { blocks.remove(at: index) }
    }
    let about = blocks.indices.suffix(6).first { blocks[$0].isHeading && PageFurniture.isAboutCompany(blocks[$0].text) }
    if let about, about > 0 { blocks.removeSubrange(about...) }
    while blocks.last?.isHeading == true { blocks.removeLast() }
  }

  /// How much of another text is in this one, from 0 to 1: of a dozen pieces of it.
  func coverage(of other: String) -> Double {
    let own = blocks.map(\.text).joined(separator: " ")
    let words = other.split(whereSeparator: \.isWhitespace)
    let step = max(1, words.count / 12)
    let pieces = stride(from: 0, to: max(1, words.count - 4), by: step).map {
      words[$0...].prefix(4).joined(separator: " ")
    }
    return Double(pieces.count { own.contains($0) }) / Double(max(1, pieces.count))
  }

  /// The text, a blank line between blocks.
  var text: String { blocks.map(\.text).joined(separator: "\n\n") + (blocks.isEmpty ? "" : "\n") }
}
