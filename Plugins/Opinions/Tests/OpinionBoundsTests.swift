import DictumKit
import Testing

@testable import Opinions

/// What keeps a text made for it from costing time by the square; no article comes near these numbers.
@Suite("Bounds of opinions")
struct OpinionBoundsTests {
  @Test("a sentence without an end is read around a target; a real one as a whole")
  func endlessSentence() {
    #expect(LinearOpinionModel.window(around: 20..<22, in: 0..<90) == 0..<90)
    #expect(LinearOpinionModel.window(around: 5_000..<5_002, in: 0..<10_000).count == 2 + 2 * LinearOpinionModel.reach)
  }

  @Test("what a statement takes a side on stands near it")
  func endlessStatement() {
    var quote = Quote()
    quote.spans = [TextPart(TextSpan(start: 50_000, end: 50_100))]
    quote.cue = [TextPart(TextSpan(start: 50_110, end: 50_114))]
    func sentence(_ start: Int, _ end: Int) -> Sentence {
      Sentence(id: "s0", span: TextSpan(start: start, end: end), paragraph: 0)
    }
    #expect(quote.reach(in: [sentence(0, 100_000)]) == TextSpan(start: 48_000, end: 52_114))
    #expect(quote.reach(in: [sentence(49_950, 50_200)]) == TextSpan(start: 49_950, end: 50_200))
  }

  @Test("a mention of a thousand bytes is not what every target behind its start is asked about")
  func longMention() {
    let long = Mention(id: "m0", span: TextSpan(start: 0, end: 2_000), type: .person)
    let short = Mention(id: "m1", span: TextSpan(start: 1_500, end: 1_507), type: .person)
    let names = TargetNames([long, short])
    #expect(names.mention(at: TextSpan(start: 1_500, end: 1_507))?.id == "m1")
    #expect(names.mention(at: TextSpan(start: 1_900, end: 1_910)) == nil)
  }
}
