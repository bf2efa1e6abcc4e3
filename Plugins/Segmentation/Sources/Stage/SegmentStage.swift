internal import CICU
public import DictumKit
internal import DictumModelFile

/// Stage `segment`: cuts the text into sentences and tokens.
///
/// Sentences follow ICU's sentence boundary rules (UAX #29 with CLDR's suppressions) with repairs over them; tokens
/// follow ICU's word boundary rules with the clitics of the Penn Treebank split off.
public struct SegmentStage: Stage {
  public static let name = "segment"
  public static let summary = "cuts the text into sentences and tokens"
  public static let examples = [
    StageExample(
      "⟦sentence Antony J. Blinken met Mr. Aso at 9 a.m. on Monday.⟧ ⟦sentence They talked.⟧",
      "Initials, titles and abbreviations do not end a sentence."
    ),
    StageExample(
      "⟦sentence “We won.”⟧ ⟦sentence “Did you?” she asked.⟧",
      "A quote mark stays with the sentence that it closes or opens."
    ),
    StageExample(
      "⟦sentence A heading⟧\n\n⟦sentence The text below it.⟧",
      "A blank line ends a sentence, and a paragraph."
    ),
  ]

  private let wordRules: BreakRules
  let splitter: SentenceSplitter
  /// Nil when the language is not English.
  let english: EnglishJudge?

  public static func contract(for settings: SegmentSettings) -> StageContract {
    StageContract(
      provides: [LayerKey<Sentence>.sentences, LayerKey<Token>.tokens],
      models: settings.isEnglish ? [BoundaryClassifier.model] : []
    )
  }

  public init(settings: SegmentSettings, resources: Resources) throws {
    // Other languages have ICU's rules alone.
    let classifier = settings.isEnglish ? try BoundaryClassifier(try resources.tables(BoundaryClassifier.model)) : nil
    try self.init(settings: settings, classifier: classifier)
  }

  /// - Parameter classifier: nil where the language is not English.
  init(settings: SegmentSettings, classifier: BoundaryClassifier?) throws {
    wordRules = try BreakRules(UBRK_WORD, locale: settings.wordLocale)
    english = classifier.map { classifier in
      EnglishJudge(
        suppressions: settings.suppressions ? Suppressions(locale: settings.wordLocale) : .none,
        classifier: classifier
      )
    }
    splitter = SentenceSplitter(
      rules: try BreakRules(UBRK_SENTENCE, locale: settings.isEnglish ? settings.wordLocale : settings.sentenceLocale),
      english: english
    )
  }

  public func annotate(_ document: inout Document) throws {
    let (tokens, sentences) = try document.text.bytes.withUnsafeBufferPointer {
      (bytes) throws(DictumError) -> ([Piece], [Sentence]) in
      let tokens = try self.tokens(in: bytes)
      let sentences = try tokens.withUnsafeBufferPointer { tokens throws(DictumError) in
        try splitter.split(bytes, tokens)
      }
      return (tokens, sentences)
    }
    document[.tokens] = tokens.map(\.token)
    document[.sentences] = sentences
  }

  func tokens(in bytes: UnsafeBufferPointer<UInt8>) throws(DictumError) -> [Piece] {
    var collector = TokenCollector(bytes, abbreviations: english?.abbreviations)
    try ByteClass.table.withUnsafeBufferPointer { classes throws(DictumError) in
      var scanner = WordScanner(bytes, classes: classes, rules: wordRules)
      try scanner.scan(into: &collector)
    }
    return collector.tokens
  }
}
