import DictumKit
import DictumReports

/// A stretch of text over which nothing changes: the same statements, cues and mentions cover all of it.
struct Run {
  let span: TextSpan
  /// Indices into `Runs.statements`, of contents and of cues.
  var contents: [Int] = []
  var cues: [Int] = []
  /// The innermost mention's entity.
  var entity: String?
  /// Positions whose target ends here.
  var chips: [Position] = []
  /// Positions whose target covers it.
  var targets: [Position] = []
  /// Statements whose content ends here.
  var ends: [Int] = []
  /// Statements whose content begins here.
  var begins: [Int] = []
}

/// A text cut into runs wherever a mark begins or ends; marks may overlap in any way.
struct Runs {
  private enum Mark {
    case content(Int), cue(Int), mention(String), target(Position)
  }

  /// Marks that cover one place beyond this number are passed over: no reader could tell them apart, and a hostile
  /// report could make the page grow with their square.
  private static let depth = 24

  let statements: [Statement]
  private let runs: [Run]

  /// A statement's parts with the quote marks around them.
  private typealias Places = [[TextSpan]]

  /// Cuts the text at its marks and at the ends of `paragraphs`, which are in text order.
  init(_ model: ArticleModel, paragraphs: [TextSpan]) {
    statements = model.voices.statements
    let places = statements.map { $0.parts.map { model.document.text.withQuoteMarks($0.span) } }
    let marks = Self.marks(model, places)
    var edges = Set(paragraphs.flatMap { [$0.start, $0.end] })
    for mark in marks { edges.formUnion([mark.span.start, mark.span.end]) }
    let sorted = edges.sorted()
    var active: [(span: TextSpan, mark: Mark)] = []
    var next = 0
    var runs: [Run] = []
    for (start, end) in zip(sorted, sorted.dropFirst()) {
      active.removeAll { $0.span.end <= start }
      while next < marks.count, marks[next].span.start <= start {
        if active.count < Self.depth { active.append(marks[next]) }
        next += 1
      }
      runs.append(Self.run(TextSpan(start: start, end: end), active, places))
    }
    self.runs = runs
  }

  /// The runs of a paragraph, in order and without gaps.
  func runs(in paragraph: TextSpan) -> ArraySlice<Run> {
    let start = runs.partitioningIndex { $0.span.start >= paragraph.start }
    let end = runs.partitioningIndex { $0.span.start >= paragraph.end }
    return runs[start..<max(start, end)]
  }

  private static func marks(_ model: ArticleModel, _ places: Places) -> [(span: TextSpan, mark: Mark)] {
    var marks: [(TextSpan, Mark)] = []
    for (index, quote) in model.document[.quotes].enumerated() {
      marks += places[index].map { ($0, .content(index)) } + quote.cue.map { ($0.span, .cue(index)) }
    }
    for mention in model.document[.mentions] {
      guard let id = mention.entity, let entity = model.entities[id], entity.isShown else { continue }
      marks.append((mention.span, .mention(id)))
    }
    for position in model.voices.statements.flatMap(\.positions) + model.voices.own.flatMap(\.positions) {
      if let span = position.span { marks.append((span, .target(position))) }
    }
    let count = model.document.text.count
    return marks.filter { !$0.0.isEmpty && $0.0.end <= count }.sorted { $0.0 < $1.0 }
  }

  private static func run(_ span: TextSpan, _ marks: [(span: TextSpan, mark: Mark)], _ places: Places) -> Run {
    var run = Run(span: span)
    var narrowest = Int.max
    for (place, mark) in marks {
      switch mark {
      case .content(let index):
        run.contents.append(index)
        if places[index].last == place, place.end == span.end { run.ends.append(index) }
        if places[index].first == place, place.start == span.start { run.begins.append(index) }
      case .cue(let index): run.cues.append(index)
      case .mention(let entity):
        guard place.count < narrowest else { continue }
        narrowest = place.count
        run.entity = entity
      case .target(let position):
        run.targets.append(position)
        if place.end == span.end { run.chips.append(position) }
      }
    }
    return run
  }
}

extension SourceText {
  /// A span with the quote marks that stand right before and after it.
  fileprivate func withQuoteMarks(_ span: TextSpan) -> TextSpan {
    guard span.end <= count else { return span }
    var start = span.start
    var end = span.end
    for mark in ["“", "\"", "„", "«", "‘", "'"] where bytes[..<start].suffix(mark.utf8.count).elementsEqual(mark.utf8) {
      start -= mark.utf8.count
      break
    }
    for mark in ["”", "\"", "“", "»", "’", "'"] where bytes[end...].prefix(mark.utf8.count).elementsEqual(mark.utf8) {
      end += mark.utf8.count
      break
    }
    return start < span.start && end > span.end ? TextSpan(start: start, end: end) : span
  }
}
