/// The words of English that decide how names are compared.
struct NameWords: Sendable {
  /// Titles and roles before a person's name.
  var titles: Set<String> = [
    "ambassador", "analyst", "archbishop", "attorney", "bishop", "capt", "captain", "cardinal", "ceo", "chair",
    "chairman", "chairwoman", "chancellor", "chief", "coach", "col", "colonel", "commissioner", "congressman",
    "congresswoman", "dame", "defence", "defense", "deputy", "detective", "director", "dr", "foreign", "former", "gen",
    "general", "gov", "governor", "imam", "judge", "justice", "king", "lady", "lieutenant", "lord", "lt", "major",
    "mayor", "minister", "miss", "mr", "mrs", "ms", "officer", "pope", "premier", "president", "prime", "prince",
    "princess", "prof", "professor", "queen", "rep", "representative", "rev", "reverend", "secretary", "sen", "senator",
    "sergeant", "sgt", "sheikh", "sheriff", "sir", "speaker", "spokesman", "spokesperson", "spokeswoman", "state",
    "vice",
  ]
  /// Titles that say nothing of who bears them.
  var courtesies: Set<String> = ["mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "dr", "former"]
  /// What follows a name without being part of it.
  var suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"]
  /// Small words that begin a family name.
  var particles: Set<String> = [
    "abu", "al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ter",
    "van", "von",
  ]
  /// Legal forms of companies.
  var legalForms: Set<String> = [
    "inc", "corp", "corporation", "ltd", "limited", "llc", "plc", "co", "gmbh", "sa", "ag",
  ]
  /// Words that many bodies share: a name of nothing else (“Supreme Court”) means another body in another country.
  var generic: Set<String> = [
    "administration", "affairs", "agency", "agriculture", "air", "and", "armed", "army", "assembly", "association",
    "attorney", "authority", "bank", "board", "budget", "bureau", "cabinet", "campaign", "center", "central", "centre",
    "chamber", "children", "city", "civil", "coalition", "college", "commerce", "commission", "committee", "company",
    "congress", "constitution", "constitutional", "council", "county", "court", "criminal", "culture", "customs",
    "defence", "defense", "department", "development", "district", "economic", "economy", "education", "election",
    "electoral", "energy", "environment", "executive", "exchange", "external", "family", "federal", "federation",
    "finance", "fire", "for", "force", "forces", "foreign", "general", "government", "governor", "group", "guard",
    "health", "high", "home", "hospital", "house", "human", "immigration", "information", "institute", "intelligence",
    "interior", "internal", "international", "investigation", "judiciary", "justice", "labor", "labour", "law",
    "league", "legislative", "legislature", "local", "lower", "market", "medical", "metropolitan", "military",
    "ministry", "municipal", "national", "naval", "navy", "of", "office", "on", "opposition", "parliament", "party",
    "planning", "police", "presidency", "president", "press", "prime", "minister", "prosecutor", "provincial", "public",
    "regional", "republic", "reserve", "resources", "revenue", "rights", "school", "science", "secretariat", "security",
    "senate", "senior", "service", "services", "social", "south", "north", "east", "west", "sports", "staff", "state",
    "stock", "strategic", "studies", "supreme", "team", "technology", "the", "times", "tourism", "trade", "transport",
    "transportation", "treasury", "tribunal", "union", "united", "university", "upper", "veterans", "water", "welfare",
    "women", "works", "world", "youth",
  ]
}
