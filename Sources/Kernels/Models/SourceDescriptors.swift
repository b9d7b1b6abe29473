/// What the spike sources and the data input say of themselves.
import Basics

enum SourceDescriptors {
  static var poisson: ModelDescriptor {
    ModelDescriptor(
      id: "SpikeSourcePoisson", plainName: "poisson", kind: .source,
      summary: "Fires at random with a given mean rate, each neuron independently.",
      equations: ["in every step with start <= t < start + duration: a spike with p = 1 - exp(-rate dt)"],
      parameters: [
        ParameterField("rate", .rate, default: 1, in: 0...1e6, doc: "Mean rate."),
        ParameterField("start", .time, default: 0, in: 0...1e12, doc: "When it begins."),
        ParameterField("duration", .time, default: 1e12, in: 0...1e12, doc: "How long it goes on."),
      ],
      state: [], weightDimension: nil, isDimensionless: false,
      reference: "Dayan & Abbott 2001, Theoretical Neuroscience, section 1.4")
  }

  static var regular: ModelDescriptor {
    ModelDescriptor(
      id: "SpikeSourceRegular", plainName: "regular", kind: .source,
      summary: "Fires at a constant rate, with equal intervals.",
      equations: ["a spike at start + k/rate, k = 1, 2, ..., up to start + duration, each rounded to the grid of dt"],
      parameters: [
        ParameterField("rate", .rate, default: 1, in: 0...1e6, doc: "Spikes a second."),
        ParameterField("start", .time, default: 0, in: 0...1e12, doc: "The first spike comes one interval later."),
        ParameterField("duration", .time, default: 1e12, in: 0...1e12, doc: "How long it goes on."),
      ],
      state: [], weightDimension: nil, isDimensionless: false, reference: "NEST 3, spike_generator with equal intervals"
    )
  }

  static var array: ModelDescriptor {
    ModelDescriptor(
      id: "SpikeSourceArray", plainName: "spikes", kind: .source,
      summary: "Fires at the given times.",
      equations: ["a spike at each of spike_times, rounded to the grid of dt"],
      parameters: [ParameterField(times: "spike_times", doc: "When it fires: ascending, after 0.")],
      state: [], weightDimension: nil, isDimensionless: false, reference: "PyNN 0.12, SpikeSourceArray")
  }

  static var input: ModelDescriptor {
    ModelDescriptor(
      id: "Input", plainName: "input", kind: .input,
      summary: "Plays the samples of a data set into the network, one value a neuron.",
      equations: [
        "encoder current: x = w value in every step of the presentation",
        "encoder poisson: in every step a spike with p = value",
      ],
      parameters: [], state: [StateVariable("value", .none, doc: "The value being shown.", isInitial: false)],
      weightDimension: nil, isDimensionless: true,
      reference: "Rueckauer et al. 2017, doi:10.3389/fnins.2017.00682, section 2.3")
  }
}
