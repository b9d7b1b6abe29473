/// Eight double-precision lanes: the same bytes as sixteen single ones.

package struct DoubleLane: Lane {
  private var lanes: SIMD8<Double>

  @inline(__always) private init(_ lanes: SIMD8<Double>) { self.lanes = lanes }
  @inline(__always) package init(repeating value: Double) { lanes = SIMD8<Double>(repeating: value) }
  @inline(__always) package static var width: Int { 8 }

  @inline(__always)
  package subscript(_ index: Int) -> Double {
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
    let exponents = unsafe unsafeBitCast(shifted.lanes, to: SIMD8<Int64>.self) &<< 52
    return Self(unsafe unsafeBitCast(unsafeBitCast(values.lanes, to: SIMD8<Int64>.self) &+ exponents, to: SIMD8<Double>.self))
  }

  package struct Mask: LaneMask {
    fileprivate var mask: SIMDMask<SIMD8<Int64>>

    @inline(__always) fileprivate init(_ mask: SIMDMask<SIMD8<Int64>>) { self.mask = mask }
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
      let words = SIMD8<Int64>(repeating: 0).replacing(with: SIMD8<Int64>(repeating: -1), where: mask)
      let four = words.lowHalf | words.highHalf
      let two = four.lowHalf | four.highHalf
      return (two[0] | two[1]) != 0
    }
  }
}
