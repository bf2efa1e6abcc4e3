import DictumKit

/// The article of a web page: its headings and paragraphs, a blank line between them, without the page's frame (menus,
/// links to other articles, captions, comments, legal lines); and what the page says of it.
struct PageArticle {
  private(set) var text = ""
  private(set) var metadata = Metadata()

  /// A text with fewer bytes than this sends the search back to the whole page.
  private static let least = 250

  /// - Parameter bytes: the page as UTF-8.
  init(_ bytes: [UInt8]) {
    let read = PageParser.parse(bytes) { root in
      let about = PageMetadata(root)
      return (text: Self.text(of: root, about), metadata: about.metadata)
    }
    guard let read else { return }
    text = read.text
    metadata = read.metadata
  }

  /// The first of the searches that finds enough; else what the most was found by.
  private static func text(of root: MarkupNode, _ about: PageMetadata) -> String {
    let tree = PageTree(root)
    let title = about.metadata.title ?? ""
    var best: PageText?
    for usesHints in [true, false] {
      let frame = PageFrame(tree, usesHints: usesHints)
      let found = PageText(tree, frame, title: title)
      // A few lines more are not worth what a frame would bring in.
      if found.prose > (best?.prose ?? 0) * 3 { best = found }
      if let best, best.prose >= least, best.prose * 4 >= frame.prose { return best.text }
    }
    let unscripted = PageText(unscripted: root, title: title)
    if unscripted.prose > (best?.prose ?? 0) * 2 { best = unscripted }
    let whole = PageText(whole: tree)
    if whole.prose > (best?.prose ?? 0) * 4 { best = whole }
    if let body = about.body, body.utf8.count > max(least, (best?.prose ?? 0) * 2) { return body }
    return (best ?? whole).text
  }
}

extension PageText {
  /// The article of a page with what it shows without scripts.
  fileprivate init(unscripted root: MarkupNode, title: String) {
    let tree = PageTree(root, withNoscript: true)
    self.init(tree, PageFrame(tree, usesHints: true), title: title)
  }
}
