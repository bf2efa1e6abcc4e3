import DictumKit
import DictumNeural
import DictumTesting
import Encoder
import Foundation
import Opinions
import Segmentation
import Testing

@Suite("opinions")
struct OpinionsStageTests {
  private static let models = [ModelSize.standard, .small]

  private func run(_ model: ModelSize, topics: [String] = []) throws -> StageRun {
    let resources = Resources()
    var settings = OpinionsSettings()
    settings.model = model
    settings.topics = topics
    return StageRun(
      try SegmentStage(settings: SegmentSettings(), resources: resources),
      try EncodeStage(settings: EncodeSettings(), resources: resources),
      try OpinionsStage(settings: settings, resources: resources)
    )
  }

  /// The stances toward marked spans that a document brings along.
  private func stances(_ marked: String, _ model: ModelSize) throws -> [StanceLabel] {
    let marked = try MarkedText(marked)
    var document = Document(id: "d", text: SourceText(marked.text))
    document[.targets] = marked.spans("target").map { span in
      var target = Target()
      target.span = span
      target.text = document.text[span]
      return target
    }
    try run(model).annotate(&document)
    return document[.stances].map(\.label)
  }

  @Test(
    "stance toward a span: praise, blame and negation",
    arguments: [
      ("⟦target Merkel⟧ is a brilliant and honest leader, and everybody admires her.", StanceLabel.favor),
      ("⟦target Merkel⟧ is a corrupt liar who betrayed her country.", .against),
      ("Critics slammed ⟦target the minister⟧ for his disastrous failure.", .against),
    ]
  )
  func span(_ marked: String, _ label: StanceLabel) throws {
    for model in Self.models { #expect(try stances(marked, model) == [label], "\(model)") }
  }

  @Test("a target that names whose stance is asked gets that holder's, one answer each")
  func givenHolders() throws {
    let marked = try MarkedText("⟦a Ann Lee⟧ furiously accused ⟦b Bo Berg⟧ of lying to the voters.")
    var document = Document(id: "d", text: SourceText(marked.text))
    let (ann, bo) = (marked.spans("a")[0], marked.spans("b")[0])
    document[.targets] = [(ann, bo), (bo, ann)].map { holder, span in
      var target = Target()
      target.span = span
      target.holder = TextPart(holder)
      return target
    }
    for model in Self.models {
      var copy = document
      try run(model).annotate(&copy)
      #expect(copy[.stances].map(\.holder?.span) == [ann, bo])
      #expect(copy[.stances].map(\.target.text) == ["Bo Berg", "Ann Lee"])
      #expect(copy[.stances].allSatisfy { $0.target.holder == nil })
      if model == .standard { #expect(copy[.stances].first?.label == .against) }
    }
  }

  @Test("negation turns a stance around")
  func negation() throws {
    #expect(try stances("We do not trust ⟦target the government⟧, and we never will.", .standard) == [.against])
  }

  @Test("two targets of one sentence may differ")
  func contrast() throws {
    let sentence =
      "While ⟦target Ann Lee⟧ was praised for her courage, ⟦target Bo Berg⟧ was jailed for his shameful fraud."
    #expect(try stances(sentence, .standard) == [.favor, .against])
  }

  @Test("stance toward a text: for, against, and about something else")
  func topics() throws {
    var document = Document(id: "d", text: SourceText("Nuclear plants are unsafe and their waste poisons us for ages."))
    var target = Target()
    target.text = "Nuclear power should be banned"
    document[.targets] = [target]
    try run(.standard).annotate(&document)
    #expect(document[.stances].map(\.label) == [.favor])
    document = Document(id: "d", text: SourceText("Our team won the cup after a long season of hard games."))
    document[.targets] = [target]
    try run(.standard).annotate(&document)
    #expect(document[.stances].map(\.label) == [.neutral])
  }

  @Test("each given target gets exactly one stance, and every document one sentiment", arguments: models)
  func counts(_ model: ModelSize) throws {
    #expect(try stances("⟦target Oslo⟧ and ⟦target Bergen⟧ and ⟦target Oslo⟧.", model).count == 3)
    let document = try run(model)("It was a wonderful day. Everybody was happy.")
    #expect(document[.sentiments].map(\.of) == ["document"])
    #expect(document[.sentiments].map(\.label) == [.positive])
  }

  @Test("who only discusses a thing says nothing good or bad of it", arguments: models)
  func discussed(_ model: ModelSize) throws {
    let cues = ["also discussed": SentimentLabel.neutral, "bitterly mourned": .negative]
    for (cue, label) in cues {
      let marked = try MarkedText("They ⟦cue \(cue)⟧ ⟦content the horrible, deadly floods and the cruel deaths⟧.")
      var document = Document(id: "d", text: SourceText(marked.text))
      var quote = Quote()
      quote.id = "q0"
      quote.spans = marked.spans("content").map(TextPart.init)
      quote.cue = marked.spans("cue").map(TextPart.init)
      document[.quotes] = [quote]
      try run(model).annotate(&document)
      #expect(document[.sentiments].last?.label == label)
    }
  }

  @Test("odd texts neither crash nor go without a sentiment", arguments: OddTexts.all, models)
  func oddTexts(_ text: String, _ model: ModelSize) throws {
    #expect(try run(model)(text)[.sentiments].count == 1)
  }

  @Test("a broken model file is a coded error, never a crash")
  func brokenModel() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dictum-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("not a model".utf8).write(to: folder.appendingPathComponent("opinions-small.safetensors"))
    var settings = OpinionsSettings()
    settings.model = .small
    #expect {
      try OpinionsStage(settings: settings, resources: Resources(folders: [folder.path]))
    } throws: {
      ($0 as? DictumError)?.diagnostics.first?.code.id.hasPrefix("D4") == true
    }
  }
}
