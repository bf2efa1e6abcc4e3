import DictumKit

/// Lines that a site puts into an article: links to others, picture credits, pleas to subscribe. Nobody states anything
/// there.
struct Boilerplate {
  private static let openings = [
    "also read", "read also", "read more", "read:", "read next", "related:", "related stories", "see also", "watch:",
    "watch more", "more:", "photo:", "photos:", "photo by", "photograph:", "image:", "image credit", "picture:",
    "(photo",
    "credit:", "caption:", "file photo", "advertisement", "sign up", "subscribe", "follow us", "click here",
    "share this",
    "more from", "don't miss", "don’t miss", "you may also like", "recommended",
  ]

  private let spans: [Span]

  init(_ document: Document) {
    spans = document[.sentences].map(\.span).filter { span in
      let start = document.text.bytes[span.start..<min(span.end, span.start + 24)]
      let opening = String(decoding: start, as: UTF8.self).lowercased()
      return Self.openings.contains { opening.hasPrefix($0) }
    }
  }

  /// Whether a statement's content stands in such a line.
  func holds(_ quote: Quote) -> Bool {
    guard !spans.isEmpty, let extent = quote.extent else { return false }
    let place = spans.partitioningIndex { $0.end > extent.start }
    return place < spans.count && spans[place].start <= extent.start
  }
}
