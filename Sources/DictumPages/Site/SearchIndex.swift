import DictumJSON
import DictumKit

/// A static index over statements: words to statements, in so many small files that a search loads a few of them.
///
/// The files are scripts that hand their data to `dictum`, because a page that is read from a disk may load nothing else.
struct SearchIndex {
  private static let shards = 256
  private static let block = 500
  /// Words of more statements than this say nothing about any of them.
  private static let commonLimit = 20_000
  let parts: SiteParts

  /// The files, by path below the site's folder.
  func write(_ put: (String, [UInt8]) throws(DictumError) -> Void) throws(DictumError) {
    let count = parts.corpus.statements.count
    for first in stride(from: 0, to: count, by: Self.block) {
      let range = first..<min(count, first + Self.block)
      try put("data/statements-\(first / Self.block).js", statements(range))
    }
    var words: [String: [Int]] = [:]
    for index in parts.corpus.statements.indices {
      for word in self.words(of: index) { words[word, default: []].append(index) }
    }
    var common: [String] = []
    var shards = [[String]](repeating: [], count: Self.shards)
    for (word, places) in words {
      if places.count > Self.commonLimit { common.append(word) } else { shards[Self.shard(of: word)].append(word) }
    }
    for (number, shard) in shards.enumerated() {
      try put("data/words-\(number).js", self.shard(shard.sorted(), words, number))
    }
    try put("data/index.js", manifest(count, common.sorted()))
  }

  private func manifest(_ count: Int, _ common: [String]) -> [UInt8] {
    var json = JSONBuffer()
    json.openObject()
    for (name, value) in [("statements", count), ("block", Self.block), ("shards", Self.shards)] {
      json.key(name)
      json.integer(value)
    }
    json.key("common")
    json.openArray()
    for word in common { json.string(word) }
    json.closeArray()
    json.closeObject()
    return Self.call("index", json)
  }

  /// A block of statements, each `[article, key, speakers, cue, text]`, with the articles' titles and dates.
  private func statements(_ range: Range<Int>) -> [UInt8] {
    let corpus = parts.corpus
    var json = JSONBuffer()
    json.openObject()
    json.key("first")
    json.integer(range.lowerBound)
    json.key("articles")
    json.openObject()
    for article in Set(range.map { corpus.statements[$0].article }).sorted() {
      json.key("\(article)")
      json.openArray()
      json.string(corpus.articles[article].title.inert())
      json.string(corpus.articles[article].date?.text ?? "")
      json.string(SiteParts.path(article: article))
      json.closeArray()
    }
    json.closeObject()
    json.key("statements")
    json.openArray()
    for statement in corpus.statements[range] {
      json.layout("\n")
      json.openArray()
      json.integer(statement.article)
      json.string(statement.key)
      json.openArray()
      for speaker in statement.speakers {
        json.string(corpus.people[speaker].name.inert())
        json.string(parts.path(person: speaker) ?? "")
      }
      json.closeArray()
      json.string(statement.cue.inert())
      json.string(statement.text.inert())
      json.closeArray()
    }
    json.closeArray()
    json.closeObject()
    return Self.call("block", json)
  }

  /// Words with the statements that they stand in, each as the distance from the one before.
  private func shard(_ words: [String], _ places: [String: [Int]], _ number: Int) -> [UInt8] {
    var json = JSONBuffer()
    json.openObject()
    json.key("shard")
    json.integer(number)
    json.key("words")
    json.openObject()
    for word in words {
      json.key(word)
      json.openArray()
      var last = 0
      for place in places[word] ?? [] {
        json.integer(place - last)
        last = place
      }
      json.closeArray()
    }
    json.closeObject()
    json.closeObject()
    return Self.call("words", json)
  }

  private static func call(_ function: String, _ json: JSONBuffer) -> [UInt8] {
    Array("dictum.\(function)(".utf8) + json.bytes + Array(");\n".utf8)
  }

  private func words(of index: Int) -> Set<String> {
    let statement = parts.corpus.statements[index]
    let names = statement.speakers.map { parts.corpus.people[$0].name }
    return Self.words(([statement.text] + names).joined(separator: " "))
  }

  /// Runs of letters and digits in lower case; the page's script cuts a query in the same way.
  static func words(_ text: String) -> Set<String> {
    var words = Set<String>()
    var word = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isLetterOrNumber {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.insert(String(word.unicodeScalars.prefix(40)))
        word = ""
      }
    }
    if !word.isEmpty { words.insert(String(word.unicodeScalars.prefix(40))) }
    return words
  }

  /// The file in which a word lies: a hash (FNV-1a) of its first two characters, so that a beginning finds its words.
  static func shard(of word: String) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in String(String.UnicodeScalarView(word.unicodeScalars.prefix(2))).utf8 {
      hash = (hash ^ UInt32(byte)) &* 0x0100_0193
    }
    return Int(hash % UInt32(shards))
  }
}

extension Unicode.Scalar {
  /// The categories L and N, as `\p{L}` and `\p{N}` have them.
  fileprivate var isLetterOrNumber: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
