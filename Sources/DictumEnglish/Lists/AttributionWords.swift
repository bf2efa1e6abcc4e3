/// Words around what somebody says.
extension WordList {
  /// Verbs of saying and writing, in all forms.
  package static let reportingVerbs = WordList(verbs: PackageResources.reporting_verbs_txt)
  /// Verbs of thought, wish and expectation, in all forms.
  package static let mentalVerbs = WordList(verbs: PackageResources.mental_verbs_txt)
  /// Verbs that name a topic and no position, in all forms: “discussed”.
  package static let discussingVerbs = WordList(verbs: PackageResources.discussing_verbs_txt)
  /// What may stand between a source and its verb.
  package static let verbLeads = WordList(file: PackageResources.verb_leads_txt)
  /// What ends the noun phrase behind a verb of saying.
  package static let sourceEnds = WordList(file: PackageResources.source_ends_txt)
  /// What no noun phrase of the clause behind it reaches across.
  package static let clauseStarts = WordList(file: PackageResources.clause_starts_txt)
  /// What stands before a source without belonging to it.
  package static let sourceLeads = WordList(file: PackageResources.source_leads_txt)
  /// What says that somebody goes on speaking: “added”.
  package static let continuingWords = WordList(file: PackageResources.continuing_words_txt)
  /// How lines begin that a site puts into an article.
  package static let siteLines = WordList(file: PackageResources.site_lines_txt)
  /// Headings of boxes with links to other articles.
  package static let siteBoxes = WordList(file: PackageResources.site_boxes_txt)
  /// What stands at the end of a caption, with who made the picture.
  package static let pictureCredits = WordList(file: PackageResources.picture_credits_txt)
}
