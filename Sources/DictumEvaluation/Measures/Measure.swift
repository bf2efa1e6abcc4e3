/// A way to compare reports with gold: counts for each document, figures of their sum. One file a measure.
protocol Measure: Sendable {
  /// What `--task` calls it.
  static var name: String { get }
  /// The figure that stands for the whole, as a path into the figures.
  static var headline: String { get }
  /// Layers that a report must have.
  static var needs: [String] { get }

  /// Whether gold says anything about it.
  static func applies(to gold: Annotation) -> Bool

  init(_ options: MeasureOptions)

  /// Counts in one document, and notes what is wrong in it.
  func count(_ gold: Annotation, _ report: Annotation, _ mistakes: inout [Mistake]) -> Counts

  /// Figures of summed counts.
  func figures(_ counts: Counts) -> Figures
}

/// What a user may choose about measures.
public struct MeasureOptions: Sendable {
  /// Mention types; none for those of the gold.
  public var types: [String] = []

  public init() {}
}

/// Something that a report has wrong.
public struct Mistake: Sendable {
  /// How it is wrong: `missed`, `spurious`, `wrong …`.
  public var what: String
  /// The place in the text, in Unicode scalars.
  public var start: Int
  public var end: Int
  /// How bad it is, from 0 to 1: the confidence of a wrong answer, or how much of the gold was missed.
  public var weight: Double
  /// Gold's answer and the report's, where there are two.
  public var expected: String?
  public var found: String?

  init(
    _ what: String,
    _ place: Annotation.Place,
    weight: Double,
    expected: String? = nil,
    found: String? = nil
  ) {
    self.what = what
    start = place.start
    end = place.end
    self.weight = weight
    self.expected = expected
    self.found = found
  }
}
