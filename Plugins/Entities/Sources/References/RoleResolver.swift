import DictumKit

/// Finds roles that stand for the person who was introduced with them: “Foreign Minister of Japan Hayashi … The Foreign
/// Minister of Japan agreed.”
struct RoleResolver: Sendable {
  private static let links: Set<String> = ["of", "for", "and", "the", "&"]

  /// Roles as nominal mentions without ids, in text order.
  ///
  /// - Parameter names: the document's name mentions with their entities, in text order.
  func mentions(in document: Document, names: [Mention]) -> [Mention] {
    let tokens = document[.tokens]
    let words = Words(tokens, document.text)
    var people: [[String]: String] = [:]
    var found: [Mention] = []
    var name = 0
    var index = 0
    while index < tokens.count {
      while name < names.count, names[name].span.end <= tokens[index].span.start { name += 1 }
      guard words.isCapitalised(index), isRole(words.lowercased(index)) else {
        index += 1
        continue
      }
      let role = role(from: index, words)
      let key = role.map(words.lowercased)
      let next = names[name...].first { $0.span.start >= tokens[role.upperBound - 1].span.end }
      if let next, next.type == .person, isIntroduction(role.upperBound, next, tokens, words) {
        if key.count > 1 { people[key] = next.entity }
      } else if key.count > 1, let entity = people[key] {
        let span = tokens[role.lowerBound].span.union(tokens[role.upperBound - 1].span)
        found.append(Mention(id: "", span: span, type: .person, form: .nominal, entity: entity, confidence: 0.9))
      }
      index = role.upperBound
    }
    return found
  }

  private func isRole(_ word: String) -> Bool { NameForm.titles.contains(word) }

  /// From a title on: capitalised words, small words between them.
  private func role(from start: Int, _ words: Words) -> Range<Int> {
    var end = start + 1
    var next = end
    while next < words.count {
      if words.isCapitalised(next) {
        // A name begins where titles and their departments end: “Secretary | Blinken”, “Minister of Japan | Hayashi”.
        let follows = words.lowercased(next - 1)
        guard isRole(words.lowercased(next)) || Self.links.contains(follows) || words.isPlural(next) else { break }
        next += 1
        end = next
      } else if Self.links.contains(words.lowercased(next)) {
        next += 1
      } else {
        break
      }
    }
    return start..<end
  }

  /// The name follows at once, or behind a comma.
  private func isIntroduction(_ next: Int, _ name: Mention, _ tokens: [Token], _ words: Words) -> Bool {
    guard next < tokens.count else { return false }
    if tokens[next].span.start == name.span.start { return true }
    return next + 1 < tokens.count && words.lowercased(next) == "," && tokens[next + 1].span.start == name.span.start
  }
}

/// A document's tokens as words.
private struct Words {
  private let tokens: [Token]
  private let text: SourceText

  init(_ tokens: [Token], _ text: SourceText) {
    self.tokens = tokens
    self.text = text
  }

  var count: Int { tokens.count }

  func isCapitalised(_ index: Int) -> Bool {
    let first = text.bytes[tokens[index].span.start]
    return tokens[index].kind == .word && (0x41...0x5A).contains(first)
  }

  func lowercased(_ index: Int) -> String { text[tokens[index].span].lowercased() }

  /// “Foreign Affairs”: departments end like plurals.
  func isPlural(_ index: Int) -> Bool { lowercased(index).hasSuffix("affairs") }
}
