import DictumKit

/// What an article calls people besides their names: "Foreign Minister of Japan" from "Foreign Minister of Japan Hayashi".
///
/// A word before the name is a role when the article also uses it without the name: as a common word ("the minister
/// said"), or on its own before a short one ("Minister for Foreign Affairs"). That tells titles from first names in any
/// language.
struct Roles {
  private let document: Document
  private let mentions: [String: [Mention]]
  /// Words that the text uses in lower case, and those that a short word in lower case follows.
  private let common: Set<String>

  init(_ document: Document) {
    self.document = document
    mentions = Dictionary(grouping: document[.mentions].filter { $0.entity != nil }) { $0.entity ?? "" }
    let words = document.text[document.text.span].split { !($0.isLetter || $0.isNumber) }
    var common = Set(words.filter { $0.first?.isLowercase ?? false }.map(String.init))
    for (word, next) in zip(words, words.dropFirst()) where next.count <= 3 && next.first?.isLowercase ?? false {
      common.insert(word.lowercased())
    }
    self.common = common
  }

  /// The longest role; nil when there is none, and for what is not a person.
  func role(of entity: Entity) -> String? {
    guard entity.type == .person else { return nil }
    let called = (mentions[entity.id] ?? []).map { document.text[$0.span] } + entity.aliases
    return called.compactMap { role(in: $0, name: entity.name) }.max { $0.count < $1.count }
  }

  private func role(in called: String, name: String) -> String? {
    let names = Set(name.split(separator: " "))
    let words = called.split(separator: " ", maxSplits: 12)
    guard let first = words.firstIndex(where: { names.contains($0) }), first > 0, first < 9 else { return nil }
    let before = words[..<first]
    // In "Foreign Minister of Japan Hayashi" the word before the name says nothing; that there is a common one does.
    guard let last = before.last, before.count > 2 || common.contains(last.lowercased()),
      before.contains(where: { common.contains($0.lowercased()) })
    else { return nil }
    return before.joined(separator: " ")
  }
}
