import DictumCorpus
import DictumKit
import DictumReports

/// What the pages of a corpus show, gathered report by report: articles, who is heard in them and where they stand.
///
/// People and targets are those of the corpus: an article's “Trump” and another's “Donald Trump” are one where
/// `DictumCorpus` says so. Only what is sure counts; an article's own page has the rest. A statement's text is kept once,
/// cut to what a page shows.
struct SiteContents {
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
    /// What no other has: the id of a `CorpusEntity`, or the words of one that has no name of its own.
    let key: String
    let name: String
    let type: EntityType
    /// Whether a name says who it is; “a spokesperson” is somebody else in each article.
    let isNamed: Bool
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
    /// The id of a `CorpusEntity`, or the words in lower case.
    let key: String
    let name: String
    /// What it is; nil for a thing that no entity names.
    let type: EntityType?
    var count = 0
  }

  private(set) var articles: [Article] = []
  private(set) var statements: [Statement] = []
  private(set) var people: [Person] = []
  private(set) var targets: [Target] = []
  private let known: [String: CorpusEntity]
  private var personPlaces: [String: Int] = [:]
  private var targetPlaces: [String: Int] = [:]

  /// The contents of a site over a corpus whose entities are these.
  init(_ entities: [CorpusEntity]) {
    known = Dictionary(entities.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Adds an article; its page has the number `articles.count - 1` from then on.
  ///
  /// - Parameter links: what the article's entities are in the corpus.
  mutating func add(_ findings: Findings, links: [String: CorpusLink]) {
    let date = findings.date
    let number = articles.count
    articles.append(
      Article(title: findings.title, date: date, source: findings.source, statements: findings.statements.count)
    )
    var heard = Set<Int>()
    for statement in findings.statements {
      let places = unique(statement.speakers.map { person($0, links) })
      for place in places {
        people[place].statements.append(statements.count)
        guard heard.insert(place).inserted else { continue }
        people[place].articles += 1
        guard let date else { continue }
        people[place].first = min(people[place].first ?? date, date)
        people[place].last = max(people[place].last ?? date, date)
      }
      for position in statement.positions { note(position, links, holders: places) }
      statements.append(
        Statement(article: number, key: statement.key, text: statement.text, cue: statement.cue, speakers: places)
      )
    }
    for (entity, role) in findings.roles {
      if let id = links[entity]?.entity, let place = personPlaces[id], heard.contains(place) {
        people[place].roles[role, default: 0] += 1
      }
    }
  }

  private mutating func note(_ position: Findings.Position, _ links: [String: CorpusLink], holders: [Int]) {
    let place = target(position, links)
    targets[place].count += holders.count
    for holder in holders {
      if position.isFavor {
        people[holder].positions[place, default: Cell()].favor.append(statements.count)
      } else {
        people[holder].positions[place, default: Cell()].against.append(statements.count)
      }
    }
  }

  private mutating func person(_ speaker: Findings.Speaker, _ links: [String: CorpusLink]) -> Int {
    let entity = links[speaker.entity].flatMap { known[$0.entity] }
    let key = entity?.id ?? "\n\(speaker.name)"
    if let place = personPlaces[key] { return place }
    personPlaces[key] = people.count
    people.append(
      Person(
        key: key,
        name: entity.map { clipped($0.name, 80) } ?? speaker.name,
        type: entity?.type ?? speaker.type,
        isNamed: entity != nil
      )
    )
    return people.count - 1
  }

  private mutating func target(_ position: Findings.Position, _ links: [String: CorpusLink]) -> Int {
    let entity = position.entity.flatMap { links[$0] }.flatMap { known[$0.entity] }
    let key = entity?.id ?? "\n\(position.target.lowercased())"
    if let place = targetPlaces[key] { return place }
    targetPlaces[key] = targets.count
    targets.append(
      Target(key: key, name: entity.map { clipped($0.name, 80) } ?? position.target, type: entity?.type)
    )
    return targets.count - 1
  }

  private func unique(_ places: [Int]) -> [Int] {
    var seen = Set<Int>()
    return places.filter { seen.insert($0).inserted }
  }

  /// The person that is a corpus entity and heard.
  func person(_ entity: String) -> Int? { personPlaces[entity] }

  /// The indices of people with a name, most heard first; those heard equally often by name.
  var mostHeard: [Int] {
    people.indices.filter { people[$0].isNamed }.sorted {
      (people[$1].statements.count, people[$0].name, people[$0].key)
        < (people[$0].statements.count, people[$1].name, people[$1].key)
    }
  }
}
