/// Sixteen single-precision lanes: two registers of AVX2, one of AVX-512.
import CLanes

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

  @inline(__always) package static func + (a: Self, b: Self) -> Self { Self(cLanesFloatSum(a.lanes, b.lanes)) }
  @inline(__always) package static func - (a: Self, b: Self) -> Self { Self(cLanesFloatDifference(a.lanes, b.lanes)) }
  @inline(__always) package static func * (a: Self, b: Self) -> Self { Self(cLanesFloatProduct(a.lanes, b.lanes)) }
  @inline(__always) package static func / (a: Self, b: Self) -> Self { Self(cLanesFloatQuotient(a.lanes, b.lanes)) }
  @inline(__always) package static func .>= (a: Self, b: Self) -> Mask { Mask(cLanesFloatIsAtLeast(a.lanes, b.lanes)) }
  @inline(__always) package static func .> (a: Self, b: Self) -> Mask { Mask(cLanesFloatIsAbove(a.lanes, b.lanes)) }

  @inline(__always)
  package func replacing(with other: Self, where mask: Mask) -> Self {
    Self(cLanesFloatChoice(mask.bits, other.lanes, lanes))
  }

  @inline(__always)
  package static func maximum(_ a: Self, _ b: Self) -> Self { b.replacing(with: a, where: a .> b) }

  @inline(__always)
  package static func scale(_ values: Self, byPowerIn shifted: Self) -> Self {
    Self(cLanesFloatScaled(values.lanes, shifted.lanes))
  }

  package struct Mask: LaneMask {
    /// All bits of a lane set where it is true.
    fileprivate var bits: SIMD16<Int32>

    @inline(__always) fileprivate init(_ bits: SIMD16<Int32>) { self.bits = bits }
    @inline(__always) package static var none: Self { Self(SIMD16<Int32>(repeating: 0)) }

    @inline(__always)
    package subscript(_ index: Int) -> Bool {
      get { bits[index] != 0 }
      set { bits[index] = newValue ? -1 : 0 }
    }

    @inline(__always) package static func .& (a: Self, b: Self) -> Self { Self(cLanesFloatBoth(a.bits, b.bits)) }
    @inline(__always) package static func .| (a: Self, b: Self) -> Self { Self(cLanesFloatEither(a.bits, b.bits)) }
    @inline(__always) package var any: Bool { cLanesFloatAny(bits) }
    @inline(__always) package var laneBits: UInt32 { cLanesFloatBits(bits) }
    @inline(__always) package init(laneBits: UInt32) { bits = cLanesFloatFromBits(laneBits) }
  }
}
