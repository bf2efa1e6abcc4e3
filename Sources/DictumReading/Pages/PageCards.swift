/// Boxes that stand for other articles: a linked title and a line or two about it, three or more of a kind.
///
/// Known by their shape, since sites call them what they like.
struct PageCards {
  /// For each element, whether it is such a box.
  private(set) var isCard: [Bool]

  init(_ tree: PageTree) {
    isCard = [Bool](repeating: false, count: tree.elements.count)
    var found: [Int] = []
    for block in tree.blocks where block.linkShare >= 0.8 && (12...220).contains(block.size) {
      if let box = Self.box(of: block, tree) { found.append(box) }
    }
    // A box may hold its title twice, once around a picture.
    found = Array(Set(found)).sorted()
    var around: [Int: Int] = [:]
    var alike: [Int: Int] = [:]
    for box in found {
      around[tree.elements[box].parent, default: 0] += 1
      alike[tree.elements[box].className, default: 0] += 1
    }
    for box in found {
      let element = tree.elements[box]
      let isOneOfMany =
        around[element.parent, default: 0] >= 3 || element.className != 0 && alike[element.className, default: 0] >= 3
      if isOneOfMany, !element.hints.contains(.marked) { isCard[box] = true }
    }
  }

  /// The smallest box around a linked title that holds words of another kind; nil where it is more than a teaser.
  private static func box(of title: PageBlock, _ tree: PageTree) -> Int? {
    var place = title.element
    while place > 0 {
      let element = tree.elements[place]
      guard element.size <= 600, element.tag != .body, element.tag != .main, element.tag != .table else { return nil }
      let unlinked = element.size - element.linked
      if unlinked >= 20 {
        return element.tag.isInline || element.tag == .paragraph || unlinked > 420 ? nil : tree.outermost(place)
      }
      place = element.parent
    }
    return nil
  }
}
