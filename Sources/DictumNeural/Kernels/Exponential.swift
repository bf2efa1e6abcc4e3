/// e^x for x <= 0, relative error below 2e-7; arguments below -87 count as -87.
///
/// Cody-Waite reduction to [-ln 2 / 2, ln 2 / 2], then a polynomial of degree 6, a minimax fit
/// (relative error 3e-9 before rounding).
@inline(__always)
func exponential(_ x: Lanes) -> Lanes {
  let clamped = larger(x, Lanes(repeating: -87))
  let shifted = Lanes(repeating: roundingOffset).addingProduct(clamped, Lanes(repeating: 1.442_695_04))
  let power = shifted - Lanes(repeating: roundingOffset)
  let coarse = clamped.addingProduct(power, Lanes(repeating: -0.693_359_375))
  let rest = coarse.addingProduct(power, Lanes(repeating: 2.121_944_4e-4))
  var sum = Lanes(repeating: 1.381_459_9e-3)
  sum = Lanes(repeating: 8.368_717e-3).addingProduct(sum, rest)
  sum = Lanes(repeating: 4.166_838_9e-2).addingProduct(sum, rest)
  sum = Lanes(repeating: 1.666_652_1e-1).addingProduct(sum, rest)
  sum = Lanes(repeating: 0.499_999_94).addingProduct(sum, rest)
  sum = Lanes(repeating: 1).addingProduct(sum, rest)
  sum = Lanes(repeating: 1).addingProduct(sum, rest)
  // The exponent's bits: the whole number sits in the low bits of `shifted`. SIMD vectors have no `bitPattern`; sixteen
  // floats and sixteen words are the same bytes.
  let bits = unsafeBitCast(sum, to: SIMD16<UInt32>.self) &+ (unsafeBitCast(shifted, to: SIMD16<UInt32>.self) &<< 23)
  return unsafeBitCast(bits, to: Lanes.self)
}
