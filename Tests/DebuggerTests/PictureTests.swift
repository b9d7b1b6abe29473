/// Weights as tiles, the layout of the raster, and the sample that a classifier is shown.
import Basics
import Debugger
import NetworkModel
import Simulation
import Testing

struct PictureTests {
  private func snapshot(
    _ spec: NetworkSpec, steps: Int = 0, _ change: (inout ObservationRequest) -> Void
  ) throws -> Snapshot {
    var session = try DebugSession(spec)
    var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(50))
    change(&request)
    _ = session.apply(.observe(request))
    _ = session.apply(.step(steps))
    _ = session.advance(atMost: steps)
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    return snapshot
  }

  @Test func tilesAreMeansOfTheirSynapses() throws {
    var spec = Networks.active()
    let synapses = [(0, 0, 0.1), (1, 0, 0.3), (0, 3, 0.5), (79, 19, 0.7), (79, 19, 0.2), (40, 10, 0.9)]
    spec.precision = .double
    spec.projections[0].connector = .list(
      synapses.map { ListedSynapse(pre: $0.0, post: $0.1, weight: $0.2, delay: Milliseconds(1.5)) })
    let weights = try #require(
      try snapshot(spec) {
        $0.weights = .init(projection: 0, rows: 7, columns: 9, cursorPost: 19, cursorPre: 79)
      }.weights)
    #expect(weights.targetsPerRow == 3 && weights.sourcesPerColumn == 9)
    #expect(weights.rows == 7 && weights.columns == 9)
    var expected = Array(repeating: Float.nan, count: 63)
    expected[0] = 0.2
    expected[9] = 0.5
    expected[6 * 9 + 8] = 0.45
    expected[3 * 9 + 4] = 0.9
    for (tile, wanted) in zip(weights.tiles, expected) {
      #expect(wanted.isNaN ? tile.isNaN : abs(tile - wanted) < 1e-6)
    }
    #expect(abs((weights.cursorWeight ?? 0) - 0.9) < 1e-9)
    #expect(weights.cursorDelay == Milliseconds(1.5))
    #expect(weights.range == 0.1...0.9 && weights.densities.isEmpty)
  }

  /// 80 sources and 20 targets in 9 × 7 tiles: the last row and column stand for fewer pairs than the others.
  @Test func whereAllSynapsesAreEqualTilesTellHowManyPairsAreConnected() throws {
    var spec = Networks.active()
    let pairs = [(0, 0), (1, 0), (0, 3), (79, 19), (75, 18), (40, 10)]
    spec.projections[0].connector = .list(
      pairs.map { ListedSynapse(pre: $0.0, post: $0.1, weight: 0.5, delay: Milliseconds(1.5)) })
    func weights(rows: Int, columns: Int) throws -> WeightsSnapshot {
      try #require(
        try snapshot(spec) {
          $0.weights = .init(projection: 0, rows: rows, columns: columns, cursorPost: 0, cursorPre: 0)
        }.weights)
    }
    var expected = Array(repeating: Float.nan, count: 63)
    expected[0] = 2 / 27
    expected[9] = 1 / 27
    expected[3 * 9 + 4] = 1 / 27
    expected[6 * 9 + 8] = 2 / 16
    let tiles = try weights(rows: 7, columns: 9)
    for (density, wanted) in zip(tiles.densities, expected) {
      #expect(wanted.isNaN ? density.isNaN : abs(density - wanted) < 1e-6)
    }
    #expect(tiles.densities.count == 63)
    #expect(try weights(rows: 20, columns: 80).densities.isEmpty)
  }

  /// A picture made for the first frame, and refreshed in the next ones, is that of the weights as they are.
  @Test func weightsThatLearnAreShownAsTheyAre() throws {
    var spec = Networks.active()
    spec.precision = .double
    spec.projections[2].plasticity = PlasticitySpec(
      rule: "stdp_pair", parameters: ["A_plus": .number(0.1), "A_minus": .number(0.05)], weights: 0...0.1)
    var session = try DebugSession(spec)
    var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(50))
    request.weights = .init(projection: 2, rows: 80, columns: 10, cursorPost: 3, cursorPre: 4, fields: [3])
    _ = session.apply(.observe(request))
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    let first = try #require(snapshot.weights)
    #expect(first.tiles.allSatisfy { $0 == 0.05 } && first.range == 0...0.1)
    _ = session.apply(.step(2000))
    _ = session.advance(atMost: 2000)
    session.snapshot(into: &snapshot)
    let moved = try #require(snapshot.weights)
    #expect(moved.tiles != first.tiles)
    #expect(moved.tiles[3 * 10 + 4] == Float(try #require(moved.cursorWeight)))
    #expect(moved.fields == (0..<10).map { moved.tiles[3 * 10 + $0] })
    _ = session.apply(.restart)
    session.snapshot(into: &snapshot)
    #expect(snapshot.weights?.tiles == first.tiles && snapshot.weights?.fields == first.fields)
  }

  @Test func aSmallMatrixHasATileForEachPair() throws {
    let shown = try snapshot(Networks.classifier()) {
      $0.weights = .init(projection: 0, rows: 50, columns: 50, cursorPost: 1, cursorPre: 0)
    }
    let weights = try #require(shown.weights)
    #expect(weights.rows == 2 && weights.columns == 4)
    #expect(weights.tiles == [1, 0, 0, 0, 0, 1, 0, 0])
    #expect(weights.cursorWeight == 0 && weights.cursorDelay == Milliseconds(0))
  }

  @Test func aReceptiveFieldIsWhatOneTargetReceives() throws {
    var spec = Networks.active()
    spec.precision = .double
    let synapses = [(0, 0, 0.1), (79, 19, 0.7), (79, 19, 0.2), (40, 19, 0.5), (7, 18, 0.4)]
    spec.projections[0].connector = .list(
      synapses.map { ListedSynapse(pre: $0.0, post: $0.1, weight: $0.2, delay: Milliseconds(1.5)) })
    var session = try DebugSession(spec)
    func field(_ post: Int, _ isWanted: Bool) throws -> [Float] {
      var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(50))
      request.weights = .init(
        projection: 0, rows: 5, columns: 5, cursorPost: post, cursorPre: 0, fields: isWanted ? [post] : [])
      _ = session.apply(.observe(request))
      var snapshot = Snapshot()
      session.snapshot(into: &snapshot)
      return try #require(snapshot.weights).fields
    }
    let field19 = try field(19, true)
    #expect(field19.count == 80)
    for (pre, weight) in field19.enumerated() {
      let expected: Float = pre == 79 ? 0.9 : pre == 40 ? 0.5 : .nan
      #expect(expected.isNaN ? weight.isNaN : abs(weight - expected) < 1e-6)
    }
    #expect(try field(18, true).enumerated().filter { !$1.isNaN }.map(\.offset) == [7])
    #expect(try field(18, false).isEmpty)
  }

  @Test func populationsThatNeverFireHaveNoRow() throws {
    let current = try snapshot(Networks.classifier()) { $0.raster = .init(columns: 5, rows: 20) }
    #expect(current.raster?.firstRows == [0, 0, 2, 2])
    let poisson = try snapshot(Networks.classifier(encoder: .poisson)) { $0.raster = .init(columns: 5, rows: 20) }
    #expect(poisson.raster?.firstRows == [0, 4, 6, 6])
    #expect(poisson.raster?.neuronsPerRow == 1)
    #expect(try DebugSession(Networks.classifier()).summary.populations.map(\.fires) == [false, true, false])
    let inputFires = try DebugSession(Networks.classifier(encoder: .poisson)).summary.populations.map(\.fires)
    #expect(inputFires == [true, true, false])
  }

  @Test(arguments: [1, 2, 3, 4, 11, 12, 13, 109, 110, 500])
  func rowsHoldTheSameNumberOfNeurons(_ rows: Int) throws {
    let raster = try #require(try snapshot(Networks.active()) { $0.raster = .init(columns: 4, rows: rows) }.raster)
    let used = zip(raster.firstRows.dropFirst(), raster.firstRows).map { $0 - $1 }
    #expect(raster.firstRows[3] <= rows)
    if rows >= 3 {
      let perRow = raster.neuronsPerRow
      #expect(used == [80, 10, 20].map { ($0 + perRow - 1) / perRow })
      // And no fewer would fit.
      if perRow > 1 { #expect([80, 10, 20].reduce(0) { $0 + ($1 + perRow - 2) / (perRow - 1) } > rows) }
    }
  }

  @Test func theSampleAndItsVoteAreShown() throws {
    let spec = Networks.classifier()
    let first = try #require(try snapshot(spec, steps: 8) { _ in }.classifier)
    #expect(first.row == 1 && first.presentation == 0 && first.sampleCount == 3)
    #expect(first.picture == [1, 0.25, 0, 0] && first.pictureColumns == 2)
    #expect(first.label == 0 && first.vote == 0)
    #expect(first.votes == [8, 2])
    #expect(first.step == 8 && first.presentSteps == 8)
    #expect(first.readAt == [4, 8] && first.read == [1, 1] && first.correct == [1, 1])
    let last = try #require(try snapshot(spec, steps: 24) { _ in }.classifier)
    #expect(last.row == 3 && last.read == [3, 3] && last.correct == [2, 2])
    let hidden = try snapshot(spec, steps: 8) { $0.showsClassifier = false }
    #expect(hidden.classifier == nil)
  }
}
