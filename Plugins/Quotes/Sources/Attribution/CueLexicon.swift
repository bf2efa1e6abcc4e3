/// Words that mark an attribution.
///
/// Verbs are listed by their base form; the inflected forms are derived, irregular ones named. The list is general
/// English usage for reporting speech; part of what a model later learns from data.
struct CueLexicon: Sendable {
  private static let bases = """
    acknowledge add admit advise affirm agree allege announce argue ask assert assure boast caution charge cite claim \
    clarify comment complain concede conclude confess confide confirm contend counter continue cry declare decry demand \
    deny describe disclose emphasise emphasize exclaim explain express fume grumble hint inform insist joke lament \
    maintain mention mumble murmur muse mutter note object observe offer opine plead pledge point predict proclaim \
    promise pronounce propose protest quip reaffirm reassure recall recount reflect reiterate relate remark remind \
    repeat reply report request respond retort reveal say scream shout sigh sneer snap speculate state stress suggest \
    summarise summarize tell testify thunder tweet underline underscore urge venture voice volunteer vow warn whisper \
    wonder write yell highlight conclude blog post text email bellow recommend
    """
  private static let irregular = [
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "cried": "cry", "cries": "cry",
    "decried": "decry", "denied": "deny", "denies": "deny", "replied": "reply", "replies": "reply",
    "testified": "testify", "testifies": "testify", "clarified": "clarify", "clarifies": "clarify",
    "admitted": "admit", "admitting": "admit", "quipped": "quip", "quipping": "quip", "snapped": "snap",
    "snapping": "snap", "read": "read", "reads": "read", "thinks": "think", "thought": "think", "goes": "go",
  ]

  private let forms: Set<String>

  init() {
    var forms = Set(Self.irregular.keys)
    for base in Self.bases.split(separator: " ").map(String.init) {
      forms.formUnion(Self.inflections(of: base))
    }
    self.forms = forms
  }

  /// Whether the lower-case word is a reporting verb.
  func isCue(_ word: String) -> Bool { forms.contains(word) }

  /// The forms of a regular verb.
  static func inflections(of base: String) -> [String] {
    if base.hasSuffix("e") {
      let stem = base.dropLast()
      return [base, base + "s", base + "d", stem + "ing"]
    }
    let endsHissing = ["s", "sh", "ch", "x"].contains { base.hasSuffix($0) }
    return [base, base + (endsHissing ? "es" : "s"), base + "ed", base + "ing"]
  }

  /// Adverbs and auxiliaries that may stand between a source and its cue.
  static let betweenSourceAndCue: Set<String> = [
    "also", "further", "furthermore", "later", "then", "had", "has", "have", "again", "once", "since", "recently",
    "repeatedly", "previously", "earlier", "simply", "only", "just", "still", "even", "once", "would", "will", "did",
    "was", "is", "are", "were", "been", "be", "quickly", "publicly", "reportedly", "jokingly", "angrily", "quietly",
    "afterwards", "afterward", "now", "already", "never", "always", "often", "sometimes", "first", "finally", "too",
    "to", "quoted", "as",
  ]

  /// Pronouns that stand for a source on their own.
  static let pronouns: Set<String> = ["he", "she", "they", "i", "we", "it", "who", "you"]

  /// Words that end the noun phrase after a cue: “said Blinken in a statement”.
  static let endsSource: Set<String> = [
    "in", "on", "at", "during", "after", "before", "when", "while", "as", "who", "whose", "which", "that", "told",
    "following", "via", "through", "because", "since", "if", "but", "to", "by", "upon", "yesterday", "today",
    "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "last", "this", "about",
    "with", "without", "amid", "into", "when", "where", "adding", "referring", "noting", "speaking",
  ]

  /// Words before which the noun phrase before a cue begins.
  static let startsClause: Set<String> = [
    "but", "that", "which", "when", "because", "while", "whereas", "if", "although", "though", "however", "so", "yet",
    "after", "before", "until", "then", "where", "than",
  ]
}
