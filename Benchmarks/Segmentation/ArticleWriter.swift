/// Writes English text of any length from patterns; the same bytes at every call.
enum ArticleWriter {
  /// Text of at least `byteCount` bytes that ends with a blank line.
  static func text(byteCount: Int) -> [UInt8] {
    var random: UInt64 = 42
    func pick(_ list: [String]) -> String {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return list[Int((random >> 33) % UInt64(list.count))]
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount + 2000)
    var paragraph = 0
    while bytes.count < byteCount {
      if paragraph % 7 == 0 { bytes += Array((pick(headings) + "\n\n").utf8) }
      for index in 0..<(2 + paragraph % 4) {
        if index > 0 { bytes.append(0x20) }
        var sentence = pick(patterns)
        for (slot, words) in slots {
          while let range = sentence.firstRange(of: slot) { sentence.replaceSubrange(range, with: pick(words)) }
        }
        bytes += Array(sentence.utf8)
      }
      bytes += [0x0A, 0x0A]
      paragraph += 1
    }
    return bytes
  }

  private static let headings = [
    "Talks resume after a long winter", "Harbour plan divides the council", "What the new figures say",
  ]
  private static let patterns = [
    "The minister of @thing met @name on @day to discuss the @adjective @thing that had been @verb for months.",
    "“We cannot accept this @thing,” @name said, adding that the @adjective @thing hadn’t been @verb since 1998.",
    "@name, who leads the @thing committee in @place, @verb the report at 9:30 a.m. and left without a word.",
    "According to figures from the U.S. Department of @place, @number people were @verb in the first quarter.",
    "It is a @adjective question, and nobody at the @thing office seems willing to answer it in public!",
    "\"Is that all?\" asked @name, a resident of @place whose house was @verb by the flood in March.",
    "The company – a @adjective maker of @thing parts – said that sales rose 4.5 percent to $@number million.",
    "Others disagree; they point to the @adjective state of the @thing, which they've @verb again and again.",
    "In @place the café owners’ association expects a @adjective season after two years of @thing trouble...",
    "Dr. @name didn't reply to a request for comment, but a spokesperson for St. Mary's in @place did.",
  ]
  private static let slots: [(String, [String])] = [
    (
      "@name",
      [
        "Maria Keller", "J. R. Okafor", "Mr. Tanaka", "Secretary Lindqvist", "Anne-Marie Dubois", "Gov. Ruiz",
        "Samuel P. Whitfield", "her deputy",
      ]
    ),
    ("@place", ["Norwich", "the northern islands", "Ohio", "São Paulo", "New Zealand", "Port Harcourt", "Lyon"]),
    ("@thing", ["water", "trade agreement", "bridge", "housing", "climate fund", "school", "engine", "border"]),
    ("@adjective", ["long", "controversial", "well-known", "new", "remarkably complex", "quiet", "joint"]),
    ("@verb", ["delayed", "debated", "praised", "signed and sealed", "criticised", "built", "set aside"]),
    ("@day", ["Monday", "Tuesday evening", "Jan. 14", "the second day of the summit", "Friday"]),
    ("@number", ["12,400", "3.7", "980", "1,250,000", "42"]),
  ]
}
