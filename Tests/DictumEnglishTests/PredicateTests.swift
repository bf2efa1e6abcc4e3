import DictumEnglish
import DictumKit
import Testing

@Suite("Predicates and clauses of a tree")
struct PredicateTests {
  private static let passive = """
    The/DET/det>2 plan/NOUN/nsubj:pass>5 was/AUX/aux:pass>5 not/PART/advmod>5 rejected/VERB by/ADP/case>8 the/DET/det>8 \
    mayor/NOUN/obl:agent>5 or/CCONJ/cc>11 the/DET/det>11 council/NOUN/conj>8 ./PUNCT/punct>5
    """
  private static let told = """
    Ann/PROPN/nsubj>4 and/CCONJ/cc>3 Bob/PROPN/conj>1 told/VERB him/PRON/obj>4 to/PART/mark>7 go/VERB/xcomp>4 and/CCONJ/cc>9 \
    left/VERB/conj>4 ,/PUNCT/punct>12 because/SCONJ/mark>12 rained/VERB/advcl>4 ./PUNCT/punct>4
    """
  private static let relative = """
    The/DET/det>2 man/NOUN/nsubj>7 who/PRON/nsubj>4 came/VERB/acl:relcl>2 and/CCONJ/cc>6 ate/VERB/conj>4 said/VERB \
    no/DET/det>9 ships/NOUN/nsubj>10 sailed/VERB/ccomp>7 ./PUNCT/punct>7
    """

  @Test("in the passive the one who does it stands behind “by”")
  func passive() throws {
    let text = "The plan was not rejected by the ⟦who mayor⟧ or the ⟦who council⟧."
    #expect(try difference(text, Self.passive) { $0.tree.agents(of: try $0("rejected")).map(\.alone) } == nil)
    let drawn = try HandMadeTree("The plan was not rejected by the mayor or the council.", Self.passive)
    #expect(drawn.tree.isPassive(try drawn("rejected")))
    #expect(drawn.tree.patient(of: try drawn("rejected")) == (try drawn("plan")))
    #expect(drawn.tree.object(of: try drawn("rejected")) == nil)
  }

  @Test("a verb is denied by “not”, a noun by “no”")
  func negation() throws {
    let passive = try HandMadeTree("The plan was not rejected by the mayor or the council.", Self.passive)
    #expect(passive.tree.isNegated(try passive("rejected")))
    #expect(!passive.tree.isNegated(try passive("plan")))
    let relative = try HandMadeTree("The man who came and ate said no ships sailed.", Self.relative)
    #expect(relative.tree.isNegated(try relative("ships")))
    #expect(!relative.tree.isNegated(try relative("said")))
  }

  @Test("subjects are joint, shared and taken over")
  func subjects() throws {
    let told = "⟦who Ann⟧ and ⟦who Bob⟧ told him to go and left, because rained."
    #expect(try difference(told, Self.told) { $0.tree.subjects(of: try $0("told")).map(\.alone) } == nil)
    #expect(try difference(told, Self.told) { $0.tree.subjects(of: try $0("left")).map(\.alone) } == nil)
    let going = "Ann and Bob told ⟦who him⟧ to go and left, because rained."
    #expect(try difference(going, Self.told) { $0.tree.subjects(of: try $0("go")).map(\.alone) } == nil)
    let man = "The ⟦who man⟧ who came and ate said no ships sailed."
    for verb in ["came", "ate", "said"] {
      #expect(try difference(man, Self.relative) { $0.tree.subjects(of: try $0(verb)).map(\.alone) } == nil, "\(verb)")
    }
    let drawn = try HandMadeTree("Ann and Bob told him to go and left, because rained.", Self.told)
    #expect(drawn.tree.subjects(of: try drawn("rained")).isEmpty)
  }

  @Test("a relative clause describes its antecedent, its second verb too")
  func antecedents() throws {
    let drawn = try HandMadeTree("The man who came and ate said no ships sailed.", Self.relative)
    #expect(drawn.tree.antecedent(ofClause: try drawn("came")) == (try drawn("man")))
    #expect(drawn.tree.antecedent(ofClause: try drawn("ate")) == (try drawn("man")))
    #expect(drawn.tree.antecedent(ofClause: try drawn("sailed")) == nil)
  }

  @Test("heads that a document brings along may be senseless")
  func senseless() throws {
    let text = SourceText("a b c d")
    let heads = [1, 0, 2, 99]
    let tokens = heads.enumerated().map { index, head in
      var token = Token(span: TextSpan(start: 2 * index, end: 2 * index + 1), kind: .word)
      token.head = head
      return token
    }
    let tree = SyntaxTree(text: text, tokens: tokens, sentences: [0..<4])
    for token in 0..<4 { #expect(tree.subtree(of: token).contains(token)) }
    #expect(tree.head(of: 2) == nil && tree.head(of: 3) == nil)
  }
}
