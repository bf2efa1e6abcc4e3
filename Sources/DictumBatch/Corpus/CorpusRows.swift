import DictumKit

/// What an article adds to the corpus summary: who spoke in it, and how they stand on what.
struct CorpusRows: Sendable {
  /// How a named speaker stands on a target.
  struct Cell: Sendable {
    let speaker: String
    let target: String
    var favor = 0
    var against = 0
    var neutral = 0
    /// The sum over the stances, each in ten-thousandths as reports give it: adding up is exact then.
    var confidence = 0
    /// Ids of the quotes that say so.
    var quotes: [String] = []
  }

  /// Statements by speaker, in the order of the text.
  private(set) var speakers: [(name: String, statements: Int)] = []
  private(set) var positions: [Cell] = []

  init(_ document: Document) {
    let names = Dictionary(document[.entities].map { ($0.id, $0.name) }) { first, _ in first }
    count(document[.quotes], names)
    var places: [String: Int] = [:]
    for stance in document[.stances] {
      let target = stance.target.entity.flatMap { names[$0] } ?? stance.target.text.lowercased()
      for speaker in stance.holders.compactMap({ names[$0] }) {
        let key = "\(speaker)\n\(target)"
        let place = places[key] ?? positions.count
        if place == positions.count {
          places[key] = place
          positions.append(Cell(speaker: speaker, target: target))
        }
        positions[place].add(stance)
      }
    }
  }

  private mutating func count(_ quotes: [Quote], _ names: [String: String]) {
    var places: [String: Int] = [:]
    for quote in quotes {
      for name in quote.speakers.compactMap({ names[$0] }) {
        if let place = places[name] {
          speakers[place].statements += 1
        } else {
          places[name] = speakers.count
          speakers.append((name, 1))
        }
      }
    }
  }
}

extension CorpusRows.Cell {
  fileprivate mutating func add(_ stance: Stance) {
    switch stance.label {
    case .favor: favor += 1
    case .against: against += 1
    case .neutral: neutral += 1
    }
    confidence += Int((stance.confidence * 10_000).rounded())
    if quotes.last != stance.of { quotes.append(stance.of) }
  }
}
