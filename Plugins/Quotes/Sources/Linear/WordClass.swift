import DictumEnglish
import DictumKit
import DictumLinear

/// A coarse part of speech, told from the closed classes of English and from endings.
enum WordClass: UInt8 {
  case outside, other, name, subject, pronoun, determiner, preposition, conjunction, that, question, auxiliary, to, not
  case `as`, comma, stop, colon, mark, dash, bracket, number, adverb, gerund, participle, plural, symbol

  /// Words of the closed classes by the hash of their lower-case form.
  private static let closed: WordTable = {
    let words: [(WordClass, WordList)] = [
      (.subject, .subjectPronouns), (.pronoun, .otherPronouns), (.determiner, .determiners),
      (.preposition, .prepositions), (.conjunction, .conjunctions), (.that, WordList(["that"])),
      (.question, .subordinators), (.auxiliary, .auxiliaries), (.to, WordList(["to"])),
      (.not, WordList(["not", "n't", "never"])), (.as, WordList(["as"])),
    ]
    let marks: [(WordClass, String)] = [
      (.comma, ","), (.stop, ". ? ! …"), (.colon, ": ;"), (.mark, "\" “ ” '' ``"), (.dash, "- – — -- ―"),
      (.bracket, "( ) [ ]"),
    ]
    let lists =
      words.map { ($0.0, $0.1.spellings) } + marks.map { ($0.0, $0.1.split(separator: " ").map(String.init)) }
    return WordTable(
      lists.flatMap { kind, words in
        words.map { (hash: FeatureHash($0.utf8).value, value: UInt32(kind.rawValue)) }
      }
    )
  }()

  init(_ profile: TokenProfile, _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) {
    if let number = Self.closed[profile.lower], let known = WordClass(rawValue: UInt8(number)) {
      self = known
    } else if token.kind == .number {
      self = .number
    } else if token.kind != .word {
      self = .symbol
    } else if profile.isCapitalised {
      self = .name
    } else {
      self = Self.byEnding(bytes, token.span)
    }
  }

  private static func byEnding(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) -> WordClass {
    guard span.count > 3 else { return .other }
    let last = bytes[span.end - 1]
    let second = bytes[span.end - 2]
    switch last {
    case UInt8(ascii: "y"): return second == UInt8(ascii: "l") ? .adverb : .other
    case UInt8(ascii: "d"): return second == UInt8(ascii: "e") ? .participle : .other
    case UInt8(ascii: "s"): return second == last ? .other : .plural
    case UInt8(ascii: "g"):
      return second == UInt8(ascii: "n") && bytes[span.end - 3] == UInt8(ascii: "i") ? .gerund : .other
    default: return .other
    }
  }

  /// The class as a feature.
  var hash: FeatureHash { FeatureHash(value: UInt64(rawValue) &+ 0x0C1A_5500) }
}
