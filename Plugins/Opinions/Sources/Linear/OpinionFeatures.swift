package import DictumLinear

/// What the linear models know of a passage: one row of features a question.
///
/// Stance toward a span has words to the left and to the right of the target apart, as in Jiang et al., “Target-dependent
/// Twitter Sentiment Classification” (ACL 2011), and words near the target by side and distance.
package enum OpinionFeatures {
  /// The kinds of features; the numbers are part of the model's format.
  private enum Template: UInt64 {
    case word = 1, sideWord, pair, sidePair, triple, near, far, cluster, sideCluster, nearCluster
    case nextTo, twoNextTo, threeNextTo, target, length, place, bias
    case topic, shared, sharedCount, topicWord, topicCluster
  }

  /// Adds a row: the stance of a sentence toward some of its words.
  package static func stance(
    toward target: Range<Int>,
    of sentence: Range<Int>,
    in words: OpinionWords,
    to rows: inout FeatureRows
  ) {
    let left = sentence.lowerBound..<max(sentence.lowerBound, target.lowerBound)
    let right = min(target.upperBound, sentence.upperBound)..<sentence.upperBound
    add(words, left, side: 1, to: &rows)
    add(words, right, side: 2, to: &rows)
    for distance in 1...6 {
      let template: Template = distance < 4 ? .near : .far
      for (place, range, side) in [(left.upperBound - distance, left, 1), (right.lowerBound + distance - 1, right, 2)]
      where range.contains(place) {
        feature(template, words.hashes[place], side: UInt64(side), to: &rows)
        if distance < 4 { feature(.nearCluster, cluster(words, place), side: UInt64(side), to: &rows) }
      }
    }
    for (count, template) in [(1, Template.nextTo), (2, .twoNextTo), (3, .threeNextTo)] {
      feature(template, joined(words, left.suffix(count)), side: 1, to: &rows)
      feature(template, joined(words, right.prefix(count)), side: 2, to: &rows)
    }
    for place in target { feature(.target, words.hashes[place], to: &rows) }
    number(.length, min(6, (left.count + right.count) / 6), to: &rows)
    number(.place, min(4, left.count / 4), to: &rows)
    number(.bias, 0, to: &rows)
    rows.endToken()
  }

  /// Adds a row: the polarity of some words.
  package static func polarity(of range: Range<Int>, in words: OpinionWords, to rows: inout FeatureRows) {
    add(words, range, side: 0, to: &rows)
    number(.length, min(6, range.count / 6), to: &rows)
    number(.bias, 0, to: &rows)
    rows.endToken()
  }

  /// Adds a row: the stance of a statement toward a text of its own.
  package static func stance(
    of ranges: [Range<Int>],
    in words: OpinionWords,
    towardText topic: OpinionWords,
    to rows: inout FeatureRows
  ) {
    var shared = 0
    let topicHashes = Set(topic.hashes)
    for range in ranges {
      add(words, range, side: 0, to: &rows)
      for place in range where topicHashes.contains(words.hashes[place]) {
        shared += 1
        feature(.shared, signed(words, place), to: &rows)
        if place > range.lowerBound { feature(.near, signed(words, place - 1), side: 1, to: &rows) }
        if place + 1 < range.upperBound { feature(.near, signed(words, place + 1), side: 2, to: &rows) }
      }
      // What is said against how the text is put: “harmful” beside “ban”.
      for place in range {
        for other in topic.hashes.indices {
          feature(.topicCluster, cluster(words, place), with: cluster(topic, other), to: &rows)
          feature(.topic, signed(words, place), with: topic.hashes[other], to: &rows)
        }
      }
    }
    for place in topic.hashes.indices { feature(.topicWord, signed(topic, place), to: &rows) }
    number(.sharedCount, min(5, shared), to: &rows)
    number(.bias, 0, to: &rows)
    rows.endToken()
  }

  private static func add(_ words: OpinionWords, _ range: Range<Int>, side: UInt64, to rows: inout FeatureRows) {
    for place in range {
      let word = signed(words, place)
      let group = cluster(words, place)
      feature(.word, word, to: &rows)
      feature(.cluster, group, to: &rows)
      if side > 0 {
        feature(.sideWord, word, side: side, to: &rows)
        feature(.sideCluster, group, side: side, to: &rows)
      }
      guard place + 1 < range.upperBound else { continue }
      let next = words.hashes[place + 1]
      feature(.pair, word, with: next, to: &rows)
      if side > 0 { feature(.sidePair, word.tagged(side), with: next, to: &rows) }
      guard place + 2 < range.upperBound else { continue }
      feature(.triple, words.hashes[place].tagged(1, with: next), with: words.hashes[place + 2], to: &rows)
    }
  }

  /// A word, apart where it is negated.
  private static func signed(_ words: OpinionWords, _ place: Int) -> FeatureHash {
    words.isNegated[place] ? words.hashes[place].tagged(1) : words.hashes[place]
  }

  private static func cluster(_ words: OpinionWords, _ place: Int) -> FeatureHash {
    let fine = UInt64(words.clusters[place] & 0xFFFF)
    return FeatureHash(value: fine &* 2 &+ (words.isNegated[place] ? 1 : 0))
  }

  private static func joined(_ words: OpinionWords, _ range: Range<Int>) -> FeatureHash {
    range.reduce(FeatureHash()) { $0.tagged(7, with: words.hashes[$1]) }
  }

  private static func feature(_ template: Template, _ hash: FeatureHash, side: UInt64 = 0, to rows: inout FeatureRows) {
    rows.hashes.append(hash.tagged(template.rawValue * 4 + side))
  }

  private static func feature(
    _ template: Template,
    _ hash: FeatureHash,
    with other: FeatureHash,
    to rows: inout FeatureRows
  ) {
    rows.hashes.append(hash.tagged(template.rawValue * 4, with: other))
  }

  private static func number(_ template: Template, _ value: Int, to rows: inout FeatureRows) {
    rows.hashes.append(FeatureHash(value: UInt64(value)).tagged(template.rawValue * 4 + 3))
  }
}
