public import DictumKit

/// Someone who is heard in an article: a person, a body, or words that name nobody known.
public struct Voice: Sendable {
  /// The entity; nil where the source stayed open.
  public let entity: Entity?
  public let name: String
  /// What the article calls the person besides the name, such as a title; nil when it says nothing.
  public let role: String?
  /// In text order.
  public internal(set) var statements: [Statement] = []

  /// The statements that are surely theirs.
  public var sure: [Statement] { statements.filter { !$0.isPossible } }
}

/// The voices of an article, most heard first.
public struct Voices: Sendable {
  /// People and bodies that are known.
  public private(set) var known: [Voice] = []
  /// Sources whose words leave open who they are, and statements without a source.
  public private(set) var open: [Voice] = []
  /// All statements in text order.
  public let statements: [Statement]
  /// Sides that the article's own sentences take.
  public let own: [(sentence: Sentence, positions: [Position])]

  /// Reads the voices of a document.
  public init(_ document: Document) {
    let reader = StatementReader(document)
    statements = reader.statements
    own = reader.own
    let entities = Dictionary(document[.entities].map { ($0.id, $0) }) { first, _ in first }
    let roles = Roles(document)
    var places: [String: Int] = [:]
    var openPlaces: [String: Int] = [:]
    for statement in statements {
      for entity in statement.speakers.compactMap({ entities[$0] }) {
        let place = places[entity.id] ?? known.count
        if place == known.count {
          places[entity.id] = place
          known.append(Voice(entity: entity, name: entity.name, role: roles.role(of: entity)))
        }
        known[place].statements.append(statement)
      }
      guard !statement.speakers.contains(where: { entities[$0] != nil }) else { continue }
      let words = Self.words(statement.attribution)
      let place = openPlaces[words.lowercased()] ?? open.count
      if place == open.count {
        openPlaces[words.lowercased()] = place
        open.append(Voice(entity: nil, name: words, role: nil))
      }
      open[place].statements.append(statement)
    }
    // Stable: those heard equally often stay in text order.
    known = Self.mostHeardFirst(known)
    open = Self.mostHeardFirst(open)
  }

  private static func words(_ attribution: Statement.Attribution) -> String {
    switch attribution {
    case .resolved(let words), .unresolved(let words): words
    case .named, .missing: ""
    }
  }

  private static func mostHeardFirst(_ voices: [Voice]) -> [Voice] {
    voices.enumerated().sorted {
      (-$0.element.sure.count, -$0.element.statements.count, $0.offset)
        < (-$1.element.sure.count, -$1.element.statements.count, $1.offset)
    }.map(\.element)
  }
}
