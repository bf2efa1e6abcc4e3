import DictumKit

extension [Mention] {
  /// Mentions in text order, those of one type with nothing between them made one: “£” and “420m” are one sum.
  ///
  /// The tagger labels token by token and may begin a name twice within what a reader takes for one word.
  func joiningTouching() -> [Mention] {
    var joined: [Mention] = []
    for mention in self {
      if let last = joined.last, last.type == mention.type, last.span.end == mention.span.start {
        joined[joined.count - 1].span = last.span.union(mention.span)
        joined[joined.count - 1].confidence = Swift.min(last.confidence, mention.confidence)
      } else {
        joined.append(mention)
      }
    }
    return joined
  }
}
