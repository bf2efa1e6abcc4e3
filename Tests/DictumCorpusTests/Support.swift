import DictumCorpus
import DictumKit
import Foundation

/// An entity of an article: its name, what it is, and its other names there.
struct Named {
  let name: String
  let type: EntityType
  let aliases: [String]

  static func person(_ name: String, _ aliases: String...) -> Named {
    Named(name: name, type: .person, aliases: aliases)
  }
  static func body(_ name: String, _ aliases: String...) -> Named {
    Named(name: name, type: .organization, aliases: aliases)
  }
  static func place(_ name: String, _ aliases: String...) -> Named {
    Named(name: name, type: .location, aliases: aliases)
  }
}

/// Articles that name entities, joined.
struct NamingArticles {
  private let corpus: Corpus
  private var count = 0

  init(people: String? = nil) throws {
    let known = try people.map { try People(Array($0.utf8), file: "people.yaml") } ?? People()
    corpus = try Corpus(temporaryIn: FileManager.default.temporaryDirectory.path, people: known)
  }

  /// Adds `times` articles that name the same.
  mutating func add(_ id: String = "", times: Int = 1, _ entities: Named...) throws {
    for number in 0..<times {
      count += 1
      var document = Document(id: "", text: SourceText(""))
      for (index, entity) in entities.enumerated() {
        document[.mentions].append(Mention(id: "m\(index)", span: TextSpan(), type: entity.type, entity: "e\(index)"))
        document[.entities].append(
          Entity(
            id: "e\(index)",
            type: entity.type,
            name: entity.name,
            aliases: entity.aliases,
            mentions: ["m\(index)"]
          )
        )
      }
      try corpus.add(document, id: id.isEmpty ? "article-\(count)" : "\(id)\(number == 0 ? "" : "-\(number)")")
    }
  }

  /// Joins them.
  func link() throws -> Corpus {
    try corpus.link()
    return corpus
  }
}

extension Corpus {
  /// The corpus entity of an article's first entity.
  func first(_ id: String) throws -> String? { try links(of: id)["e0"]?.entity }
}
