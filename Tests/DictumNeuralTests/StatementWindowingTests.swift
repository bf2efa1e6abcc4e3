import Testing

@testable import DictumNeural

@Suite("Windows of a statement")
struct StatementWindowingTests {
  @Test("A short statement is one window") func short() {
    #expect(StatementWindowing.groups(sizes: [20, 30, 10], anchor: 1) == [[0, 1, 2]])
  }

  @Test("The window of the cue takes in what follows before what precedes") func cueFirst() {
    #expect(StatementWindowing.groups(sizes: [100, 60, 100, 20], anchor: 1) == [[1, 2, 3], [0]])
  }

  @Test("A window holds a run of the text, nothing is skipped over") func runs() {
    #expect(StatementWindowing.groups(sizes: [10, 150, 100, 10], anchor: 1) == [[0, 1], [2, 3]])
  }

  @Test("What is left is cut in order") func rest() {
    #expect(StatementWindowing.groups(sizes: [180, 100, 100, 80], anchor: 0) == [[0], [1], [2, 3]])
  }
}
