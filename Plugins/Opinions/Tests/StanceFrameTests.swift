import DictumEnglish
import DictumKit
import DictumTesting
import Segmentation
import Testing

@testable import Opinions

@Suite("How statements are meant")
struct StanceFrameTests {
  private let favor = StanceAnswer(against: 0.1, neutral: 0.2, favor: 0.7)
  private let against = StanceAnswer(against: 0.7, neutral: 0.2, favor: 0.1)

  /// A marked statement, and the frame of its text.
  private func framed(_ marked: MarkedText) throws -> (StanceFrame, Passage) {
    let segment = StageRun(try SegmentStage(settings: SegmentSettings(), resources: Resources()))
    let passage = Passage(
      id: "q0",
      spans: marked.spans("content"),
      holders: [],
      isStatement: true,
      cue: marked.spans("cue")
    )
    return (StanceFrame(Reading(try segment(marked.text))), passage)
  }

  /// What becomes of a model's answer about the marked target of a marked statement.
  private func reading(_ marked: String, _ answer: StanceAnswer) throws -> StanceLabel {
    let marked = try MarkedText(marked)
    let (frame, passage) = try framed(marked)
    let target = try #require(marked.spans("target").first)
    let read =
      frame
      .reading(answer, of: StanceQuestion(passage, target: .span(target, entity: nil)))
    #expect(abs(read[.favor] + read[.neutral] + read[.against] - 1) < 1e-5)
    return read.label
  }

  @Test("who only discusses a thing takes no side on it")
  func discussed() throws {
    #expect(try reading("They ⟦cue also discussed⟧ ⟦content ⟦target climate change⟧⟧.", against) == .neutral)
    #expect(try reading("They ⟦cue condemned⟧ ⟦content ⟦target the raid⟧⟧.", against) == .against)
  }

  @Test("who only discusses a thing says nothing good or bad of it")
  func discussedFeeling() throws {
    var sad = Sentiment()
    (sad.of, sad.label, sad.score) = ("q0", .negative, -0.7)
    for (marked, label) in [
      ("They ⟦cue also discussed⟧ ⟦content the floods⟧.", SentimentLabel.neutral),
      ("They ⟦cue mourned⟧ ⟦content the floods⟧.", .negative),
    ] {
      let (frame, passage) = try framed(try MarkedText(marked))
      #expect(frame.feeling(sad, of: passage).label == label)
    }
  }

  @Test("a denied clause is not the speaker's stance; a denied thing is left to the model")
  func denied() throws {
    #expect(try reading("She ⟦cue denied⟧ ⟦content that she opposed ⟦target the deal⟧⟧.", against) == .neutral)
    #expect(try reading("She ⟦cue denied⟧ ⟦content having opposed ⟦target the deal⟧⟧.", against) == .neutral)
    #expect(try reading("She ⟦cue denied⟧ ⟦content ⟦target the charges⟧⟧.", against) == .against)
  }

  @Test(
    "a name that is called undeserved is held against it",
    arguments: [
      "He ⟦cue said⟧ ⟦content the so-called ⟦target peace deal⟧ had failed⟧.",
      "He ⟦cue said⟧ ⟦content the so-called “⟦target peace deal⟧” had failed⟧.",
      "He ⟦cue mocked⟧ ⟦content their “⟦target peace deal⟧” once more⟧.",
    ]
  )
  func disowned(_ marked: String) throws {
    #expect(try reading(marked, favor) == .against)
  }

  @Test("scare quotes take the praise out of a name; quote marks around the whole statement do not")
  func scareQuotes() throws {
    #expect(try reading("He ⟦cue said⟧ ⟦content their “⟦target peace deal⟧” was signed⟧.", favor) == .neutral)
    #expect(try reading("“⟦content ⟦target The peace deal⟧ is good⟧,” he ⟦cue said⟧.", favor) == .favor)
  }

  @Test("whoever condemns an attack is not against its victim")
  func victims() throws {
    let war = "He ⟦cue condemned⟧ ⟦content the war of aggression against ⟦target Ukraine⟧⟧."
    #expect(try reading(war, against) == .neutral)
    #expect(try reading("He ⟦cue condemned⟧ ⟦content attacks on the people of ⟦target Ukraine⟧⟧.", against) == .against)
    #expect(try reading("He ⟦cue condemned⟧ ⟦content the shelling of ⟦target Kharkiv⟧⟧.", against) == .neutral)
    #expect(try reading("He ⟦cue condemned⟧ ⟦content ⟦target Russia⟧'s war against Ukraine⟧.", against) == .against)
  }

  @Test("odd text neither crashes nor changes what is certain", arguments: OddTexts.all)
  func oddTexts(_ text: String) throws {
    let marked = text.unicodeScalars.contains { "⟦⟧".unicodeScalars.contains($0) } ? "x" : text
    _ = try reading("⟦content \(marked) ⟦target x⟧ \(marked)⟧", favor)
  }
}
