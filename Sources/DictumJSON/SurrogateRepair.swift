/// Replaces escaped lone surrogates (`\ud83d` without its other half) by `\ufffd`, which has the same length.
///
/// Half a pair is no character, so strict parsers refuse the whole text; a careless producer should not cost the
/// reader an article.
/// - Returns: how many were replaced.
package func replaceLoneSurrogates(_ json: inout [UInt8]) -> Int {
  var replaced = 0
  var index = 0
  while let backslash = json[index...].firstIndex(of: UInt8(ascii: "\\")) {
    guard let unit = escapedUnit(json, backslash) else {
      index = min(backslash + 2, json.count)
      continue
    }
    index = backslash + 6
    switch unit {
    case 0xD800...0xDBFF:
      if let low = escapedUnit(json, index), (0xDC00...0xDFFF).contains(low) {
        index += 6
      } else {
        replace(&json, backslash)
        replaced += 1
      }
    case 0xDC00...0xDFFF:
      replace(&json, backslash)
      replaced += 1
    default: break
    }
  }
  return replaced
}

private func replace(_ json: inout [UInt8], _ backslash: Int) {
  json.replaceSubrange((backslash + 2)..<(backslash + 6), with: Array("fffd".utf8))
}

/// The code unit of a `\uXXXX` escape that begins at `index`.
private func escapedUnit(_ json: [UInt8], _ index: Int) -> UInt32? {
  guard index + 6 <= json.count, json[index] == UInt8(ascii: "\\"), json[index + 1] == UInt8(ascii: "u") else {
    return nil
  }
  return UInt32(String(decoding: json[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
}
