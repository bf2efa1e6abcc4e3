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
  /// The version of the program; another one makes reports anew.
  public var version = ""

  /// Options for a folder of articles and one of reports.
  public init(articles: String, out: String) {
    self.articles = articles
    self.out = out
  }
}
