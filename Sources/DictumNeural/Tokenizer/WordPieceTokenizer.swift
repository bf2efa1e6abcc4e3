import CICU
import DictumKit

/// The uncased BERT tokenizer: basic words, then the longest pieces from the left (Wu et al. 2016), each with its
/// place in the original text.
struct WordPieceTokenizer: Sendable {
  let vocabulary: Vocabulary
  /// A word with more pieces than fit into a window is one `[UNK]`.
  let maximumPieces: Int
  // ICU's normaliser is an immutable instance that lives as long as the process.
  nonisolated(unsafe) private let decomposition: OpaquePointer

  /// A word of more characters is one `[UNK]`.
  static let maximumCharacters = 100

  /// - Throws: `icuFailed`.
  init(_ vocabulary: Vocabulary, maximumPieces: Int) throws(DictumError) {
    self.vocabulary = vocabulary
    self.maximumPieces = maximumPieces
    var status = U_ZERO_ERROR
    guard let normaliser = icu_unorm2_getNFDInstance(&status), status.rawValue <= 0 else {
      throw DictumError(.icuFailed, "ICU has no NFD normaliser: error \(status.rawValue)")
    }
    decomposition = normaliser
  }

  /// Adds the words and pieces of a part of the text.
  ///
  /// - Parameter range: UTF-8 offsets into `text`; a word ends at the range's end.
  func append(
    _ range: Range<Int>,
    of text: UnsafeBufferPointer<UInt8>,
    to list: inout PieceList,
    _ word: inout WordBuffer
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "a range of the text")
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = text[offset]
      if byte < 0x80 {
        switch CharacterKind.ascii(byte) {
        case .letter:
          word.shape.count(ascii: byte)
          word.append(ascii: byte &- 0x41 < 26 ? byte | 0x20 : byte, at: offset)
        case .space: flush(&word, into: &list)
        case .control: break
        default:
          flush(&word, into: &list)
          word.append(ascii: byte, at: offset)
          flush(&word, into: &list)
        }
        offset &+= 1
      } else {
        let (scalar, length) = decodeScalar(text, at: offset, end: range.upperBound)
        append(scalar, at: offset..<offset + length, to: &word, &list)
        offset += length
      }
    }
    flush(&word, into: &list)
  }

  private func append(_ scalar: UChar32, at source: Range<Int>, to word: inout WordBuffer, _ list: inout PieceList) {
    switch CharacterKind.of(scalar) {
    case .space: flush(&word, into: &list)
    case .control: break
    case .mark: word.extendLast(to: source.upperBound)
    case .punctuation:
      flush(&word, into: &list)
      normalise(scalar, source, &word)
      flush(&word, into: &list)
    case .ideograph:
      flush(&word, into: &list)
      word.shape.count(scalar)
      normalise(scalar, source, &word)
      flush(&word, into: &list)
    case .letter:
      word.shape.count(scalar)
      normalise(scalar, source, &word)
    }
  }

  /// Appends a scalar, decomposed, without marks and in lower case.
  private func normalise(_ scalar: UChar32, _ source: Range<Int>, _ word: inout WordBuffer) {
    var status = U_ZERO_ERROR
    withUnsafeTemporaryAllocation(of: UChar.self, capacity: 32) { units in
      guard let base = units.baseAddress else { return }
      let count = icu_unorm2_getDecomposition(decomposition, scalar, base, 32, &status)
      guard count > 0, status.rawValue <= 0 else {
        word.append(UInt32(icu_u_tolower(scalar)), from: source)
        return
      }
      var decoder = UTF16()
      var iterator = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(units)[0..<Int(count)]).makeIterator()
      while case .scalarValue(let part) = decoder.decode(&iterator) {
        let value = UChar32(bitPattern: part.value)
        switch CharacterKind.of(value) {
        case .mark: continue
        default: word.append(UInt32(icu_u_tolower(value)), from: source)
        }
      }
    }
  }

  /// Cuts the word that was read into pieces and forgets it.
  private func flush(_ word: inout WordBuffer, into list: inout PieceList) {
    defer { word.clear() }
    guard !word.isEmpty else { return }
    let first = list.ids.count
    if word.scalars > Self.maximumCharacters || !cut(word, into: &list) || list.ids.count - first > maximumPieces {
      list.ids.removeSubrange(first...)
      list.spans.removeSubrange(first...)
      list.ids.append(vocabulary.unknown)
      list.spans.append(word.span)
    }
    list.words.append(EncodedWord(span: word.span, shape: word.shape.shape, pieces: first..<list.ids.count))
  }

  /// Appends the word's pieces, longest first; false where some part has none.
  private func cut(_ word: WordBuffer, into list: inout PieceList) -> Bool {
    word.bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: bytes.count + 1) { hashes in
        var start = 0
        while start < bytes.count {
          let continues = start > 0
          let longest = min(bytes.count, start + vocabulary.longestPiece)
          var hash = continues ? Vocabulary.continuationSeed : Vocabulary.wordSeed
          for end in start..<longest {
            hash = Vocabulary.extend(hash, by: bytes[end])
            hashes[end + 1] = hash
          }
          var end = longest
          var found: Int32?
          while end > start {
            let piece = UnsafeBufferPointer(rebasing: bytes[start..<end])
            found = vocabulary.find(piece, hash: hashes[end], continues: continues)
            if found != nil { break }
            end &-= 1
          }
          guard let found else { return false }
          list.ids.append(found)
          list.spans.append(TextSpan(start: Int(word.starts[start]), end: Int(word.ends[end - 1])))
          start = end
        }
        return true
      }
    }
  }
}

/// The scalar at an offset and its length in bytes; U+FFFD and 1 where the bytes are not UTF-8.
private func decodeScalar(_ text: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> (UChar32, Int) {
  let lead = text[offset]
  let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
  guard lead >= 0xC2, lead < 0xF5, offset + length <= end else { return (0xFFFD, 1) }
  var scalar = UChar32(lead) & (0x7F >> UChar32(length))
  for index in 1..<length {
    let byte = text[offset + index]
    guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
    scalar = scalar << 6 | UChar32(byte & 0x3F)
  }
  return (scalar, length)
}
