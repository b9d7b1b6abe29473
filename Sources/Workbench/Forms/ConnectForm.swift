/// `c`: synapses between two populations, the connector chosen from a list that explains each.
import Basics
import Debugger
import NetworkModel

enum ConnectForm {
  static let definition = FormDefinition { state, form in
    let from = end("from", state, usual: state.selectedPopulation?.name, "Whose spikes they carry.", &form) {
      $0.fires
    }
    let to = end("to", state, usual: nil, "Whom they reach.", &form) { $0.weightDimension != nil }
    let how = connector(&form)
    let receptor = form.choice("receptor", help: "Which of the target's inputs they end on.", receptors)
    let dimension = state.document?.spec.population(to).flatMap { state.model($0.model)?.weightDimension } ?? .none
    let usual = ProjectionBuilding.usualWeight(dimension, Receptor(rawValue: receptor))
    let weight = strength("weight", dimension, usual: usual, &form)
    let delay = strength("delay", .time, usual: max(1, state.document?.spec.dt.value ?? 0), &form)
    let name = form.text("name", usual: "", help: "What they are called; if nothing is said, source->target.")
    let (source, target) = (part(of: from, "from only", &form), part(of: to, "to only", &form))
    let sign = receptor == Receptor.inhibitory.rawValue && usual >= 0 ? [receptor] : []
    return ([source, target, how, weight, delay] + sign + (name.isEmpty ? [] : ["name=\(name)"]))
      .joined(separator: " ")
  }

  private static func end(
    _ name: String, _ state: WorkbenchState, usual: String?, _ help: String, _ form: inout FormBuilder,
    where isPossible: (ModelDescriptor) -> Bool
  ) -> String {
    let populations = state.document?.spec.populations ?? []
    let choices = populations.compactMap { population -> FormChoice? in
      guard let model = state.model(population.model), isPossible(model) else { return nil }
      return FormChoice(population.name, help: "\(Names.sizeText(population.shape)), \(model.id)")
    }
    return form.choice(name, usual: usual, help: help, choices)
  }

  private static func part(of population: String, _ name: String, _ form: inout FormBuilder) -> String {
    let neurons = form.text(name, usual: "", help: "Which of its neurons: 17, or 0..9,12; nothing for all.")
    return neurons.isEmpty ? population : "\(population)[\(neurons)]"
  }

  private static func connector(_ form: inout FormBuilder) -> String {
    let id = form.choice(
      "how", help: "Which pairs are connected.",
      ConnectorDescriptor.all.map { FormChoice($0.id, note: $0.word, help: $0.summary) })
    guard let connector = ConnectorDescriptor.named(id) else { return "" }
    let values = connector.parameters.map { form.text("  " + $0.name, usual: $0.usual, help: $0.doc) }
    return ConnectorText.text(connector, values.map { $0.filter { !$0.isWhitespace } })
  }

  private static let receptors = [
    FormChoice(Receptor.excitatory.rawValue, help: "They bring the target nearer to its threshold."),
    FormChoice(Receptor.inhibitory.rawValue, help: "They hold the target back."),
  ]

  /// One value for all, or a distribution to draw from.
  private static func strength(
    _ name: String, _ dimension: Dimension, usual: Double, _ form: inout FormBuilder
  ) -> String {
    func value(_ row: String, _ number: Double, _ help: String) -> String {
      form.text("  " + row, usual: NumberText.quantity(number, dimension), help: help).filter { !$0.isWhitespace }
    }
    let sources = name == "delay" ? sources.filter { $0.word != "lognormal" } : sources
    switch form.choice(name, help: "Where its numbers come from.", sources) {
    case "uniform":
      let ends = [usual / 2, usual * 1.5].sorted()
      let low = value("low", ends[0], "The least that is drawn.")
      return "uniform(\(low),\(value("high", ends[1], "The greatest that is drawn.")))"
    case "normal":
      let mean = value("mean", usual, "The middle of the bell.")
      return "normal(\(mean),\(value("deviation", abs(usual) / 5, "The standard deviation of the bell.")))"
    case "lognormal":
      let usual = NumberText.significant(Elementary.log(max(abs(usual), 1e-9)), digits: 3)
      let mu = form.text("  mu", usual: usual, help: "The mean of its logarithm: -2.3 is that of 0.1.")
      return "lognormal(\(mu),\(form.text("  sigma", usual: "0.5", help: "The standard deviation of its logarithm.")))"
    case "file":
      let file = form.text(
        "  " + name + " file", usual: name + "s.npy", help: "One value a synapse, by source and target.")
      let unit = form.text("  " + name + " unit", usual: dimension.baseUnit, help: "What 1 stands for.")
      return unit.isEmpty ? "file(\(file))" : "file(\(file),\(unit))"
    default: return value(name == "delay" ? "time" : "value", usual, "The same for every synapse.")
    }
  }

  private static let sources = [
    FormChoice("one value", help: "The same for every synapse."),
    FormChoice("uniform", help: "Drawn evenly between two values, for every synapse by itself."),
    FormChoice("normal", help: "Drawn from a bell, and again where the sign or the grid forbids it."),
    FormChoice("lognormal", help: "Drawn so that its logarithm has a bell: many weak ones, and a few strong ones."),
    FormChoice("file", help: "Out of a .npy file beside the document, one for each synapse."),
  ]
}
