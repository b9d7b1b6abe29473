/// Looking something up in what has been run: the steps are run again, and the session then is where it was.
import Basics
import Simulation

/// A query under way.
struct Survey {
  /// Where the session stands meanwhile.
  let home: Keyframe
  let query: Query
  var fitted: FittedQuery?
  var answer: QueryAnswer
  /// Where it began to run, so that windows are filled when the first row can come.
  let start: Tick
}

extension DebugSession {
  /// Pauses, and answers when `advance` has gone through all of it.
  mutating func query(_ text: String) -> [EngineEvent] {
    timeline.reach(tick)
    mode = .paused
    let query: Query
    do throws(ConditionProblem) {
      query = try parsed(text) { (parser) throws(ConditionProblem) in try parser.parseQuery() }
    } catch {
      return [.badCondition(error)]
    }
    let answer = emptyAnswer(to: query, text)
    guard answer.from < answer.to else { return [.notFound("nothing has been run there yet")] }
    let home = keyframe()
    let lookback = query.condition?.lookback ?? 0
    guard let start = timeline.keyframe(atOrBefore: Tick(max(timeline.earliest.value, answer.from.value - lookback)))
    else { return [.notFound("what was there is not kept any more")] }
    isAway = true
    mode = .scouting
    survey = Survey(home: home, query: query, answer: answer, start: start.tick)
    guard place(start) else {
      giveUpScouting()
      return []
    }
    fitSurvey()
    return []
  }

  private func emptyAnswer(to query: Query, _ text: String) -> QueryAnswer {
    let descriptors = simulation.populations.map(\.descriptor)
    let variables = query.related.map { relation, name in
      let dimension = descriptors.lazy.compactMap { $0.stateVariable(name) }.first?.dimension
      return QueryAnswer.Variable(name: "\(name)(\(relation.rawValue))", dimension: dimension ?? .none)
    }
    let from = query.from.map { Tick($0.ticks(dt: dt)) } ?? timeline.earliest
    let to = query.to.map { Tick($0.ticks(dt: dt)) } ?? timeline.end
    return QueryAnswer(
      text: text, branch: timeline.branches[timeline.current].number, from: max(timeline.earliest, from),
      to: min(timeline.end, to), partners: query.partners, variables: variables)
  }

  private mutating func fitSurvey() {
    guard var now = survey else { return }
    now.fitted = FittedQuery(now.query, simulation, network: networks.current)
    now.fitted?.begin(simulation)
    survey = now
  }

  /// Some more steps of it.
  mutating func surveyOn(atMost limit: Int) -> Advance {
    guard var now = survey else { return Advance(steps: 0, event: nil) }
    var done = 0
    while done < limit, tick < now.answer.to, !now.answer.isCut {
      simulation.step()
      repeatCommands()
      done += 1
      if networks.current != now.fitted?.network {
        survey = now
        fitSurvey()
        now = survey ?? now
        continue
      }
      let room = QueryAnswer.mostRows - now.answer.rows.count
      let rows = now.fitted?.look(simulation, atMost: room + 1) ?? []
      if tick > now.answer.from { now.answer.rows += rows.prefix(room) }
      now.answer.isCut = tick > now.answer.from && rows.count > room
    }
    survey = now
    guard tick >= now.answer.to || now.answer.isCut else { return Advance(steps: done, event: nil) }
    giveUpScouting()
    return Advance(steps: done, event: .queried(now.answer))
  }

  /// How much of a search, or of a query, has been gone through, from 0 to 1.
  package var scoutProgress: Double {
    if let inquiry { return inquiry.progress(at: tick) }
    if let survey {
      return Double(tick.value - survey.start.value) / Double(max(1, survey.answer.to.value - survey.start.value))
    }
    guard let scout else { return 0 }
    let all = scout.home.tick.value - timeline.earliest.value
    return Double(scout.home.tick.value - scout.until.value) / Double(max(1, all))
  }
}
