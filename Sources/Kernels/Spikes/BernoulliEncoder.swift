/// Values as random spikes: the Poisson code of a classifier's input.
package import Basics

package struct BernoulliEncoder: Sendable {
  private let random: CounterRNG

  package init(random: CounterRNG) { self.random = random }

  /// Appends the neurons that spike in step `tick`, ascending: each with probability equal to its value, cut to 0…1.
  package func emit(_ values: [Double], tick: Int, into spikes: SpikeList) {
    for first in stride(from: 0, to: values.count, by: 32) {
      // Four neurons to a counter, which is the number of the first of them.
      let words = random.block(UInt64(tick), UInt64(first), stride: 4).words
      unsafe withUnsafeBytes(of: words) { bytes in
        let words = unsafe bytes.assumingMemoryBound(to: UInt64.self)
        for place in 0..<min(32, values.count - first) {
          let word = unsafe words[place % 4 * 8 + place / 4]
          // A whole number below ⌊x⌋ is one that is, with 1 added, not above x.
          if Double(word + 1) <= values[first + place] * 0x1p32 { spikes.append(first + place) }
        }
      }
    }
  }
}
