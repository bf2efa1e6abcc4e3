/// Sixteen numbers that are worked on at a time: two AVX2 registers.
typealias Lanes = SIMD16<Float>

@inline(__always)
func load(_ source: UnsafePointer<Float>) -> Lanes {
  UnsafeRawPointer(source).loadUnaligned(as: Lanes.self)
}

@inline(__always)
func store(_ value: Lanes, to target: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(target).storeBytes(of: value, as: Lanes.self)
}

/// The sum of all lanes, added pairwise.
@inline(__always)
func total(_ value: Lanes) -> Float {
  let eight = value.lowHalf + value.highHalf
  let four = eight.lowHalf + eight.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}

@inline(__always)
func larger(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: b .> a) }

@inline(__always)
func smaller(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: b .< a) }

/// The largest lane.
@inline(__always)
func maximum(_ value: Lanes) -> Float {
  let eight = value.lowHalf.replacing(with: value.highHalf, where: value.highHalf .> value.lowHalf)
  let four = eight.lowHalf.replacing(with: eight.highHalf, where: eight.highHalf .> eight.lowHalf)
  return max(max(four.x, four.y), max(four.z, four.w))
}

/// Adding and taking away this number rounds a float below 2^22 to the nearest whole number, ties to even; the low
/// bits of the sum are the whole number itself.
let roundingOffset: Float = 12_582_912
