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
    for hash in WordHash.all(.abbreviationsBeforeNames) { kinds[hash] = .leading }
    for hash in WordHash.all(.abbreviationsBeforeNumbers) { kinds[hash] = .beforeNumber }
    for hash in WordHash.all(.abbreviations) { kinds[hash] = .open }
  }

  /// The kind of the word at `start..<end`, which a full stop follows.
  func kind(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Kind {
    guard end - start <= Self.longest else { return .none }
    return kinds[WordHash.of(bytes, start, end)] ?? .none
  }

  private static let longest = 6
}
