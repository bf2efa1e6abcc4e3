/// Where a page shows the title of its article: what the article is stands near it, and behind it.
struct PageAnchor {
  /// The block, and the element that holds it.
  let block: Int
  let element: Int

  /// The heading that says the title, or the only one of the first rank; nil where neither is there.
  init?(_ tree: PageTree, title: String) {
    let wanted = Self.letters(title)
    var best: (block: Int, rank: Int)?
    var ranked: [Int] = []
    for (index, block) in tree.blocks.enumerated() where block.size >= 8 && block.size < 400 {
      if block.tag == .title { ranked.append(index) }
      guard !wanted.isEmpty, block.text.unicodeScalars.first != nil, Self.letters(block.text) == wanted else {
        continue
      }
      let rank = block.tag == .title ? 3 : block.isHeading ? 2 : block.linkShare < 0.5 ? 1 : 0
      if rank > best?.rank ?? 0 { best = (index, rank) }
    }
    if let best {
      block = best.block
    } else if ranked.count == 1, let only = ranked.first, tree.blocks[only].linkShare < 0.5 {
      block = only
    } else {
      return nil
    }
    element = tree.blocks[block].element
  }

  private static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}
