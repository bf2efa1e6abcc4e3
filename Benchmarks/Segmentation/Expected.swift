/// What the stage finds in the benchmark's text; to be renewed when rules or weights change on purpose.
enum Expected {
  static let results: [Int: (sentences: Int, digest: UInt64)] = [
    1: (8843, 17_072_843_713_638_138_019),
    10: (88430, 15_224_108_917_712_443_547),
    100: (884_300, 12_421_701_626_351_420_305),
  ]
}
