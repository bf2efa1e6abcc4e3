import DictumEnglish
import DictumKit

/// Finds roles that stand for the person who was introduced with them: “Foreign Minister of Japan Hayashi … The Foreign
/// Minister of Japan agreed.”
struct RoleResolver: Sendable {
  /// A role that is written as it was introduced is hardly anybody else’s; not measured apart.
  private static let confidence = 0.9
  private static let links = WordList(["of", "for", "and", "the", "&"])

  /// Roles as nominal mentions without ids, in text order.
  ///
  /// - Parameter names: the document's name mentions with their entities, in text order.
  func mentions(in reading: Reading, names: [Mention]) -> [Mention] {
    var people: [[String]: String] = [:]
    var found: [Mention] = []
    var name = 0
    var index = 0
    while index < reading.count {
      while name < names.count, names[name].span.end <= reading.span(index).start { name += 1 }
      guard isCapitalised(index, reading), reading.is(index, in: .titles) else {
        index += 1
        continue
      }
      let role = role(from: index, reading)
      let key = role.map(reading.lowercased)
      let next = names[name...].first { $0.span.start >= reading.span(role.upperBound - 1).end }
      if let next, next.type == .person, isIntroduction(role.upperBound, next, reading) {
        if key.count > 1 { people[key] = next.entity }
      } else if key.count > 1, let entity = people[key] {
        let span = reading.span(role.lowerBound).union(reading.span(role.upperBound - 1))
        found.append(
          Mention(id: "", span: span, type: .person, form: .nominal, entity: entity, confidence: Self.confidence)
        )
      }
      index = role.upperBound
    }
    return found
  }

  private func isCapitalised(_ index: Int, _ reading: Reading) -> Bool {
    reading.tokens[index].kind == .word && reading.isCapitalised(index)
  }

  /// From a title on: capitalised words, small words between them.
  private func role(from start: Int, _ reading: Reading) -> Range<Int> {
    var end = start + 1
    var next = end
    while next < reading.count {
      if isCapitalised(next, reading) {
        // A name begins where titles and their departments end: “Secretary | Blinken”, “Minister of Japan | Hayashi”;
        // departments end like plurals: “Foreign Affairs”.
        guard
          reading.is(next, in: .titles) || reading.is(next - 1, in: Self.links)
            || reading.lowercased(next).hasSuffix("affairs")
        else { break }
        next += 1
        end = next
      } else if reading.is(next, in: Self.links) {
        next += 1
      } else {
        break
      }
    }
    return start..<end
  }

  /// The name follows at once, or behind a comma.
  private func isIntroduction(_ next: Int, _ name: Mention, _ reading: Reading) -> Bool {
    guard next < reading.count else { return false }
    if reading.span(next).start == name.span.start { return true }
    return next + 1 < reading.count && reading.is(next, ",") && reading.span(next + 1).start == name.span.start
  }
}
