/// The forms of English verbs.
package enum Inflection {
  /// All forms of a verb: “admit”, “admits”, “admitting”, “admitted”.
  ///
  /// - Parameter base: in lower case.
  package static func forms(_ base: String) -> [String] {
    let (past, participle) = irregular[base].map { ($0.past, $0.participle) } ?? ([regularPast(base)], [])
    var forms: [String] = []
    for form in [base, thirdPerson(base), gerund(base)] + past + participle where !forms.contains(form) {
      forms.append(form)
    }
    return forms
  }

  /// “says”, “watches”, “denies”.
  package static func thirdPerson(_ base: String) -> String {
    switch base {
    case "be": return "is"
    case "have": return "has"
    default: break
    }
    if endsInConsonantAndY(base) { return base.dropLast() + "ies" }
    let hisses = ["s", "sh", "ch", "x", "z", "go", "do"].contains { base.hasSuffix($0) }
    return base + (hisses ? "es" : "s")
  }

  /// “saying”, “admitting”, “making”.
  package static func gerund(_ base: String) -> String {
    if base.hasSuffix("ie") { return base.dropLast(2) + "ying" }
    if base.hasSuffix("e"), base.utf8.count > 2, !base.hasSuffix("ee"), !base.hasSuffix("ye") {
      return base.dropLast() + "ing"
    }
    return doubled(base) + "ing"
  }

  private static func regularPast(_ base: String) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if endsInConsonantAndY(base) { return base.dropLast() + "ied" }
    return doubled(base) + "ed"
  }

  private static func endsInConsonantAndY(_ base: String) -> Bool {
    let end = base.utf8.suffix(2)
    return end.count == 2 && end.last == UInt8(ascii: "y") && !(end.first.map(isVowel) ?? true)
  }

  /// The verb with its last consonant doubled where English does so: in “snap” and “admit”, not in “look” or “offer”.
  private static func doubled(_ base: String) -> String {
    let bytes = Array(base.utf8)
    guard bytes.count >= 3, let last = bytes.last, !isVowel(last), !"wxyh".utf8.contains(last),
      isVowel(bytes[bytes.count - 2]), !isVowel(bytes[bytes.count - 3])
    else { return base }
    let isOneSyllable = bytes.filter(isVowel).count == 1
    return isOneSyllable || doubling.contains(base) ? base + String(decoding: [last], as: UTF8.self) : base
  }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiou".utf8.contains(byte) }

  /// Of the verbs of more than one syllable in `Words/`, those that double their last consonant.
  private static let doubling: Set = ["admit", "forget", "prefer"]

  private static let irregular: [String: (past: [String], participle: [String])] = {
    var verbs: [String: (past: [String], participle: [String])] = [:]
    for line in WordList.lines(of: PackageResources.irregular_verbs_txt) {
      let columns = line.split(separator: " ")
      guard columns.count == 3 else { continue }
      verbs[String(columns[0])] = (alternatives(columns[1]), alternatives(columns[2]))
    }
    return verbs
  }()

  private static func alternatives(_ column: Substring) -> [String] { column.split(separator: "/").map(String.init) }
}
