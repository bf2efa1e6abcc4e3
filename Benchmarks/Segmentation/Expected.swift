/// What the stage finds in the benchmark's text; to be renewed when rules or weights change on purpose.
enum Expected {
  static let results: [Int: (sentences: Int, digest: UInt64)] = [
    1: (8932, 11_742_953_235_943_899_060),
    10: (89320, 5_425_283_186_358_129_954),
    100: (893_200, 10_549_773_878_581_250_617),
  ]
}
