/// Values as random spikes: the Poisson code of a classifier's input.
package import Basics

package struct BernoulliEncoder: Sendable {
  private let random: CounterRNG

  package init(random: CounterRNG) { self.random = random }

  /// Appends the neurons that spike in step `tick`, ascending: each with probability equal to its value, cut to 0…1.
  package func emit(_ values: [Double], tick: Int, into spikes: SpikeList) {
    for first in stride(from: 0, to: values.count, by: 4) {
      let words = random.words(UInt64(tick), UInt64(first))
      for index in first..<min(first + 4, values.count) {
        let limit = UInt64(min(1, max(0, values[index])) * 0x1p32)
        if UInt64(words[index - first]) < limit { spikes.append(index) }
      }
    }
  }
}
