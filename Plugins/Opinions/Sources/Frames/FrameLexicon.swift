/// The English words that say how a statement is meant.
enum FrameLexicon {
  /// Cues that name a topic and no position: “they also discussed climate change”.
  static let discussing: Set<String> = [
    "discuss", "discussed", "discusses", "discussing", "debate", "debated", "debates", "debating", "review", "reviewed",
    "reviews", "reviewing", "talk", "talked", "talks", "talking", "spoke", "consult", "consulted", "consults",
    "exchanged",
    "deliberate", "deliberated", "asked", "ask", "asks", "wondered", "inquired",
  ]
  /// Cues whose clause the speaker says is not so.
  static let denying: Set<String> = [
    "deny", "denied", "denies", "denying", "dispute", "disputed", "disputes", "disputing", "refute", "refuted",
    "refutes",
    "rebut", "rebutted", "doubt", "doubted", "doubts", "doubting",
  ]
  /// Cues that are a judgment against what follows; negated, they are none.
  static let condemning: Set<String> = [
    "criticise", "criticised", "criticising", "criticize", "criticized", "criticizing", "condemn", "condemned",
    "condemning", "denounce", "denounced", "denouncing", "oppose", "opposed", "opposes", "opposing", "reject",
    "rejected", "rejecting", "blame", "blamed", "blaming", "accuse", "accused", "accusing", "object", "objected",
  ]
  /// Cues that are a judgment for what follows; negated, they are none, or one against it.
  static let approving: Set<String> = [
    "praise", "praised", "praising", "welcome", "welcomed", "welcoming", "endorse", "endorsed", "endorsing", "support",
    "supported", "supporting", "back", "backed", "backing", "applaud", "applauded", "commend", "commended", "approve",
    "approved",
  ]
  static let negators: Set<String> = ["not", "never", "no", "without", "neither", "nor", "cannot", "hardly"]
  /// Cues of somebody who means the opposite of what is quoted.
  static let mocking: Set<String> = [
    "mock", "mocked", "mocks", "mocking", "ridicule", "ridiculed", "ridicules", "ridiculing", "deride", "derided",
    "derides", "deriding", "scoff", "scoffed", "scoffs", "sneer", "sneered", "lampooned", "jeered",
  ]
  /// Words that say a name is not deserved.
  static let disowning: Set<String> = [
    "so-called", "supposed", "supposedly", "purported", "purportedly", "self-styled", "self-proclaimed", "ostensible",
    "ostensibly", "pretended", "sham", "fake",
  ]
  /// What is done to somebody: who suffers it is not who is blamed.
  static let harm: Set<String> = [
    "war", "wars", "aggression", "attack", "attacks", "assault", "assaults", "violence", "crime", "crimes",
    "atrocities",
    "crackdown", "strike", "strikes", "invasion", "occupation", "annexation", "bombing", "bombardment", "shelling",
    "killing", "killings", "murder", "murders", "persecution", "oppression", "abuse", "abuses", "discrimination",
    "hatred",
    "threats", "raid", "raids", "siege", "offensive", "genocide", "repression", "racism", "harassment",
  ]
  static let towardVictims: Set<String> = ["against", "on", "upon", "of", "toward", "towards", "at"]
}
