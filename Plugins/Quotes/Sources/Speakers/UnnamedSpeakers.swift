import DictumEnglish
import DictumKit
import Foundation

/// How a speaker without a name is described.
struct Description: Hashable {
  /// Where the description stands in full: “a spokesman for the board”.
  var phrase: TextSpan
  /// What points back to it: “the spokesman”; nil where the description itself speaks.
  var reference: TextSpan?
}

/// Makes an entity of each source that has no name: “a spokesperson”, “two officials”, “the report”.
enum UnnamedSpeakers {
  /// Adds the entities, and nominal mentions for their sources, to a document that has entities; quotes then name them.
  ///
  /// The same description is the same speaker. Pronouns are left open: they stand for somebody else.
  ///
  /// - Parameter described: who is described beside the speakers that have a name, by statement, where syntax told;
  ///   elsewhere, whoever has no speaker is what the whole source says.
  static func add(to document: inout Document, described: [Int: [Description]] = [:]) {
    guard document.has(LayerKey.entities.name), document.has(LayerKey.mentions.name) else { return }
    var quotes = document[.quotes]
    var next = document.nextEntityNumber
    var known: [String: Int] = [:]
    var entities: [Entity] = []
    var mentions: [Mention] = []
    var seen: Set<TextSpan> = []
    for (index, description) in descriptions(of: quotes, described) {
      let source = description.phrase
      guard let key = key(of: document.text[source]) else { continue }
      let place: Int
      if let found = known[key] {
        place = found
      } else {
        place = entities.count
        known[key] = place
        entities.append(entity("e\(next)", document.text[source]))
        next += 1
      }
      if !quotes[index].speakers.contains(entities[place].id) { quotes[index].speakers.append(entities[place].id) }
      let spoken = description.reference ?? source
      if description.reference != nil { entities[place].add(alias: document.text[spoken]) }
      guard seen.insert(spoken).inserted else { continue }
      mentions.append(
        Mention(
          id: "",
          span: spoken,
          type: entities[place].type,
          form: .nominal,
          entity: entities[place].id,
          confidence: quotes[index].confidence
        )
      )
    }
    guard !entities.isEmpty else { return }
    document[.quotes] = quotes
    document.insert(mentions: mentions, entities: entities)
  }

  /// What describes the speakers of statements, in text order.
  private static func descriptions(of quotes: [Quote], _ described: [Int: [Description]]) -> [(Int, Description)] {
    quotes.indices.flatMap { index -> [(Int, Description)] in
      if let phrases = described[index] { return phrases.map { (index, $0) } }
      guard quotes[index].speakers.isEmpty, let source = quotes[index].source.first?.span else { return [] }
      return [(index, Description(phrase: source))]
    }
  }

  /// The entity of a description; it is also known without its article, and without what a comma or “who” adds.
  static func entity(_ id: String, _ description: String) -> Entity {
    let name = description.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var aliases: [String] = []
    func add(_ alias: some StringProtocol) {
      if !alias.isEmpty, alias != name, !aliases.contains(String(alias)) { aliases.append(String(alias)) }
    }
    var short = name.components(separatedBy: ", ")[0]
    for relative in [" who ", " that ", " which ", " whose "] { short = short.components(separatedBy: relative)[0] }
    for form in [name, short] {
      add(form)
      let words = form.split(separator: " ")
      if words.count > 1, ["the", "a", "an"].contains(words[0].lowercased()) {
        add(words.dropFirst().joined(separator: " "))
      }
    }
    return Entity(id: id, type: type(of: key(of: description) ?? ""), name: name, aliases: aliases)
  }

  /// The description without its article, in lower case; nil for pronouns and the like.
  private static func key(of source: String) -> String? {
    var words = source.lowercased().split(whereSeparator: \.isWhitespace)
    while words.count > 1, let first = words.first, WordList.sourceArticles.contains(first) { words.removeFirst() }
    let key = words.joined(separator: " ")
    return key.isEmpty || WordList.openSources.contains(key) || !key.contains(where: \.isLetter) ? nil : key
  }

  private static func type(of key: String) -> EntityType {
    // The head noun ends the phrase, or stands before “of”, “in”, “from”.
    let words = key.split(separator: " ").map { $0.filter(\.isLetter) }
    let end =
      words.firstIndex { ["of", "in", "from", "for", "at", "with", "by", "who", "on"].contains($0) } ?? words.count
    guard end > 0 else { return .unknown }
    let head = words[end - 1]
    if WordList.bodies.contains(head) { return .organization }
    return WordList.utterances.contains(head) || head.hasSuffix("s") && WordList.utterances.contains(head.dropLast())
      ? .misc : .unknown
  }
}

extension Entity {
  fileprivate mutating func add(alias: String) {
    let alias = alias.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if alias != name, !aliases.contains(alias) { aliases.append(alias) }
  }
}
