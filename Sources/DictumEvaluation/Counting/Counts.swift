/// What is counted in documents, by name; counts of documents add up.
struct Counts: Sendable, Equatable {
  private(set) var values: [String: Int] = [:]

  subscript(name: String) -> Int {
    get { values[name, default: 0] }
    set { values[name] = newValue }
  }

  mutating func add(_ other: Counts) { values.merge(other.values, uniquingKeysWith: +) }

  /// Counts one if it is so.
  mutating func count(_ name: String, _ isSo: Bool = true) { self[name] += isSo ? 1 : 0 }

  /// The second parts of the names that begin with a first part and a dot, sorted.
  func parts(after first: String) -> [String] {
    Set(
      values.keys.compactMap { key in
        guard key.hasPrefix(first + ".") else { return nil }
        return key.dropFirst(first.count + 1).split(separator: ".").first.map(String.init)
      }
    ).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
