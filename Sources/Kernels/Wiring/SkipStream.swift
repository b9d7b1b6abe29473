/// How many failures precede each success of a chain of independent trials: geometric numbers, thirty-two at a time.
import Basics

/// Inversion, ⌊log u / log(1 − p)⌋, of u in steps of 2⁻³²: exact to that grid, so for p from about 10⁻⁸ on.
struct SkipStream {
  private let random: CounterRNG
  private let high: UInt64
  private let perFailure: Double
  private var counter: UInt64 = 0
  private let buffer = LaneBuffer<SIMD8<UInt64>>(unwritten: 4)
  private var position = 32

  /// - Precondition: 0 < probability < 1.
  init(_ random: CounterRNG, _ high: UInt64 = 0, probability: Double) {
    self.random = random
    self.high = high
    perFailure = 1 / Elementary.logOnePlus(-probability)
  }

  @inline(__always)
  mutating func next() -> Int {
    if position == 32 { refill() }
    let skips = unsafe UnsafeMutableRawPointer(buffer.pointer).assumingMemoryBound(to: Int.self)
    position &+= 1
    return unsafe skips[position &- 1]
  }

  private mutating func refill() {
    let block = random.block(high, counter)
    counter &+= 8
    buffer[0] = skips(block.words.0)
    buffer[1] = skips(block.words.1)
    buffer[2] = skips(block.words.2)
    buffer[3] = skips(block.words.3)
    position = 0
  }

  private func skips(_ words: SIMD8<UInt64>) -> SIMD8<UInt64> {
    let whole = SIMD8<Double>(repeating: 0x1p52)
    let wholeBits = unsafe unsafeBitCast(whole, to: SIMD8<UInt64>.self)
    // A whole number below 2⁵² is the lower bits of itself + 2⁵²: conversion both ways without an instruction for it.
    let numbers = unsafe unsafeBitCast(words | wholeBits, to: SIMD8<Double>.self) - whole
    let exact = Self.logarithm(numbers + 0.5, minus: 32) * perFailure
    let largest = SIMD8<Double>(repeating: 0x1p50)
    let bounded = exact.replacing(with: largest, where: exact .> largest)
    let near = (bounded + whole) - whole
    let floor = near.replacing(with: near - 1, where: near .> bounded)
    return unsafe unsafeBitCast(floor + whole, to: SIMD8<UInt64>.self) ^ wholeBits
  }

  /// log x − octaves · log 2 for normal x > 0: exponent and mantissa apart, and for the mantissa m the series of
  /// 2 artanh((m − √2)/(m + √2)), whose first left-out term is below 10⁻¹³.
  private static func logarithm(_ x: SIMD8<Double>, minus octaves: Double) -> SIMD8<Double> {
    let bits = unsafe unsafeBitCast(x, to: SIMD8<UInt64>.self)
    let one = SIMD8<UInt64>(repeating: 0x3FF0_0000_0000_0000)
    let mantissa = unsafe unsafeBitCast(bits & 0x000F_FFFF_FFFF_FFFF | one, to: SIMD8<Double>.self)
    let whole = SIMD8<UInt64>(repeating: 0x4330_0000_0000_0000)
    let exponent = unsafe unsafeBitCast(bits &>> 52 | whole, to: SIMD8<Double>.self) - 0x1p52
    let root = 0.5.squareRoot() * 2
    let t = (mantissa - root) / (mantissa + root)
    let square = t * t
    var series = square * (1.0 / 15) + (1.0 / 13)
    series = series * square + (1.0 / 11)
    series = series * square + (1.0 / 9)
    series = series * square + (1.0 / 7)
    series = series * square + (1.0 / 5)
    series = series * square + (1.0 / 3)
    series = series * square + 1
    return (exponent - (1022.5 + octaves)) * 0.693_147_180_559_945_3 + t * 2 * series
  }
}
