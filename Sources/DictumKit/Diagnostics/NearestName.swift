/// The valid name that a user most probably meant.
///
/// Damerau-Levenshtein distance (optimal string alignment), at most a third of the name's length.
/// - Returns: nil when nothing is near enough.
public func nearestName(to name: String, among candidates: [String]) -> String? {
  let limit = max(1, name.unicodeScalars.count / 3)
  return
    candidates
    .map { (name: $0, distance: editDistance(name.lowercased(), $0.lowercased())) }
    .filter { $0.distance <= limit }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
    .name
}

/// The note of a message about a name that nobody knows: which one was meant, or nothing.
public func suggestion(for name: String, among candidates: [String]) -> [String] {
  nearestName(to: name, among: candidates).map { ["did you mean `\($0)`?"] } ?? []
}

private func editDistance(_ left: String, _ right: String) -> Int {
  let a = Array(left.unicodeScalars)
  let b = Array(right.unicodeScalars)
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var before = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  for i in 1...a.count {
    var current = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        current[j] = min(current[j], before[j - 2] + 1)
      }
    }
    (before, previous) = (previous, current)
  }
  return previous[b.count]
}
