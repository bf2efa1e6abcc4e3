import DictumKit
import Glibc

/// The texts that are timed: a folder's, or paragraphs written for this benchmark and varied by a fixed rule.
struct Corpus: Sendable {
  struct Text: Sendable {
    var bytes: [UInt8]
    var sentences: [TextSpan]
  }

  let texts: [Text]

  init(_ options: Options) throws(DictumError) {
    guard let folder = options.texts else {
      texts = Self.written()
      return
    }
    guard let directory = opendir(folder) else {
      throw DictumError(.fileNotFound, "\(folder): \(String(cString: strerror(errno)))")
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".txt") { names.append(name) }
    }
    texts = names.sorted().compactMap { name in
      Self.read(folder + "/" + name).map { Text(bytes: $0, sentences: Self.sentences($0)) }
    }
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return try? SourceText(validating: bytes).bytes
  }

  /// Sentences by a plain rule; what is timed is the encoder.
  private static func sentences(_ bytes: [UInt8]) -> [TextSpan] {
    var spans: [TextSpan] = []
    var start = 0
    for (index, byte) in bytes.enumerated() {
      let ends = byte == 0x0A || ((byte == 0x2E || byte == 0x3F) && index + 1 < bytes.count && bytes[index + 1] == 0x20)
      if ends, index >= start {
        spans.append(TextSpan(start: start, end: index + 1))
        start = index + 1
      }
    }
    if start < bytes.count { spans.append(TextSpan(start: start, end: bytes.count)) }
    return spans
  }

  private static func written() -> [Text] {
    let people = ["Maria Oduya", "Senator Halvorsen", "Tomás Iglesias", "Ms Nakagawa", "the prime minister", "Dr Reed"]
    let places = ["Tallinn", "the capital", "Port Harcourt", "São Paulo", "the border region", "Lyon"]
    let things = ["the water bill", "a new tariff", "the ceasefire", "the budget", "school meals", "the merger"]
    let frames = [
      "{p} said on Tuesday that {t} would not pass before the summer, and that nobody in {l} expected otherwise.",
      "“We have waited eleven years for {t},” {p} told reporters in {l}.",
      "Critics of {t} point to {l}, where costs rose by 14.5 percent within a single quarter.",
      "According to {p}, officials had already agreed on the terms.",
      "The vote is due next week.",
      "In {l}, by contrast, {p} defended {t} as “the least bad of all options” and warned that a delay would hurt the "
        + "smallest firms first, since they can neither borrow nor wait.",
      "A spokesperson for {p} declined to comment on reports that talks about {t} had broken down near {l}.",
      "“Not once did they ask us,” she added.",
      "Whether {t} survives the committee is uncertain; two members from {l} have said that they will abstain.",
    ]
    var state: UInt64 = 2024
    func pick(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    return (0..<24).map { _ in
      var bytes: [UInt8] = []
      var sentences: [TextSpan] = []
      for number in 0..<24 {
        var rest = Substring(frames[pick(frames.count)])
        var sentence = ""
        while let open = rest.firstIndex(of: "{") {
          sentence += rest[..<open]
          let letter = rest[rest.index(after: open)]
          let words = letter == "p" ? people : letter == "t" ? things : places
          sentence += words[pick(words.count)]
          rest = rest[rest.index(open, offsetBy: 3)...]
        }
        sentence += rest
        let start = bytes.count
        bytes += Array(sentence.utf8)
        sentences.append(TextSpan(start: start, end: bytes.count))
        bytes += Array((number % 5 == 4 ? "\n\n" : " ").utf8)
      }
      return Text(bytes: bytes, sentences: sentences)
    }
  }
}
