import DictumKit
import Testing

@testable import Segmentation

@Suite("Locales")
struct LocaleTests {
  @Test(
    "other languages get ICU's sentences with the repairs that none needs to know",
    arguments: [
      ("de", "Sie kam im Mai.|„Gut.“|Er ging nach Hause."),
      ("fr", "Il a dit « Oui. »|Elle est partie."), ("es", "¿Qué dijo?|No lo sé."),
    ]
  )
  func european(_ locale: String, _ expected: String) throws {
    #expect(try sentences(uncut(expected), locale: locale) == expected)
  }

  @Test("scripts without spaces")
  func japanese() throws {
    #expect(try sentences("東京で会談した。協力すると述べた。", locale: "ja") == "東京で会談した。|協力すると述べた。")
    #expect(try sentences("東京で会談した。協力すると述べた。") == "東京で会談した。|協力すると述べた。")
  }

  @Test("a blank line ends a paragraph in every language")
  func blankLine() throws {
    #expect(try sentences("Überschrift\n\nDer Text.", locale: "de") == "Überschrift|Der Text.")
  }

  @Test("a locale must look like one", arguments: ["e", "english please", "en@x", ""])
  func badLocale(_ name: String) {
    var problems: [Diagnostic] = []
    let place = SourceLocation(file: "p.yaml", line: 1, column: 1)
    let value = ConfigNode(.scalar(name, isPlain: false), at: place)
    let node = ConfigNode(.mapping([ConfigEntry(key: "locale", keyLocation: place, value: value)]), at: place)
    _ = SegmentSettings.read(node, stage: "segment", &problems)
    #expect(problems.map(\.code.id) == [DiagnosticCode.invalidValue.id])
  }
}
