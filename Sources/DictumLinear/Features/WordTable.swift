/// A number for each of many words, by the hash of their lower-case form; open addressing.
package struct WordTable: Sendable {
  /// A word's hash and its number.
  private struct Slot: Sendable {
    var hash: UInt64 = 0
    var value: UInt32 = 0
  }

  private var slots: [Slot]
  private let mask: Int

  /// A table of words; of two with the same hash the first counts.
  package init(_ entries: some Collection<(hash: UInt64, value: UInt32)>) {
    var capacity = 64
    while capacity < entries.count * 2 { capacity *= 2 }
    mask = capacity - 1
    slots = [Slot](repeating: Slot(), count: capacity)
    for entry in entries where entry.hash != 0 {
      var slot = Int(truncatingIfNeeded: entry.hash) & mask
      while slots[slot].hash != 0 && slots[slot].hash != entry.hash { slot = (slot + 1) & mask }
      if slots[slot].hash == 0 { slots[slot] = Slot(hash: entry.hash, value: entry.value) }
    }
  }

  /// The number of a word; nil for a word that is not in the table.
  package subscript(word: FeatureHash) -> UInt32? {
    var slot = Int(truncatingIfNeeded: word.value) & mask
    while slots[slot].hash != 0 {
      if slots[slot].hash == word.value { return slots[slot].value }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
