import DictumKit

/// HTML under construction.
///
/// Markup is taken as `StaticString` only, so what comes from an article, a file name or a report can enter as text or
/// as an attribute's value and in no other way; both are made inert and escaped here and nowhere else.
struct HTML: Sendable {
  private(set) var string = ""

  /// Markup that the program itself says.
  mutating func markup(_ markup: StaticString) { string += "\(markup)" }

  /// HTML that was built before.
  mutating func append(_ html: HTML) { string += html.string }

  /// Text of any origin.
  mutating func text(_ text: String) { Self.escape(text.inert(keepingLines: true), into: &string) }

  /// A number.
  mutating func number(_ number: Int) { string += String(number) }

  /// An opening tag, its attributes' values escaped; those that are nil are left out.
  mutating func open(_ tag: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
    string += "<\(tag)"
    for (name, value) in attributes {
      guard let value else { continue }
      string += " \(name)=\""
      Self.escape(value.inert(), into: &string)
      string += "\""
    }
    string += ">"
  }

  mutating func close(_ tag: StaticString) { string += "</\(tag)>" }

  /// An element with nothing but text in it.
  mutating func element(
    _ tag: StaticString,
    _ attributes: KeyValuePairs<StaticString, String?> = [:],
    _ text: String
  ) {
    open(tag, attributes)
    self.text(text)
    close(tag)
  }

  private static func escape(_ text: String, into string: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": string += "&amp;"
      case "<": string += "&lt;"
      case ">": string += "&gt;"
      case "\"": string += "&quot;"
      case "'": string += "&#39;"
      default: string.unicodeScalars.append(scalar)
      }
    }
  }
}
