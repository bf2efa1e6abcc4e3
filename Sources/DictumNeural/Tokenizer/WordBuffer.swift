import DictumKit

/// The word that is being read: its normalised bytes and where each of them came from.
struct WordBuffer {
  private(set) var bytes: [UInt8] = []
  /// For each normalised byte, the source character's first byte.
  private(set) var starts: [Int32] = []
  /// For each normalised byte, the end of the source character and of the marks that follow it.
  private(set) var ends: [Int32] = []
  /// Normalised scalars.
  private(set) var scalars = 0
  var shape = ShapeCounts()

  var isEmpty: Bool { bytes.isEmpty }

  /// The word's place in the source (UTF-8).
  var span: TextSpan { TextSpan(start: Int(starts.first ?? 0), end: Int(ends.last ?? 0)) }

  @inline(__always)
  mutating func append(ascii byte: UInt8, at offset: Int) {
    bytes.append(byte)
    starts.append(Int32(truncatingIfNeeded: offset))
    ends.append(Int32(truncatingIfNeeded: offset &+ 1))
    scalars &+= 1
  }

  mutating func append(_ scalar: UInt32, from source: Range<Int>) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      bytes.append(byte)
      starts.append(Int32(source.lowerBound))
      ends.append(Int32(source.upperBound))
    }
    scalars += 1
  }

  /// Lets the last character reach to `offset`, over a mark that normalisation drops.
  mutating func extendLast(to offset: Int) {
    guard let last = ends.indices.last else { return }
    ends[last] = Int32(offset)
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    scalars = 0
    shape = ShapeCounts()
  }
}
