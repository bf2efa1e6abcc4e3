/// Texts on which offset arithmetic tends to break, for property tests.
public enum OddTexts {
  /// The texts, each with a reason to be here.
  public static let all: [String] = [
    "",  // nothing at all
    "a",  // one character
    " ", "\n", "\r\n", "\u{FEFF}",  // nothing to see
    "Plain words.",  // ASCII only
    "Grüße aus Köln! Ça va?",  // two-byte scalars
    "e\u{301}te\u{301} — “cafe\u{301}”.",  // combining marks, three-byte punctuation
    "👩‍👩‍👧‍👦 said: “👍🏽!” Then 🇯🇵 left.",  // ZWJ sequences, skin tones, flags
    "\u{FEFF}A byte order mark. Inside\u{FEFF}too.",
    "First line.\r\nSecond line.\r\n\r\nNext paragraph.\r\n",  // CRLF
    "東京で会談した。「協力する」と述べた。",  // no spaces between words
    "שלום. “מה נשמע?” שאל.", "مرحبا بالعالم. قال: «نعم».",  // right to left
    "a\u{0}b. c\u{B}d\u{85}e\u{2028}f\u{2029}g.",  // control characters and odd line breaks
    "\u{10FFFF}x\u{E000}.",  // the last scalar, private use
    String(repeating: "é", count: 200),  // longer than a block of the offset table, no ASCII
    String(repeating: "word “quote” 😀 ", count: 40),  // many blocks, mixed widths
  ]
}
