internal import DictumKit

/// Words that go on after a time of day: “at 5 p.m. Tuesday”, “11 a.m. EST”.
enum TimeWords {
  private static let hashes = WordSet([
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "eastern", "pacific", "greenwich",
    "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "gmt", "bst", "cet", "cest", "utc",
    "ist", "jst",
  ])

  /// Whether the token is a day of the week or a time zone.
  static func contain(_ token: Piece, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    hashes.contains(WordHash.of(bytes, token.span.start, token.span.end))
  }
}
