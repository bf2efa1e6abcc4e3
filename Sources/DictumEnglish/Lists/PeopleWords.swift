/// Words about people, bodies and what they write.
extension WordList {
  /// Titles and roles before a person's name.
  package static let titles = WordList(file: PackageResources.titles_txt)
  /// Titles that only men bear.
  package static let titlesOfMen = WordList(file: PackageResources.titles_of_men_txt)
  /// Titles that only women bear.
  package static let titlesOfWomen = WordList(file: PackageResources.titles_of_women_txt)
  /// Given names that nearly only men bear.
  package static let givenNamesOfMen = WordList(file: PackageResources.given_names_of_men_txt)
  /// Given names that nearly only women bear.
  package static let givenNamesOfWomen = WordList(file: PackageResources.given_names_of_women_txt)
  /// Nouns that only men are called: “brother”.
  package static let nounsOfMen = WordList(file: PackageResources.nouns_of_men_txt)
  /// Nouns that only women are called: “sister”.
  package static let nounsOfWomen = WordList(file: PackageResources.nouns_of_women_txt)
  /// How nouns for people end: “-er”.
  package static let personEndings = WordList(file: PackageResources.person_endings_txt)
  /// Titles that say nothing of who bears them: “Mr.”
  package static let courtesyTitles = WordList(file: PackageResources.courtesy_titles_txt)
  /// “Jr.”, “III” behind a person's name.
  package static let nameSuffixes = WordList(file: PackageResources.name_suffixes_txt)
  /// Small words that begin a family name: “de”, “bin”.
  package static let familyParticles = WordList(file: PackageResources.family_particles_txt)
  /// “Inc.”, “Ltd.” at the end of a company's name.
  package static let legalForms = WordList(file: PackageResources.legal_forms_txt)
  /// Words that bodies of many countries share: “Supreme”, “Court”.
  package static let sharedNames = WordList(file: PackageResources.shared_names_txt)
  /// Small words within names.
  package static let nameParticles = WordList(file: PackageResources.name_particles_txt)
  /// Nouns for bodies that speak as one: “ministry”.
  package static let bodies = WordList(file: PackageResources.bodies_txt)
  /// Nouns for what speaks for whoever made it: “report”.
  package static let utterances = WordList(file: PackageResources.utterances_txt)
  /// What is done with letters and reports by whoever makes them: “issue”.
  package static let issuingVerbs = WordList(file: PackageResources.issuing_verbs_txt)
  /// Pronouns and the like that describe no source.
  package static let openSources = WordList(file: PackageResources.open_sources_txt)
  /// Articles and small numbers before a source's description.
  package static let sourceArticles = WordList(file: PackageResources.source_articles_txt)
}
