/// A step allocates nothing: a network that runs for longer asks the allocator for no more.
import Foundation
import Testing

/// The library that is loaded into the program.
private enum Counter {
  /// Built beside the tests.
  static let path =
    Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("libAllocationCounter.so").path ?? ""

  static let isUseful =
    ProcessInfo.processInfo.environment["GANGLION_BINARY"] != nil && FileManager.default.fileExists(atPath: path)
}

/// Of the program as it ships; a debug build takes memory in every loop over an array.
@Suite(.enabled(if: Counter.isUseful, "needs a release binary in GANGLION_BINARY, and Linux with glibc"))
struct AllocationTests {
  /// Blocks of memory that a run takes from its start to its end.
  private func allocations(_ arguments: [String], in folder: URL? = nil) throws -> Int {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let outcome = try Program.run(
      ["run"] + arguments + ["--quiet"], in: folder,
      environment: [
        "LD_PRELOAD": Counter.path, "GANGLION_ALLOCATIONS": file.path, "SWIFT_DETERMINISTIC_HASHING": "1",
      ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try String(contentsOf: file, encoding: .utf8)
    return try #require(Int(text.trimmingCharacters(in: .newlines)))
  }

  /// A thousand steps more or so: one block in a hundred of them would be seen. The system's threads that wait for
  /// Ctrl-C, and numbers that are longer to print, take some dozen blocks or do not.
  private func expectNothing(_ arguments: [String], for short: String, and long: String, in folder: URL? = nil) throws {
    let before = try allocations(arguments + ["--for", short], in: folder)
    let after = try allocations(arguments + ["--for", long], in: folder)
    #expect(abs(after - before) < 60, "\(before) blocks in \(short), \(after) in \(long)")
  }

  @Test func whatIsAllocatedIsCounted() throws {
    // Ten more presentations of a sample, each of which makes some lists.
    let few = try allocations(["digits", "--for", "640ms"])
    #expect(few > 1000)
    #expect(try allocations(["digits", "--for", "6400ms"]) > few + 90)
  }

  @Test(arguments: ["cuba", "coba", "cobahh", "hh", "adex", "izhikevich", "song", "lif"], ["single", "double"])
  func ofAPreset(preset: String, precision: String) throws {
    try expectNothing([preset, "--precision", precision], for: "200ms", and: "800ms")
  }

  @Test func ofBrunelsNetwork() throws {
    try expectNothing(["brunel-ai"], for: "20ms", and: "320ms")
  }

  @Test func ofAPresetOnTwoThreads() throws {
    try expectNothing(["brunel-ai", "--threads", "2"], for: "20ms", and: "320ms")
  }

  /// While a sample is shown, whichever way it is encoded.
  @Test(arguments: ["digits", "digits-poisson"])
  func ofDigits(preset: String) throws {
    try expectNothing([preset, "--set", "input.present=9000"], for: "1000ms", and: "8000ms")
  }

  /// Every model with every source, kind of delay and course of current.
  @Test func ofAnyModel() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.everyModel.write(to: folder.appendingPathComponent("all.yaml"), atomically: true, encoding: .utf8)
    try expectNothing(["all.yaml"], for: "150ms", and: "1500ms", in: folder)
  }

  /// Names, the dimension of their weights, and the units of that and of a current.
  private static let models = [
    (["IF_curr_exp", "IF_curr_alpha"], " nA", " nA"),
    (["IF_cond_exp", "IF_cond_alpha", "HH_squid", "HH_cond_exp", "EIF_cond_exp_isfa_ista"], " uS", " nA"),
    (["IF_curr_delta", "Izhikevich"], " mV", " nA"), (["IF_discrete", "LIF_discrete", "Integrator"], "", ""),
  ]

  private static var everyModel: String {
    var (populations, projections, stimuli) = ("", "", "")
    for (names, weight, current) in models {
      for name in names {
        populations += "  \(name): {size: 40, model: \(name)}\n"
        projections += connections(to: name, weight)
        stimuli += currents(into: name, current)
      }
    }
    return """
      dt: 0.5 ms
      populations:
        poisson: {size: 20, model: poisson, parameters: {rate: 100 Hz}}
        regular: {size: 3, model: regular, parameters: {rate: 200 Hz}}
        array: {size: 1, model: SpikeSourceArray, parameters: {spike_times: [3 ms, 40 ms, 200 ms, 400 ms]}}
      \(populations)projections:
      \(projections)stimuli:
      \(stimuli)
      """
  }

  private static func connections(to name: String, _ unit: String) -> String {
    let learning = "plasticity: {rule: stdp_pair, w_max: 0.3\(unit)}"
    return [
      ("poisson", "delay: 1.5 ms"), ("regular", "delay: \"uniform(0.5 ms, 9 ms)\""), ("array", "delay: 0 ms"),
      // One of them never fires.
      (name == "Integrator" ? "poisson" : name, "name: again-\(name), delay: 0.5 ms"),
      ("poisson", "name: learned-\(name), delay: 2 ms, \(learning)"),
    ].enumerated().map { number, projection in
      let drawn = number > 0 ? "\"uniform(0\(unit), 0.2\(unit))\"" : "0.1\(unit)"
      return """
          - {from: \(projection.0), to: \(name), connect: {fixed_probability: 0.5}, receptor: excitatory,
             weight: \(drawn), \(projection.1)}

        """
    }
    .joined()
  }

  private static func currents(into name: String, _ unit: String) -> String {
    [
      "dc: 0.2\(unit), from: 20 ms", "step: {times: [0 ms, 10 ms], amplitudes: [0.1\(unit), 0.2\(unit)]}",
      "pulses: {amplitude: 0.1\(unit), width: 2 ms, period: 5 ms}",
      "sine: {amplitude: 0.1\(unit), frequency: 20 Hz, offset: 0.1\(unit)}",
      "noise: {mean: 0.1\(unit), deviation: 0.1\(unit), interval: 1 ms}",
    ].map { "  - {into: \(name), current: {\($0)}}\n" }.joined()
  }
}
