/// Bits of those who fired: what is written is found, in order, and nothing of the neighbours'.
import Support
import Testing

@testable import Kernels

@Suite struct FiringBitsTests {
  @Test(arguments: [(0..<0, 1), (0..<1, 2), (0..<64, 64), (3..<10, 12), (5..<131, 140)])
  func blocksOfARangeAreFoundAscending(range: Range<Int>, blocks: Int) {
    let bits = FiringBits(blocks: blocks)
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      // Blocks outside of the range fire, too: they belong to others.
      let expected = (0..<blocks).map { _ in Bool.random(using: &generator) ? UInt32.random(in: 0...0xFFFF) : 0 }
      for (block, lanes) in expected.enumerated() { bits[block] = lanes }
      var found: [Int: UInt32] = [:]
      var order: [Int] = []
      bits.forEach(in: range) { block, lanes in
        found[block] = lanes
        order.append(block)
      }
      #expect(order == range.filter { expected[$0] != 0 })
      #expect(found == Dictionary(uniqueKeysWithValues: order.map { ($0, expected[$0]) }))
    }
  }

  @Test func aMaskIsMadeOfItsBitsAgain() {
    for bits: UInt32 in [0, 1, 0x8000, 0xFFFF, 0xA5C3] {
      #expect(FloatLane.Mask(laneBits: bits).laneBits == bits)
      #expect(DoubleLane.Mask(laneBits: bits & 0xFF).laneBits == bits & 0xFF)
      for lane in 0..<16 { #expect(FloatLane.Mask(laneBits: bits)[lane] == (bits >> UInt32(lane) & 1 == 1)) }
    }
  }
}
