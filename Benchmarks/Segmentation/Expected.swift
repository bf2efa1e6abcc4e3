/// What the stage finds in the benchmark's text; to be renewed when rules or weights change on purpose.
enum Expected {
  static let results: [Int: (sentences: Int, digest: UInt64)] = [
    1: (8827, 18_057_643_624_140_230_542),
    10: (88270, 6_371_555_978_352_819_891),
    100: (882_700, 8_739_143_856_415_214_621),
  ]
}
