import DictumEnglish
import DictumKit
import Testing

@Suite("Noun phrases of a tree")
struct NounPhraseTests {
  private static let minister = """
    Japan/PROPN/nmod:poss>4 ’s/PART/case>1 new/ADJ/amod>4 minister/NOUN/nsubj>12 of/ADP/case>6 trade/NOUN/nmod>4 \
    ,/PUNCT/punct>9 who/PRON/nsubj>9 resigned/VERB/acl:relcl>4 ,/PUNCT/punct>9 had/AUX/aux>12 met/VERB \
    Secretary/PROPN/compound>14 Blinken/PROPN/obj>12 and/CCONJ/cc>18 his/PRON/nmod:poss>18 two/NUM/nummod>18 \
    aides/NOUN/conj>14 ./PUNCT/punct>12
    """
  private static let doctor = """
    Ann/PROPN/nsubj>7 Lee/PROPN/flat>1 ,/PUNCT/punct>5 a/DET/det>5 doctor/NOUN/appos>1 ,/PUNCT/punct>5 spoke/VERB \
    ./PUNCT/punct>7
    """

  @Test("phrases are cut before prepositions and relative clauses, and hold their possessors")
  func base() throws {
    let text = """
      ⟦phrase Japan’s new minister⟧ of ⟦phrase trade⟧, ⟦phrase who⟧ resigned, had met ⟦phrase Secretary Blinken⟧ and \
      ⟦phrase his two aides⟧.
      """
    let found = try difference(text, Self.minister) { drawn in
      drawn.tree.nounPhrases(in: drawn.tree.tokens.indices).map(\.tokens)
    }
    #expect(found == nil)
  }

  @Test("a whole phrase holds what hangs on its noun, not what “and” joins to it")
  func whole() throws {
    let text = "⟦phrase Japan’s new minister of trade, who resigned⟧, had met Secretary Blinken and his two aides."
    #expect(try difference(text, Self.minister) { [$0.tree.wholePhrase(of: try $0("minister")).tokens] } == nil)
    let aides = "Japan’s new minister of trade, who resigned, had met ⟦phrase Secretary Blinken⟧ and his two aides."
    #expect(try difference(aides, Self.minister) { [$0.tree.wholePhrase(of: try $0("Blinken")).tokens] } == nil)
  }

  @Test("the head word of a run is the one that the others hang on")
  func headWord() throws {
    let drawn = try HandMadeTree(
      "Japan’s new minister of trade, who resigned, had met Secretary Blinken and his two aides.",
      Self.minister
    )
    let minister = try drawn("minister")
    let trade = try drawn("trade")
    #expect(drawn.tree.headWord(of: 0..<trade + 1) == minister)
    #expect(drawn.tree.headWord(of: 0..<1) == 0)
    let blinken = try drawn("Blinken")
    #expect(drawn.tree.headWord(of: blinken - 1..<blinken + 5) == blinken)
    #expect(drawn.tree.headWord(of: 3..<3) == nil)
  }

  @Test("appositions lead both ways")
  func appositions() throws {
    #expect(
      try difference("Ann Lee, a ⟦noun doctor⟧, spoke.", Self.doctor) {
        $0.tree.appositions(of: try $0("Ann")).map(\.alone)
      } == nil
    )
    #expect(
      try difference("⟦noun Ann⟧ Lee, a doctor, spoke.", Self.doctor) {
        [try #require($0.tree.apposed(to: try $0("doctor"))).alone]
      } == nil
    )
  }

  @Test("the preposition of a noun stands before it")
  func preposition() throws {
    let drawn = try HandMadeTree(
      "Japan’s new minister of trade, who resigned, had met Secretary Blinken and his two aides.",
      Self.minister
    )
    #expect(drawn.tree.preposition(of: try drawn("trade")) == (try drawn("of")))
  }

  @Test("conjuncts are all that “and” joins, in order")
  func conjuncts() throws {
    let text = "⟦name Ann⟧, ⟦name Bob⟧ and ⟦name Cy⟧ left."
    let drawn =
      "Ann/PROPN/nsubj>6 ,/PUNCT/punct>3 Bob/PROPN/conj>1 and/CCONJ/cc>5 Cy/PROPN/conj>3 left/VERB ./PUNCT/punct>6"
    #expect(try difference(text, drawn) { $0.tree.conjuncts(of: try $0("Ann")).map(\.alone) } == nil)
  }
}
