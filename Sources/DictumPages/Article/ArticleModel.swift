import DictumKit
import DictumReports

/// What an article's page shows, with names of its own for what the page refers to: ids in a report are anybody's text.
struct ArticleModel: Sendable {
  let document: Document
  let voices: Voices
  let palette: Palette
  /// Entities by id.
  let entities: [String: Entity]
  /// What tells this article's ids from those of others on the page.
  let prefix: String
  /// Pages of the corpus about entities, below the site's folder, by the entities' ids.
  let people: [String: String]
  private let entityNumbers: [String: Int]
  private let statementNumbers: [String: Int]

  init(_ document: Document, prefix: String = "", people: [String: String] = [:]) {
    self.document = document
    self.prefix = prefix
    self.people = people
    let all = document[.entities]
    voices = Voices(document)
    entities = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    entityNumbers = Dictionary(all.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    statementNumbers = Dictionary(voices.statements.enumerated().map { ($0.element.id, $0.offset + 1) }) { first, _ in
      first
    }
    let heard = voices.known.compactMap(\.entity)
    let others = all.filter { $0.isShown && ($0.type == .person || $0.type == .organization || $0.type == .location) }
      .sorted { ($1.mentions.count, $0.id) < ($0.mentions.count, $1.id) }
    palette = Palette(heard + others.filter { other in !heard.contains { $0.id == other.id } })
  }

  /// The page's id for an entity; nil for one that the report does not list.
  func key(entity: String) -> String? { entityNumbers[entity].map { "\(prefix)e\($0)" } }

  /// The page's id for a statement.
  func key(statement: String) -> String { "\(prefix)s\(statementNumbers[statement] ?? 0)" }

  /// A name that is short enough to stand inside the text.
  func shortName(_ entity: Entity) -> String {
    let names = (entity.aliases + [entity.name]).filter { $0.count > 2 && $0.first?.isUppercase ?? false }
    let short = names.min { ($0.count, $0) < ($1.count, $1) } ?? entity.name
    return clipped(short, 24)
  }
}

extension Entity {
  /// Whether pages mark it: what one can point at, not dates and sums.
  var isShown: Bool { type != .date && type != .money }
}

/// A name or title as pages show it: on one line, and cut off where it is too long for one.
func clipped(_ text: String, _ limit: Int) -> String {
  let line = text.prefix(limit * 4 + 1).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return line.count <= limit ? line : line.prefix(limit - 1) + "…"
}
