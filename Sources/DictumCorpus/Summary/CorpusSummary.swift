import DictumJSON

/// What the articles of a batch say together: who spoke most, and how the speakers stand on what.
public struct CorpusSummary: Sendable {
  /// The file's name in the out folder.
  public static let name = "summary.json"
  static let speakerLimit = 200
  static let positionLimit = 1_000

  /// A speaker with the statements found.
  public struct Speaker: Sendable {
    /// The id of a `CorpusEntity`.
    public let id: String
    public let name: String
    public let statements: Int
    /// Articles in which the speaker is quoted.
    public let articles: Int
  }

  /// Where a speaker stands on a target.
  public struct Cell: Sendable {
    public let speaker: String
    public let target: String
    /// The ids of the two as `CorpusEntity`; nil for a target that is no name.
    public internal(set) var speakerID = ""
    public internal(set) var targetID: String?
    /// Statements in favour, against, and neither.
    public internal(set) var favor = 0
    public internal(set) var against = 0
    public internal(set) var neutral = 0
    /// The mean confidence of these, from 0 to 1.
    public internal(set) var confidence = 0.0
    public internal(set) var articles = 0
    /// Where to look, for the first few articles.
    public internal(set) var evidence: [Evidence] = []

    init(speaker: String, target: String) {
      self.speaker = speaker
      self.target = target
    }

    /// From -1 (against) to 1 (in favour).
    public var mean: Double { Double(favor - against) / Double(max(1, favor + against + neutral)) }
  }

  /// The quotes of an article that support a position.
  public struct Evidence: Sendable {
    public let article: String
    public internal(set) var quotes: [String]
  }

  public let articles: Int
  public let failed: Int
  /// Statements of speakers without a name (“a spokesperson”), which no list holds.
  public internal(set) var unnamed = 0
  /// How many speakers and positions there are; the lists hold the most frequent.
  public internal(set) var speakerCount = 0
  public internal(set) var positionCount = 0
  public internal(set) var speakers: [Speaker] = []
  public internal(set) var positions: [Cell] = []

  init(articles: Int, failed: Int) {
    self.articles = articles
    self.failed = failed
  }

  /// One JSON object, a speaker or position a line.
  public var json: [UInt8] {
    var json = JSONBuffer()
    json.openObject()
    for (name, value) in [
      ("articles", articles), ("failed", failed), ("unnamed_statements", unnamed), ("speaker_count", speakerCount),
      ("position_count", positionCount),
    ] {
      json.key(name)
      json.integer(value)
    }
    json.key("speakers")
    json.openArray()
    for speaker in speakers { write(speaker, &json) }
    json.closeArray()
    json.key("positions")
    json.openArray()
    for cell in positions { write(cell, &json) }
    json.closeArray()
    json.closeObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ speaker: Speaker, _ json: inout JSONBuffer) {
    json.layout("\n ")
    json.openObject()
    json.key("id")
    json.string(speaker.id)
    json.key("name")
    json.string(speaker.name)
    json.key("statements")
    json.integer(speaker.statements)
    json.key("articles")
    json.integer(speaker.articles)
    json.closeObject()
  }

  private func write(_ cell: Cell, _ json: inout JSONBuffer) {
    json.layout("\n ")
    json.openObject()
    json.key("speaker")
    json.string(cell.speaker)
    json.key("target")
    json.string(cell.target)
    json.key("speaker_id")
    json.string(cell.speakerID)
    json.key("target_id")
    if let target = cell.targetID { json.string(target) } else { json.null() }
    for (name, value) in [
      ("favor", cell.favor), ("against", cell.against), ("neutral", cell.neutral), ("articles", cell.articles),
    ] {
      json.key(name)
      json.integer(value)
    }
    json.key("mean")
    json.number(cell.mean)
    json.key("confidence")
    json.number(cell.confidence)
    json.key("evidence")
    json.openArray()
    for evidence in cell.evidence {
      json.openObject()
      json.key("article")
      json.string(evidence.article)
      json.key("quotes")
      json.openArray()
      for quote in evidence.quotes { json.string(quote) }
      json.closeArray()
      json.closeObject()
    }
    json.closeArray()
    json.closeObject()
  }
}
