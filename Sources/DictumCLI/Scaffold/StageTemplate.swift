/// The sources of a new stage: small enough to read in a minute, complete enough to run.
struct StageTemplate {
  let name: StageName

  private func fill(_ text: String) -> String {
    let staged = text.split(separator: "STAGE", omittingEmptySubsequences: false).joined(separator: name.stage)
    return staged.split(separator: "NAME", omittingEmptySubsequences: false).joined(separator: name.module)
  }

  /// The files of the module, by path within its `Sources` folder.
  var sources: [(path: String, text: String)] {
    [("NAMEPlugin.swift", Self.plugin), ("NAMEStage.swift", Self.stage), ("NAMERecord.swift", Self.record)].map {
      (fill($0), fill($1))
    }
  }

  var test: (path: String, text: String) { (fill("NAMETests.swift"), fill(Self.testSource)) }

  /// The module's README.
  ///
  /// - Parameter use: how to build and run it.
  func readme(use: String) -> String { fill(Self.readmeText) + use }

  /// A pipeline with the stage.
  ///
  /// - Parameter plugins: a `plugins:` line, or nothing in the tree.
  func pipeline(plugins: String = "") -> String {
    fill(
      "# Words of at least ten letters.\ndictum: 1\nname: STAGE\n" + plugins + "stages:\n  - STAGE: { length: 10 }\n"
    )
  }

  private static let plugin = """
    public import DictumKit

    /// What Dictum learns of this module.
    public enum NAMEPlugin {
      /// The plugin's declaration.
      public static let plugin = Plugin(
        name: "NAME",
        version: "1.0.0",
        summary: "Finds long words.",
        stages: [StageFactory(NAMEStage.self)],
        layers: [LayerKey.STAGE]
      )
    }

    """

  private static let record = """
    public import DictumKit

    /// An entry of the layer `STAGE`. `visit` names its fields once, for reports, schema and tests alike.
    public struct NAMERecord: Record, Hashable {
      /// The word's place in the text.
      public var span = TextSpan()
      /// How many letters it has.
      public var letters = 0

      public init() {}

      public mutating func visit(_ fields: inout some FieldVisitor) {
        fields.span(&span)
        fields.text(of: span)
        fields.field("letters", &letters, "how many letters the word has")
      }
    }

    extension LayerKey<NAMERecord> {
      /// The layer that the stage writes: `document[.STAGE]`.
      public static var STAGE: Self { Self("STAGE", "long words in text order", order: .disjoint) }
    }

    """

  private static let stage = """
    public import DictumKit

    /// What a pipeline may set: `STAGE: { length: 12 }`.
    public struct NAMESettings: StageSettings {
      /// Shorter words are passed over.
      public var length = 10

      public init() {}

      public static var fields: [SettingField<NAMESettings>] {
        [
          SettingField("length", \\.length, "Report words of at least so many letters.") { length in
            length > 0 ? nil : "must be at least 1"
          }
        ]
      }
    }

    /// Finds long words. Replace `annotate` by what your stage does.
    public struct NAMEStage: Stage {
      public static let name = "STAGE"
      public static let summary = "Long words."
      /// Shown by `dictum stages STAGE`, and run by the tests.
      public static let examples = [
        StageExample("A ⟦word considerable⟧ number of ⟦word politicians⟧ met.", "words of ten letters or more"),
        StageExample("They met in Oslo.", "no long words"),
      ]

      private let settings: NAMESettings

      public static func contract(for settings: NAMESettings) -> StageContract {
        StageContract(provides: [LayerKey.STAGE])
      }

      public init(settings: NAMESettings, resources: Resources) throws {
        self.settings = settings
      }

      public func annotate(_ document: inout Document) throws {
        var found: [NAMERecord] = []
        var start = 0
        let bytes = document.text.bytes
        // Spans count UTF-8 bytes; the report converts them to what the pipeline asks for.
        for end in 0...bytes.count where end == bytes.count || !Self.isLetter(bytes[end]) {
          if end - start >= settings.length {
            var record = NAMERecord()
            record.span = TextSpan(start: start, end: end)
            record.letters = document.text[record.span].count
            if record.letters >= settings.length { found.append(record) }
          }
          start = end + 1
        }
        document[.STAGE] = found
      }

      /// ASCII letters, and every byte of a letter beyond ASCII.
      private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte.isASCIILetter
      }
    }

    """

  private static let testSource = """
    import DictumKit
    import DictumTesting
    import NAME
    import Testing

    @Suite("STAGE")
    struct NAMETests {
      /// Runs the stage and holds it to its contract, as a pipeline does.
      private func stage(_ settings: NAMESettings = NAMESettings()) throws -> StageRun {
        try StageRun(NAMEStage.self, settings, of: NAMEPlugin.plugin)
      }

      @Test("finds what its examples mark", arguments: NAMEStage.examples)
      func examples(_ example: StageExample) throws {
        let difference = try stage().difference(example, .STAGE, label: "word")
        #expect(difference == nil)
      }

      @Test("length is the shortest word that counts")
      func length() throws {
        var settings = NAMESettings()
        settings.length = 4
        let example = StageExample("⟦word They⟧ met in ⟦word Oslo⟧.", "four letters")
        let difference = try stage(settings).difference(example, .STAGE, label: "word")
        #expect(difference == nil)
      }

      @Test("a length that cannot be is refused with its place")
      func refused() throws {
        let place = SourceLocation(file: "p.yaml", line: 1, column: 1)
        let zero = ConfigEntry(key: "length", keyLocation: place, value: ConfigNode(.scalar("0", isPlain: true), at: place))
        var problems: [Diagnostic] = []
        _ = NAMESettings.read(ConfigNode(.mapping([zero]), at: place), stage: "STAGE", &problems)
        #expect(problems.map(\\.code) == [.invalidValue])
      }

      @Test("no text breaks it", arguments: OddTexts.all)
      func oddTexts(_ text: String) throws {
        // Places inside a character or outside the text would be thrown.
        #expect(try stage()(text).has("STAGE"))
      }
    }

    """

  private static let readmeText = """
    # NAME

    The stage `STAGE` finds long words and writes them to the layer `STAGE`:

    ```json
    {"start": 2, "end": 14, "text": "considerable", "letters": 12}
    ```

    Setting: `length` (10), the shortest word that counts.

    - `NAMEStage.swift`: the settings and the work.
    - `NAMERecord.swift`: the layer's records.
    - `NAMEPlugin.swift`: what Dictum learns of the module.

    """
}
