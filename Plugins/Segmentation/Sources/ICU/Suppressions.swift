internal import CICU
internal import DictumKit

/// The abbreviations behind which ICU's `ss=standard` leaves breaks out, read from ICU's own data.
struct Suppressions: Sendable {
  private var words: Set<UInt32> = []

  /// No abbreviations.
  static let none = Suppressions()

  private init() {}

  /// The abbreviations of a locale; none when ICU has no list for it.
  init(locale: String) {
    var status = U_ZERO_ERROR
    guard let rules = icu_ures_openBreakRules(locale, &status) else { return }
    defer { icu_ures_close(rules) }
    guard let exceptions = icu_ures_getByKey(rules, "exceptions", &status) else { return }
    defer { icu_ures_close(exceptions) }
    guard let list = icu_ures_getByKey(exceptions, "SentenceBreak", &status) else { return }
    defer { icu_ures_close(list) }
    guard status.rawValue <= U_ZERO_ERROR.rawValue else { return }
    for index in 0..<icu_ures_getSize(list) { read(list, index) }
  }

  private mutating func read(_ list: OpaquePointer, _ index: Int32) {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      var status = U_ZERO_ERROR
      var length: Int32 = 64
      guard let base = buffer.baseAddress,
        let text = icu_ures_getUTF8StringByIndex(list, index, base, &length, &status),
        status.rawValue <= U_ZERO_ERROR.rawValue
      else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) { bytes in
        let word = UnsafeBufferPointer(start: bytes, count: Int(length))
        words.insert(Self.hash(word, 0, word.count))
      }
    }
  }

  /// Whether a break behind `start..<end`, a word with its full stop, is left out.
  func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    end - start <= 8 && words.contains(Self.hash(bytes, start, end))
  }

  /// Unlike `WordHash.of`, this minds case, as ICU does.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    var hash = WordHash.seed
    for offset in start..<end { hash = WordHash.adding(bytes[offset], to: hash) }
    return hash
  }
}
