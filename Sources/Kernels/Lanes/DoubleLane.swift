/// Eight double-precision lanes: the same bytes as sixteen single ones.
import CLanes

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

  @inline(__always) package static func + (a: Self, b: Self) -> Self { Self(cLanesDoubleSum(a.lanes, b.lanes)) }
  @inline(__always) package static func - (a: Self, b: Self) -> Self { Self(cLanesDoubleDifference(a.lanes, b.lanes)) }
  @inline(__always) package static func * (a: Self, b: Self) -> Self { Self(cLanesDoubleProduct(a.lanes, b.lanes)) }
  @inline(__always) package static func / (a: Self, b: Self) -> Self { Self(cLanesDoubleQuotient(a.lanes, b.lanes)) }
  @inline(__always) package static func .>= (a: Self, b: Self) -> Mask { Mask(cLanesDoubleIsAtLeast(a.lanes, b.lanes)) }
  @inline(__always) package static func .> (a: Self, b: Self) -> Mask { Mask(cLanesDoubleIsAbove(a.lanes, b.lanes)) }

  @inline(__always)
  package func replacing(with other: Self, where mask: Mask) -> Self {
    Self(cLanesDoubleChoice(mask.bits, other.lanes, lanes))
  }

  @inline(__always)
  package static func maximum(_ a: Self, _ b: Self) -> Self { b.replacing(with: a, where: a .> b) }

  @inline(__always)
  package static func scale(_ values: Self, byPowerIn shifted: Self) -> Self {
    Self(cLanesDoubleScaled(values.lanes, shifted.lanes))
  }

  package struct Mask: LaneMask {
    /// All bits of a lane set where it is true.
    fileprivate var bits: SIMD8<Int64>

    @inline(__always) fileprivate init(_ bits: SIMD8<Int64>) { self.bits = bits }
    @inline(__always) package static var none: Self { Self(SIMD8<Int64>(repeating: 0)) }

    @inline(__always)
    package subscript(_ index: Int) -> Bool {
      get { bits[index] != 0 }
      set { bits[index] = newValue ? -1 : 0 }
    }

    @inline(__always) package static func .& (a: Self, b: Self) -> Self { Self(cLanesDoubleBoth(a.bits, b.bits)) }
    @inline(__always) package static func .| (a: Self, b: Self) -> Self { Self(cLanesDoubleEither(a.bits, b.bits)) }
    @inline(__always) package var any: Bool { cLanesDoubleAny(bits) }
    @inline(__always) package var laneBits: UInt32 { cLanesDoubleBits(bits) }
    @inline(__always) package init(laneBits: UInt32) { bits = cLanesDoubleFromBits(laneBits) }
  }
}
