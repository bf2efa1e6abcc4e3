import DictumKit

/// Finds the clusters that a name could belong to without looking at all of them: a document may have thousands.
struct ClusterIndex: Sendable {
  /// Of the clusters that share a word so many are looked at, those named last: no article has so many Smiths, and a list
  /// of voters that has must not take time by the square. The same name is found however far back it stands.
  static let most = 64

  private let territories: Territories
  private var byKey: [String: [Int]] = [:]

  init(_ territories: Territories) { self.territories = territories }

  /// The clusters that share a word, an acronym or a country with a name, in order.
  func candidates(for form: NameForm) -> [Int] {
    var found: Set<Int> = []
    for key in keys(of: form, isSought: true) { found.formUnion(byKey[key] ?? []) }
    return found.sorted()
  }

  /// Notes that a cluster has this name.
  mutating func add(_ form: NameForm, to cluster: Int) {
    for key in keys(of: form, isSought: false) where byKey[key]?.last != cluster {
      byKey[key, default: []].note(cluster)
    }
  }

  private func keys(of form: NameForm, isSought: Bool) -> [String] {
    var keys = form.type == .person ? form.words : [form.key, form.words.first ?? ""]
    keys.append("!" + form.key)
    if form.isAcronym && isSought { keys.append("=" + form.words[0]) }
    if !isSought && form.words.count > 1 { keys += form.initials.map { "=" + $0 } }
    if form.type == .location, let code = territories.code(of: form) { keys.append("#" + code) }
    return keys
  }
}

extension [Int] {
  /// Puts a cluster last; the one that was named longest ago goes where there are too many.
  fileprivate mutating func note(_ cluster: Int) {
    removeAll { $0 == cluster }
    append(cluster)
    if count > ClusterIndex.most { removeFirst() }
  }
}
