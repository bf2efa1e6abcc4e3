// The inventories of Universal Dependencies, version 2 (de Marneffe, Manning, Nivre and Zeman 2021).

/// A universal part of speech.
public enum PartOfSpeech: String, FieldChoice, Hashable {
  case adjective = "ADJ"
  case adposition = "ADP"
  case adverb = "ADV"
  case auxiliary = "AUX"
  case coordinator = "CCONJ"
  case determiner = "DET"
  case interjection = "INTJ"
  case noun = "NOUN"
  case numeral = "NUM"
  case particle = "PART"
  case pronoun = "PRON"
  case properNoun = "PROPN"
  case punctuation = "PUNCT"
  case subordinator = "SCONJ"
  case symbol = "SYM"
  case verb = "VERB"
  case other = "X"
}

/// A universal dependency with the subtypes of the English treebanks.
public enum Relation: String, FieldChoice, Hashable {
  case clausalModifier = "acl"
  case relativeClause = "acl:relcl"
  case adverbialClause = "advcl"
  case adverbialRelativeClause = "advcl:relcl"
  case adverbialModifier = "advmod"
  case adjectivalModifier = "amod"
  case apposition = "appos"
  case auxiliary = "aux"
  case passiveAuxiliary = "aux:pass"
  case caseMarker = "case"
  case coordinator = "cc"
  case preconjunct = "cc:preconj"
  case clausalComplement = "ccomp"
  case compound
  case verbParticle = "compound:prt"
  case conjunct = "conj"
  case copula = "cop"
  case clausalSubject = "csubj"
  case outerClausalSubject = "csubj:outer"
  case passiveClausalSubject = "csubj:pass"
  case dependency = "dep"
  case determiner = "det"
  case predeterminer = "det:predet"
  case discourse
  case dislocated
  case expletive = "expl"
  case fixed
  case flat
  case goesWith = "goeswith"
  case indirectObject = "iobj"
  case list
  case marker = "mark"
  case nominalModifier = "nmod"
  case descriptiveModifier = "nmod:desc"
  case possessor = "nmod:poss"
  case unmarkedNominalModifier = "nmod:unmarked"
  case subject = "nsubj"
  case outerSubject = "nsubj:outer"
  case passiveSubject = "nsubj:pass"
  case numericModifier = "nummod"
  case object = "obj"
  case oblique = "obl"
  case agent = "obl:agent"
  case unmarkedOblique = "obl:unmarked"
  case orphan
  case parataxis
  case punctuation = "punct"
  case reparandum
  case root
  case vocative
  case openComplement = "xcomp"
}
