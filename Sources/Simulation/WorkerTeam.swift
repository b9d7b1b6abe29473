/// Several threads on one step: each takes chunks of the populations, and nobody writes into a chunk that another has.
import Kernels

/// Spikes and arrivals come out the same as on one thread: the chunks' spikes are joined in the chunks' order, and every
/// cell of the arrivals is added to by whoever has its chunk, in the order of the spikes.
///
/// Where spikes wait as spikes, the threads meet once: each chunk takes what arrives from the lists of the steps before.
/// Where arrivals wait in rings they meet once more for every step.
final class WorkerTeam: Sendable {
  let count: Int
  private let chunks: Roster<StageChunk>
  private let crew: Crew
  private let hasRings: Bool

  /// With fewer neurons to a thread a step is over before a second thread has got hold of its part.
  private static let neuronsPerThread = 8000
  /// Where the largest share is more than this part of the whole, to meet costs more than is gained: populations of up
  /// to 32,768 neurons are one chunk.
  private static let largestPart = 0.75

  /// Nil where one thread does it: a small network, or one whose layers have to wait for each other within a step.
  init?(_ network: Network, _ schedule: Schedule, options: BuildOptions) {
    let total = network.populations.reduce(0) { $0 + $1.info.size }
    let chunks = StageChunk.all(of: schedule)
    let most = total / max(1, options.neuronsPerThread ?? Self.neuronsPerThread)
    let count = min(options.threads, most, chunks.count)
    guard count > 1, chunks.count <= 0xFFFF, !network.projections.contains(where: \.isSameStep) else { return nil }
    let costs = chunks.map { $0.cost(network) }
    let shares = Self.shares(costs, among: count)
    if options.neuronsPerThread == nil, !Self.isWorthwhile(shares, costs) { return nil }
    self.count = count
    let fetched = StageChunk.fetched(chunks, shares: shares)
    let tasks = Roster(zip(chunks, fetched).map { ChunkTask(chunk: $0, fetched: $1) })
    self.chunks = Roster(chunks)
    hasRings = !schedule.ringed.isEmpty
    let stages = schedule.stages
    crew = Crew(shares: shares, prepare: { stages.forEach { $0.fetchSpikes() } }) { number, message in
      tasks.with(number) { $0.perform(message) }
    }
  }

  private static func isWorthwhile(_ shares: [Range<Int>], _ costs: [Int]) -> Bool {
    let parts = shares.map { costs[$0].reduce(0, +) }
    return Double(parts.max() ?? 0) <= largestPart * Double(costs.reduce(0, +))
  }

  deinit { crew.dismiss() }

  /// Neighbouring tasks to each, of costs as equal as they can be.
  static func shares(_ costs: [Int], among count: Int) -> [Range<Int>] {
    let total = costs.reduce(0, +)
    var shares: [Range<Int>] = []
    var (start, end, sum) = (0, 0, 0)
    for worker in 1...count {
      let aim = total * worker / count
      // A task goes to the worker in whose part its middle lies.
      while end < costs.count, worker == count || sum + costs[end] / 2 < aim {
        sum += costs[end]
        end += 1
      }
      shares.append(start..<end)
      start = end
    }
    return shares
  }

  /// Charge, fire, reset and delivery of so many steps, from `tick` on. All lists of spikes have begun the first of them.
  /// Returns how many synapses were served.
  /// - Precondition: no spike arrives sooner than `steps` after it.
  func advance(tick: Int, steps: Int) -> Int {
    let served = crew.run(message: Message(tick: tick, steps: steps).word)
    chunks.forEach { $0.fetchSpikes() }
    return served
  }

  /// Joins the spikes of the step that was `lag` steps before the last, in which the populations' lists are now.
  func handOverSpikes(lag: Int) { chunks.forEach { $0.handOverSpikes(lag: lag) } }

  /// Has the spikes of a step, when all have been handed over, delivered into rings. Returns how many synapses that serves.
  func deliverToRings(tick: Int) -> Int { hasRings ? crew.run(message: Message(tick: tick, steps: 0).word) : 0 }
}

/// What a round is about, in a word: no steps are the delivery into rings.
private struct Message {
  let tick: Int
  let steps: Int

  /// More are never done at once.
  static let mostSteps = 0xFF

  init(tick: Int, steps: Int) {
    self.tick = tick
    self.steps = steps
  }

  init(word: Int) {
    tick = word >> 8
    steps = word & Self.mostSteps
  }

  var word: Int { tick << 8 | steps }
}

/// What a crew does with a chunk.
private final class ChunkTask: Sendable {
  private let chunk: StageChunk
  private let fetched: Range<Int>

  init(chunk: StageChunk, fetched: Range<Int>) {
    self.chunk = chunk
    self.fetched = fetched
  }

  func perform(_ word: Int) -> Int {
    let message = Message(word: word)
    if message.steps == 0 { return chunk.deliverToRing(tick: message.tick) }
    return chunk.advance(tick: message.tick, steps: message.steps, fetching: fetched)
  }
}
