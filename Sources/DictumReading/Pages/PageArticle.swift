import DictumKit

/// The article of a web page: its headings and paragraphs, a blank line between them, without the page's frame (menus,
/// links to other articles, captions, comments, legal lines); and what the page says of it.
struct PageArticle {
  private(set) var text = ""
  private(set) var metadata = Metadata()

  /// A text with fewer bytes than this sends the search back to the whole page.
  private static let least = 250
  private static let leastAtTitle = 100

  /// - Parameter bytes: the page as UTF-8.
  init(_ bytes: [UInt8]) {
    let read = PageParser.parse(bytes) { root in
      var about = PageMetadata(root)
      let tree = PageTree(root)
      about.complete(with: PageVicinity(tree, PageAnchor(tree, title: about.metadata.title ?? "")))
      return (text: Self.text(of: root, tree, about), metadata: about.metadata)
    }
    guard let read else { return }
    text = read.text
    metadata = read.metadata
  }

  /// The first of the searches that finds enough; else what the most was found by.
  private static func text(of root: MarkupNode, _ tree: PageTree, _ about: PageMetadata) -> String {
    var best = searched(tree, about.metadata)
    if !best.isEnough || !best.isAnchored {
      // What a page shows without scripts, or once they have run.
      for other in [PageTree(root, withNoscript: true), PageTree(root, withNoscript: true, withHidden: true)] {
        let found = searched(other, about.metadata)
        let isAtTitle = found.isAnchored && !best.isAnchored && found.text.prose >= leastAtTitle
        if isAtTitle || !best.isEnough && found.text.prose > best.text.prose * 2 { best = found }
        if best.isEnough, best.isAnchored { break }
      }
    }
    let body = about.body ?? ""
    if body.utf8.count >= leastAtTitle, best.text.coverage(of: body) < 0.5 { return body }
    if !best.isEnough, !best.isAnchored || best.text.prose < leastAtTitle {
      let whole = PageText(whole: tree)
      if whole.prose > best.text.prose * 4 { return whole.text }
    }
    return best.text.text
  }

  private struct Found {
    let text: PageText
    /// Whether it is as much as an article has.
    let isEnough: Bool
    /// Whether the title stands by it.
    let isAnchored: Bool
  }

  /// The article of a tree, by all that hints at it, or else by the elements' names alone.
  private static func searched(_ tree: PageTree, _ about: Metadata) -> Found {
    let title = about.title ?? ""
    let anchor = PageAnchor(tree, title: title)
    let cards = PageCards(tree)
    var best: PageText?
    for (usesHints, shape) in [(true, cards), (false, cards), (false, nil)] {
      let frame = PageFrame(tree, usesHints: usesHints, anchor: anchor, cards: shape)
      let found = PageText(tree, frame, title: title, author: about.author, anchor: anchor)
      // A few lines more are not worth what a frame would bring in.
      if found.prose > (best?.prose ?? 0) * 3 { best = found }
      guard let best else { continue }
      // A short text is an article where it stands by the title and names hide nothing of it.
      let isShort = anchor != nil && !usesHints && shape != nil && best.prose >= leastAtTitle
      if isShort || best.prose >= least && (anchor != nil || best.prose * 4 >= frame.prose) {
        return Found(text: best, isEnough: best.prose >= least, isAnchored: anchor != nil)
      }
    }
    return Found(text: best ?? PageText(whole: tree), isEnough: false, isAnchored: anchor != nil)
  }
}
