/// English abbreviations by what may follow them. Written without their last full stop, in lower case.
struct Abbreviations: Sendable {
  /// How an abbreviation behaves.
  enum Kind: UInt8 {
    case none
    /// Stands before a name or a number, so that it never ends a sentence: Mr., Gen., St., vs.
    case leading
    /// Stands before a number: No. 5, pp. 3-4; a word of its own elsewhere.
    case beforeNumber
    /// May end a sentence: Inc., Jan., etc.
    case open
  }

  private var kinds: [UInt32: Kind] = [:]

  /// The abbreviations that the rules know.
  init() {
    for word in Self.leading { kinds[WordHash.of(word)] = .leading }
    for word in Self.beforeNumber { kinds[WordHash.of(word)] = .beforeNumber }
    for word in Self.open { kinds[WordHash.of(word)] = .open }
  }

  /// The kind of the word at `start..<end`, which a full stop follows.
  func kind(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Kind {
    guard end - start <= Self.longest else { return .none }
    return kinds[WordHash.of(bytes, start, end)] ?? .none
  }

  private static let longest = 6

  private static let leading: [StaticString] = [
    "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "fr", "st", "sgt", "cpl", "pvt", "capt", "cmdr", "cdr", "col",
    "gen", "lt", "maj", "adm", "brig", "gov", "sen", "rep", "reps", "sens", "pres", "supt", "det", "insp", "amb",
    "atty", "messrs", "mme", "mlle", "msgr", "mgr", "pfc", "spc", "vs", "cf", "viz", "mt", "ft", "ald", "asst", "treas",
  ]
  private static let beforeNumber: [StaticString] = [
    "no", "nos", "p", "pp", "fig", "figs", "vol", "vols", "ch", "sec", "art", "eq", "ca", "approx", "est",
  ]
  private static let open: [StaticString] = [
    "jr", "sr", "inc", "ltd", "co", "corp", "cos", "bros", "plc", "llc", "dept", "univ", "assn", "etc", "al", "jan",
    "feb", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "tue", "tues", "thu",
    "thur", "thurs", "fri", "ave", "blvd", "rd", "hwy", "ala", "ariz", "ark", "calif", "colo", "conn", "fla", "ga",
    "kan", "ky", "md", "mich", "minn", "mont", "neb", "nev", "okla", "ont", "ore", "pa", "penn",
    "tenn", "tex", "va", "vt", "wis", "wyo", "ph.d", "esq", "oz", "lb", "lbs", "hr", "hrs", "ext", "tel", "op",
    "eds", "repr", "misc", "e.g", "i.e",
  ]
}
