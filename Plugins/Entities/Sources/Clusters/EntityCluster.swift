import DictumKit

/// Mentions that have been joined.
struct EntityCluster {
  /// Nobody has more names in an article; further ones are mentions, but no aliases.
  static let mostForms = 64

  private(set) var forms: [NameForm]
  /// Indices into the document's mentions, in text order.
  var mentions: [Int]
  var type: EntityType

  init(_ form: NameForm, mention: Int) {
    forms = [form]
    mentions = [mention]
    type = form.type
  }

  mutating func add(_ form: NameForm, mention: Int) {
    note(form)
    mentions.append(mention)
  }

  /// Takes all that another cluster has.
  mutating func add(_ other: EntityCluster) {
    for form in other.forms { note(form) }
    mentions = (mentions + other.mentions).sorted()
  }

  private mutating func note(_ form: NameForm) {
    guard forms.count < Self.mostForms, !forms.contains(where: { $0.text == form.text }) else { return }
    forms.append(form)
  }

  /// Leaves nothing.
  mutating func clear() {
    forms = []
    mentions = []
  }

  func has(_ key: String) -> Bool { forms.contains { $0.key == key } }

  /// The fullest name: most words, then most letters, then the earliest; an acronym only where there is nothing else.
  var canonical: String {
    let spelled = forms.filter { !$0.isAcronym }
    let candidates = spelled.isEmpty ? forms : spelled
    let best = candidates.enumerated().max { left, right in
      (left.element.words.count, left.element.text.count, -left.offset)
        < (right.element.words.count, right.element.text.count, -right.offset)
    }
    return best?.element.text ?? ""
  }
}
