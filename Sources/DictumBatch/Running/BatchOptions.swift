public import DictumCorpus
import DictumKit
public import DictumReports
public import DictumRuntime

/// How a batch runs.
public struct BatchOptions: Sendable {
  /// Where the reports go.
  public enum Layout: Sendable, Equatable {
    /// A file for each article, named after it.
    case files
    /// One file, a line for each article.
    case lines
  }

  /// The folder that is searched for articles.
  public var articles: String
  /// The folder into which reports, manifest and summary go.
  public var out: String
  public var layout = Layout.files
  /// Articles that are analysed at a time.
  public var jobs = 1
  /// How text and HTML files are encoded that do not say so.
  public var encoding = TextEncoding.detect
  /// The names under which JSON articles carry what is read.
  public var fields = ArticleFields()
  /// The most bytes of an article.
  public var limit = SourceText.usualLimit
  /// Analyse everything, whatever earlier runs have done.
  public var fresh = false
  /// Who is known beforehand, for the summary.
  public var people = People()
  /// Analyse in processes of their own, so that a crash costs one article.
  public var isolates = false
  /// The most seconds that reading an article, or a stage, may take; nil for no limit.
  public var stageLimit: Double?
  /// Is told which stage of which article ran over the limit (empty: reading it), before the process ends for it (`timeLimitStatus`): a
  /// thread cannot be stopped. Worker processes end instead where there are some.
  public var stageIsOver: (@Sendable (_ article: String, _ stage: String) -> Void)?
  /// The command that makes a process a worker of this batch, given its line of the file of articles in flight: one
  /// that calls `Batch.serve`. Without it nothing is isolated.
  public var worker: (@Sendable (_ line: Int) -> [String])?
  /// The version of the program; another one makes reports anew.
  public var version = ""

  /// Options for a folder of articles and one of reports.
  public init(articles: String, out: String) {
    self.articles = articles
    self.out = out
  }
}
