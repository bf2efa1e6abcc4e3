public import DictumKit

/// An entry of the layer `readingGrades`: how hard a paragraph is to read.
///
/// A layer is a list of records. `visit` names the fields once; reports, the JSON Schema and the tests' markers follow
/// from it.
public struct ReadingGrade: Record, Hashable {
  /// The paragraph, from its first sentence to its last (UTF-8).
  public var span = TextSpan()
  /// The paragraph's number, from 0.
  public var paragraph = 0
  public var words = 0
  public var sentences = 0
  /// The school grade by Flesch and Kincaid; 8 reads easily, news is often at 12.
  public var grade = 0.0

  public init() {}

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.span(&span)
    fields.field("paragraph", &paragraph, "number of the paragraph, from 0")
    fields.field("words", &words, "how many words it has")
    fields.field("sentences", &sentences, "how many sentences it has")
    fields.field("grade", &grade, "Flesch-Kincaid grade level")
  }
}

extension LayerKey<ReadingGrade> {
  /// Grades of paragraphs in text order. The extension makes `document[.readingGrades]` work.
  public static var readingGrades: Self { Self("readingGrades", "how hard the paragraphs are to read, in text order") }
}
