internal import DictumKit

/// Receives the features of a gap, one number each.
protocol FeatureSink {
  /// Takes one feature; `hash` is spread over 32 bits.
  mutating func add(_ hash: UInt32)
}

/// What the classifier looks at: the words and marks on both sides of a gap, alone and in pairs.
///
/// After Gillick 2009 ("Sentence Boundary Detection and the Problem with the U.S."), widened to gaps without a full
/// stop, to closing marks and to what is open at the gap.
enum BoundaryFeatures {
  /// Hands the features of `gap` to `sink`.
  @inline(__always)
  static func extract(
    _ place: BoundaryPlace,
    _ gap: Gap,
    isSuppressed: Bool,
    into sink: inout some FeatureSink
  ) {
    let (ending, state, length) = (place.ending, place.state, place.length)
    let (word, before, right, next, first) = (place.word, place.before, place.right, place.next, place.first)
    let open: UInt32 = (gap.open.isQuote ? 1 : 0) | (gap.open.brackets > 0 ? 2 : 0)
    let icu: UInt32 = gap.isICUBreak ? isSuppressed ? 1 : 2 : 0

    sink.add(1, state, UInt32(gap.space.rawValue))
    sink.add(2, state, right.shape, icu)
    sink.add(3, ending, word.hash)
    sink.add(4, state, right.hash, right.shape)
    sink.add(5, state, word.shape, right.shape)
    sink.add(6, ending, BoundaryPlace.bucket(word.length) << 8 | word.shape, right.shape)
    sink.add(7, ending, word.hash, right.shape)
    sink.add(8, ending, right.hash, word.shape << 8 | right.shape)
    sink.add(9, ending, before.shape << 8 | word.shape, right.shape)
    sink.add(10, state, right.shape << 8 | next.shape, word.shape)
    sink.add(11, ending, next.hash, right.shape)
    sink.add(12, ending, length, right.shape)
    sink.add(13, state, open, right.shape)
    sink.add(14, state, icu, word.shape)
    sink.add(15, ending, first.hash, length)
    sink.add(16, ending, before.hash, right.shape)
    sink.add(17, ending, word.hash, right.hash)
    sink.add(18, ending, first.shape << 8 | right.shape, length)
    sink.add(19, ending, before.hash, word.hash)
    sink.add(20, ending, right.hash, next.hash)
    sink.add(21, state, UInt32(gap.space.rawValue) << 8 | right.shape, open << 8 | length)
    sink.add(22, ending, before.shape << 8 | word.shape, right.shape << 8 | next.shape)
  }

  /// A feature's number: its template's and its values', spread over 32 bits.
  @inline(__always)
  static func mix(_ template: UInt32, _ one: UInt32, _ two: UInt32, _ three: UInt32) -> UInt32 {
    var hash = (template &* 0x9E37_79B1 &+ one) &* 0x85EB_CA6B
    hash = (hash ^ hash >> 15 &+ two) &* 0xC2B2_AE35
    hash = (hash ^ hash >> 13 &+ three) &* 0x27D4_EB2F
    return hash ^ hash >> 15
  }
}
