import DictumKit

/// Sums stances up by holder and target.
struct PositionTable {
  private struct Cell: Hashable {
    let holder: String
    let target: String
  }

  /// In order of the first stance.
  let positions: [Position]

  init(_ stances: [Stance]) {
    var order: [Cell] = []
    var cells: [Cell: (position: Position, weight: Double, sum: Double)] = [:]
    for stance in stances {
      for holder in stance.holders.isEmpty ? [""] : stance.holders {
        let key = Cell(holder: holder, target: stance.target.entity ?? stance.target.text.lowercased())
        if cells[key] == nil {
          order.append(key)
          var position = Position()
          position.holder = holder
          position.target = stance.target.text
          position.entity = stance.target.entity
          cells[key] = (position, 0, 0)
        }
        cells[key]?.position.count(stance.label, of: stance.of)
        cells[key]?.weight += stance.confidence
        cells[key]?.sum += stance.confidence * stance.label.direction
      }
    }
    positions = order.compactMap { cells[$0] }.map { cell in
      var position = cell.position
      let count = position.favor + position.against + position.neutral
      position.mean = cell.weight > 0 ? cell.sum / cell.weight : 0
      position.confidence = count > 0 ? cell.weight / Double(count) : 0
      return position
    }
  }
}

extension Position {
  /// Counts one more stance and notes where it was taken.
  fileprivate mutating func count(_ label: StanceLabel, of passage: String) {
    switch label {
    case .favor: favor += 1
    case .against: against += 1
    case .neutral: neutral += 1
    }
    if quotes.last != passage { quotes.append(passage) }
  }
}

extension StanceLabel {
  fileprivate var direction: Double {
    switch self {
    case .favor: 1
    case .against: -1
    case .neutral: 0
    }
  }
}
