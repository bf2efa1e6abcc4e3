import DictumKit

/// Adds what stands for a name elsewhere in the text: roles, joint pronouns, pronouns.
struct ReferenceResolver: Sendable {
  private let roles = RoleResolver()
  private let joint = JointPronouns()
  private let merger = ReferenceMerger()
  /// Nil without an encoder: a rule of thumb is wrong too often to be of use.
  let pronouns: PronounResolver?

  /// Resolves what is clear; the rest stays open.
  ///
  /// - Parameter mentions: the names with their entities, in text order.
  /// - Throws: `engineFailed`.
  func resolve(in document: Document, _ mentions: inout [Mention], _ entities: inout [Entity]) throws {
    let roles = roles.mentions(in: document, names: mentions)
    let people = (mentions + roles).filter { $0.type == .person }.sorted { $0.span.start < $1.span.start }
    let joint = joint.mentions(in: document, people: people)
    let taken = Set(joint.map(\.span))
    let single = try pronouns?.mentions(in: document, names: mentions).filter { !taken.contains($0.span) } ?? []
    (mentions, entities) = merger.merge(mentions, roles + joint + single, entities)
  }
}
