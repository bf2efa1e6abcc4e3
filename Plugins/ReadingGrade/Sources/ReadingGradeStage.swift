public import DictumKit

/// What a pipeline may set: `reading-grade: { words: 10 }`.
///
/// Every setting has a default, a sentence for `dictum stages`, and a check where not all values of its type are right.
public struct ReadingGradeSettings: StageSettings {
  /// Paragraphs with fewer words get no grade.
  public var words = 10

  public init() {}

  public static var fields: [SettingField<ReadingGradeSettings>] {
    [
      SettingField("words", \.words, "Grade paragraphs of at least so many words; a heading's grade means little.") {
        $0 > 0 ? nil : "must be at least 1"
      }
    ]
  }
}

/// Grades paragraphs by the length of their sentences and words.
///
/// Method: the grade level of Kincaid, Fishburne, Rogers and Chissom, “Derivation of New Readability Formulas for Navy
/// Enlisted Personnel” (1975). For English.
public struct ReadingGradeStage: Stage {
  public static let name = "reading-grade"
  public static let summary = "How hard each paragraph is to read: Flesch-Kincaid grades."

  /// Examples are the stage's page in `dictum stages` and its first tests. The marker's label is the record's name.
  public static let examples = [
    StageExample(
      "⟦grade The cat sat on the mat. It was a warm day, and the cat slept.⟧",
      "short words and sentences"
    ),
    StageExample("Weather", "a heading is too short to grade"),
  ]

  private let settings: ReadingGradeSettings

  /// The runner sees to it that `sentences` and `tokens` are there before `annotate` is called.
  public static func contract(for settings: ReadingGradeSettings) -> StageContract {
    StageContract(
      requires: [LayerKey.sentences, LayerKey.tokens],
      provides: [LayerKey.readingGrades]
    )
  }

  /// Models and files would be loaded here: once for a pipeline, for all workers.
  public init(settings: ReadingGradeSettings, resources: Resources) throws {
    self.settings = settings
  }

  /// Called from several workers at a time; it reads the document and its settings, and keeps nothing.
  public func annotate(_ document: inout Document) throws {
    var paragraphs: [Tally] = []
    for sentence in document[.sentences] {
      if paragraphs.last?.number != sentence.paragraph {
        paragraphs.append(Tally(number: sentence.paragraph, span: sentence.span))
      }
      paragraphs[paragraphs.count - 1].span.end = sentence.span.end
      paragraphs[paragraphs.count - 1].sentences += 1
    }
    var current = 0
    // Tokens and paragraphs are both in text order, so one walk over each is enough.
    for token in document[.tokens] where token.kind == .word {
      while current < paragraphs.count && token.span.start >= paragraphs[current].span.end { current += 1 }
      guard current < paragraphs.count else { break }
      paragraphs[current].words += 1
      paragraphs[current].syllables += Syllables.count(document.text.bytes[token.span.range])
    }
    document[.readingGrades] = paragraphs.filter { $0.words >= settings.words }.map(\.grade)
  }
}

/// What is counted of a paragraph.
private struct Tally {
  let number: Int
  var span: TextSpan
  var sentences = 0
  var words = 0
  var syllables = 0

  var grade: ReadingGrade {
    var grade = ReadingGrade()
    grade.span = span
    grade.paragraph = number
    grade.words = words
    grade.sentences = sentences
    grade.grade = 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
    return grade
  }
}
