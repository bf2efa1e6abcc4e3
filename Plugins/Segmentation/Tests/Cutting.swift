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
