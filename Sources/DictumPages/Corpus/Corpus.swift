import DictumKit
import DictumReports

/// What the pages of a corpus show, gathered report by report: articles, who is heard in them and where they stand.
///
/// Only what is sure counts; an article's own page has the rest. A statement's text is kept once, cut to what a page shows.
struct Corpus {
  /// An article, by the number of its page.
  struct Article {
    let title: String
    let date: SiteDate?
    let source: String
    let statements: Int
  }

  /// A statement of an article.
  struct Statement {
    let article: Int
    /// What the article's page calls it.
    let key: String
    let text: String
    let cue: String
    /// Indices into `people`.
    let speakers: [Int]
  }

  /// How often a voice is for and against a target, and the statements that say so.
  struct Cell {
    var favor: [Int] = []
    var against: [Int] = []

    var count: Int { favor.count + against.count }
    /// Statements in their order, with the side that each takes.
    var evidence: [(statement: Int, label: StanceLabel)] {
      (favor.map { ($0, StanceLabel.favor) } + against.map { ($0, .against) }).sorted { $0.0 < $1.0 }
    }
  }

  /// Someone who is heard.
  struct Person {
    let name: String
    let type: EntityType
    var roles: [String: Int] = [:]
    /// Indices into `statements`.
    var statements: [Int] = []
    var articles = 0
    var first: SiteDate?
    var last: SiteDate?
    /// By index into `targets`.
    var positions: [Int: Cell] = [:]

    /// The role that most articles give.
    var role: String? { roles.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }

  /// What positions are on.
  struct Target {
    let name: String
    /// What it is; nil for a thing that no entity names.
    let type: EntityType?
    var count = 0
  }

  private(set) var articles: [Article] = []
  private(set) var statements: [Statement] = []
  private(set) var people: [Person] = []
  private(set) var targets: [Target] = []
  private var personPlaces: [String: Int] = [:]
  private var targetPlaces: [String: Int] = [:]
  private static let textLimit = 600

  /// Adds an article; its page has the number `articles.count - 1` from then on.
  mutating func add(_ model: ArticleModel) {
    let metadata = model.document.metadata
    let date = metadata.date.flatMap(SiteDate.init)
    let number = articles.count
    let sure = model.voices.statements.filter { !$0.isPossible }
    articles.append(
      Article(
        title: clipped(metadata.title ?? model.document.id, 160),
        date: date,
        source: clipped(metadata.source ?? "", 120),
        statements: sure.count
      )
    )
    var heard = Set<Int>()
    var roles = Dictionary(
      model.voices.known.compactMap { voice in voice.entity.flatMap { e in voice.role.map { (e.id, $0) } } }
    ) { first, _ in first }
    for statement in sure {
      let speakers = statement.speakers.compactMap { model.entities[$0] }
      let places = speakers.map { person($0) }
      for (entity, place) in zip(speakers, places) {
        people[place].statements.append(statements.count)
        guard heard.insert(place).inserted else { continue }
        people[place].articles += 1
        if let role = roles.removeValue(forKey: entity.id) { people[place].roles[clipped(role, 60), default: 0] += 1 }
        if let date {
          people[place].first = min(people[place].first ?? date, date)
          people[place].last = max(people[place].last ?? date, date)
        }
      }
      note(statement.positions.filter { !$0.isPossible }, model, holders: places)
      statements.append(
        Statement(
          article: number,
          key: model.key(statement: statement.id),
          text: clipped(statement.text, Self.textLimit),
          cue: clipped(statement.cue, 40),
          speakers: places
        )
      )
    }
  }

  private mutating func note(_ positions: [Position], _ model: ArticleModel, holders: [Int]) {
    for position in positions {
      let entity = position.entity.flatMap { model.entities[$0] }
      let place = target(entity?.name ?? position.target, entity?.type)
      targets[place].count += holders.count
      for holder in holders {
        switch position.label {
        case .favor: people[holder].positions[place, default: Cell()].favor.append(statements.count)
        case .against: people[holder].positions[place, default: Cell()].against.append(statements.count)
        case .neutral: break
        }
      }
    }
  }

  private mutating func person(_ entity: Entity) -> Int {
    let name = clipped(entity.name, 80)
    if let place = personPlaces[name] { return place }
    personPlaces[name] = people.count
    people.append(Person(name: name, type: entity.type))
    return people.count - 1
  }

  private mutating func target(_ name: String, _ type: EntityType?) -> Int {
    let name = clipped(name, 80)
    let key = type == nil ? name.lowercased() : name
    if let place = targetPlaces[key] { return place }
    targetPlaces[key] = targets.count
    targets.append(Target(name: name, type: type))
    return targets.count - 1
  }

  /// People's indices, most heard first; those heard equally often by name.
  var mostHeard: [Int] {
    people.indices.sorted {
      (people[$1].statements.count, people[$0].name) < (people[$0].statements.count, people[$1].name)
    }
  }
}
