/// What the stage finds in the benchmark's text; to be renewed when rules or weights change on purpose.
enum Expected {
  static let results: [Int: (sentences: Int, digest: UInt64)] = [
    1: (8818, 12_982_599_992_636_626_654),
    10: (88180, 13_453_180_871_184_505_404),
    100: (881_800, 2_500_887_046_684_591_793),
  ]
}
