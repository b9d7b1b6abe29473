/// The partners of one neuron after another: a fixed number, drawn with or without replacement.
import Basics

struct PartnerDraws {
  private var words: WordStream
  private let candidates: Int
  private let number: Int
  private let withReplacement: Bool
  /// Who has been drawn for the present neuron: those that bear its number.
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0

  init(_ random: CounterRNG, among candidates: Int, number: Int, withReplacement: Bool) {
    words = WordStream(random)
    self.candidates = candidates
    self.number = number
    self.withReplacement = withReplacement
    stamps = withReplacement ? [] : Array(repeating: 0, count: candidates)
  }

  /// - Parameter own: the candidate that is no partner, or -1.
  @inline(__always)
  mutating func forEach(leavingOut own: Int, _ body: (Int) -> Void) {
    let available = own < 0 ? candidates : candidates - 1
    let end = own < 0 ? Int.max : own
    // One candidate less, and those from `own` on moved up by one: never itself, and still uniform.
    if withReplacement {
      for _ in 0..<number {
        let partner = words.integer(below: available)
        body(partner >= end ? partner &+ 1 : partner)
      }
      return
    }
    // Floyd's algorithm: the k-th draw is among one candidate more, and who was drawn already stands for the newest.
    stamp += 1
    for last in available - number..<available {
      let draw = words.integer(below: last + 1)
      let partner = stamps[draw] == stamp ? last : draw
      stamps[partner] = stamp
      body(partner >= end ? partner &+ 1 : partner)
    }
  }
}
