/// Words that say how a statement is meant.
extension WordList {
  /// Verbs that name a topic and no position, in all forms.
  package static let discussingVerbs = WordList(verbs: PackageResources.discussing_verbs_txt)
  /// Verbs whose clause the speaker says is not so, in all forms.
  package static let denyingVerbs = WordList(verbs: PackageResources.denying_verbs_txt)
  /// Verbs that are a judgment against what follows, in all forms.
  package static let condemningVerbs = WordList(verbs: PackageResources.condemning_verbs_txt)
  /// Verbs that are a judgment for what follows, in all forms.
  package static let approvingVerbs = WordList(verbs: PackageResources.approving_verbs_txt)
  /// Verbs of somebody who means the opposite of what is quoted, in all forms.
  package static let mockingVerbs = WordList(verbs: PackageResources.mocking_verbs_txt)
  /// Words that say that a name is not deserved: “so-called”.
  package static let disowningWords = WordList(file: PackageResources.disowning_words_txt)
  /// What is done to somebody: “attack”.
  package static let harmNouns = WordList(file: PackageResources.harm_nouns_txt)
  /// Prepositions between harm and whoever suffers it: “against”.
  package static let victimPrepositions = WordList(file: PackageResources.victim_prepositions_txt)
}
