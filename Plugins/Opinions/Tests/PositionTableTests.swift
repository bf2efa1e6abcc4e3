import DictumKit
import Testing

@testable import Opinions

@Suite("Positions")
struct PositionTableTests {
  private func stance(_ of: String, _ holders: [String], _ target: String, _ label: StanceLabel, _ sure: Double)
    -> Stance
  {
    var stance = Stance()
    stance.of = of
    stance.holders = holders
    stance.target.text = target
    stance.label = label
    stance.confidence = sure
    return stance
  }

  @Test("counts, mean and evidence of each speaker toward each target")
  func sums() throws {
    let table = PositionTable([
      stance("q0", ["e1"], "the plan", .favor, 0.9), stance("q1", ["e1"], "The plan", .against, 0.3),
      stance("q1", ["e1", "e2"], "the costs", .against, 0.8), stance("s4", [], "the plan", .neutral, 0.6),
    ])
    #expect(table.positions.map(\.holder) == ["e1", "e1", "e2", ""])
    let first = try #require(table.positions.first)
    #expect(first.favor == 1 && first.against == 1 && first.quotes == ["q0", "q1"])
    #expect(abs(first.mean - 0.5) < 1e-9 && abs(first.confidence - 0.6) < 1e-9)
    #expect(table.positions[2].mean == -1 && table.positions[3].mean == 0)
  }
}
