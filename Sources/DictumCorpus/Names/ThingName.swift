/// The name of a body, place or thing.
struct ThingName: Hashable {
  /// The folded words without a leading article and a company's legal form.
  var words: [String] = []
  /// Whether it is written like an acronym: “UN”, “U.S.”, “G7”.
  var isAcronym = false
  /// Whether many bodies bear it: “Supreme Court”.
  var isGeneric = false

  /// A name as it stands in a text, and folded.
  init(_ text: String, _ folded: [String], _ lists: NameWords) {
    var words = folded[...]
    if words.count > 1, words.first == "the" { words = words.dropFirst() }
    while words.count > 1, let last = words.last, lists.legalForms.contains(last) { words = words.dropLast() }
    self.words = Array(words)
    let letters = text.filter { $0 != "." }
    isAcronym =
      words.count == 1 && (2...8).contains(letters.count) && letters.contains { $0.isUppercase }
      && letters.allSatisfy { $0.isUppercase || $0.isNumber }
    isGeneric = words.allSatisfy { lists.generic.contains($0) }
  }

  var key: String { words.joined(separator: " ") }
}
