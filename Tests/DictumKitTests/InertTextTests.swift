import DictumKit
import Testing

@Suite("Inert text")
struct InertTextTests {
  @Test(
    "what acts on a terminal or hides from the reader becomes a sign",
    arguments: [
      ("a\u{1B}[2Jb\u{07}", "a␛[2Jb␇"), ("a\u{9B}2J\u{7F}", "a‹U+009B›2J␡"), ("a\r\nb", "a␍␊b"),
      ("abc\u{202E}txt", "abc‹U+202E›txt"), ("pay\u{200B}pal\u{FEFF}", "pay‹U+200B›pal‹U+FEFF›"),
      ("a\u{2028}b", "a‹U+2028›b"), ("\u{E0041}", "‹U+E0041›"), ("\u{115F}", "‹U+115F›"),
    ]
  )
  func signs(_ text: String, _ shown: String) { #expect(text.inert() == shown) }

  @Test(
    "what people write stays",
    arguments: ["a\tb", "café", "e\u{301}", "👩‍🔬 ❤️", "می‌خواهم", "שלום", "‘Quoted’ — “so”"]
  )
  func kept(_ text: String) { #expect(text.inert() == text) }

  @Test("soft hyphens go, joiners beside plain letters do not pass, lines stay when they are layout")
  func others() {
    #expect("Minis\u{AD}ter".inert() == "Minister")
    #expect("a\u{200D}b".inert() == "a‹U+200D›b")
    #expect("a\nb\u{1B}".inert(keepingLines: true) == "a\nb␛")
  }

  @Test("a diagnostic names files without letting their names forge lines")
  func diagnostic() {
    let error = DictumError(.fileNotFound, "a\nb\u{1B}[2J: no such file")
    #expect(error.description == "error [D201]: a␊b␛[2J: no such file")
  }
}
