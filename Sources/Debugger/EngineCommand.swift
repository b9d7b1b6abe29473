/// Everything that can be asked of a running session, as values.
package import Basics
package import NetworkModel

/// How fast biological time passes.
package enum Pace: Sendable, Equatable, Codable {
  /// Biological over wall time: 1 is real time, 0.001 a thousandth of it.
  case realTime(Double)
  case asFastAsPossible
}

/// A command to a session. Applied between two steps, in the order in which they were sent.
package enum EngineCommand: Sendable, Equatable {
  /// At the session's pace, without end.
  case run
  /// A `step` or `runTo` that is under way ends here, without an event.
  case pause
  /// This many steps, as fast as they go, then pause.
  case step(Int)
  /// Run, as fast as it goes, until this tick, then pause. An earlier tick restarts first.
  case runTo(Tick)
  /// Back to tick 0 with the document's own parameters, keeping the pace, running or paused as before; a `step` or
  /// `runTo` that is under way ends, paused.
  case restart
  /// From a millionth to a million times real time.
  case setPace(Pace)
  /// A parameter of the selected neurons, from the next step on.
  case setParameter(Selection, name: String, ParameterSetting)
  /// A state variable (`v`) of the selected neurons, now.
  case setState(Selection, variable: String, Double)
  /// One spike of this neuron in the next step, as if it had crossed its threshold.
  case poke(NeuronAddress)
  /// What the screen shows; the next snapshots carry this and nothing else.
  case observe(ObservationRequest)
  /// Sorts and filters the neurons by their values as they are now. Answers with `EngineEvent.arranged`; where no neuron
  /// is left, the present order stays.
  case arrange(OrderRequest)
  /// Answers with `EngineEvent.hash`.
  case hash
  /// Throws the present network away and builds this one, running or paused as before. Where it cannot be built, the
  /// present one stays.
  case load(NetworkSpec)
  /// Builds this network in place of the present one and goes on at the same step, with the state of everything that
  /// both have. Where it cannot be built, the present one stays.
  case rebuild(NetworkSpec, Lineage)
  /// Answers with `EngineEvent.weights`: those of a projection that learns, as they are now.
  case tellWeights(of: String)
  /// Keeps what the next edit of parameters or state overwrites under this number.
  case remember(Int)
  /// Puts back, at the present step, what was kept under this number.
  case revert(Int)
  /// To another place of the run. Answers with `EngineEvent.stopped` when it is there, or with `.notFound`.
  case go(Destination)
  /// Keeps a place under its name, in place of another one of that name; the branch in it does not count.
  case bookmark(Bookmark)
  case forgetBookmark(String)
  /// Goes to the same tick of another branch, or to its end where that comes first.
  case switchBranch(Int)
  case nameBranch(Int, String)
  /// What keyframes may take [bytes].
  case setBudget(Int)
  /// Runs the present branch again with one thing different, as a branch of its own, up to where the session stands.
  /// Answers with `EngineEvent.branched` and then `.stopped`.
  case whatIf(WhatIf)
  /// From the next step on without these parts too; `whatIf` logs it where it is due.
  case leaveOut([WithoutSpec.Part])
  /// Takes the next step of a neuron apart, without making it. Answers with `EngineEvent.dissected`.
  case dissect(NeuronAddress)
  /// Compares two branches beside the session. Answers with `EngineEvent.compared`.
  case compare(ComparisonRequest)
  /// Adds a breakpoint, or replaces the one of its number. Answers with `EngineEvent.breakpoints`.
  case setBreakpoint(Breakpoint)
  case removeBreakpoint(Int)
  /// Pauses and looks into the past. Answers with `EngineEvent.gathered`, or at once with `.why`.
  case why(WhyQuestion)
  /// Looks a question up in what has been run. Answers with `EngineEvent.queried`, or with `.badCondition`.
  case query(String)
}

/// A neuron by population and index, both 0-based.
package struct NeuronAddress: Sendable, Hashable, Codable {
  package var population: Int
  package var index: Int
  package init(population: Int, index: Int) {
    self.population = population
    self.index = index
  }
}

/// Rare facts that a session reports by itself; everything frequent is in the snapshots.
package enum EngineEvent: Sendable, Equatable {
  /// A network was built and stands at tick 0.
  case loaded(NetworkSummary)
  /// The network was rebuilt and goes on.
  case rebuilt(NetworkSummary)
  /// It could not be, and the one of before stays: why, and what it is.
  case rebuildRefused(String, present: NetworkSpec)
  /// A `step`, `runTo` or `go` came to its end.
  case stopped(Tick)
  /// There is no such place to go to, and why; the session is where it was.
  case notFound(String)
  /// A change that was looked for, and of which `.stopped` tells the place, in words: `exc[17].tau_m 20 → 15 ms at 50 ms`.
  case changeFound(String)
  /// The breakpoints as they are now.
  case breakpoints([Breakpoint])
  /// The bookmarks as they are now.
  case bookmarks([Bookmark])
  /// A condition is none: why, and where in its text.
  case badCondition(ConditionProblem)
  /// The run has come to breakpoints with these numbers, and stops.
  case hit([Int], at: Tick)
  /// The past was changed, and what comes is a branch of its own: its number and name.
  case branched(Int, String)
  /// The next step of a neuron, phase by phase.
  case dissected(StepReport)
  /// What was asked has begun a branch that does what another did, but for one thing.
  case varied(BranchVariation)
  /// Two branches laid over each other.
  case compared(BranchComparison)
  /// A command that altered the run was carried out, and is logged at this tick of this branch.
  case logged(EngineCommand, branch: Int, at: Tick)
  /// The run was begun anew: there are no branches any more, and nothing that was done.
  case restarted
  /// How much of a way, or of what is looked for in the past, has been gone through, from 0 to 1; now and then.
  case progress(Double)
  /// How far a search forwards has come, which has no end that is known; now and then.
  case passed(Tick)
  case queried(QueryAnswer)
  /// Something that was run again was not as it was the first time, and what: the run cannot be trusted.
  case diverged(Tick, at: [String])
  case hash(UInt64, at: Tick)
  /// The synapses of a projection, each with its weight and, where they differ, its delay; otherwise the delay of all.
  case weights(of: String, [ListedSynapse], delay: Milliseconds?)
  /// The neurons were sorted and filtered.
  case arranged(OrderRequest, NeuronOrder)
  /// A command was carried out and changed something; the words are for the status line.
  case changed(String)
  /// A command could not be carried out, and why.
  case refused(String)
  /// An f-I curve that was asked for beside the session.
  case firingCurve(FiringCurve)
  /// All that is needed to answer a question: `JobRequest.explain` works it out.
  case gathered(WhyEvidence)
  /// A question, and what there is to say to it.
  case why(WhyQuestion, WhyAnswer)
}
