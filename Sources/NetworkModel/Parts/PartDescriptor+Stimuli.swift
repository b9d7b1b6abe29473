/// What flows into neurons from outside: every current, and the other stimuli, that a document may name.
import Basics

extension PartDescriptor {
  /// All are told besides from and to when they flow. Onto a dimensionless model amplitudes are numbers added to its
  /// input in every step.
  package static let currents: [PartDescriptor] = [
    PartDescriptor(
      "dc", .current, "A constant current.",
      [PartField("dc", .value, "number", .current, doc: "Its amplitude.")] + when,
      example: "current: {dc: 0.3 nA, from: 100 ms, to: 400 ms}"),
    PartDescriptor(
      "step", .current, "A current that changes at given times and holds in between.",
      [
        PartField("times", .inside, "list", .time, doc: "When it changes, ascending, counted from its beginning."),
        PartField("amplitudes", .inside, "list", .current, doc: "What flows from each of these times on."),
      ] + when, example: "current: {step: {times: [0 ms, 50 ms], amplitudes: [0.1 nA, 0.5 nA]}}"),
    PartDescriptor(
      "pulses", .current, "Rectangular pulses, one at the beginning of every period.",
      [
        PartField("amplitude", .inside, "number", .current, doc: "What flows during a pulse."),
        PartField("width", .inside, "number", .time, doc: "How long a pulse is."),
        PartField("period", .inside, "number", .time, doc: "From the beginning of one to that of the next."),
      ] + when, example: "current: {pulses: {amplitude: 1 nA, width: 2 ms, period: 20 ms}}"),
    PartDescriptor(
      "sine", .current, "offset + amplitude · sin(2π · frequency · t + phase).",
      [
        PartField("amplitude", .inside, "number", .current, doc: "Of the oscillation."),
        PartField("frequency", .inside, "number ≥ 0", .rate, doc: "Of the oscillation."),
        PartField("phase", .inside, "degrees", default: "0", doc: "At its beginning."),
        PartField("offset", .inside, "number", .current, default: "0", doc: "What it swings around."),
      ] + when, example: "current: {sine: {amplitude: 0.2 nA, frequency: 10 Hz}}"),
    PartDescriptor(
      "noise", .current, "A normal number, drawn anew for every neuron and interval.",
      [
        PartField("mean", .inside, "number", .current, default: "0", doc: "Of the numbers."),
        PartField(
          "deviation", .inside, "number ≥ 0", .current,
          doc: "Of the numbers; for white noise it grows with 1/√interval."),
        PartField("interval", .inside, "number", .time, default: "dt", doc: "How long a number holds."),
      ] + when, example: "current: {noise: {mean: 0.2 nA, deviation: 0.1 nA, interval: 1 ms}}"),
    PartDescriptor(
      "recorded", .current, "A current out of a file, the same for all neurons; 0 after its last value.",
      [
        PartField("file", .inside, ".npy file", doc: "One value for each interval."),
        PartField("unit", .inside, "unit of current", default: "nA", doc: "What 1 stands for."),
        PartField("interval", .inside, "number", .time, doc: "How long a value holds."),
      ] + when, example: "current: {recorded: {file: current.npy, unit: pA, interval: 0.1 ms}}"),
  ]

  package static let stimuli: [PartDescriptor] = [
    PartDescriptor(
      "poisson", .stimulus, "An independent Poisson train into each neuron, several arrivals a step possible.",
      [
        PartField("rate", .inside, "number ≥ 0", .rate, doc: "The mean rate of arrivals."),
        PartField(
          "weight", .inside, "number", doc: "Of every arrival, in the unit of weights onto the model."),
        PartField(
          "receptor", .inside, "excitatory or inhibitory", default: "excitatory", doc: "Where they arrive."),
      ], example: "{into: exc, poisson: {rate: 1 kHz, weight: 0.1 nA}}"),
    PartDescriptor(
      "data", .stimulus, "The samples of a data set, one after another, into an Input population.",
      [
        PartField("data", .value, "name of a data set", doc: "Which samples."),
        PartField(
          "encoder", .beside, "current or poisson",
          doc: "The value itself, or spikes with this probability in every step."),
        PartField("present", .beside, "whole number", .steps, doc: "How long a sample is shown."),
        PartField(
          "between", .beside, "reset or keep", default: "reset", doc: "What becomes of the state between two samples."),
        PartField("order", .beside, "file or shuffled", default: "file", doc: "In which order samples are shown."),
      ], example: "{into: input, data: digits, encoder: current, present: 64 steps}"),
  ]

  private static let when = [
    PartField("from", .beside, "number", .time, default: "0 ms", doc: "When it begins."),
    PartField("to", .beside, "number", .time, default: "the end", doc: "When it ends."),
  ]
}
