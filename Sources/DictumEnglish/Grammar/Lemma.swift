package import DictumKit

/// A word as a dictionary lists it: “minister” for “ministers”, “go” for “went”.
///
/// Irregular forms come from lists, the others from the rules of English spelling. Names keep their capitals.
package enum Lemma {
  /// The dictionary form of a token.
  package static func of(_ word: String, as part: PartOfSpeech) -> String {
    let lower = word.lowercased()
    switch part {
    case .properNoun, .punctuation, .symbol, .other: return word
    case .noun: return Self.nouns[lower] ?? singular(lower)
    case .verb, .auxiliary: return auxiliaries[lower] ?? verbs[lower] ?? base(lower)
    case .adjective, .adverb: return adjectives[lower] ?? lower
    case .particle: return ["n't", "n’t", "nt"].contains(lower) ? "not" : lower
    case .determiner, .pronoun: return pronouns[lower] ?? lower
    default: return lower
    }
  }

  /// “cities” -> “city”, “boxes” -> “box”, “laws” -> “law”; “glass” and “news” stay.
  private static func singular(_ word: String) -> String {
    guard word.utf8.count > 3, word.hasSuffix("s") else { return word }
    if ["ss", "us", "is", "news", "series", "species"].contains(where: word.hasSuffix) { return word }
    if word.hasSuffix("ies") { return word.utf8.count > 4 ? word.dropLast(3) + "y" : String(word.dropLast()) }
    if ["ches", "shes", "sses", "xes", "zzes", "oes"].contains(where: word.hasSuffix) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }

  private static func base(_ word: String) -> String {
    if word.utf8.count > 3, word.hasSuffix("s") { return singular(word) }
    if word.utf8.count > 4, word.hasSuffix("ied") || word.hasSuffix("ying") && word.utf8.count == 5 {
      return word.hasSuffix("ied") ? word.dropLast(3) + "y" : word.dropLast(4) + "ie"
    }
    for ending in ["ing", "ed"] where word.utf8.count > ending.utf8.count + 2 && word.hasSuffix(ending) {
      let stem = Array(word.utf8.dropLast(ending.utf8.count))
      // “agreed”, “freed”: one e serves both.
      if ending == "ed", stem.last == UInt8(ascii: "e") { return String(word.dropLast()) }
      if stem.contains(where: isVowel) { return withoutDoubling(stem) ?? withE(stem) }
    }
    return word
  }

  /// “stopp” -> “stop”; nil for a stem that does not end in a doubled consonant, or keeps it (“call”, “pass”).
  private static func withoutDoubling(_ stem: [UInt8]) -> String? {
    guard stem.count > 2, let last = stem.last, stem[stem.count - 2] == last, !isVowel(last) else { return nil }
    let keeps = "lsfz".utf8.contains(last) && stem.count(where: isVowel) == 1
    return String(decoding: keeps ? stem : Array(stem.dropLast()), as: UTF8.self)
  }

  /// The stem with the e that “-ing” and “-ed” have swallowed, where spelling tells: “mak”, “creat”, “chang”.
  private static func withE(_ stem: [UInt8]) -> String {
    let word = String(decoding: stem, as: UTF8.self)
    return endsInE(stem, word) ? word + "e" : word
  }

  private static func endsInE(_ stem: [UInt8], _ word: String) -> Bool {
    if verbsInE.contains(word + "e") { return true }
    guard stem.count > 1, let last = stem.last, !"wxyhaeio".utf8.contains(last) else { return false }
    let before = stem[stem.count - 2]
    if "cvuz".utf8.contains(last) { return true }
    // Behind a consonant: “handl”, “charg”, “solv”, “endors”; not “help”, “report”.
    if !isVowel(before) {
      if last == UInt8(ascii: "l") { return !"lr".utf8.contains(before) }
      if last == UInt8(ascii: "s") { return before != UInt8(ascii: "s") }
      if last == UInt8(ascii: "g") {
        return before == UInt8(ascii: "r") || before == UInt8(ascii: "d")
          || before == UInt8(ascii: "n") && (word.hasSuffix("ang") || word.hasSuffix("eng"))
      }
      return false
    }
    // Behind two vowels: “read”, “explain”; but “rais”, “leav”.
    if stem.count > 2, isVowel(stem[stem.count - 3]), stem[stem.count - 3] != UInt8(ascii: "u") || stem.count < 4 {
      return last == UInt8(ascii: "s")
    }
    // A short stem would have doubled its consonant if no e followed: “mak”, “hop”.
    if stem.count(where: isVowel) == 1 { return true }
    return endingsInE.contains { word.hasSuffix($0) }
  }

  private static let endingsInE = [
    "at", "ut", "ot", "uid", "cid", "vid", "sid", "lid", "rid", "ad", "od", "ud", "ag", "ig", "eg", "ug", "in", "ar",
    "ir",
    "ur", "il", "ul", "am", "um", "ap", "ok", "ak", "ik", "as", "is", "os", "us", "ced",
  ]

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }

  private static let auxiliaries = WordPairs(file: PackageResources.irregular_auxiliaries_txt)
  private static let pronouns = WordPairs(file: PackageResources.irregular_pronouns_txt)
  private static let nouns = WordPairs(file: PackageResources.irregular_nouns_txt)
  private static let adjectives = WordPairs(file: PackageResources.irregular_adjectives_txt)
  private static let verbsInE = WordList(file: PackageResources.e_verbs_txt)

  private static let verbs: [String: String] = {
    var bases: [String: String] = [:]
    for line in WordList.lines(of: PackageResources.irregular_verbs_txt) {
      let columns = line.split(separator: " ")
      guard let base = columns.first else { continue }
      for form in columns.dropFirst().flatMap({ $0.split(separator: "/") }) where bases[String(form)] == nil {
        bases[String(form)] = String(base)
      }
    }
    return bases
  }()
}
