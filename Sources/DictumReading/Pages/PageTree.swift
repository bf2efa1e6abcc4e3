/// The elements of a page in document order, flat: pages may be nested thousands deep.
struct PageTree {
  struct Element {
    let tag: PageTag
    let hints: PageHints
    /// Tells elements of one class from others; 0 without a class.
    let className: Int
    /// Whether browsers put quote marks around it.
    let isQuotation: Bool
    /// Whether something to press or to fill in lies in it.
    var hasControl = false
    /// The index of the element around it; -1 for the root.
    let parent: Int
    /// The index after the last element inside it.
    var end = 0
    /// Of all blocks below it, in bytes other than white space: all, in links, and in blocks that read as prose.
    var size = 0
    var linked = 0
    var prose = 0
    /// How many blocks are its own, and how many elements that end blocks lie directly in it.
    var ownBlocks = 0
    var blockChildren = 0

    var linkShare: Double { Double(linked) / Double(max(1, size)) }
  }

  private(set) var elements: [Element] = []
  private(set) var blocks: [PageBlock] = []
  private var text = ""
  private var linked = 0
  private var links = 0
  private var breaks = 0
  private var hintsOfNames: [String: PageHints] = [:]
  private var classNumbers: [String: Int] = [:]
  private let withNoscript: Bool
  private let withHidden: Bool

  /// Reads the elements below `root`.
  ///
  /// - Parameters:
  ///   - withNoscript: also what stands in `noscript`, which a page without scripts shows.
  ///   - withHidden: also what is hidden until scripts show it.
  init(_ root: MarkupNode, withNoscript: Bool = false, withHidden: Bool = false) {
    self.withNoscript = withNoscript
    self.withHidden = withHidden
    var open: [(node: MarkupNode, next: MarkupNode?, index: Int)] = []
    enter(root, around: -1, &open)
    while let top = open.last {
      guard let child = top.next else {
        leave(open.removeLast().index)
        continue
      }
      open[open.count - 1].next = child.next
      if child.isText {
        append(child.content)
      } else if child.isElement {
        enter(child, around: top.index, &open)
      }
    }
    sum()
  }

  private static let controls: Set<String> = ["input", "button", "select", "textarea"]

  /// Every element's sums, from the last to the first: what lies in an element follows it.
  private mutating func sum() {
    for block in blocks {
      elements[block.element].size += block.size
      elements[block.element].linked += block.linked
      if block.isProse { elements[block.element].prose += block.size }
      elements[block.element].ownBlocks += 1
    }
    for index in elements.indices.reversed() where elements[index].parent >= 0 {
      let (parent, element) = (elements[index].parent, elements[index])
      elements[parent].size += element.size
      elements[parent].linked += element.linked
      elements[parent].prose += element.prose
      if !element.tag.isInline { elements[parent].blockChildren += 1 }
      // The smallest box with words in it is what there is to press or to fill in.
      if element.hasControl, element.size < 20 { elements[parent].hasControl = true }
    }
  }

  private mutating func enter(
    _ node: MarkupNode,
    around parent: Int,
    _ open: inout [(node: MarkupNode, next: MarkupNode?, index: Int)]
  ) {
    let tag = PageTag(node.name)
    if tag == .dropped, parent >= 0, Self.controls.contains(node.name), node.attribute("type") != "hidden" {
      elements[parent].hasControl = true
    }
    if tag == .dropped || tag == .noscript && !withNoscript { return }
    if tag == .lineBreak { return lineBreak(in: parent) }
    let (hints, className) = names(of: node)
    if hints.contains(.hidden) && !withHidden && parent > 0 && tag != .body { return }
    if tag == .link { links += 1 }
    if !tag.isInline { endBlock(in: parent) }
    let isQuotation = tag == .inline && node.isQuotation
    if isQuotation { append("“") }
    elements.append(
      Element(tag: tag, hints: hints, className: className, isQuotation: isQuotation, parent: parent)
    )
    open.append((node, node.firstChild, elements.count - 1))
  }

  private mutating func leave(_ index: Int) {
    let tag = elements[index].tag
    if tag == .link { links -= 1 }
    if elements[index].isQuotation { append("”") }
    if !tag.isInline { endBlock(in: index) }
    elements[index].end = elements.count
  }

  /// One break is a space, two are a new paragraph.
  private mutating func lineBreak(in element: Int) {
    breaks += 1
    if breaks == 2 { endBlock(in: element) } else { text += " " }
  }

  private mutating func names(of node: MarkupNode) -> (PageHints, Int) {
    var hints: PageHints = []
    var className = 0
    node.eachAttribute { name, value in
      switch name {
      case "class", "id":
        if name == "class" { className = number(of: value) }
        if let known = hintsOfNames[value] { return hints.formUnion(known) }
        let new = PageHints(names: value)
        hintsOfNames[value] = new
        hints.formUnion(new)
      case "hidden": hints.insert(.hidden)
      case "aria-hidden": if value == "true" { hints.insert(.hidden) }
      case "style": if value.filter({ $0 != " " }).lowercased().contains("display:none") { hints.insert(.hidden) }
      case "itemprop": if value == "articleBody" { hints.insert(.marked) }
      case "role":
        if ["navigation", "complementary", "contentinfo", "banner", "dialog", "search"].contains(value) {
          hints.insert(.frame)
        }
      default: break
      }
    }
    return (hints, className)
  }

  private mutating func number(of className: String) -> Int {
    if let known = classNumbers[className] { return known }
    classNumbers[className] = classNumbers.count + 1
    return classNumbers.count
  }

  private mutating func append(_ content: String) {
    text += content
    let size = content.utf8.count { $0 > 0x20 }
    if size > 0 { breaks = 0 }
    if links > 0 { linked += size }
  }

  /// The block's element is the innermost one that is no part of a line.
  private mutating func endBlock(in index: Int) {
    defer {
      text = ""
      linked = 0
      breaks = 0
    }
    var element = index
    while element > 0, elements[element].tag.isInline { element = elements[element].parent }
    let block = text.collapsed
    guard !block.isEmpty else { return }
    blocks.append(PageBlock(block, element: max(0, element), linked: linked, tag: elements[max(0, element)].tag))
  }

  /// What a block looks like from outside: its element and the one around it, by name and class.
  struct Kind: Hashable {
    let tag, outerTag: PageTag
    let className, outerName: Int
    /// Where nothing tells one from another.
    static let unnamed = Kind(tag: .paragraph, outerTag: .block, className: 0, outerName: 0)
  }

  func kind(of block: PageBlock) -> Kind {
    let element = elements[block.element]
    let outer = elements[max(0, element.parent)]
    return Kind(tag: element.tag, outerTag: outer.tag, className: element.className, outerName: outer.className)
  }

  /// The outermost element with the same text.
  func outermost(_ element: Int) -> Int {
    var place = element
    while elements[place].parent > 0, elements[elements[place].parent].size == elements[element].size {
      place = elements[place].parent
    }
    return place
  }

  /// Whether an element is another or lies inside it.
  func isInside(_ element: Int, _ outer: Int) -> Bool { element >= outer && element < elements[outer].end }
}
