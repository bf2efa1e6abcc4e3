import CICU
import DictumKit

/// Puts names into the form in which they are compared: lower case, without marks on letters (“Añez”, “Anez”).
struct NameFolding {
  /// ICU's own instance; it lives as long as the process.
  private let normalizer: OpaquePointer

  /// - Throws: `icuFailed`.
  init() throws(DictumError) {
    var status = U_ZERO_ERROR
    guard let instance = icu_unorm2_getNFDInstance(&status) else {
      throw DictumError(.icuFailed, "cannot open ICU's normaliser: \(String(cString: icu_errorName(status)))")
    }
    normalizer = instance
  }

  /// The folded words of a text, without the punctuation around and within them.
  func words(_ text: String) -> [String] {
    text.split { $0.isWhitespace || $0 == "-" || $0 == "," || $0 == "/" || $0 == "‑" || $0 == "–" }
      .map { word($0) }
      .filter { !$0.isEmpty }
  }

  private func word(_ text: Substring) -> String {
    var word = text
    for ending in ["'s", "’s", "'", "’"] where word.hasSuffix(ending) && word.count > ending.count {
      word.removeLast(ending.count)
    }
    var folded = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if scalar.isASCII {
        append(scalar, &folded)
      } else {
        for part in decomposed(scalar) { append(part, &folded) }
      }
    }
    return String(folded).lowercased()
  }

  private func append(_ scalar: Unicode.Scalar, _ folded: inout String.UnicodeScalarView) {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .otherPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .format:
      if scalar == "&" { folded.append(contentsOf: "and".unicodeScalars) }
    default: folded.append(scalar)
    }
  }

  private func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    var buffer = [UChar](repeating: 0, count: 8)
    var status = U_ZERO_ERROR
    let code = Int32(bitPattern: scalar.value)
    let count = icu_unorm2_getDecomposition(normalizer, code, &buffer, Int32(buffer.count), &status)
    guard status == U_ZERO_ERROR, count > 0 else { return [scalar] }
    return Array(String(decoding: buffer[..<Int(count)], as: UTF16.self).unicodeScalars)
  }
}
