import DictumKit

extension Entity {
  /// Whether “he” or “she” may stand for it: a person, or somebody who is never named.
  var mayBePerson: Bool { type == .person || type == .unknown }
}
