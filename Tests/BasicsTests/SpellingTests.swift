/// The nearest right spelling, and the distance behind it.
import Basics
import Testing

@Suite struct SpellingTests {
  @Test(arguments: [
    ("tau_n", "tau_m"), ("TAU_M", "tau_m"), ("taum", "tau_m"), ("v_tresh", "v_thresh"), ("v_threhs", "v_thresh"),
    ("pramaeters", "parameters"), ("sise", "size"), ("mv", "mV"), ("MS", "ms"), ("xyz", nil), ("threshold", nil),
    ("q", nil),
  ])
  func spellings(_ word: String, _ meant: String?) {
    let known = ["tau_m", "tau_syn_E", "v_thresh", "v_reset", "v_rest", "parameters", "size", "mV", "ms", "Hz"]
    #expect(Spelling.nearest(to: word, among: known) == meant)
  }

  @Test func distancesAreSymmetricAndObeyTheTriangle() {
    let words = ["", "a", "ab", "ba", "abc", "acb", "weight", "wieght", "height", "eight"]
    for a in words {
      #expect(Spelling.distance(a, a) == 0)
      #expect(Spelling.distance(a, "") == a.count)
      for b in words { #expect(Spelling.distance(a, b) == Spelling.distance(b, a)) }
    }
    #expect(Spelling.distance("weight", "wieght") == 1)
    #expect(Spelling.distance("weight", "eight") == 1)
  }
}
