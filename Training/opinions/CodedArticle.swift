/// An article with the statements and positions that readers coded, as a line of `positions/` or of `join.py` has it; spans
/// in Unicode scalars.
struct CodedArticle: Decodable {
  struct Span: Decodable {
    let start: Int
    let end: Int
  }
  struct Position: Decodable {
    let target: Span
    let label: String
  }
  struct Quote: Decodable {
    let spans: [Span]
    let cue: [Span]?
    let source: [Span]?
    let positions: [Position]
  }
  let text: String
  let quotes: [Quote]
}
