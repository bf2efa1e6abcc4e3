public import DictumKit

/// How far a batch is, and in the end what it did.
public struct BatchProgress: Sendable {
  /// Articles analysed in this run.
  public internal(set) var analysed = 0
  /// Articles whose reports an earlier run has made.
  public internal(set) var kept = 0
  /// Articles that have no report.
  public internal(set) var failed = 0
  /// Words of the articles that were analysed in this run.
  public internal(set) var words = 0
  /// Bytes of the files that are done with, and of all.
  public internal(set) var bytes = 0
  public internal(set) var totalBytes = 0
  /// Files that are no articles, by the endings of their names; each is in the manifest with its reason.
  public internal(set) var passedOver: [String: Int] = [:]
  /// Processor seconds spent in stages, and in everything else that happens to an article.
  public internal(set) var stageSeconds = 0.0
  public internal(set) var runnerSeconds = 0.0
  /// Whether the run was stopped before its end.
  public internal(set) var isInterrupted = false

  /// How many files are no articles.
  public var otherFiles: Int { passedOver.values.reduce(0, +) }
  /// Whether no article was read at all.
  public var readNothing: Bool { analysed + kept == 0 }

  /// Articles that are done with.
  public var articles: Int { analysed + kept + failed }
}

/// What happens in a batch, as it happens.
public enum BatchEvent: Sendable {
  case progress(BatchProgress)
  /// An article has no report.
  case failed(article: String, DictumError)
  /// Something is amiss with the out folder.
  case warning(DictumError)
  /// An earlier run died while it analysed these.
  case suspects([String])
}
