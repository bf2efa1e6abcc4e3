/// One side of a comparison: what gold, or a report, says of a document. Offsets are Unicode scalars, half-open.
public struct Annotation: Sendable {
  /// By which a report is found.
  public internal(set) var id: String?
  var text: [Unicode.Scalar] = []
  /// Whether the object has the layer, be it empty, by name.
  var layers: Set<String> = []
  /// The mention types that gold covers; empty where it does not say.
  var types: [String] = []
  var sentences: [Place] = []
  var tokens: [Token] = []
  var mentions: [Mention] = []
  var entities: [Entity] = []
  var quotes: [Quote] = []
  var stances: [Stance] = []
  var sentiments: [Sentiment] = []
  /// Gold trees, one a sentence.
  var trees: [[Word]] = []
  /// A gold pronoun and the names that it may stand for.
  var pronoun: Place?
  var candidates: [(place: Place, isCoreferent: Bool)] = []

  /// What says nothing about a document.
  public init() {}

  struct Place: Sendable, Hashable {
    var start: Int
    var end: Int

    func overlaps(_ other: Place) -> Bool { start < other.end && other.start < end }
  }

  struct Token: Sendable {
    var id: String
    var place: Place
    var upos: String?
    var head: String?
    var relation: String?
  }

  /// A word of a gold tree; `head` counts from 1, 0 is the root.
  struct Word: Sendable {
    var place: Place
    var upos: String
    var head: Int
    var relation: String
  }

  struct Mention: Sendable {
    var place: Place
    var type: String?
    var form: String
    var entity: String?
    var confidence: Double
  }

  struct Entity: Sendable {
    var id: String
    var names: [String]
  }

  struct Quote: Sendable {
    var id: String
    var kind: String?
    var spans: [Place]
    var cue: [Place]
    var source: [Place]
    /// Gold: the names of each speaker. A report: its entity's id.
    var speakers: [[String]]
    /// Gold only; nil where the quote was not coded.
    var positions: [Stance]?
    var confidence: Double
  }

  struct Stance: Sendable {
    var of: String?
    var target: Place?
    var targetText: String?
    var holder: Place?
    var holders: [String] = []
    var label: String
    var confidence: Double?
  }

  struct Sentiment: Sendable {
    var of: String?
    var label: String?
    var score: Double?
  }
}
