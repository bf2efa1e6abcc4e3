/// A visitor that passes over what it does not ask for, nested records included.
package protocol PlainVisitor: FieldVisitor {}

extension PlainVisitor {
  package mutating func span(_ value: inout TextSpan) {}
  package mutating func span(_ value: inout TextSpan?) {}
  package mutating func text(of span: TextSpan) {}
  package mutating func field(_ name: StaticString, _ value: inout String, _ summary: StaticString) {}
  package mutating func field(_ name: StaticString, _ value: inout String?, _ summary: StaticString) {}
  package mutating func field(_ name: StaticString, _ value: inout Int, _ summary: StaticString) {}
  package mutating func field(_ name: StaticString, _ value: inout Int?, _ summary: StaticString) {}
  package mutating func field(_ name: StaticString, _ value: inout Double, _ summary: StaticString) {}
  package mutating func field(_ name: StaticString, _ value: inout Double?, _ summary: StaticString) {}
  package mutating func field(_ name: StaticString, _ value: inout Bool, _ summary: StaticString) {}
  package mutating func field(_ name: StaticString, _ value: inout [String], _ summary: StaticString) {}
  package mutating func field<Choice: FieldChoice>(_ name: StaticString, _ value: inout Choice, _ summary: StaticString)
  {}
  package mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part, _ summary: StaticString) {}
  package mutating func field<Part: Record>(_ name: StaticString, _ value: inout [Part], _ summary: StaticString) {}
}
