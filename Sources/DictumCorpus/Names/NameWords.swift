import DictumEnglish

/// The words of English that decide how names are compared.
struct NameWords: Sendable {
  /// Titles and roles before a person's name.
  let titles = WordList.titles
  /// Titles that say nothing of who bears them.
  let courtesies = WordList.courtesyTitles
  /// What follows a name without being part of it.
  let suffixes = WordList.nameSuffixes
  /// Small words that begin a family name.
  let particles = WordList.familyParticles
  /// Legal forms of companies.
  let legalForms = WordList.legalForms
  /// Words that many bodies share: a name of nothing else (“Supreme Court”) means another body in another country.
  let generic = WordList.sharedNames
}
