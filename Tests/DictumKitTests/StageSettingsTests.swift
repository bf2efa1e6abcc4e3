import DictumKit
import Testing

private struct SampleSettings: StageSettings {
  enum Mode: String, SettingChoice { case fast, thorough }
  var name = "x"
  var limit = 3
  var mode = Mode.fast
  var topics: [String] = []

  static var fields: [SettingField<SampleSettings>] {
    [
      SettingField("name", \.name, "A name."),
      SettingField("limit", \.limit, "A limit.", check: { $0 > 0 ? nil : "must be above 0" }),
      SettingField("mode", \.mode, "How."),
      SettingField("topics", \.topics, "About what."),
    ]
  }
}

@Suite("Settings")
struct StageSettingsTests {
  private let place = SourceLocation(file: "p.yaml", line: 1, column: 1)

  private func scalar(_ text: String, plain: Bool = true) -> ConfigNode {
    ConfigNode(.scalar(text, isPlain: plain), at: place)
  }

  private func mapping(_ entries: (String, ConfigNode)...) -> ConfigNode {
    ConfigNode(.mapping(entries.map { ConfigEntry(key: $0.0, keyLocation: place, value: $0.1) }), at: place)
  }

  @Test("keys that are left out keep their defaults")
  func defaults() {
    var problems: [Diagnostic] = []
    let settings = SampleSettings.read(mapping(("limit", scalar("7"))), stage: "sample", &problems)
    #expect(problems.isEmpty)
    #expect(settings.json == #"{"name": "x", "limit": 7, "mode": "fast", "topics": []}"#)
  }

  @Test("everything that is wrong is said at once")
  func allAtOnce() {
    var problems: [Diagnostic] = []
    _ = SampleSettings.read(
      mapping(("nmae", scalar("y")), ("limit", scalar("-1")), ("mode", scalar("fats")), ("topics", scalar("a"))),
      stage: "sample",
      &problems
    )
    #expect(problems.map(\.code) == [.unknownKey, .invalidValue, .invalidValue, .wrongType])
    #expect(problems[0].notes.contains("did you mean `name`?"))
    #expect(problems[2].notes == ["did you mean `fast`?"])
  }

  @Test("a number is no string, and a quoted number is no number")
  func strictTypes() {
    var problems: [Diagnostic] = []
    _ = SampleSettings.read(mapping(("name", scalar("1")), ("limit", scalar("1", plain: false))), stage: "s", &problems)
    #expect(
      problems.map(\.message) == ["expected a string, found `1`", "expected a whole number, found the string \"1\""]
    )
  }
}
