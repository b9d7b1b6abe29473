/// Writing the document of a branch.
import Basics
import Debugger
import Formats
import NetworkModel
import Simulation
import Workbench

extension DebugWalk {
  /// The document that runs as the present branch does, as far as a document can say it: what was done at the very
  /// beginning is in it, and what is left out.
  mutating func saveBranch(_ file: String) throws(DebugProblem) {
    guard !file.isEmpty else { throw DebugProblem("a file is missing · e.g. save-branch without.yaml") }
    guard file != state.document?.file else { throw DebugProblem("\(file) is the document itself · name another file") }
    var beginning = state
    beginning.follow(session.timelineSnapshot, at: .zero)
    guard var spec = beginning.document?.spec else { throw DebugProblem("there is no document to write") }
    spec.without = session.simulation.spec.without
    let origin = state.document?.origin ?? ""
    do throws(Failure) {
      _ = try store.save(SaveRequest(file: file, origin: origin, spec: spec, revision: 0, isForced: true))
    } catch {
      throw DebugProblem(error.text)
    }
    try tellWhetherSame(spec, file)
  }

  /// Runs what was written, for that is the only proof.
  private mutating func tellWhetherSame(_ spec: NetworkSpec, _ file: String) throws(DebugProblem) {
    let time = NumberText.time(session.tick.time(dt: session.dt))
    let hash = session.stateHash
    do throws(BuildError) {
      var other = try Simulation(spec)
      while other.tick < session.tick { _ = other.advance(atMost: session.tick.value - other.tick.value) }
      let isSame = other.stateHash == hash
      fill { $0.savedRunsAlike = isSame }
      if isSame {
        tell("\(file) is written; a run of it comes to the same hash at \(time), \(StateHash.text(hash))")
        return
      }
    } catch {
      throw DebugProblem("\(file) is written, and cannot be run: \(error)")
    }
    tell("\(file) is written, but a run of it is another at \(time): a document cannot say what is done while it runs")
    listEdits()
  }
}
