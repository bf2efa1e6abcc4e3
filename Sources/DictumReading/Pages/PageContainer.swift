/// Finds the elements that hold a page's article: the one whose paragraphs score best, and its siblings of a kind.
///
/// The scores are those of Arc90's Readability: a paragraph counts by its length and commas, for the element around it
/// and, less and less, for those around that.
struct PageContainer {
  private let tree: PageTree
  private let frame: PageFrame
  private let anchor: PageAnchor?
  private var scores: [Double]
  /// Of what is not outside, below each element, in bytes: prose, and all.
  private var prose: [Int]
  private var size: [Int]

  init(_ tree: PageTree, _ frame: PageFrame, _ anchor: PageAnchor?) {
    self.tree = tree
    self.frame = frame
    self.anchor = anchor
    scores = [Double](repeating: 0, count: tree.elements.count)
    (prose, size) = Self.sums(tree, frame)
    var isScored = [Bool](repeating: false, count: tree.elements.count)
    for block in tree.blocks where block.size >= 25 && !block.isHeading && !frame.isOutside[block.element] {
      let worth = (1 + Double(block.commas) + min(Double(block.size) / 100, 3)) * (1 - block.linkShare)
      var element = tree.elements[block.element]
      var place = block.element
      // A box with nothing but one stretch of text is a paragraph by another name, however many lie around each other.
      if !element.tag.isContainer || element.size == block.size { place = tree.elements[tree.outermost(place)].parent }
      var level = 0
      while place >= 0, level < 6 {
        element = tree.elements[place]
        if !element.tag.isInline {
          if !isScored[place] {
            isScored[place] = true
            scores[place] = Self.start(element)
          }
          scores[place] += worth / (level == 0 ? 1 : level == 1 ? 2 : Double(level) * 3)
          level += 1
        }
        place = element.parent
      }
    }
    for place in scores.indices where scores[place] != 0 {
      scores[place] *= 1 - tree.elements[place].linkShare
      if scores[place] > 0 { scores[place] *= nearness(place) }
    }
  }

  /// How an element lies to the title: what holds it or lies beside it is the article rather than what lies far off or
  /// ends before it.
  private func nearness(_ place: Int) -> Double {
    guard let anchor else { return 1 }
    if tree.elements[place].end <= anchor.element { return 0.3 }
    var steps = 0
    var outer = place
    while outer > 0, steps <= 6, !tree.isInside(anchor.element, outer) {
      outer = tree.elements[outer].parent
      steps += 1
    }
    var inner = anchor.element
    while inner > outer, steps <= 6 {
      inner = tree.elements[inner].parent
      steps += 1
    }
    return steps <= 4 ? 1.5 : steps <= 6 ? 1.2 : 0.5
  }

  private static func sums(_ tree: PageTree, _ frame: PageFrame) -> (prose: [Int], size: [Int]) {
    var prose = [Int](repeating: 0, count: tree.elements.count)
    var size = prose
    for block in tree.blocks where !frame.isOutside[block.element] {
      size[block.element] += block.size
      if block.isProse { prose[block.element] += block.size }
    }
    for index in tree.elements.indices.reversed() where tree.elements[index].parent >= 0 {
      prose[tree.elements[index].parent] += prose[index]
      size[tree.elements[index].parent] += size[index]
    }
    return (prose, size)
  }

  private static func start(_ element: PageTree.Element) -> Double {
    var score = element.tag.baseScore
    if element.hints.contains(.marked) { score += 40 }
    if element.hints.contains(.body) { score += 25 }
    if !element.hints.isDisjoint(with: [.frame, .comments, .aside]) { score -= 25 }
    return score
  }

  /// The outermost elements that hold the article, in document order.
  var elements: [Int] {
    guard let best = best else { return [] }
    let limit = limit(best)
    let top = widened(raised(best, limit), limit)
    return leads(of: top) + withSiblings(top, limit)
  }

  /// The smallest element around the best one and the title: an article seldom reaches beyond it.
  private func limit(_ best: Int) -> Int? {
    guard let anchor else { return nil }
    return ([best] + ancestors(of: best)).first { tree.isInside(anchor.element, $0) }
  }

  private var best: Int? {
    if let marked = marked { return marked }
    return scores.indices.max { (scores[$0], $1) < (scores[$1], $0) }.flatMap { scores[$0] > 0 ? $0 : nil }
  }

  /// What schema.org's vocabulary marks as the body, where that is most of the page's prose.
  private var marked: Int? {
    let found = tree.elements.indices.filter { tree.elements[$0].hints.contains(.marked) && !frame.isOutside[$0] }
    guard let largest = found.max(by: { tree.elements[$0].prose < tree.elements[$1].prose }) else { return nil }
    return tree.elements[largest].prose * 2 >= frame.prose ? largest : nil
  }

  /// The element, or one around it that holds more of the article: where three of the best meet, and while the score
  /// grows.
  private func raised(_ best: Int, _ limit: Int?) -> Int {
    var top = best
    let rivals = scores.indices.filter { $0 != best && scores[$0] >= scores[best] * 0.75 }
      .sorted { scores[$0] > scores[$1] }.prefix(5)
    func isBeyond(_ outer: Int) -> Bool { limit.map { outer < $0 } ?? false }
    for outer in ancestors(of: best) where tree.elements[outer].tag != .body && !isBeyond(outer) {
      if rivals.count(where: { tree.isInside($0, outer) && $0 != outer && !tree.isInside(best, $0) }) >= 3 {
        top = outer
        break
      }
    }
    var last = scores[top]
    let floor = last / 3
    for outer in ancestors(of: top) {
      if isBeyond(outer) || tree.elements[outer].tag == .body || scores[outer] < floor && scores[outer] != 0 { break }
      if scores[outer] > last {
        top = outer
        break
      }
      if scores[outer] != 0 { last = scores[outer] }
    }
    while let outer = ancestors(of: top).first(where: { _ in true }), tree.elements[outer].tag != .body,
      tree.elements[outer].blockChildren == 1, tree.elements[outer].ownBlocks == 0
    {
      top = outer
    }
    return top
  }

  /// The outermost element around it that adds little else than prose: an article that is cut into parts.
  private func widened(_ top: Int, _ limit: Int?) -> Int {
    var top = top
    let kinds = Set(tree.blocks.filter { $0.isProse && tree.isInside($0.element, top) }.map { tree.kind(of: $0) })
    for outer in ancestors(of: top) {
      let (more, all) = (prose[outer] - prose[top], size[outer] - size[top])
      let isArticle = tree.elements[outer].tag == .article
      // One paragraph more, on the way to the page's own box, is a note on cookies as often as not.
      guard more >= (isArticle ? 1 : max(400, prose[top] / 5)) else { continue }
      guard more * 10 >= all * (isArticle ? 6 : 8) else { continue }
      if let limit, outer < limit {
        // Beyond, only what looks as the article does.
        let others = tree.blocks.filter {
          $0.isProse && tree.isInside($0.element, outer) && !tree.isInside($0.element, top)
            && !frame.isOutside[$0.element]
        }
        guard others.allSatisfy({ kinds.contains(tree.kind(of: $0)) }) else { break }
      }
      top = outer
    }
    return top
  }

  /// What stands between the page's title and the article in boxes of their own: standfirsts, first paragraphs.
  private func leads(of top: Int) -> [Int] {
    guard let title = tree.elements[..<top].lastIndex(where: { $0.tag == .title }) else { return [] }
    return ancestors(of: top).dropFirst().prefix(2).reversed().flatMap { outer in
      tree.elements.indices[(outer + 1)..<top].filter { index in
        let element = tree.elements[index]
        return element.parent == outer && index > title && !tree.isInside(top, index) && !frame.isOutside[index]
          && prose[index] > 0 && prose[index] * 10 >= size[index] * 7 && element.linkShare < 0.25
      }
    }
  }

  private func ancestors(of element: Int) -> some Sequence<Int> {
    sequence(first: tree.elements[element].parent) { tree.elements[$0].parent }.lazy.prefix { $0 >= 0 }
  }

  /// The siblings that belong to the article as well: those with a score near the best one's, and paragraphs of prose.
  private func withSiblings(_ top: Int, _ limit: Int?) -> [Int] {
    let parent = tree.elements[top].parent
    guard parent >= 0 else { return [top] }
    let threshold = max(10, scores[top] * 0.2)
    return tree.elements.indices[(parent + 1)..<tree.elements[parent].end].filter { index in
      let element = tree.elements[index]
      guard element.parent == parent else { return false }
      if index == top { return true }
      guard !frame.isOutside[index] else { return false }
      if let limit, parent < limit, index > top, element.className != tree.elements[top].className { return false }
      let isAlike = element.className != 0 && element.className == tree.elements[top].className
      if scores[index] + (isAlike ? scores[top] * 0.2 : 0) >= threshold { return true }
      if index < top, prose[index] > 0, prose[index] * 10 >= size[index] * 7 { return element.linkShare < 0.25 }
      // An article may be a paragraph beside the best of its boxes, or lie in several elements of that name.
      let isOfKind = element.tag == .paragraph || element.tag == .article && tree.elements[top].tag == .article
      return isOfKind && prose[index] > 0 && prose[index] * 10 >= size[index] * 7 && element.linkShare < 0.25
    }
  }
}
