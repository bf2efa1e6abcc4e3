import DictumJSON
public import DictumKit

/// What the articles of a batch say together: who spoke most, and how the speakers stand on what.
public struct CorpusSummary: Record {
  /// The file's name in the out folder.
  public static let name = "summary.json"
  static let speakerLimit = 200
  static let positionLimit = 1_000

  public internal(set) var articles = 0
  public internal(set) var failed = 0
  /// Statements of speakers without a name (“a spokesperson”), which no list holds.
  public internal(set) var unnamed = 0
  /// How many speakers and positions there are; the lists hold the most frequent.
  public internal(set) var speakerCount = 0
  public internal(set) var positionCount = 0
  public internal(set) var speakers: [Speaker] = []
  public internal(set) var positions: [Cell] = []

  public init() {}

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("articles", &articles, "articles with a report")
    fields.field("failed", &failed, "articles without one")
    fields.field("unnamed_statements", &unnamed, "statements of speakers without a name, which no list holds")
    fields.field("speaker_count", &speakerCount, "how many speakers there are; the list holds the most frequent")
    fields.field("position_count", &positionCount, "how many positions there are; the list holds the most frequent")
    fields.field("speakers", &speakers, "who spoke most")
    fields.field("positions", &positions, "how the speakers stand on what")
  }

  /// One JSON object, a speaker or position a line.
  public var json: [UInt8] { RecordWriter.lines(self) }

  /// A speaker with the statements found.
  public struct Speaker: Record {
    /// The id of a `CorpusEntity`.
    public internal(set) var id = ""
    public internal(set) var name = ""
    public internal(set) var statements = 0
    /// Articles in which the speaker is quoted.
    public internal(set) var articles = 0

    public init() {}

    public mutating func visit(_ fields: inout some FieldVisitor) {
      fields.field("id", &id, "the entity, as exported tables call it")
      fields.field("name", &name, "the speaker's name")
      fields.field("statements", &statements, "how many statements were found")
      fields.field("articles", &articles, "in how many articles")
    }
  }

  /// Where a speaker stands on a target.
  public struct Cell: Record {
    public internal(set) var speaker = ""
    public internal(set) var target = ""
    /// The ids of the two as `CorpusEntity`; nil for a target that is no name.
    public internal(set) var speakerID = ""
    public internal(set) var targetID: String?
    /// Statements in favour, against, and neither.
    public internal(set) var favor = 0
    public internal(set) var against = 0
    public internal(set) var neutral = 0
    public internal(set) var articles = 0
    /// The mean confidence of these, from 0 to 1.
    public internal(set) var confidence = 0.0
    /// Where to look, for the first few articles.
    public internal(set) var evidence: [Evidence] = []

    public init() {}

    /// From -1 (against) to 1 (in favour).
    public var mean: Double { Double(favor - against) / Double(max(1, favor + against + neutral)) }

    public mutating func visit(_ fields: inout some FieldVisitor) {
      fields.field("speaker", &speaker, "the speaker's name")
      fields.field("target", &target, "what the position is on")
      fields.field("speaker_id", &speakerID, "the speaker as an entity of exported tables")
      fields.field("target_id", &targetID, "the target as an entity; null when it is no name")
      fields.field("favor", &favor, "statements in favour")
      fields.field("against", &against, "statements against")
      fields.field("neutral", &neutral, "statements that are neither")
      fields.field("articles", &articles, "in how many articles")
      var mean = mean
      fields.field("mean", &mean, "from -1 (against) to 1 (in favour)")
      fields.field("confidence", &confidence, "the mean confidence of the stances, from 0 to 1")
      fields.field("evidence", &evidence, "where to look, for the first few articles")
    }
  }

  /// The quotes of an article that support a position.
  public struct Evidence: Record {
    public internal(set) var article = ""
    public internal(set) var quotes: [String] = []

    public init() {}

    public mutating func visit(_ fields: inout some FieldVisitor) {
      fields.field("article", &article, "the article's key")
      fields.field("quotes", &quotes, "ids of statements in its report")
    }
  }
}
