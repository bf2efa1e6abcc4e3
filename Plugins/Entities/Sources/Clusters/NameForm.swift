import DictumEnglish
import DictumKit

/// A name as clustering compares it.
struct NameForm {
  /// A name of more words is none; the others are not compared.
  private static let mostWords = 32

  /// As it stands in the text, white space folded.
  let text: String
  /// Lower-case words without possessive endings, full stops and leading articles.
  let words: [String]
  let type: EntityType

  init(_ text: String, _ type: EntityType) {
    self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.type = type
    var words = text.lowercased()
      .split { $0.isWhitespace || $0 == "-" || $0 == "," }
      .map { Self.plain($0) }
      .filter { !$0.isEmpty }
    words = Array(words.prefix(Self.mostWords))
    if words.count > 1, words[0] == "the" { words.removeFirst() }
    if type == .person { while words.count > 1, WordList.titles.contains(words[0]) { words.removeFirst() } }
    self.words = words
  }

  private static func plain(_ word: Substring) -> String {
    var word = word.filter { $0 != "." && $0 != "(" && $0 != ")" }
    for ending in ["'s", "’s"] where word.hasSuffix(ending) { word.removeLast(2) }
    return String(word)
  }

  /// What equal names share.
  var key: String { words.joined(separator: " ") }

  /// The letters and digits that an acronym may have.
  private static let acronym = 2...8

  /// Whether the name is written like an acronym: “ROK”, “U.S.”, “G7”.
  var isAcronym: Bool {
    let letters = text.filter { $0 != "." }
    return Self.acronym.contains(letters.count) && words.count == 1
      && letters.allSatisfy { $0.isUppercase || $0.isNumber } && letters.contains { $0.isUppercase }
  }

  /// The first letters of the words, with and without the small ones.
  var initials: Set<String> {
    let all = words.compactMap(\.first).map(String.init).joined()
    let strong = words.filter { !WordList.nameParticles.contains($0) }.compactMap(\.first).map(String.init).joined()
    return [all, strong]
  }

  /// A person's names without initials: what a later, shorter mention may use.
  var personNames: [String] { words.filter { $0.count > 1 } }
}
