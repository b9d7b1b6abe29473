/// A document that somebody wrote is changed only where it has to be.
import Basics
import Formats
import Foundation
import NetworkModel
import Testing

@Suite(.timeLimit(.minutes(2)))
struct UpdateTests {
  private static let text = """
    # My network, with care.
    ganglion: 1
    title: Two populations   # the title
    dt: 0.1 ms
    duration: 1 s
    populations:
      # those that excite
      exc:
        size: 80
        model: lif                          # by its plain name
        parameters: {cm: 1 nF, tau_m: 0.02 s, v_rest: -65 mV,   # of Traub
                     v_thresh: -50 mV}
      inh: {size: 20, like: exc}            # and those that inhibit
    projections:
      - {from: exc, to: [exc, inh], connect: {fixed_probability: 0.1}, weight: 0.1 nA, delay: 1 ms}
      # back
      - from: inh
        to: exc
        connect: all_to_all
        receptor: inhibitory
        weight: "normal(-0.2 nA, 0.05 nA, max: 0 nA)"
        delay: 1 ms  # a millisecond
    stimuli:
      - {into: "exc[17]", current: {dc: 0.3 nA, from: 100 ms}}
    # the end

    """

  @Test func nothingToChange() throws {
    #expect(try changed { _ in } == Self.text)
  }

  @Test func aParameterKeepsItsUnitAndItsComment() throws {
    let text = try changed {
      $0.populations[0].parameters["tau_m"] = .number(.constant(15))
      $0.populations[1].parameters["tau_m"] = .number(.constant(15))
    }
    #expect(text == Self.text.replacing("tau_m: 0.02 s", with: "tau_m: 0.015 s"))
  }

  @Test func whatIsLikeItKeepsItsOwn() throws {
    let text = try changed { $0.populations[0].parameters["tau_m"] = .number(.constant(15)) }
    let expected = Self.text.replacing("tau_m: 0.02 s", with: "tau_m: 0.015 s")
      .replacing("like: exc}", with: "like: exc, parameters: {tau_m: 20 ms}}")
    #expect(text == expected)
  }

  @Test func aNoteComesChangesAndGoes() throws {
    let one = try changed { $0.notes = [NoteSpec(on: .neurons(Selection("exc", neuron: 3)), "the pacemaker")] }
    #expect(one == Self.text + "notes:\n  - {on: \"exc[3]\", text: the pacemaker}\n")
  }

  @Test func aPopulationComesAndAnotherGoes() throws {
    let text = try changed {
      $0.populations.append(PopulationSpec(name: "noise", shape: [9], model: "SpikeSourcePoisson"))
      $0.populations.remove(at: 1)
      $0.projections.removeAll { $0.name.contains("inh") }
    }
    let expected = Self.text
      .replacing("  inh: {size: 20, like: exc}            # and those that inhibit\n", with: "")
      .replacing("v_thresh: -50 mV}\n", with: "v_thresh: -50 mV}\n  noise: {size: 9, model: SpikeSourcePoisson}\n")
      .replacing("to: [exc, inh]", with: "to: exc")
    #expect(text == expected.replacing(Self.listed, with: ""))
  }

  private static let listed = """
      - from: inh
        to: exc
        connect: all_to_all
        receptor: inhibitory
        weight: "normal(-0.2 nA, 0.05 nA, max: 0 nA)"
        delay: 1 ms  # a millisecond

    """

  @Test func aPopulationIsRenamedEverywhere() throws {
    let text = try changed { spec in
      spec.populations[0].name = "pyramidal"
      for index in spec.projections.indices {
        let projection = spec.projections[index]
        func renamed(_ selection: Selection) -> Selection {
          Selection(population: selection.population == "exc" ? "pyramidal" : "inh", ranges: selection.ranges)
        }
        spec.projections[index].source = renamed(projection.source)
        spec.projections[index].target = renamed(projection.target)
        spec.projections[index].name = projection.name.replacing("exc", with: "pyramidal")
      }
      spec.stimuli[0].target = Selection("pyramidal", neuron: 17)
    }
    #expect(
      text
        == Self.text.replacing("exc:", with: "pyramidal:").replacing("from: exc", with: "from: pyramidal")
        .replacing("to: exc", with: "to: pyramidal").replacing("[exc", with: "[pyramidal")
        .replacing("like: exc", with: "like: pyramidal").replacing("\"exc", with: "\"pyramidal"))
  }

  @Test func aProjectionOfSeveralIsPartedWhereOneChanges() throws {
    let text = try changed { $0.projections[1].weight = .constant(0.5) }
    let parted = """
        - {from: exc, to: exc, connect: {fixed_probability: 0.1}, receptor: excitatory, weight: 0.1 nA, delay: 1 ms}
        - {from: exc, to: inh, connect: {fixed_probability: 0.1}, receptor: excitatory, weight: 0.5 nA, delay: 1 ms}
      """
    #expect(
      text
        == Self.text.replacing(
          "  - {from: exc, to: [exc, inh], connect: {fixed_probability: 0.1}, weight: 0.1 nA, delay: 1 ms}",
          with: parted))
  }

  @Test func aProjectionInLines() throws {
    let text = try changed {
      $0.projections[2].weight = .constant(-0.3)
      $0.projections[2].delay = .constant(2)
      $0.stimuli[0].kind = .current(amplitude: 0.4, from: Milliseconds(100), to: Milliseconds(300))
    }
    #expect(
      text
        == Self.text.replacing("weight: \"normal(-0.2 nA, 0.05 nA, max: 0 nA)\"", with: "weight: -0.3 nA")
        .replacing("delay: 1 ms  #", with: "delay: 2 ms  #")
        .replacing("{dc: 0.3 nA, from: 100 ms}", with: "{dc: 0.4 nA, from: 100 ms, to: 300 ms}"))
  }

  @Test func headAndFoot() throws {
    let text = try changed {
      $0.title = "Three"
      $0.duration = nil
      $0.seed = 7
      $0.workbench.speed = 0.5
      $0.stimuli = []
    }
    let expected = Self.text.replacing("title: Two populations ", with: "title: Three ")
      .replacing("duration: 1 s\n", with: "seed: 7\n")
      .replacing("stimuli:\n  - {into: \"exc[17]\", current: {dc: 0.3 nA, from: 100 ms}}\n", with: "")
    #expect(text == expected + "workbench: {speed: 0.5}\n")
  }

  /// Whatever random network a document is to become, it says that network afterwards.
  @Test(arguments: 0..<40)
  func anythingIntoAnything(_ seed: Int) throws {
    var maker = SpecMaker(seed: UInt64(seed) + 1000)
    let (first, second) = (maker.spec(), maker.spec())
    let folder = try ScratchFolder()
    let written = WriterTests.writer.write(first, stem: "doc")
    for file in written.files { try folder.write(file.bytes, to: file.name) }
    let changed = WriterTests.writer.update(
      written.text, to: second, stem: "doc", folder: folder.path, reader: .ofTests)
    for file in changed.files { try folder.write(file.bytes, to: file.name) }
    let again = try DocumentReader.ofTests.read(text: changed.text, name: "t.yaml", folder: folder.path)
    expectSame(again.spec, second, changed.text)
  }

  private func changed(_ change: (inout NetworkSpec) -> Void) throws -> String {
    var spec = try DocumentReader.ofTests.read(text: Self.text, name: "t.yaml", folder: ".").spec
    change(&spec)
    let written = WriterTests.writer.update(Self.text, to: spec, stem: "t", folder: ".", reader: .ofTests)
    let again = try DocumentReader.ofTests.read(text: written.text, name: "t.yaml", folder: ".").spec
    expectSame(again, spec, written.text)
    return written.text
  }
}
