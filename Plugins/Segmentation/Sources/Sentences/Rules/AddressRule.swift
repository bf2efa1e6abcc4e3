internal import DictumKit

/// Ends an entry between two web addresses: each of a list is its own.
enum AddressRule {
  static func verdict(_ gap: Gap) -> Verdict? {
    guard gap.space != .none, isAddress(gap.left, gap.bytes), isAddress(gap.right, gap.bytes) else { return nil }
    return .split
  }

  /// Whether the token begins like the address of a page.
  @inline(__always)
  static func isAddress(_ token: Piece, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = token.span.start
    guard token.span.count > 10, bytes[start] | 0x20 == UInt8(ascii: "h") else { return false }
    return (start + 4...start + 5).contains { bytes[$0] == UInt8(ascii: ":") && WebAddress.hasScheme(bytes, colon: $0) }
  }
}
