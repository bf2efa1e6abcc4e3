import DictumEnglish
import DictumKit

/// Lines that a site puts into an article: links to others, picture credits, pleas to subscribe. Nobody states anything
/// there.
struct Boilerplate {
  private let spans: [TextSpan]

  init(_ reading: Reading) {
    spans = reading.sentences.map(\.span).filter { span in
      let start = reading.text.bytes[span.start..<min(span.end, span.start + 24)]
      let opening = String(decoding: start, as: UTF8.self).lowercased().replacing("’", with: "'")
      return WordList.boilerplate.words.contains { opening.hasPrefix($0) }
    }
  }

  /// Whether a statement's content stands in such a line.
  func holds(_ quote: Quote) -> Bool {
    guard !spans.isEmpty, let extent = quote.extent else { return false }
    let place = spans.partitioningIndex { $0.end > extent.start }
    return place < spans.count && spans[place].start <= extent.start
  }
}
