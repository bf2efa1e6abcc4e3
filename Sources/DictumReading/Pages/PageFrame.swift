/// Which elements of a page frame its article: menus, other articles, comments, bylines.
///
/// Names are weak evidence, so no rule may take most of a page's prose away.
struct PageFrame {
  /// For each element, whether it or one around it frames the article.
  let isOutside: [Bool]
  /// The prose that is left, in bytes.
  let prose: Int

  /// - Parameters:
  ///   - usesHints: whether classes and ids count, and the shape of boxes; elements' names always do.
  ///   - anchor: where the title stands.
  init(_ tree: PageTree, usesHints: Bool, anchor: PageAnchor? = nil, cards: PageCards? = nil) {
    var isOutside = [Bool](repeating: false, count: tree.elements.count)
    var holdsTitle = [Bool](repeating: false, count: tree.elements.count)
    for index in tree.elements.indices.reversed() {
      let element = tree.elements[index]
      let isOfOthers = !element.hints.isDisjoint(with: [.comments, .frame])
      if element.tag == .title || element.tag == .article && !isOfOthers || element.tag == .main
        || element.hints.contains(.marked) || index == anchor?.element
      {
        holdsTitle[index] = true
      }
      if holdsTitle[index], element.parent >= 0 { holdsTitle[element.parent] = true }
    }
    let total = tree.elements.first?.prose ?? 0
    for index in tree.elements.indices {
      let element = tree.elements[index]
      if element.parent >= 0, isOutside[element.parent] {
        isOutside[index] = true
      } else if let cards, cards.isCard[index], index != anchor?.element {
        isOutside[index] = true
      } else if index > 0 {
        isOutside[index] = Self.frames(element, holdsTitle[index], of: total, usesHints)
      }
    }
    self.isOutside = isOutside
    prose = tree.blocks.reduce(0) { $0 + ($1.isProse && !isOutside[$1.element] ? $1.size : 0) }
  }

  private static func frames(
    _ element: PageTree.Element,
    _ holdsTitle: Bool,
    of total: Int,
    _ usesHints: Bool
  ) -> Bool {
    let isSmall = element.prose * 5 <= total * 2
    if element.hasControl, element.size <= 500, isSmall, !holdsTitle, !element.tag.isInline, usesHints { return true }
    switch element.tag {
    case .frame: return isSmall
    case .form: if isSmall && !holdsTitle { return true }
    default: break
    }
    if element.tag == .article, element.hints.contains(.comments) { return !holdsTitle }
    guard usesHints, element.tag != .body, element.tag != .title, !element.hints.contains(.marked) else { return false }
    if element.hints.contains(.comments) { return !holdsTitle && total - element.prose >= 400 }
    if element.hints.contains(.frame) { return !holdsTitle && isSmall && !element.hints.contains(.body) }
    if element.hints.contains(.aside) { return element.size < 700 && isSmall && !element.hints.contains(.body) }
    return false
  }
}
