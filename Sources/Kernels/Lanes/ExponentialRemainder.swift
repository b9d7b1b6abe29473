/// The polynomials behind `Lane.exp`: minimax for |r| ≤ ln 2 / 2, found by Lawson's iteration in 40 digits.

extension FloatLane {
  /// Relative error of 1 + r + r²·q(r) as e^r: 3.1e-9, where half of the last digit is 6e-8.
  @inline(__always)
  package static func exponentialRemainder(_ r: Self) -> Self {
    var q = r * 0.001_381_453_79 + 0.008_368_745_32
    q = q * r + 0.041_668_390_8
    q = q * r + 0.166_665_204
    return q * r + 0.499_999_934
  }
}

extension DoubleLane {
  /// Relative error of 1 + r + r²·q(r) as e^r: 3.7e-18, where half of the last digit is 1.1e-16.
  @inline(__always)
  package static func exponentialRemainder(_ r: Self) -> Self {
    var q = r * 2.500_002_078_955_568_57e-8 + 2.763_030_680_298_119_8e-7
    q = q * r + 2.755_758_680_037_073_03e-6
    q = q * r + 2.480_149_294_798_737_02e-5
    q = q * r + 1.984_126_950_577_351_97e-4
    q = q * r + 1.388_888_894_376_165_75e-3
    q = q * r + 8.333_333_333_494_980_28e-3
    q = q * r + 4.166_666_666_652_972_14e-2
    q = q * r + 0.166_666_666_666_664_115
    return q * r + 0.500_000_000_000_001_067
  }
}
