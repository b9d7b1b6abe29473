/// Populations and sources: add, remove, rename, resize, duplicate, another model.
import Basics
import NetworkModel
import Terminal

enum PopulationBuilding {
  static let add = Command.building(
    "add", title: "add", help: "Add a population or source: name, size (80; 8x10 for an image), model, parameters.",
    keys: [.character("a")], argument: "NAME [SIZE] [MODEL] [PARAMETER=VALUE …]", footerRank: 64,
    form: AddForm.definition,
    completions: { state, typed in
      let words = Words.split(typed)
      let place = words.count + (typed.hasSuffix(" ") ? 1 : 0)
      if place == 3 { return NameCompletions.models(state, behind: typed) }
      let model = words.dropFirst(2).first.flatMap { try? Names.model($0, among: state.models) }
      return place < 3 ? [] : SettingText.completions(model?.parameters ?? [], behind: typed)
    }
  ) { state, spec, words throws(EditProblem) in
    let (plain, settings) = Words.dividingSettings(words)
    let words = plain.first == "population" || plain.first == "source" ? Array(plain.dropFirst()) : plain
    guard let first = words.first, words.count <= 3 else { throw .usage("add exc 80 lif tau_m=15ms") }
    let name = try Names.fresh(first, in: spec)
    let shape = try Names.shape(words.count > 1 ? words[1] : "1")
    let model = try Names.model(words.count > 2 ? words[2] : "IF_curr_exp", among: state.models)
    let parameters = try SettingText.settings(settings, of: model.id, model.parameters)
    let population = PopulationSpec(
      name: name, shape: shape, model: model.id, parameters: parameters.compactMapValues(ParameterSource.init))
    return PlannedEdit(
      words: (["add \(name): \(Names.sizeText(shape)), \(model.id) (\(model.plainName))"] + settings)
        .joined(separator: ", "),
      details: NumberText.memory(population.leastMemory), select: name
    ) { $0.populations.append(population) }
  }

  static let remove = Command.building(
    "remove", title: "remove", help: "Remove a population with all its synapses, or a projection.", argument: "NAME",
    completions: NameCompletions.both
  ) { _, spec, words throws(EditProblem) in
    guard words.count == 1 else { throw .usage("remove exc") }
    if spec.population(words[0]) == nil {
      let index = try Names.projection(words[0], in: spec)
      return PlannedEdit(words: "remove \(words[0]) with its synapses") { spec in
        spec.projections.remove(at: index)
        spec.keepMentions { $0 }
      }
    }
    let name = words[0]
    let lost = spec.projections.filter { $0.touches(name) }.map(\.name)
    let text = lost.isEmpty ? "" : " and \(lost.joined(separator: ", "))"
    return PlannedEdit(words: "remove \(name)\(text)") { spec in
      spec.populations.removeAll { $0.name == name }
      spec.projections.removeAll { $0.touches(name) }
      spec.stimuli.removeAll { $0.target.population == name }
      spec.keepMentions { $0.population == name ? nil : $0 }
      if spec.readout?.population == name { spec.readout = nil }
      if spec.workbench.select?.population == name { spec.workbench.select = nil }
    }
  }

  static let rename = Command.building(
    "rename", title: "rename", help: "Give a population or a projection another name; it goes on as it was.",
    argument: "NAME NEW-NAME", completions: NameCompletions.both
  ) { _, spec, words throws(EditProblem) in
    guard words.count == 2 else { throw .usage("rename exc pyramidal") }
    let old = words[0]
    if spec.population(old) == nil {
      let index = try Names.projection(old, in: spec)
      let new = try Names.freshProjection(words[1], in: spec)
      return PlannedEdit(words: "\(old) is called \(new)") { spec in
        spec.projections[index].name = new
        for note in spec.notes.indices where spec.notes[note].subject == .projection(old) {
          spec.notes[note].subject = .projection(new)
        }
      }
    }
    let new = try Names.fresh(words[1], in: spec)
    return PlannedEdit(words: "\(old) is called \(new)", lineage: Lineage(formerNames: [new: old]), select: new) {
      $0.rename(old, to: new)
    }
  }

  static let resize = Command.building(
    "resize", title: "resize", help: "Give a population another size; neurons that stay keep their state.",
    argument: "NAME SIZE", completions: NameCompletions.populations
  ) { _, spec, words throws(EditProblem) in
    guard words.count == 2 else { throw .usage("resize exc 100") }
    let population = try Names.population(words[0], in: spec)
    let shape = try Names.shape(words[1])
    var resized = spec
    resized.resize(population.name, to: shape)
    // Connectors that would no longer find enough partners go, which has to be said.
    let lost = spec.projections.map(\.name).filter { name in !resized.projections.contains { $0.name == name } }
    let size = "size of \(population.name) \(population.size) → \(shape.reduce(1, *))"
    return PlannedEdit(words: size + Self.loss(lost)) {
      $0.resize(population.name, to: shape)
    }
  }

  private static func loss(_ names: [String]) -> String {
    names.isEmpty ? "" : ", without \(names.joined(separator: ", "))"
  }

  static let model = Command.building(
    "model", title: "model", help: "Give populations another model; parameters that both have stay.",
    argument: "NAME [NAME …] MODEL",
    completions: { state, typed in
      guard let space = typed.lastIndex(of: " ") else { return NameCompletions.populations(state, typed) }
      let names = state.document?.spec.populations.map { String(typed[...space]) + $0.name } ?? []
      return NameCompletions.models(state, behind: typed) + names
    }
  ) { state, spec, words throws(EditProblem) in
    guard words.count >= 2, let last = words.last else { throw .usage("model exc inh adex") }
    let model = try Names.model(last, among: state.models)
    var populations: [PopulationSpec] = []
    for name in words.dropLast() { populations.append(try Names.population(name, in: spec)) }
    let names = populations.map(\.name)
    let before = Set(populations.map(\.model)).sorted().joined(separator: ", ")
    var changed = spec
    for name in names { changed.change(name, to: model, among: state.models) }
    let lost = spec.projections.map(\.name).filter { name in !changed.projections.contains { $0.name == name } }
    return PlannedEdit(
      words: "model of \(names.joined(separator: ", ")) \(before) → \(model.id)" + Self.loss(lost)
    ) { spec in
      for name in names { spec.change(name, to: model, among: state.models) }
    }
  }

  static let duplicate = Command.building(
    "duplicate", title: "duplicate", help: "Add a copy of a population, with copies of all its synapses.",
    argument: "NAME NEW-NAME", completions: NameCompletions.populations
  ) { _, spec, words throws(EditProblem) in
    guard words.count == 2 else { throw .usage("duplicate exc exc2") }
    var copy = try Names.population(words[0], in: spec)
    let old = copy.name
    copy.name = try Names.fresh(words[1], in: spec)
    let new = copy
    return PlannedEdit(words: "add \(new.name), a copy of \(old)", select: new.name) { spec in
      spec.populations.append(new)
      for projection in spec.projections where projection.touches(old) {
        spec.projections.append(projection.copied(from: old, to: new.name))
      }
      for stimulus in spec.stimuli where stimulus.target.population == old {
        if case .data = stimulus.kind { continue }
        spec.stimuli.append(
          StimulusSpec(into: stimulus.target.moved(from: old, to: new.name), stimulus.kind))
      }
    }
  }
}
