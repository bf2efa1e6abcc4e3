import CXML
import DictumKit

/// The article of a web page, read by libxml2: its headings and paragraphs, a blank line between them, without the page's
/// frame (menus, links to other articles, captions, comments, legal lines).
///
/// Blocks are judged by their length and the part of it that is links, and by their neighbours, after Kohlschütter et al.
/// 2010, "Boilerplate Detection using Shallow Text Features".
struct HTMLArticle {
  private(set) var text = ""
  private(set) var metadata = Metadata()

  /// - Parameter bytes: the page as UTF-8.
  init(_ bytes: [UInt8]) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    let page = bytes.withUnsafeBytes { raw in
      raw.withMemoryRebound(to: CChar.self) {
        htmlReadMemory($0.baseAddress, Int32(clamping: $0.count), nil, "UTF-8", Int32(options))
      }
    }
    guard let page else { return }
    defer { xmlFreeDoc(page) }
    guard let root = xmlDocGetRootElement(page) else { return }
    let head = HTMLHead(HTMLNode(root))
    metadata = head.metadata
    var collector = HTMLBlocks()
    collector.collect(Self.body(of: HTMLNode(root)))
    let blocks = collector.blocks
    let kept = Self.kept(blocks)
    let title = blocks.first { $0.kind == .title }?.text
    if metadata.title == nil { metadata.title = title }
    text = kept.map(\.text).joined(separator: "\n\n") + (kept.isEmpty ? "" : "\n")
  }

  /// The element that holds the article: what is marked as its body, or the longest `article`, or `main`, or the page.
  private static func body(of root: HTMLNode) -> HTMLNode {
    var marked: [HTMLNode] = []
    var articles: [HTMLNode] = []
    var mains: [HTMLNode] = []
    for node in root.descendants where node.isElement {
      if node.attribute("itemprop") == "articleBody" { marked.append(node) }
      if node.name == "article" { articles.append(node) }
      if node.name == "main" || node.attribute("role") == "main" { mains.append(node) }
    }
    for candidates in [marked, articles, mains] {
      let longest = candidates.max { $0.letterCount < $1.letterCount }
      if let longest, longest.letterCount >= 250 { return longest }
    }
    return root
  }

  /// The blocks that are text of the article.
  private static func kept(_ blocks: [HTMLBlocks.Block]) -> [HTMLBlocks.Block] {
    let isGood = blocks.map { $0.isLikelyText }
    guard isGood.contains(true) else { return blocks.filter { $0.linkShare < 0.34 } }
    return blocks.indices.filter { index in
      let block = blocks[index]
      if isGood[index] { return true }
      guard block.linkShare < 0.34 else { return false }
      let hasGoodNext = blocks.indices.contains(index + 1) && isGood[index + 1]
      let hasGoodPrevious = index > 0 && isGood[index - 1]
      switch block.kind {
      case .title: return true
      case .heading: return hasGoodNext
      // A short paragraph is an article's when text stands on both sides: "Then he left."
      case .paragraph: return hasGoodPrevious && hasGoodNext || hasGoodPrevious && block.endsSentence
      case .item: return hasGoodPrevious && hasGoodNext && block.endsSentence
      }
    }.map { blocks[$0] }
  }
}
