public import DictumKit

/// An attributed statement with what a reader wants beside it.
public struct Statement: Sendable {
  /// A run of the content's words.
  public struct Part: Sendable, Equatable {
    public let span: TextSpan
    public let text: String
    /// Whether the words stand between quote marks of their own, which the part leaves out.
    public let isVerbatim: Bool
  }

  /// How the source's words lead to the speaker.
  public enum Attribution: Sendable, Equatable {
    /// The source's words name the speaker.
    case named
    /// Other words do, such as a pronoun: these.
    case resolved(String)
    /// The words are there, and whom they mean is open.
    case unresolved(String)
    /// The text names nobody.
    case missing
  }

  public let id: String
  public let kind: QuoteKind
  public let parts: [Part]
  public let cue: String
  public let attribution: Attribution
  /// Ids of the entities that speak.
  public let speakers: [String]
  /// The paragraph in which it begins, from 1; nil where nothing has told paragraphs.
  public let paragraph: Int?
  public let sentiment: Sentiment?
  /// Sides that it takes, for or against; a target is listed once.
  public let positions: [Position]
  public let confidence: Double
  /// Whether a careful reader might not call it a statement, or not this speaker's.
  public let isPossible: Bool

  /// The content as a reader quotes it: quote marks around verbatim words only.
  public var text: String {
    parts.map { $0.isVerbatim ? "“\($0.text)”" : $0.text }.joined(separator: " … ")
  }
}
