internal import CICU
internal import DictumKit

/// Narrows a range so that neither of its ends is white space (Unicode's White_Space, and the byte order mark).
func trimWhiteSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ range: inout Range<Int>) {
  var lower = range.lowerBound
  var upper = range.upperBound
  while lower < upper {
    let width = whiteSpaceWidth(bytes, at: lower)
    if width == 0 { break }
    lower += width
  }
  while lower < upper {
    var start = upper - 1
    while start > lower && bytes[start] & 0xC0 == 0x80 { start -= 1 }
    if whiteSpaceWidth(bytes, at: start) == 0 { break }
    upper = start
  }
  range = lower..<upper
}

/// The number of bytes of the white space at `offset`, which starts a scalar; 0 if there is none.
@inline(__always)
func whiteSpaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
  let byte = bytes[offset]
  if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
  if byte < 0xC2 || byte > 0xEF { return 0 }
  return wideWhiteSpaceWidth(bytes, at: offset)
}

@inline(never)
private func wideWhiteSpaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
  let (scalar, width) = bytes.scalar(at: offset)
  return scalar == 0xFEFF || icu_u_isUWhiteSpace(Int32(bitPattern: scalar)) ? width : 0
}

/// Whether the scalar at `offset`, which starts one, is an upper-case letter.
@inline(never)
func startsUppercase(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
  icu_u_isUUppercase(Int32(bitPattern: bytes.scalar(at: offset).scalar))
}
