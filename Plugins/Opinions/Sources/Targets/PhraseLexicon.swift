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

  /// Verbs in all their forms, which end a phrase, too; those that are as often nouns (“vote”, “cause”) are left out.
  static let verbs: Set<String> = Set(
    words(
      """
      protect bring believe expect ask allow begin seem understand follow create speak spend grow consider appear build \
      stay pass decide explain develop agree arrive destroy defend ensure prevent provide improve reduce require \
      strengthen threaten undermine violate weaken deserve refuse reject suffer accept achieve adopt announce argue avoid \
      confirm continue contribute create deliver demand deny describe enable encourage exist expand fail force fulfil \
      happen handle harm ignore impose indicate introduce invest invite involve learn lose obey oppose own perform prefer \
      prepare preserve produce prove pursue realize receive recognize recommend recover reflect regard relate release rely \
      remember remove repeat replace represent resolve respond restore retain reveal save seek seize send serve settle \
      solve suggest survive target tackle tend treat trust try urge warn welcome win wish worry
      """
    ).flatMap(forms)
      + words(
        "brought built began grew lost sent spent spoke understood sought won tried denied relied worried bringing"
      )
  )

  private static func forms(_ verb: String) -> [String] {
    let stem = verb.hasSuffix("e") ? String(verb.dropLast()) : verb
    return [verb, verb + "s", stem + "ed", stem + "ing", verb + "es"]
  }

  /// What makes the word after it a noun, if nothing more follows.
  static let determiners: Set<String> = words(
    "the a an this that these those my our your his her its their 's ’s any every each no"
  )

  /// What makes the word after it a verb.
  static let verbMarkers: Set<String> = words(
    "to will would shall should can could may might must not n't never 'll ’ll 'd ’d did does do let"
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
      || word.utf8.count > 2 && nounEndings.contains(word)
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
