import DictumKit

@testable import Segmentation

/// A document that the stage has annotated.
func segmented(_ text: String, locale: String = "en", suppressions: Bool = true) throws -> Document {
  var settings = SegmentSettings()
  settings.locale = locale
  settings.suppressions = suppressions
  let stage = try SegmentStage(settings: settings, resources: Resources())
  var document = Document(id: "d", text: SourceText(text))
  try stage.annotate(&document)
  return document
}

/// The text with `|` where a sentence begins; the white space before it is left out.
func sentences(_ text: String, locale: String = "en", suppressions: Bool = true) throws -> String {
  let document = try segmented(text, locale: locale, suppressions: suppressions)
  return document[.sentences].map { document.text[$0.span] }.joined(separator: "|")
}

/// The tokens, parted by spaces.
func tokens(_ text: String, locale: String = "en") throws -> String {
  let document = try segmented(text, locale: locale)
  return document[.tokens].map { document.text[$0.span] }.joined(separator: " ")
}

/// The text that `sentences` should be called with for an expected cut.
func uncut(_ expected: String) -> String { expected.replacing("|", with: " ") }

/// Steele, Lea, Flood 2014: a generator that gives the same numbers everywhere.
struct SplitMix {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
