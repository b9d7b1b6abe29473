/// Every model of the catalogue: its formulas, worked out with a neuron's numbers, give what its kernel does.
import Basics
import Debugger
import Kernels
import NetworkModel
import Simulation
import Testing

struct StepConformanceTests {
  /// A model, and what it is given beside its usual parameters.
  struct Case: Sendable, CustomTestStringConvertible {
    let model: ModelDescriptor
    let parameters: [String: ParameterSetting]
    var testDescription: String { "\(model.id) \(parameters.keys.sorted().joined(separator: " "))" }
  }

  /// The usual parameters; every choice as each of its words; refractory time, several sub-steps and a threshold that
  /// rises, where there are such things.
  static let cases: [Case] = Catalogue.neurons.map(\.descriptor).flatMap { model in
    var variants: [[String: ParameterSetting]] = [[:]]
    for field in model.parameters {
      if case .choice(let words) = field.kind { variants += words.dropFirst().map { [field.name: .choice($0)] } }
    }
    let time = model.isDimensionless ? 3.0 : 0.7
    let more: [String: Double] = ["tau_refrac": time, "substeps": 3, "theta_plus": 0.5]
    variants += more.compactMap { name, value in
      model.parameter(name) == nil || name == "theta_plus" && model.stateVariable("theta") == nil
        ? nil : [name: .number(value)]
    }
    return variants.map { Case(model: model, parameters: $0) }
  }

  private static let steps = 400

  /// A neuron under a strong current and noise of both kinds, so that all there is to a step happens.
  private func network(_ test: Case) throws -> NetworkSpec {
    let model = test.model
    var spec = NetworkSpec()
    spec.precision = .double
    spec.dt = Milliseconds(model.isDimensionless ? 1 : 0.1)
    var cell = PopulationSpec(name: "cell", shape: [3], model: model.id)
    for (name, setting) in test.parameters {
      switch setting {
      case .number(let value): cell.parameters[name] = .number(.constant(value))
      case .choice(let word): cell.parameters[name] = .choice(word)
      case .times: break
      }
    }
    spec.populations = [
      PopulationSpec(
        name: "noise", shape: [20], model: "SpikeSourcePoisson", parameters: ["rate": .number(.constant(200))]), cell,
    ]
    let scale =
      switch model.weightDimension {
      case .voltage?: 0.5
      case .conductance?: 0.005
      case .current?: 0.2
      default: 0.3
      }
    for receptor in [Receptor.excitatory, .inhibitory] {
      let sign = receptor == .inhibitory && model.weightDimension != .conductance ? -0.5 : 1
      spec.projections.append(
        ProjectionSpec(
          name: receptor == .excitatory ? "exc" : "inh", from: Selection(all: "noise", size: 20),
          to: Selection(all: "cell", size: 3), connector: .allToAll, receptor: receptor,
          weight: .constant(scale * sign), delay: .constant(spec.dt.value)))
    }
    let current = model.id == "HH_squid" ? 10.0 : model.isDimensionless ? 0.3 : model.id == "Izhikevich" ? 0.01 : 1
    spec.stimuli = [
      StimulusSpec(into: Selection("cell", neuron: 0), .current(amplitude: current, from: Milliseconds(2), to: nil))
    ]
    return spec
  }

  @Test(arguments: cases)
  func theNumbersPutInGiveTheStateAfter(_ test: Case) throws {
    var session = try DebugSession(try network(test))
    var (fired, held) = (false, false)
    for step in 0..<Self.steps {
      let hash = session.stateHash
      let events = session.apply(.dissect(NeuronAddress(population: 1, index: 0)))
      guard case .dissected(let report)? = events.first else { throw Missing(text: "\(events)") }
      #expect(session.stateHash == hash && session.tick.value == step, "looking changes nothing")
      let account = try #require(StepAccount(report, test.model) { "\($0)" })
      for (index, variable) in test.model.state.enumerated() {
        expect(account.charged, variable.name, report.charged[index], "charge at step \(step)")
        expect(account.afterReset, variable.name, report.reset[index], "reset at step \(step)")
      }
      fired = fired || report.hasFired
      held = held || account.isHeld
      session.step()
      for (index, variable) in test.model.state.enumerated() {
        let after = session.simulation.state(population: 1, variable: index, index: 0)
        #expect(after == report.reset[index] || abs(after - report.reset[index]) < 1e-12, "\(variable.name)")
      }
    }
    #expect(fired == test.model.fires, "\(test.model.id) spikes where it can, so that its reset is looked at")
    #expect(held || test.parameters["tau_refrac"] == nil)
  }

  private struct Missing: Error { let text: String }

  /// To the rounding of sums of such numbers.
  private func expect(_ found: [String: Double], _ name: String, _ value: Double, _ place: String) {
    guard let own = found[name] else { return Self.record("no \(name)") }
    #expect(abs(own - value) <= 2e-11 * max(1, abs(value)), "\(name), \(place): \(own) for \(value)")
  }

  private static func record(_ text: String) { Issue.record("\(text)") }
}
