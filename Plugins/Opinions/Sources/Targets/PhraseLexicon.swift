/// What the noun phrase finder knows of English.
enum PhraseLexicon {
  /// Function words and common verbs, which end a phrase.
  static let breaks: Set<String> = words(
    """
    a an the this that these those of in on at by for with without from to into onto upon about between among against \
    during through over under after before since until as than and or but nor so yet if when while because although \
    though whether who whom whose which what where why how i we you he she it they me us him her them my our your his \
    its their mine ours yours hers theirs be am is are was were been being have has had having do does did done doing \
    will would shall should can could may might must not no n't 's ’s also very more most much many some any all both \
    each every few other another such same own only just even still again too then there here now ever never always \
    often say says said tell told make makes made take takes took get gets got go goes went come came give gives gave \
    see sees saw know knows knew think thinks thought want wants wanted need needs needed let lets keep kept put \
    become became remain remains remained include includes including work working address addressing maintain \
    maintaining promote promoting uphold upholding share sharing face facing help helping support supporting \
    coordinated further like look looks forward beyond increase increases grateful thank thanks call calls called
    """
  )

  /// Words that may stand before a phrase without being part of what it names.
  private static let leading: Set<String> = words(
    "important vital strong enduring deep continued recent new great good bad big small full real key current next last first"
  )

  /// Nouns for what somebody feels or does about a thing; the thing is the target.
  private static let attitudes: Set<String> = words(
    """
    support importance appreciation concern concerns commitment need desire hope hopes fear fears view views opinion \
    belief regret thanks gratitude praise criticism anger interest attention respect efforts effort way ways part lot \
    time times day days week weeks month months year years thing things people person man men woman women today \
    yesterday tomorrow end beginning number percent
    """
  )

  private static let nounEndings = [
    "tion", "tions", "sion", "sions", "ment", "ments", "ity", "ities", "ness", "ship", "ships", "ance", "ances", "ence",
    "ism", "cy", "cies", "dom", "ure", "ures", "order", "war", "peace", "law", "laws", "policy", "rights", "trade",
    "deal",
    "change", "tax", "taxes", "health", "crisis", "attack", "attacks", "plan", "plans", "vote", "reform", "reforms",
  ]
  private static let adjectiveEndings = [
    "al", "ous", "ful", "ive", "ic", "ble", "ward", "ish", "ary", "less", "ed", "ly",
  ]
  private static let nounsInAl = words(
    "deal proposal approval arrival trial capital hospital festival official journal removal goal signal animal rival appeal"
  )

  static func isLeading(_ word: String) -> Bool { leading.contains(word) || word.hasSuffix("ly") }

  static func isAttitude(_ word: String) -> Bool { attitudes.contains(word) || word.hasSuffix("ly") }

  /// Whether a single word names a thing, by its ending.
  static func isSurelyNoun(_ word: String) -> Bool {
    word.utf8.count > 4 && nounEndings.contains { word.hasSuffix($0) }
  }

  /// Whether the last word of a phrase may be a noun: it does not end like an adjective or a participle.
  static func mayBeNoun(_ word: String) -> Bool {
    guard word.utf8.count > 2 else { return false }
    return nounsInAl.contains(word) || !adjectiveEndings.contains { word.hasSuffix($0) }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
