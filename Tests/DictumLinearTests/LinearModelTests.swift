import DictumKit
import DictumLinear
import Testing

@Suite("Linear models")
struct LinearModelTests {
  private func hash(_ word: String) -> FeatureHash { FeatureHash(word.utf8) }

  private func rows(_ tokens: [[String]]) -> FeatureRows {
    var rows = FeatureRows()
    for token in tokens {
      rows.hashes += token.map(hash)
      rows.endToken()
    }
    return rows
  }

  @Test("a token's score is the sum of its features' weights, rounded to a 127th of the largest", arguments: [3, 20])
  func scores(_ labels: Int) {
    let model = LinearModel(
      rows: [
        (hash("up").value, [(0, 2), (labels - 1, -1)]),
        (hash("down").value, [(1, 0.5)]),
        (hash("nothing").value, [(1, 0.001)]),
      ],
      chain: LinearChain(labels: labels) { _, _ in true }
    )
    let found = model.scores(rows([["up", "down"], ["unknown"], ["down", "down", "nothing"]]))
    var expected = [Float](repeating: 0, count: 3 * labels)
    (expected[0], expected[labels - 1], expected[1], expected[2 * labels + 1]) = (2, -1, 0.5, 1)
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) <= 2 * model.scale })
    // A weight that rounds to nothing is not stored, and neither is its feature.
    #expect(model.features.count == 2 && model.weightCount == 3)
    #expect(model.scores(rows([["up"], ["down"]]), 1..<2) == model.scores(rows([["down"]])))
  }

  @Test("each of many features keeps its own weight, and others have none")
  func manyFeatures() {
    let count = 20_000
    let model = LinearModel(
      rows: (0..<count).map { (hash("f\($0)").value, [($0 % 2, Float(1 + $0 % 5))]) },
      chain: LinearChain(labels: 2) { _, _ in true }
    )
    let found = model.scores(rows((0..<count).map { ["f\($0)"] } + [["f\(count)"]]))
    for index in stride(from: 0, to: count, by: 7) {
      #expect(abs(found[index * 2 + index % 2] - Float(1 + index % 5)) < 0.05)
      #expect(found[index * 2 + 1 - index % 2] == 0)
    }
    #expect(found.suffix(2) == [0, 0])
  }

  @Test("a word's number is found by the hash of its lower-case form")
  func wordTable() {
    let table = WordTable((0..<1_000).map { (hash("word\($0)").value, UInt32($0)) })
    #expect((0..<1_000).allSatisfy { table[hash("word\($0)")] == UInt32($0) })
    #expect(table[hash("Word1")] == nil && WordTable([])[hash("word1")] == nil)
  }

  @Test("a token's profile knows its case, its shape and its ends")
  func profile() {
    func profile(_ word: String) -> TokenProfile {
      let text = SourceText(word)
      return text.bytes.withUnsafeBufferPointer { TokenProfile($0, Token(span: text.span, kind: .word)) }
    }
    #expect(profile("Oslo").isCapitalised && !profile("oslo").isCapitalised && profile("Österreich").isCapitalised)
    #expect(profile("NATO").isAllCapitals && !profile("N").isAllCapitals && !profile("NaTO").isAllCapitals)
    #expect(profile("Oslo").lower == profile("OSLO").lower && profile("Oslo").exact != profile("OSLO").exact)
    #expect(profile("Oslo").shape == profile("Paris").shape && profile("Oslo").shape != profile("A1").shape)
    let (walking, talking) = (profile("walking"), profile("talking"))
    #expect(walking.suffixes[3] == talking.suffixes[3] && walking.prefixes[0] != talking.prefixes[0])
    #expect(profile("ab").affixes == 2 && walking.affixes == 4)
  }

  @Test("rows are cut out whole")
  func slices() {
    let all = rows([["a", "b"], [], ["c"]])
    let cut = all.slice(1..<3)
    #expect(all.count == 3 && cut.count == 2 && cut.hashes == [hash("c")] && cut.starts == [0, 0, 1])
  }
}
