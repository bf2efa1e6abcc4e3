import DictumEnglish
import DictumKit

/// Lines that a site puts into an article, as plain text has them: links to others and the boxes of such links, captions with
/// the picture’s maker, who edited it, notes of corrections, pleas to subscribe. Nobody states anything there.
struct SiteLines {
  /// Longer lines are text.
  private static let longestCaption = 400
  private static let longestHeading = 140
  private static let longestHeadline = 160
  private static let creditReach = 60

  /// In text order.
  private let spans: [TextSpan]

  init(_ text: SourceText) {
    var spans: [TextSpan] = []
    var isInBox = false
    var start = 0
    for end in text.bytes.indices where text.bytes[end] == 0x0A {
      Self.judge(TextSpan(start: start, end: end), in: text, &isInBox, &spans)
      start = end + 1
    }
    Self.judge(TextSpan(start: start, end: text.count), in: text, &isInBox, &spans)
    self.spans = spans
  }

  /// Whether a statement’s content begins in such a line.
  func hold(_ quote: Quote) -> Bool {
    guard let start = quote.extent?.start else { return false }
    let place = spans.partitioningIndex { $0.end > start }
    return place < spans.count && spans[place].start <= start
  }

  private static func judge(_ line: TextSpan, in text: SourceText, _ isInBox: inout Bool, _ spans: inout [TextSpan]) {
    let bytes = text.bytes[line.range]
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else {
      return
    }
    let length = last + 1 - first
    if length <= longestHeading, WordList.siteBoxes.contains(plain(bytes[first...last]).trimmingColon) {
      isInBox = true
    } else if isInBox {
      isInBox = length <= longestHeadline && ![0x21, 0x22, 0x2E, 0x3F, 0x9D].contains(bytes[last])
    }
    if isInBox || begins(bytes[first...last]) || endsAsCaption(bytes[first...last]) { spans.append(line) }
  }

  private static func begins(_ line: ArraySlice<UInt8>) -> Bool {
    let opening = plain(line.drop { [0x28, 0x2A, 0x2D, 0x3E, 0x5B].contains($0) || $0 == 0x20 }.prefix(40))
    return WordList.siteLines.words.contains { words in
      guard opening.hasPrefix(words) else { return false }
      let next = opening.dropFirst(words.count).first
      return words.hasSuffix(":") || !(next?.isLetter ?? false)
    }
  }

  private static func endsAsCaption(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= longestCaption, let last = line.last, ![0x21, 0x22, 0x3F].contains(last) else { return false }
    let ending = plain(line.suffix(creditReach))
    return WordList.pictureCredits.words.contains { credit in
      // “…, courtesy of the museum, he said.” is text.
      guard let place = ending.firstRange(of: credit) else { return false }
      return last != UInt8(ascii: ".") && !ending[place.upperBound...].contains(",")
    }
  }

  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased().replacing("’", with: "'")
  }
}

extension String {
  /// Without a colon at the end.
  fileprivate var trimmingColon: String { hasSuffix(":") ? String(dropLast()) : self }
}
