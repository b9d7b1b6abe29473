/// A random subset, element by element in ascending order: how many are passed over before each that belongs to it.
import Basics

/// Every subset of `wanted` out of `all` is equally likely. Nothing is kept of those that were chosen: a set of them
/// would take several times the memory of the synapses that they become.
/// - Complexity: O(1) an element, on average.
/// - References: Vitter 1984, "Faster methods for random sampling", doi:10.1145/358105.893; its methods D and A.
struct SubsetSkips {
  private var words: WordStream
  /// Still to be chosen, and still to be chosen from.
  private var wanted: Double
  private var all: Double
  /// The largest of `wanted` uniform numbers, drawn beforehand: it places the next element.
  private var largest: Double

  /// Below so many elements to each wanted one they are gone through one by one.
  private static var sparse: Double { 13 }

  /// - Precondition: 0 ≤ wanted ≤ all < 2⁵³.
  init(_ random: CounterRNG, wanted: Int, outOf all: Int) {
    words = WordStream(random)
    self.wanted = Double(wanted)
    self.all = Double(all)
    largest = 1
    largest = greatest(of: self.wanted)
  }

  /// - Precondition: not called more often than there are elements wanted.
  mutating func next() -> Int {
    let skipped = wanted <= 1 ? lastSkip() : wanted * Self.sparse < all ? sparseSkip() : denseSkip()
    all -= skipped + 1
    wanted -= 1
    return Int(skipped)
  }

  private mutating func lastSkip() -> Double { min(all - 1, (all * unit()).rounded(.down)) }

  /// Method A: up to the next element, whose distribution is summed up.
  private mutating func denseSkip() -> Double {
    let limit = unit()
    var skipped = 0.0
    var (others, rest) = (all - wanted, all)
    var beyond = others / rest
    while beyond > limit {
      skipped += 1
      others -= 1
      rest -= 1
      beyond *= others / rest
    }
    return skipped
  }

  /// Method D: from the distribution of a continuous neighbour, accepted or drawn again.
  private mutating func sparseSkip() -> Double {
    // Of so many places at most the next element is at one.
    let places = all - wanted + 1
    while true {
      var place = all * (1 - largest)
      while place.rounded(.down) >= places {
        largest = greatest(of: wanted)
        place = all * (1 - largest)
      }
      let skipped = place.rounded(.down)
      let bound = power(unit() * all / places, 1 / (wanted - 1))
      // What is left of the number that has accepted is as good as a fresh one, for the element after this.
      largest = bound * (1 - place / all) * (places / (places - skipped))
      if largest <= 1 { return skipped }
      if all / (all - place) >= bound * power(ratio(skipped), 1 / (wanted - 1)) {
        largest = greatest(of: wanted - 1)
        return skipped
      }
      largest = greatest(of: wanted)
    }
  }

  /// A quotient of products, of as many factors as there are elements wanted or skipped, whichever are fewer.
  private func ratio(_ skipped: Double) -> Double {
    let isShort = wanted - 1 > skipped
    var bottom = isShort ? all - wanted : all - 1 - skipped
    let end = isShort ? all - skipped : all - wanted + 1
    var (ratio, top) = (1.0, all - 1)
    while top >= end {
      ratio *= top / bottom
      top -= 1
      bottom -= 1
    }
    return ratio
  }

  private mutating func greatest(of numbers: Double) -> Double { numbers > 0 ? power(unit(), 1 / numbers) : 1 }

  private func power(_ base: Double, _ exponent: Double) -> Double { Elementary.exp(Elementary.log(base) * exponent) }

  /// Uniform in (0, 1), in steps of 2⁻⁵².
  private mutating func unit() -> Double {
    (Double(words.next() << 20 | words.next() >> 12) + 0.5) * 0x1p-52
  }
}
