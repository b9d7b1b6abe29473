/// Sixteen single-precision lanes: two registers of AVX2, one of AVX-512.

package struct FloatLane: Lane {
  private var lanes: SIMD16<Float>

  @inline(__always) private init(_ lanes: SIMD16<Float>) { self.lanes = lanes }
  @inline(__always) package init(repeating value: Float) { lanes = SIMD16<Float>(repeating: value) }
  @inline(__always) package static var width: Int { 16 }

  @inline(__always)
  package subscript(_ index: Int) -> Float {
    get { lanes[index] }
    set { lanes[index] = newValue }
  }

  @inline(__always) package static func + (a: Self, b: Self) -> Self { Self(a.lanes + b.lanes) }
  @inline(__always) package static func - (a: Self, b: Self) -> Self { Self(a.lanes - b.lanes) }
  @inline(__always) package static func * (a: Self, b: Self) -> Self { Self(a.lanes * b.lanes) }
  @inline(__always) package static func / (a: Self, b: Self) -> Self { Self(a.lanes / b.lanes) }
  @inline(__always) package static func .>= (a: Self, b: Self) -> Mask { Mask(a.lanes .>= b.lanes) }
  @inline(__always) package static func .> (a: Self, b: Self) -> Mask { Mask(a.lanes .> b.lanes) }

  @inline(__always)
  package func replacing(with other: Self, where mask: Mask) -> Self {
    Self(lanes.replacing(with: other.lanes, where: mask.mask))
  }

  @inline(__always)
  package static func maximum(_ a: Self, _ b: Self) -> Self {
    Self(b.lanes.replacing(with: a.lanes, where: a.lanes .> b.lanes))
  }

  @inline(__always)
  package static func scale(_ values: Self, byPowerIn shifted: Self) -> Self {
    let exponents = unsafe unsafeBitCast(shifted.lanes, to: SIMD16<Int32>.self) &<< 23
    return Self(unsafe unsafeBitCast(unsafeBitCast(values.lanes, to: SIMD16<Int32>.self) &+ exponents, to: SIMD16<Float>.self))
  }

  package struct Mask: LaneMask {
    fileprivate var mask: SIMDMask<SIMD16<Int32>>

    @inline(__always) fileprivate init(_ mask: SIMDMask<SIMD16<Int32>>) { self.mask = mask }
    @inline(__always) package static var none: Self { Self(SIMDMask(repeating: false)) }

    @inline(__always)
    package subscript(_ index: Int) -> Bool {
      get { mask[index] }
      set { mask[index] = newValue }
    }

    @inline(__always) package static func .& (a: Self, b: Self) -> Self { Self(a.mask .& b.mask) }
    @inline(__always) package static func .| (a: Self, b: Self) -> Self { Self(a.mask .| b.mask) }

    // The library's `any(_:)` compares lane by lane on some targets; folding the halves does not.
    @inline(__always)
    package var any: Bool {
      let words = SIMD16<Int32>(repeating: 0).replacing(with: SIMD16<Int32>(repeating: -1), where: mask)
      let eight = words.lowHalf | words.highHalf
      let four = eight.lowHalf | eight.highHalf
      let two = four.lowHalf | four.highHalf
      return (two[0] | two[1]) != 0
    }
  }
}
