import DictumKit
import DictumReports

/// What an article gives to the pages of its corpus, without its text.
struct Findings: Sendable {
  /// A statement that is sure.
  struct Statement: Sendable {
    /// What the article's page calls it.
    let key: String
    let text: String
    let cue: String
    let speakers: [Speaker]
    let positions: [Position]
  }

  /// Who speaks, by the id and name in the article.
  struct Speaker: Sendable {
    let entity: String
    let name: String
    let type: EntityType
  }

  /// A side that is sure.
  struct Position: Sendable {
    let target: String
    /// The id of the target's entity in the article.
    let entity: String?
    let isFavor: Bool
  }

  private static let textLimit = 600
  let title: String
  let date: SiteDate?
  let source: String
  let statements: [Statement]
  /// What the article calls those who are heard, by the ids of their entities.
  let roles: [(entity: String, role: String)]

  init(_ model: ArticleModel) {
    let metadata = model.document.metadata
    title = clipped(metadata.title ?? model.document.id, 160)
    date = metadata.date.flatMap(SiteDate.init)
    source = clipped(metadata.source ?? "", 120)
    roles = model.voices.known.compactMap { voice in
      voice.entity.flatMap { entity in voice.role.map { (entity.id, clipped($0, 60)) } }
    }
    statements = model.voices.statements.filter { !$0.isPossible }.map { statement in
      Statement(
        key: model.key(statement: statement.id),
        text: clipped(statement.text, Self.textLimit),
        cue: clipped(statement.cue, 40),
        speakers: statement.speakers.compactMap { id in
          model.entities[id].map { Speaker(entity: id, name: clipped($0.name, 80), type: $0.type) }
        },
        positions: statement.positions.filter { !$0.isPossible && $0.label != .neutral }.map { position in
          Position(target: clipped(position.target, 80), entity: position.entity, isFavor: position.label == .favor)
        }
      )
    }
  }
}
