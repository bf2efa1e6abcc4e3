/// A person's name, taken apart.
struct PersonName: Hashable {
  /// Titles in front that tell people apart: “president”, “senator”.
  var titles: Set<String> = []
  /// All words but titles and suffixes.
  var words: [String] = []
  /// The family name in Western order, with its particles: “de blasio”.
  var family = ""

  /// Takes a folded name apart.
  init(_ folded: [String], _ lists: NameWords) {
    var words = folded[...]
    while words.count > 1, let first = words.first, lists.titles.contains(first) {
      if !lists.courtesies.contains(first) { titles.insert(first) }
      words = words.dropFirst()
    }
    while words.count > 1, let last = words.last, lists.suffixes.contains(last) { words = words.dropLast() }
    self.words = Array(words)
    var start = words.endIndex - 1
    while start > words.startIndex, lists.particles.contains(words[start - 1]) { start -= 1 }
    if start >= words.startIndex { family = words[start...].joined(separator: " ") }
  }

  /// Whether it names one person among the bearers of a family name.
  var isFull: Bool { words.count > 1 && family.utf8.count < words.joined(separator: " ").utf8.count }
  var key: String { words.joined(separator: " ") }
  var given: String { words.first ?? "" }

  /// The words between the given and the family name.
  var middle: [String] {
    guard isFull else { return [] }
    return Array(words[1..<(words.count - family.split(separator: " ").count)])
  }

  /// Whether two full names can be one: the same given and family name, and middle names that do not disagree.
  func agrees(with other: PersonName) -> Bool {
    guard given == other.given, family == other.family else { return false }
    let (mine, theirs) = (middle, other.middle)
    if mine.isEmpty || theirs.isEmpty { return true }
    return zip(mine, theirs).allSatisfy { $0 == $1 || $0.first == $1.first && ($0.count == 1 || $1.count == 1) }
  }
}
