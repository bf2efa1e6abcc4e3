package import DictumKit

/// Which mention a target is.
package struct TargetNames {
  /// A longer name is none.
  private static let longestName = 500

  private let mentions: [Mention]
  /// The longest mention’s bytes: how far back one may begin that reaches to a place.
  private let longest: Int

  /// - Parameter mentions: in text order.
  package init(_ mentions: [Mention]) {
    self.mentions = mentions
    longest = min(Self.longestName, mentions.reduce(0) { max($0, $1.span.count) })
  }

  /// The mention that ends where a target ends or holds its last word; of several the shortest. A name that is only the
  /// target’s modifier (“Swiss” of “Swiss cheese”) is none.
  package func mention(at target: TextSpan) -> Mention? {
    var index = mentions.partitioningIndex { $0.span.start >= target.start - longest }
    var best: Mention?
    while index < mentions.count, mentions[index].span.start < target.end {
      let mention = mentions[index]
      if mention.span.end >= target.end, mention.span.count < best?.span.count ?? .max { best = mention }
      index += 1
    }
    return best
  }
}
