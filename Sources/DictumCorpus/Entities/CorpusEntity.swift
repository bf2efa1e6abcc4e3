public import DictumKit

/// Somebody or something across the articles of a corpus.
public struct CorpusEntity: Sendable, Equatable {
  /// The same in every run: the type and the name, such as `person:antony-blinken`.
  public let id: String
  public let type: EntityType
  /// The name under which most articles speak of it, or the one that `people.yaml` gives.
  public let name: String
  /// Other names, the most frequent first.
  public let aliases: [String]
  /// In how many articles it is named.
  public let articles: Int
  /// How sure it is that these articles mean the same, from 0 to 1: the mean over the articles.
  public let certainty: Double
  /// Its item on Wikidata, from `people.yaml`.
  public let wikidata: String?
}

/// What an article's entity is in the corpus.
public struct CorpusLink: Sendable, Equatable {
  /// The id of a `CorpusEntity`.
  public let entity: String
  /// From 0 to 1.
  public let certainty: Double
}
