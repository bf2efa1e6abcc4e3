/// A visitor that passes over what it does not ask for, nested records included.
protocol PlainVisitor: FieldVisitor {}

extension PlainVisitor {
  mutating func span(_ value: inout TextSpan) {}
  mutating func span(_ value: inout TextSpan?) {}
  mutating func text(of span: TextSpan) {}
  mutating func field(_ name: StaticString, _ value: inout String, _ summary: StaticString) {}
  mutating func field(_ name: StaticString, _ value: inout String?, _ summary: StaticString) {}
  mutating func field(_ name: StaticString, _ value: inout Int, _ summary: StaticString) {}
  mutating func field(_ name: StaticString, _ value: inout Int?, _ summary: StaticString) {}
  mutating func field(_ name: StaticString, _ value: inout Double, _ summary: StaticString) {}
  mutating func field(_ name: StaticString, _ value: inout Double?, _ summary: StaticString) {}
  mutating func field(_ name: StaticString, _ value: inout Bool, _ summary: StaticString) {}
  mutating func field(_ name: StaticString, _ value: inout [String], _ summary: StaticString) {}
  mutating func field<Choice: FieldChoice>(_ name: StaticString, _ value: inout Choice, _ summary: StaticString) {}
  mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part, _ summary: StaticString) {}
  mutating func field<Part: Record>(_ name: StaticString, _ value: inout [Part], _ summary: StaticString) {}
}
