/// The timeline in words: where the run stands, its branches, and what is marked on the present one.
import Basics
import Debugger
import Workbench

extension TimelinePane {
  package static func words(_ model: Model) -> [PlainLine]? {
    guard model.hasNetwork, model.last > model.earliest else { return nil }
    var lines = [PlainLine("now \(time(model.now, model)) of \(time(model.end, model))", isSelected: true)]
    if model.lanes.count > 1 {
      for lane in model.lanes {
        let from = lane.branch.parent == nil ? "" : " from \(time(lane.branch.fork, model))"
        let present = lane.branch.number == model.branch ? ", the present one" : ""
        lines.append(
          PlainLine("\(BranchTitle.of(lane.branch.name))\(from) to \(time(lane.branch.end, model))\(present)"))
      }
    }
    for mark in model.marks.sorted(by: { $0.place.tick < $1.place.tick }) {
      let kind =
        switch mark.kind {
        case .edit: "edit"
        case .stop: "breakpoint"
        case .bookmark: "bookmark"
        }
      lines.append(PlainLine("\(kind) at \(time(mark.place.tick, model)): \(mark.words)"))
    }
    return lines
  }
}
