/// Words by which texts are cut into sentences and tokens.
extension WordList {
  /// “Mr”, “vs”: abbreviations that never end a sentence, without their last full stop, as all of these.
  package static let abbreviationsBeforeNames = WordList(file: PackageResources.abbreviations_before_names_txt)
  /// “no”, “pp”: abbreviations before a number, words of their own elsewhere.
  package static let abbreviationsBeforeNumbers = WordList(file: PackageResources.abbreviations_before_numbers_txt)
  /// “inc”, “jan”: abbreviations that may end a sentence.
  package static let abbreviations = WordList(file: PackageResources.abbreviations_txt)
  /// Words that begin a sentence far more often than they go on with a name.
  package static let sentenceStarters = WordList(file: PackageResources.sentence_starters_txt)
  /// “can|not”: words that are written as one and count as two, with “|” where the second begins.
  package static let fusedWords = WordList(file: PackageResources.fused_words_txt)
  /// “km”: what is written right behind a number.
  package static let units = WordList(file: PackageResources.units_txt)
  /// “anti”: what stands before a hyphen and is no word of its own.
  package static let affixes = WordList(file: PackageResources.affixes_txt)
  /// “monday”.
  package static let weekdays = WordList(file: PackageResources.weekdays_txt)
}
