import DictumKit
import DictumTesting
import Exec
import Testing

@Suite("exec")
struct ExecStageTests {
  /// A stage whose child is a shell script, read line by line.
  private func stage(
    _ script: String,
    provides: [String] = ["findings"],
    change: (inout ExecSettings) -> Void = { _ in }
  ) throws -> ExecStage {
    var settings = ExecSettings()
    settings.command = ExecCommand(words: ["sh", "-c", script], folder: "")
    settings.provides = provides
    settings.timeLimit = 20
    change(&settings)
    return try ExecStage(settings: settings, resources: Resources())
  }

  private static func answering(_ json: String) -> String { "while read -r line; do echo '\(json)'; done" }

  private func codes(_ stage: ExecStage, _ text: String = "one two") -> [String] {
    do {
      _ = try StageRun(stage)(text)
      return []
    } catch {
      return (error as? DictumError)?.diagnostics.map(\.code.id) ?? ["\(error)"]
    }
  }

  @Test("the child's records become a layer, offsets counted in scalars")
  func provides() throws {
    let json = #"{"findings": [{"label": "x", "value": 2.5, "start": 1, "end": 3}, {"label": "all"}]}"#
    let document = try StageRun(try stage(Self.answering(json)))("“né” zwei")
    let found = document[LayerKey<Finding>("findings", "")]
    #expect(found.map(\.label) == ["x", "all"])
    #expect(found[0].value == 2.5 && found[1].span == nil)
    #expect(found[0].span.map { document.text[$0] } == "né")
  }

  @Test(
    "a misspelt field, an absent number and a place in the middle of nowhere are wrong answers, not silence",
    arguments: [
      (#"{"findings": [{"lable": "x"}]}"#, "findings", "X104"),
      (#"{"sentiments": [{"of": "document", "label": "positive"}]}"#, "sentiments", "X104"),
      (#"{"findings": [{"label": "x", "start": 1}]}"#, "findings", "X104"),
      (#"{"mentions": [{"id": "m0", "start": 0, "end": 3, "entity": "e9"}]}"#, "mentions", "D306"),
    ]
  )
  func silentFaults(_ json: String, _ layer: String, _ code: String) throws {
    #expect(codes(try stage(Self.answering(json), provides: [layer])) == [code])
  }

  @Test("a number that the child leaves out stays out")
  func absentNumber() throws {
    let document = try StageRun(try stage(Self.answering(#"{"findings": [{"label": "x"}]}"#)))("text")
    #expect(document[LayerKey<Finding>("findings", "")].map(\.value) == [nil])
  }

  @Test("a standard layer keeps its own records")
  func standardLayer() throws {
    let json = #"{"mentions": [{"id": "m0", "start": 0, "end": 3, "type": "person", "form": "name"}]}"#
    let document = try StageRun(try stage(Self.answering(json), provides: ["mentions"]))("Ann left.")
    #expect(document.marks(of: .mentions, as: "mention").map { document.text[$0.span] } == ["Ann"])
  }

  @Test("the child reads the text and the layers that it requires")
  func input() throws {
    // The answer says whether the line holds what was asked for.
    let script = """
      while read -r line; do case "$line" in
      *'"text":"Ann left."'*'"sentences":[{'*) echo '{"findings": [{"label": "yes"}]}';;
      *) echo '{"findings": []}';; esac; done
      """
    let exec = try stage(script) { $0.requires = ["sentences"] }
    var document = Document(id: "d", text: SourceText("Ann left."))
    document[.sentences] = [Sentence(id: "s0", span: document.text.span, paragraph: 0)]
    try exec.annotate(&document)
    #expect(document[LayerKey<Finding>("findings", "")].map(\.label) == ["yes"])
  }

  @Test("the child reads what is known of the article")
  func metadata() throws {
    let script = #"""
      while read -r line; do case "$line" in
      *'"title":"Won","date":"2026-03-01","url":"https://example.org/1","language":"en","author":"Ann Lee","site":null'*)
        echo '{"findings": [{"label": "yes"}]}';;
      *) echo '{"findings": []}';; esac; done
      """#
    var document = Document(id: "d", text: SourceText("Ann left."))
    document.metadata = Metadata(
      title: "Won",
      date: "2026-03-01",
      url: "https://example.org/1",
      language: "en",
      author: "Ann Lee"
    )
    try stage(script).annotate(&document)
    #expect(document[LayerKey<Finding>("findings", "")].map(\.label) == ["yes"])
  }

  @Test(
    "a wrong answer is a coded error",
    arguments: [
      "nonsense", "[]", "{}", #"{"findings": 1}"#, #"{"findings": [1]}"#, #"{"findings": [], "quotes": []}"#,
      #"{"findings": [{"label": 3}]}"#, #"{"findings": [{"start": 0, "end": 99}]}"#,
      #"{"findings": [{"start": 2, "end": 1}]}"#, #"{"findings": []}{}"#,
    ]
  )
  func wrongAnswer(_ answer: String) throws {
    #expect(codes(try stage(Self.answering(answer))) == ["X104"])
  }

  @Test("a child that ends is started again, as often as the settings say")
  func restarts() throws {
    let once = "read -r line; echo '{\"findings\": []}'"
    let exec = try stage(once)
    for _ in 0..<3 { #expect(codes(exec) == []) }
    #expect(codes(try stage("exit 3")) == ["X103"])
    #expect(codes(try stage(once) { $0.restarts = 0 }) == [])
  }

  @Test("a child that does not answer is stopped")
  func timeLimit() throws {
    let exec = try stage("sleep 60") {
      $0.timeLimit = 0.2
      $0.startLimit = 0
    }
    #expect(codes(exec) == ["X102"])
  }

  @Test("what a child loads before its first answer does not count against the time limit, later answers do")
  func startLimit() throws {
    let script = "sleep 0.5; read -r line; echo '{\"findings\": []}'; read -r line; sleep 60"
    let exec = try stage(script) { $0.timeLimit = 0.2 }
    #expect(codes(exec) == [])
    #expect(codes(exec) == ["X102"])
  }

  @Test(
    "a child that ends is reported with its exit status or signal",
    arguments: [("exit 3", "exit status 3"), ("kill -9 $$", "signal 9 (Killed)")]
  )
  func ended(_ script: String, _ words: String) throws {
    let error = #expect(throws: DictumError.self) { try StageRun(try stage(script))("text") }
    #expect(error?.diagnostics.first?.message.contains(words) == true)
  }

  @Test("a command that does not exist is known before a document is read")
  func notStarted() throws {
    var settings = ExecSettings()
    settings.command = ExecCommand(words: ["no-such-program-here"], folder: "")
    settings.provides = ["findings"]
    #expect(throws: DictumError.self) { try ExecStage(settings: settings, resources: Resources()) }
  }

  @Test("a long document does not block a child that writes before it has read everything")
  func noDeadlock() throws {
    // Megabytes of white space come back while the document is still being sent.
    let script =
      "while :; do head -c 3000000 /dev/zero | tr '\\0' ' '; read -r line || exit; echo '{\"findings\": []}'; done"
    #expect(codes(try stage(script), String(repeating: "word ", count: 1_000_000)) == [])
  }

  @Test("workers that call at once get their own answers")
  func concurrent() async throws {
    let script =
      #"while read -r line; do n=${line##*number }; echo "{\"findings\": [{\"label\": \"${n%%\"*}\"}]}"; done"#
    let exec = try stage(script)
    let labels = try await withThrowingTaskGroup(of: (Int, String?).self) { group in
      for number in 0..<40 {
        group.addTask {
          let document = try StageRun(exec)("number \(number)")
          return (number, document[LayerKey<Finding>("findings", "")].first?.label)
        }
      }
      return try await group.reduce(into: [(Int, String?)]()) { $0.append($1) }
    }
    #expect(labels.count == 40 && labels.allSatisfy { $0.1 == "\($0.0)" })
  }
}
