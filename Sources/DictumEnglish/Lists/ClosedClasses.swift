/// The closed classes of English.
extension WordList {
  /// “he”, “they”.
  package static let subjectPronouns = WordList(file: PackageResources.subject_pronouns_txt)
  /// “him”, “their”, “themselves”.
  package static let otherPronouns = WordList(file: PackageResources.other_pronouns_txt)
  /// “the”, “some”.
  package static let determiners = WordList(file: PackageResources.determiners_txt)
  /// “of”, “despite”.
  package static let prepositions = WordList(file: PackageResources.prepositions_txt)
  /// “and”, “but”.
  package static let conjunctions = WordList(file: PackageResources.conjunctions_txt)
  /// “who”, “because”.
  package static let subordinators = WordList(file: PackageResources.subordinators_txt)
  /// “is”, “'ll”.
  package static let auxiliaries = WordList(file: PackageResources.auxiliaries_txt)
  /// “not”, “nor”.
  package static let negators = WordList(file: PackageResources.negators_txt)
  /// Words that begin with an apostrophe, without it: “’tis”.
  package static let elisions = WordList(file: PackageResources.elisions_txt)
}
