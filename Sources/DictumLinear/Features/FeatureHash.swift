import DictumHash

/// A 64-bit hash of a feature: `StableHash` over bytes, then a finaliser to mix in the template.
///
/// Features are only ever compared by hash; with a few hundred thousand of them 64 bits leave no collisions to notice.
@frozen package struct FeatureHash: Hashable, Sendable {
  package var value: UInt64

  @inlinable package init() { value = StableHash().value }

  @inlinable @inline(__always) package init(value: UInt64) { self.value = value }

  /// A number as a feature.
  @inlinable @inline(__always) package init(number: Int) { value = UInt64(truncatingIfNeeded: number) }

  @inlinable @inline(__always)
  mutating package func add(_ byte: UInt8) {
    var hash = StableHash(value: value)
    hash.combine(byte)
    value = hash.value
  }

  /// The hash of a string, for tables made while training.
  @inlinable package init(_ text: some Sequence<UInt8>) {
    self.init()
    for byte in text { add(byte) }
  }

  /// The feature “template says this”.
  @inlinable @inline(__always) package func tagged(_ template: UInt64) -> FeatureHash {
    FeatureHash(value: Self.mix(value ^ (template &* 0x9E37_79B9_7F4A_7C15)))
  }

  /// The feature “template says this and that”.
  @inlinable @inline(__always) package func tagged(_ template: UInt64, with other: FeatureHash) -> FeatureHash {
    FeatureHash(value: Self.mix(value &* 31 ^ Self.mix(other.value ^ (template &* 0x9E37_79B9_7F4A_7C15))))
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
  @inlinable @inline(__always) package static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
