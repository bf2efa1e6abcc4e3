import DictumKit

/// Compares reports with gold, measure by measure.
public struct Evaluation: Sendable {
  /// All measures, in the order in which they are shown.
  static let measures: [any Measure.Type] = [
    SentenceMeasure.self, SyntaxMeasure.self, MentionMeasure.self, PronounMeasure.self, QuoteMeasure.self,
    SpeakerMeasure.self, PositionMeasure.self, StanceMeasure.self, DirectedMeasure.self, SentimentMeasure.self,
  ]

  /// What `--task` may name.
  public static var names: [String] { measures.map { $0.name } }

  /// A document's gold with its report; nil where there is none.
  public struct Pair: Sendable {
    public let gold: Annotation
    public let report: Annotation?
    /// The report of the other system.
    public let other: Annotation?

    public init(gold: Annotation, report: Annotation?, other: Annotation? = nil) {
      self.gold = gold
      self.report = report
      self.other = other
    }
  }

  private let measureOptions: MeasureOptions
  private let bootstrap: Bootstrap
  private let mistakes: Int

  /// An evaluation.
  ///
  /// - Parameters:
  ///   - samples: how often documents are drawn for the intervals.
  ///   - seed: of the drawing.
  ///   - mistakes: how many mistakes of each measure to show.
  public init(_ options: MeasureOptions = MeasureOptions(), samples: Int = 1_000, seed: UInt64 = 1, mistakes: Int = 10)
  {
    measureOptions = options
    bootstrap = Bootstrap(samples: samples, seed: seed)
    self.mistakes = mistakes
  }

  /// The measures that gold allows and for which the reports have layers.
  ///
  /// - Parameter provided: the layers of the reports; nil when they are not known.
  public static func applicable(to gold: [Annotation], provided: Set<String>?) -> [String] {
    measures.filter { measure in
      gold.contains { measure.applies(to: $0) } && measure.needs.allSatisfy { provided?.contains($0) ?? true }
    }.map { $0.name }
  }

  /// What comes of one measure.
  public func result(_ name: String, _ pairs: [Pair]) -> MeasureResult? {
    guard let type = Self.measures.first(where: { $0.name == name }) else { return nil }
    return result(type, pairs)
  }

  private func result(_ type: (some Measure).Type, _ pairs: [Pair]) -> MeasureResult {
    let measure = type.init(measureOptions)
    var worst: [MeasureResult.Found] = []
    let own = CountTable(
      pairs.map { pair in
        var mistakes: [Mistake] = []
        let counts = measure.count(pair.gold, pair.report ?? Annotation(), &mistakes)
        worst += mistakes.map { MeasureResult.Found($0, in: pair.gold) }
        return counts
      }
    )
    var ignored: [Mistake] = []
    let hasOther = pairs.contains { $0.other != nil }
    let other = hasOther ? CountTable(pairs.map { measure.count($0.gold, $0.other ?? Annotation(), &ignored) }) : nil
    let figures = { measure.figures($0) }
    return MeasureResult(
      name: type.name,
      headline: type.headline,
      documents: pairs.count,
      withoutReport: pairs.count { $0.report == nil },
      figures: measure.figures(own.sum(0..<own.count)),
      intervals: bootstrap.intervals(own, figures),
      otherFigures: other.map { measure.figures($0.sum(0..<$0.count)) },
      comparison: other.flatMap { bootstrap.comparison(own, $0, type.headline, figures) },
      mistakeCount: worst.count,
      mistakes: MeasureResult.worst(worst, mistakes)
    )
  }
}
