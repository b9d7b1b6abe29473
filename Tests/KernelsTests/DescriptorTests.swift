/// What the catalogue says of its models is complete and true to itself.
import Basics
import Kernels
import Testing

@Suite struct DescriptorTests {
  @Test func namesAreUnique() {
    let ids = Catalogue.descriptors.map(\.id)
    let plainNames = Catalogue.descriptors.map(\.plainName)
    #expect(Set(ids + plainNames).count == ids.count * 2)
  }

  @Test(arguments: Catalogue.descriptors.map(\.id))
  func everythingIsSaid(id: String) throws {
    let model = try #require(Catalogue.descriptors.first { $0.id == id })
    #expect(!model.summary.isEmpty && !model.equations.isEmpty && !model.reference.isEmpty)
    #expect(Set(model.parameters.map(\.name)).count == model.parameters.count)
    #expect(Set(model.state.map(\.name)).count == model.state.count)
    #expect(model.parameters.allSatisfy { $0.doc.hasSuffix(".") || $0.doc.contains("(") })
    #expect(model.state.allSatisfy { !$0.doc.isEmpty })
    #expect((model.weightDimension == nil) == (model.kind != .neuron))
    for field in model.parameters {
      switch field.kind {
      case .number(let value, _, _): #expect(field.allows(value), "default of \(field.name)")
      case .choice(let words): #expect(words.count > 1 && Set(words).count == words.count)
      case .times: #expect(field.dimension == .time)
      }
      if model.isDimensionless { #expect(field.dimension == .none || field.dimension == .steps) }
    }
  }

  @Test func rulesSayEverythingToo() {
    #expect(!Catalogue.rules.isEmpty && Set(Catalogue.rules.map(\.descriptor.id)).count == Catalogue.rules.count)
    for rule in Catalogue.rules.map(\.descriptor) {
      #expect(!rule.summary.isEmpty && !rule.equations.isEmpty && !rule.reference.isEmpty)
      #expect(Set(rule.parameters.map(\.name) + ["w_min", "w_max"]).count == rule.parameters.count + 2)
      for field in rule.parameters {
        #expect(field.doc.hasSuffix("."))
        if case .number(let value, _, _) = field.kind { #expect(field.allows(value), "\(field.name)") }
      }
    }
  }

  @Test func theFirstStateVariableOfANeuronIsItsPotential() {
    for kernel in Catalogue.neurons { #expect(kernel.descriptor.state.first?.name == "v") }
  }
}
