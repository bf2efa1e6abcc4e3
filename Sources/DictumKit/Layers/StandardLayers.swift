/// The layers that the report's contract names. A plugin may declare others in the same way.
public enum StandardLayers {
  /// In the report's order.
  public static let all: [any Layer] = [
    LayerKey.sentences, LayerKey.tokens, LayerKey.mentions, LayerKey.entities, LayerKey.quotes, LayerKey.sentiments,
    LayerKey.stances, LayerKey.targets,
  ]
}

extension LayerKey<Sentence> {
  /// Sentences in text order.
  public static var sentences: Self { Self("sentences", "sentences in text order", order: .disjoint) }
}

extension LayerKey<Token> {
  /// Tokens in text order.
  public static var tokens: Self { Self("tokens", "words, numbers and punctuation in text order", order: .disjoint) }
}

extension LayerKey<Mention> {
  /// Mentions in text order.
  public static var mentions: Self { Self("mentions", "places that refer to an entity, in text order", order: .text) }
}

extension LayerKey<Entity> {
  /// Entities by first mention.
  public static var entities: Self { Self("entities", "people, bodies, places and things, by first mention") }
}

extension LayerKey<Quote> {
  /// Attributed statements in text order.
  public static var quotes: Self { Self("quotes", "attributed statements in text order") }
}

extension LayerKey<Sentiment> {
  /// Sentiments of quotes, sentences and the document.
  public static var sentiments: Self { Self("sentiments", "sentiment of quotes, sentences and the document") }
}

extension LayerKey<Stance> {
  /// Stances of holders toward targets.
  public static var stances: Self { Self("stances", "stances of holders toward targets") }
}

extension LayerKey<Target> {
  /// Targets that a document brings along.
  public static var targets: Self { Self("targets", "targets that the document brings along") }
}
