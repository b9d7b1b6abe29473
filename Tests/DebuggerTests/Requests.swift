/// Requests of every kind, sensible and not.
import Basics
import Debugger

enum Requests {
  static func everything(window: Double = 20) -> ObservationRequest {
    var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 5), window: Milliseconds(window))
    request.raster = .init(columns: 60, rows: 30)
    request.bars = .init(population: 0, first: 2, count: 12)
    request.weights = .init(projection: 0, rows: 6, columns: 9, cursorPost: 3, cursorPre: 4)
    request.trace = .init(variable: "v", columns: 50)
    request.states = .init(variables: ["v", "isyn_inh"], columns: 30)
    request.orbit = .init(x: "v", y: "isyn_exc", points: 100)
    request.rates = .init(columns: 30)
    request.intervals = .init(population: 0, bins: 20)
    request.spread = .init(population: 0, name: "v", bins: 20)
    return request
  }

  /// About every second number is out of place.
  static func random(using numbers: inout some RandomNumberGenerator) -> ObservationRequest {
    func number(_ most: Int) -> Int {
      switch Int.random(in: 0..<12, using: &numbers) {
      case 0: -1
      case 1: 0
      case 2: .min
      case 3: .max
      case 4: most + 1
      default: Int.random(in: 0...most, using: &numbers)
      }
    }
    let windows: [Double] = [0, -1, 0.05, 1, 20, 500, 1e6, 1e300, .infinity, .nan]
    var request = ObservationRequest(
      neuron: NeuronAddress(population: number(3), index: number(90)),
      window: Milliseconds(windows.randomElement(using: &numbers) ?? 1))
    // The largest pictures cost the test more than they tell, so they are kept narrow one way.
    if Bool.random(using: &numbers) {
      request.raster = .init(
        columns: number(90), rows: min(60, number(40)), showsVoltage: Bool.random(using: &numbers))
      if Bool.random(using: &numbers) {
        request.raster?.page = .init(population: number(3), first: number(90), count: number(30))
      }
    }
    if Bool.random(using: &numbers) {
      request.bars = .init(population: number(3), first: number(90), count: number(30))
    }
    if Bool.random(using: &numbers) {
      request.weights = .init(
        projection: number(3), rows: number(30), columns: number(30), cursorPost: number(90), cursorPre: number(90),
        fields: Bool.random(using: &numbers) ? [number(90), number(9)] : [],
        bins: Bool.random(using: &numbers) ? number(30) : 0)
    }
    if Bool.random(using: &numbers) {
      request.fan = .init(isOutgoing: Bool.random(using: &numbers), first: number(90), count: number(30))
    }
    if Bool.random(using: &numbers) {
      let names = ["v", "isyn_exc", "value", "nothing", ""]
      let levels: [Double?] = [nil, -55, .nan, .infinity, -1e300]
      request.trace = .init(
        variable: names.randomElement(using: &numbers) ?? "v", columns: number(90),
        trigger: .init(level: levels.randomElement(using: &numbers) ?? nil, isAutomatic: Bool.random(using: &numbers)),
        cursors: windows.prefix(number(9) & 7).map { Milliseconds($0) })
      request.states = .init(variables: names, columns: number(90))
      request.orbit = .init(x: "v", y: names.randomElement(using: &numbers) ?? "v", points: number(90))
    }
    if Bool.random(using: &numbers) { request.rates = .init(columns: min(90, number(90))) }
    if Bool.random(using: &numbers) { request.intervals = .init(population: number(3), bins: number(30)) }
    if Bool.random(using: &numbers) {
      request.spread = .init(
        population: number(3), name: ["v", "tau_m", "nothing"].randomElement(using: &numbers) ?? "v", bins: number(30))
    }
    request.showsClassifier = Bool.random(using: &numbers)
    return request
  }
}
