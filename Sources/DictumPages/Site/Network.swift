import DictumKit
import Glibc

/// Who backs and blames whom: the strongest ties from speakers to people, bodies and places, set on a circle.
struct Network {
  struct Tie {
    let speaker: Int
    let target: Int
    let favor: Int
    let against: Int
    /// Indices into `nodes`.
    let from: Int
    let to: Int

    var count: Int { favor + against }
    /// The side that more statements take.
    var isFavor: Bool { favor >= against }
  }

  struct Node {
    let name: String
    /// The person's index, where the node is heard.
    var person: Int?
    var angle = 0.0
  }

  private static let tieLimit = 40
  private static let nodeLimit = 28
  private(set) var nodes: [Node] = []
  private(set) var ties: [Tie] = []

  init(_ parts: SiteParts) {
    let corpus = parts.corpus
    var found: [(speaker: Int, target: Int, cell: SiteContents.Cell)] = []
    for speaker in parts.ranking.prefix(SiteParts.pageLimit) {
      for (target, cell) in corpus.people[speaker].positions {
        let named: [EntityType?] = [.person, .organization, .location, .norp]
        if named.contains(corpus.targets[target].type), corpus.targets[target].key != corpus.people[speaker].key {
          found.append((speaker, target, cell))
        }
      }
    }
    found.sort {
      ($1.cell.count, corpus.people[$0.speaker].name, corpus.targets[$0.target].name)
        < ($0.cell.count, corpus.people[$1.speaker].name, corpus.targets[$1.target].name)
    }
    var places: [String: Int] = [:]
    for (speaker, target, cell) in found {
      let pair =
        [(corpus.people[speaker].key, corpus.people[speaker].name)]
        + [(corpus.targets[target].key, corpus.targets[target].name)]
      let new = pair.filter { places[$0.0] == nil }.count
      guard ties.count < Self.tieLimit, nodes.count + new <= Self.nodeLimit else { continue }
      for (key, name) in pair where places[key] == nil {
        places[key] = nodes.count
        nodes.append(Node(name: name))
      }
      guard let from = places[pair[0].0], let to = places[pair[1].0] else { continue }
      nodes[from].person = speaker
      ties.append(
        Tie(
          speaker: speaker,
          target: target,
          favor: cell.favor.count,
          against: cell.against.count,
          from: from,
          to: to
        )
      )
    }
    place()
  }

  /// Sets the nodes around the circle so that those with strong ties stand near each other: from the one with most ties
  /// on to its neighbours, the strongest first, and theirs.
  private mutating func place() {
    var weights = [Int](repeating: 0, count: nodes.count)
    for tie in ties {
      weights[tie.from] += tie.count
      weights[tie.to] += tie.count
    }
    var order: [Int] = []
    var seen = Set<Int>()
    for start in nodes.indices.sorted(by: { (-weights[$0], $0) < (-weights[$1], $1) }) where seen.insert(start).inserted
    {
      var queue = [start]
      while !queue.isEmpty {
        let node = queue.removeFirst()
        order.append(node)
        let near = ties.filter { $0.from == node || $0.to == node }.sorted { $0.count > $1.count }
          .map { $0.from == node ? $0.to : $0.from }
        for next in near where seen.insert(next).inserted { queue.append(next) }
      }
    }
    for (step, node) in order.enumerated() {
      nodes[node].angle = 2 * Double.pi * Double(step) / Double(max(1, nodes.count)) - Double.pi / 2
    }
  }
}
