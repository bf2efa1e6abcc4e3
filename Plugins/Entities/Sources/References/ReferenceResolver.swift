import DictumEnglish
import DictumKit

/// Adds what stands for a name elsewhere in the text: roles, joint pronouns, pronouns.
struct ReferenceResolver: Sendable {
  private let roles = RoleResolver()
  private let joint = JointPronouns()
  /// Nil without an encoder: a rule of thumb is wrong too often to be of use.
  let pronouns: PronounResolver?

  /// Resolves what is clear in a document that has its names and entities; the rest stays open.
  ///
  /// - Throws: `engineFailed`.
  func resolve(in document: inout Document) throws {
    let names = document[.mentions]
    let reading = document.derived(.reading)
    let roles = roles.mentions(in: reading, names: names)
    let people = (names + roles).filter { $0.type == .person }.sorted { $0.span.start < $1.span.start }
    let joint = joint.mentions(in: reading, people: people)
    let taken = Set(joint.map(\.span))
    let single = try pronouns?.mentions(in: document, reading, names: names).filter { !taken.contains($0.span) } ?? []
    document.insert(mentions: roles + joint + single)
  }
}
