package import DictumKit
package import DictumLinear
import DictumEnglish

/// The statements of a document with the candidates for their speakers, decided one after the other: who spoke before is
/// part of what is known of the next.
package struct SpeakerRanking {
  private var document: Document
  private let reading: Reading
  private let features: SpeakerFeatures
  private let sources: [AskedSource]
  private let links: [[Int: Float]?]
  /// By statement: the entities that speak, by their number in the document; below zero for the source of statement
  /// `-1 - number`, which has no entity yet.
  private(set) var speakers: [[Int]]

  /// The statements of a document whose speakers the rules have named.
  ///
  /// - Throws: `engineFailed`, `modelLacksHead`.
  package init(_ document: Document) throws(DictumError) {
    var document = document
    let reading = document.derived(.reading)
    self.document = document
    self.reading = reading
    let portraits = Portraits(document, reading)
    let quotes = document[.quotes]
    sources = quotes.map { AskedSource($0, reading, names: portraits.names) }
    let rules = quotes.map { quote in quote.speakers.compactMap { portraits.number[$0] } }
    speakers = rules
    let subjects = CueSubjects(document, reading, numbers: portraits.number)
    features = SpeakerFeatures(
      portraits: portraits,
      quotes: quotes,
      rules: rules,
      reading: reading,
      contents: quotes.flatMap { $0.spans.map(\.span) }.sorted(),
      subjects: quotes.map(subjects.subject)
    )
    links = try LinkEvidence.likelihoods(of: sources, portraits, in: document)
  }

  /// Whether the rules name no speaker of a statement.
  func isOpen(_ statement: Int) -> Bool { features.rules[statement].isEmpty }

  /// Whether a statement has a source.
  func hasSource(_ statement: Int) -> Bool { sources[statement].span != nil }

  /// Whether a statement is told in the passive without who says it: “families were advised to leave”.
  func isPassive(_ statement: Int) -> Bool {
    guard !hasSource(statement), let tree = document[.syntax] else { return false }
    return document[.quotes][statement].cue.contains { part in
      reading.tokens(in: part.span).contains { tree.is($0, [.verb]) && tree.isPassive($0) }
    }
  }

  /// Decides all statements in text order.
  ///
  /// - Parameter choose: the place of the right one among a statement's candidates, by number and features; nil leaves it
  ///   to the rules. Each candidate comes with the names of its holders.
  package mutating func decide(
    _ choose: (_ statement: Int, _ names: @autoclosure () -> [[[String]]], _ rows: FeatureRows) -> Int?
  ) {
    var features = features
    for index in speakers.indices {
      let candidates = SpeakerCandidates(index, sources[index], speakers, features)
      var rows = FeatureRows()
      features.add(candidates, of: index, sources[index], speakers, links: links[index], to: &rows)
      guard let chosen = choose(index, candidates.all.map { $0.holders.map { names(of: $0) } }, rows) else { continue }
      speakers[index] = candidates.meant(
        by: candidates.all[chosen],
        sources[index],
        features.portraits,
        reading
      )
      if let entity = speakers[index].first, entity >= 0, speakers[index].count == 1,
        speakers[index] != features.rules[index]
      {
        features.count(sources[index], for: entity)
      }
    }
  }

  /// The same without the encoder's vectors, which nothing more is asked of.
  package func withoutEncoding() -> SpeakerRanking {
    var copy = self
    copy.document.remove(TransientKey.encoding.name)
    return copy
  }

  /// The names of those who speak in a statement.
  package func names(ofStatement index: Int) -> [[String]] { speakers[index].map { names(of: $0) } }

  /// The names under which a holder is reported.
  private func names(of holder: Int) -> [String] {
    let entity = holder >= 0 ? features.portraits.entities[holder] : described(holder)
    return [entity.name] + entity.aliases
  }

  /// The entity of a source that has none yet.
  private func described(_ holder: Int) -> Entity {
    let phrase = document[.quotes][-1 - holder].source.first?.span ?? TextSpan()
    return UnnamedSpeakers.entity("", document.text[phrase])
  }

  /// The document with the speakers that were decided: sources refer to them, and who speaks no more is gone.
  package func decided() -> Document {
    var document = document
    var quotes = document[.quotes]
    var entities = document[.entities]
    var mentions = document[.mentions]
    var added: [Int: String] = [:]
    var next = document.nextEntityNumber
    var dropped: Set<TextSpan> = []
    var made: [Mention] = []
    for index in quotes.indices where speakers[index] != features.rules[index] {
      for holder in speakers[index] where holder < 0 && added[holder] == nil {
        var entity = described(holder)
        entity.id = "e\(next)"
        added[holder] = entity.id
        entities.append(entity)
        next += 1
      }
      let ids = speakers[index].compactMap { $0 >= 0 ? features.portraits.entities[$0].id : added[$0] }
      quotes[index].speakers = ids
      guard let source = sources[index].span, quotes[index].source.count == 1 else { continue }
      dropped.insert(source)
      if ids.count == 1, !sources[index].isName || speakers[index][0] < 0,
        let entity = entities.first(where: { $0.id == ids[0] })
      {
        made.append(
          Mention(
            id: "",
            span: source,
            type: entity.type,
            form: sources[index].isPronoun ? .pronoun : .nominal,
            entity: ids[0],
            confidence: quotes[index].confidence
          )
        )
      }
    }
    guard quotes != document[.quotes] else { return document }
    mentions.removeAll { $0.form != .name && dropped.contains($0.span) }
    let speaking = Set(quotes.flatMap(\.speakers))
    let mentioned = Set((mentions + made).compactMap(\.entity))
    let had = Set(document[.mentions].compactMap(\.entity))
    entities.removeAll { had.contains($0.id) && !mentioned.contains($0.id) && !speaking.contains($0.id) }
    document[.quotes] = quotes
    document[.entities] = entities
    document[.mentions] = []
    document.insert(mentions: mentions + made)
    return document
  }
}
