import DictumKit
import DictumModelFile

/// The word pieces of a model and their ids, found by bytes.
///
/// An open-addressing table over two families of keys: pieces that start a word, and pieces that continue one
/// (written `##` in the file, kept without it).
struct Vocabulary: Sendable {
  /// Ids of the pieces with a meaning of their own.
  let unknown: Int32
  let classification: Int32
  let separator: Int32
  /// Bytes of the longest piece.
  let longestPiece: Int

  private let bytes: [UInt8]
  /// Where each piece's key lies in `bytes`.
  private let keys: [Range<Int>]
  /// Upper half: the upper half of the hash; lower half: id + 1, 0 for an empty slot.
  private let slots: [UInt64]
  private let mask: Int

  static let wordSeed: UInt64 = 0xCBF2_9CE4_8422_2325
  static let continuationSeed: UInt64 = 0x9AE1_6A3B_2F90_404F

  /// One step of the hash (FNV-1a): hashes of all prefixes come from one pass.
  @inline(__always)
  static func extend(_ hash: UInt64, by byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  @inline(__always)
  private static func finish(_ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }

  /// Reads pieces in id order, joined by line feeds.
  ///
  /// - Throws: `modelMismatch` for another number of pieces, text that is not UTF-8 or a missing special piece.
  init(_ tensor: Tensor, count: Int) throws(DictumError) {
    func wrong(_ what: String) -> DictumError {
      DictumError(.modelMismatch, "\(tensor.file.path): the vocabulary \(what)")
    }
    let text: SourceText
    do throws(DictumError) {
      text = try SourceText(validating: Array(tensor.bytes))
    } catch {
      throw wrong("is not UTF-8")
    }
    let bytes = text.bytes
    var slotCount = 16
    while slotCount < count * 3 { slotCount *= 2 }
    var slots = [UInt64](repeating: 0, count: slotCount)
    var keys: [Range<Int>] = []
    keys.reserveCapacity(count)
    var longest = 0
    var special: [String: Int32] = [:]
    var start = 0
    while start <= bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if start == bytes.count, start > 0, keys.count == count { break }  // A last line feed.
      let id = keys.count
      guard id < count else { throw wrong("has more than \(count) pieces") }
      let continues = end - start > 2 && bytes[start] == 0x23 && bytes[start + 1] == 0x23
      let key = (continues ? start + 2 : start)..<end
      keys.append(key)
      longest = max(longest, key.count)
      if end > start, bytes[start] == 0x5B {
        special[String(decoding: bytes[start..<end], as: UTF8.self)] = Int32(id)
      }
      var hash = continues ? Self.continuationSeed : Self.wordSeed
      for index in key { hash = Self.extend(hash, by: bytes[index]) }
      let mixed = Self.finish(hash)
      var slot = Int(truncatingIfNeeded: mixed) & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = (mixed & 0xFFFF_FFFF_0000_0000) | UInt64(id + 1)
      start = end + 1
    }
    guard keys.count == count else { throw wrong("has \(keys.count) pieces, not \(count)") }
    guard let unknown = special["[UNK]"], let classification = special["[CLS]"], let separator = special["[SEP]"] else {
      throw wrong("lacks [UNK], [CLS] or [SEP]")
    }
    self.unknown = unknown
    self.classification = classification
    self.separator = separator
    self.bytes = bytes
    self.keys = keys
    self.slots = slots
    mask = slotCount - 1
    longestPiece = longest
  }

  /// The id of the piece with these bytes.
  ///
  /// - Parameters:
  ///   - hash: of the bytes, begun with the seed of the family.
  ///   - continues: whether the piece continues a word.
  @inline(__always)
  func find(_ piece: UnsafeBufferPointer<UInt8>, hash: UInt64, continues: Bool) -> Int32? {
    let mixed = Self.finish(hash)
    let tag = mixed & 0xFFFF_FFFF_0000_0000
    var slot = Int(truncatingIfNeeded: mixed) & mask
    while slots[slot] != 0 {
      if slots[slot] & 0xFFFF_FFFF_0000_0000 == tag {
        let id = Int(slots[slot] & 0xFFFF_FFFF) - 1
        let key = keys[id]
        if key.count == piece.count, isContinuation(id) == continues, matches(piece, key.lowerBound) {
          return Int32(id)
        }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The piece as the vocabulary writes it, without `##`.
  func text(of id: Int32) -> String { String(decoding: bytes[keys[Int(id)]], as: UTF8.self) }

  private func isContinuation(_ id: Int) -> Bool {
    let start = keys[id].lowerBound
    let lineStart = id == 0 ? 0 : keys[id - 1].upperBound + 1
    return start != lineStart
  }

  private func matches(_ piece: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    for offset in 0..<piece.count where bytes[start + offset] != piece[offset] { return false }
    return true
  }
}
