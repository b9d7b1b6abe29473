/// Who is connected to whom: a connector turned into pairs, the same ones every time it is asked.
import Basics
import Kernels
import NetworkModel

/// Pairs are positions in the source and the target selection. They are gone through twice, once to count and once to
/// store, so that no list of pairs is ever held.
struct PairGenerator {
  let connector: Connector
  let preCount: Int
  let postCount: Int
  /// The position in the source selection of a target position's own neuron, where both are of one population.
  let selfPosition: (_ post: Int) -> Int?
  let allowSelf: Bool
  let random: CounterRNG

  /// Neurons that are in both selections.
  var sharedNeurons: Int { (0..<postCount).reduce(0) { selfPosition($1) == nil ? $0 : $0 + 1 } }

  /// Calls `body` for every synapse. - Complexity: O(synapses + neurons).
  func forEachPair(_ body: (_ pre: Int, _ post: Int) -> Void) {
    switch connector {
    case .allToAll, .matrix: everyPair(body)
    case .oneToOne: for index in 0..<preCount { unlessSelf(index, index, body) }
    case .fixedProbability(let probability): bernoulli(probability, body)
    case .fixedNumberPre(let number, let withReplacement):
      for post in 0..<postCount {
        drawPartners(number, withReplacement, of: post, among: preCount, own: own(post)) { body($0, post) }
      }
    case .fixedNumberPost(let number, let withReplacement):
      let positions = allowSelf ? [:] : targetPositions()
      for pre in 0..<preCount {
        drawPartners(number, withReplacement, of: pre, among: postCount, own: positions[pre]) { body(pre, $0) }
      }
    case .fixedTotalNumber(let number, let withReplacement): randomPairs(number, withReplacement, body)
    case .list(let synapses):
      for synapse in synapses { body(synapse.pre, synapse.post) }
    }
  }

  private func own(_ post: Int) -> Int? { allowSelf ? nil : selfPosition(post) }

  private func targetPositions() -> [Int: Int] {
    var positions: [Int: Int] = [:]
    for post in 0..<postCount {
      if let pre = selfPosition(post) { positions[pre] = post }
    }
    return positions
  }

  private func unlessSelf(_ pre: Int, _ post: Int, _ body: (Int, Int) -> Void) {
    if allowSelf || selfPosition(post) != pre { body(pre, post) }
  }

  private func everyPair(_ body: (Int, Int) -> Void) {
    for pre in 0..<preCount {
      for post in 0..<postCount { unlessSelf(pre, post, body) }
    }
  }

  /// Goes from one success to the next by geometric numbers, so that it costs as much as there are synapses.
  private func bernoulli(_ probability: Double, _ body: (Int, Int) -> Void) {
    if probability <= 0 { return }
    if probability >= 1 { return everyPair(body) }
    let perFailure = 1 / Elementary.logOnePlus(-probability)
    for pre in 0..<preCount {
      var post = -1
      var draw: UInt64 = 0
      while true {
        let skipped = Elementary.logOnePlus(-random.uniform(UInt64(pre), draw)) * perFailure
        draw += 1
        guard skipped < Double(postCount - post - 1) else { break }
        post += 1 + Int(skipped)
        unlessSelf(pre, post, body)
      }
    }
  }

  /// Partners of one neuron; `own` is left out. Without replacement by Floyd's algorithm, ascending or not.
  private func drawPartners(
    _ number: Int, _ withReplacement: Bool, of neuron: Int, among count: Int, own: Int?, _ body: (Int) -> Void
  ) {
    let available = own == nil ? count : count - 1
    // One candidate less, and those from `own` on moved up by one: never itself, and still uniform.
    func partner(_ candidate: Int) -> Int { own.map { candidate >= $0 ? candidate + 1 : candidate } ?? candidate }
    if withReplacement {
      for draw in 0..<number { body(partner(integer(below: available, UInt64(neuron), UInt64(draw)))) }
      return
    }
    var chosen = Set<Int>(minimumCapacity: number)
    for last in available - number..<available {
      let candidate = integer(below: last + 1, UInt64(neuron), UInt64(last))
      let taken = chosen.insert(candidate).inserted ? candidate : last
      chosen.insert(taken)
      body(partner(taken))
    }
  }

  /// Draws pairs until there are enough; one that is not wanted, or not wanted twice, is drawn again.
  private func randomPairs(_ number: Int, _ withReplacement: Bool, _ body: (Int, Int) -> Void) {
    var seen = Set<Int>(minimumCapacity: withReplacement ? 0 : number)
    var made = 0
    var draw: UInt64 = 0
    while made < number {
      let pair = integer(below: preCount * postCount, 0, draw)
      draw += 1
      let (pre, post) = pair.quotientAndRemainder(dividingBy: postCount)
      if !allowSelf, selfPosition(post) == pre { continue }
      if !withReplacement, !seen.insert(pair).inserted { continue }
      body(pre, post)
      made += 1
    }
  }

  private func integer(below limit: Int, _ high: UInt64, _ low: UInt64) -> Int {
    let words = random.words(high, low)
    let bits = UInt64(words[0]) | UInt64(words[1]) << 32
    return Int(bits.multipliedFullWidth(by: UInt64(limit)).high)
  }
}
