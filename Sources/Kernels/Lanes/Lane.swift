/// Whole-block arithmetic: what a model is written in, once for single and double precision.

/// The numbers of one block of neurons, one a lane.
///
/// Models are generic over this protocol and not over the standard library's `SIMD`, whose operators work lane by lane
/// in generic code. The two conformers wrap a concrete vector and force their operators inline; that, and the naming
/// of the concrete type in `Catalogue`, is what makes a model compile to the loop one would write by hand.
package protocol Lane: BitwiseCopyable, Sendable {
  associatedtype Scalar: LaneScalar
  associatedtype Mask: LaneMask
  /// How many neurons a block has.
  static var width: Int { get }
  init(repeating value: Scalar)
  subscript(_ index: Int) -> Scalar { get set }
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static func .>= (a: Self, b: Self) -> Mask
  static func .> (a: Self, b: Self) -> Mask
  /// These lanes, with those of `other` where the mask is true.
  func replacing(with other: Self, where mask: Mask) -> Self
  /// The greater of each pair of lanes; `b` where `a` is not a number.
  static func maximum(_ a: Self, _ b: Self) -> Self
  /// For numbers next to 1: adds n to the exponent, where n stands in the low bits of `shifted`, as it does after a
  /// number has been added that is so great that nothing but whole numbers are left of the other.
  static func scale(_ values: Self, byPowerIn shifted: Self) -> Self
  /// (e^r − 1 − r)/r² for |r| ≤ ln 2 / 2, to the precision of the lane.
  static func exponentialRemainder(_ r: Self) -> Self
}

extension Lane {
  @inline(__always)
  package static var zero: Self { Self(repeating: 0) }

  /// The lesser of each pair of lanes; `b` where `a` is not a number.
  @inline(__always)
  package static func minimum(_ a: Self, _ b: Self) -> Self { b.replacing(with: a, where: b .> a) }

  @inline(__always)
  package static func + (a: Self, b: Scalar) -> Self { a + Self(repeating: b) }

  @inline(__always)
  package static func * (a: Self, b: Scalar) -> Self { a * Self(repeating: b) }
}

/// A truth value for every lane.
package protocol LaneMask: Sendable {
  /// Whether any lane is true. - Complexity: a handful of instructions, no branch.
  var any: Bool { get }
  /// A bit for each lane, set where it is true, the first lane's lowest.
  var laneBits: UInt32 { get }
  /// True where such a bit is set.
  init(laneBits: UInt32)
  subscript(_ index: Int) -> Bool { get set }
  static func .& (a: Self, b: Self) -> Self
  static func .| (a: Self, b: Self) -> Self
  /// True in no lane.
  static var none: Self { get }
}

/// A number as it is stored in lanes.
package protocol LaneScalar: BinaryFloatingPoint, BitwiseCopyable, Sendable {
  /// State below this counts as 0: so much above the subnormal numbers that nothing gets there between two sweeps.
  static var negligible: Self { get }
  /// The numbers by which `Lane.exp` reduces its argument.
  static var exponential: ExponentialRange<Self> { get }
  /// Below this |x| a series gives x/(e^x − 1) better than the quotient.
  static var quotientSeriesLimit: Self { get }
  /// What values of this precision are held against after a step.
  static func bands(of levels: WatchedLevels) -> [WatchedLevels.Band<Self>]
}

extension Float: LaneScalar {
  package static var negligible: Float { 1e-25 }
}

extension Double: LaneScalar {
  package static var negligible: Double { 1e-250 }
}
