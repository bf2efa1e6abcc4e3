/// Finds what is wrong with the records of a document: places outside the text, inside a character or out of order, ids
/// that are missing or appear twice, references to records that are not there, numbers out of bounds.
///
/// Everything is linear in the records that are looked at. Layers that come from outside are checked once, at the door;
/// what a stage wrote is checked after the stage.
public struct LayerProblems: Sendable {
  /// More than so many are not described.
  public static let limit = 5

  /// What is wrong, in words, with the record's path.
  public private(set) var found: [String] = []
  /// By name.
  private let layers: [String: any Layer]
  private var ids: [String: Set<String>] = [:]

  /// A check against layers by name: those that references may point into.
  public init(layers: [any Layer]) { self.init(byName: Self.byName(layers)) }

  /// The same for a table that is made once, for many documents.
  init(byName layers: [String: any Layer]) { self.layers = layers }

  /// The first layer of each name.
  static func byName(_ layers: [any Layer]) -> [String: any Layer] {
    Dictionary(layers.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Checks the layer of that name.
  public mutating func check(_ name: String, of document: borrowing Document) {
    guard let layer = layers[name] else { return }
    check(layer, of: document)
  }

  /// Checks a layer.
  public mutating func check(_ layer: some Layer, of document: borrowing Document) {
    var visitor = RecordCheck(document.text)
    var previous: TextSpan?
    var own: Set<String> = []
    // By index: no records' type is known here, and an iterator's would be put together anew at each call.
    let records = document[layer.key]
    for index in 0..<records.count {
      guard found.count < Self.limit else { return }
      var record = records[index]
      visitor.begin()
      record.visit(&visitor)
      if let span = visitor.place, layer.order != .free {
        if let problem = Self.order(span, after: previous, layer.order) { visitor.problems.append(problem) }
        previous = span
      }
      if let id = visitor.id {
        if id.isEmpty {
          visitor.problems.append(" has no `id`")
        } else if !own.insert(id).inserted {
          visitor.problems.append(": the id `\(id)` appears twice")
        }
      }
      for reference in visitor.references where !holds(reference, in: document) {
        visitor.problems.append(".\(reference.field) names `\(reference.id)`, which is not there")
      }
      for problem in visitor.problems { found.append("\(layer.name)[\(index)]\(problem)") }
    }
  }

  private static func order(_ span: TextSpan, after previous: TextSpan?, _ order: LayerOrder) -> String? {
    if span.isEmpty { return " is empty: it ends where it starts" }
    guard let previous else { return nil }
    if span.start < previous.start { return " starts before the one before it" }
    if order == .disjoint, span.start < previous.end { return " overlaps the one before it" }
    return nil
  }

  private mutating func holds(_ reference: RecordCheck.Reference, in document: borrowing Document) -> Bool {
    if let word = reference.to.word, "\(word)" == reference.id { return true }
    for name in reference.to.layers {
      // Where nobody reads that layer, nobody can say what it holds.
      guard collectIDs(name, of: document) else { return true }
      if ids[name]?.contains(reference.id) == true { return true }
    }
    return false
  }

  private mutating func collectIDs(_ name: String, of document: borrowing Document) -> Bool {
    if ids[name] != nil { return true }
    guard let layer = layers[name] else { return false }
    ids[name] = Self.ids(layer, of: document)
    return true
  }

  private static func ids(_ layer: some Layer, of document: borrowing Document) -> Set<String> {
    var collector = IDCollector()
    let records = document[layer.key]
    for index in 0..<records.count {
      var record = records[index]
      record.visit(&collector)
    }
    return collector.ids
  }
}
