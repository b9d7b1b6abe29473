/// The timeline and the lists that go with it, as screens; and where a click on it goes.
import Basics
import Debugger
import Support
import Terminal
import Testing

@testable import Views
@testable import Workbench

struct TimelineTests {
  private func name(_ size: Size) -> String { "\(size.columns)x\(size.rows)" }

  @Test(arguments: ScreenTests.sizes)
  func `As a strip below the other panes`(_ size: Size) {
    for (theme, look) in TestThemes.all {
      var state = Fixture.walked.walkedState(size)
      state.open(.timeline)
      expectScreen(Fixture.walked.screen(state, theme), "timeline.\(name(size)).\(look)")
    }
  }

  @Test(arguments: ScreenTests.sizes)
  func `Alone`(_ size: Size) {
    for (theme, look) in TestThemes.all {
      var state = Fixture.walked.walkedState(size)
      state.open(.timeline)
      state.isZoomed = true
      expectScreen(Fixture.walked.screen(state, theme), "timeline-alone.\(name(size)).\(look)")
    }
  }

  @Test(arguments: [TimeList.breakpoints, .bookmarks, .branches, .events, .answer], ScreenTests.sizes)
  func `Lists`(_ list: TimeList, _ size: Size) {
    for (theme, look) in TestThemes.all {
      var state = Fixture.walked.walkedState(size)
      state.show(list)
      expectScreen(Fixture.walked.screen(state, theme), "list.\(list).\(name(size)).\(look)")
    }
  }

  @Test func `What can follow a key`() {
    for (theme, look) in TestThemes.all {
      var state = Fixture.walked.walkedState(ScreenTests.sizes[0])
      state.overlay = .choices("backward")
      expectScreen(Fixture.walked.screen(state, theme), "choices.80x24.\(look)")
    }
  }

  @Test func `A list that is searched and one that is empty`() {
    var state = Fixture.walked.walkedState(ScreenTests.sizes[0])
    state.show(.answer)
    state.travel.listSearch = TextField(text: "inh")
    expectScreen(Fixture.walked.screen(state, TestThemes.trueColor), "list.search")
    state.travel.breakpoints = []
    state.show(.breakpoints)
    expectScreen(Fixture.walked.screen(state, TestThemes.trueColor), "list.empty")
  }

  @Test func `On its way somewhere the first line says where to`() {
    var state = Fixture.walked.walkedState(ScreenTests.sizes[0])
    _ = state.head(for: .spike(.backwards, of: nil), "last spike of exc[17]")
    state.travel.progress = 0.42
    expectScreen(Fixture.walked.screen(state, TestThemes.trueColor), "timeline.going")
  }

  @Test func `In words`() {
    var state = Fixture.walked.walkedState(ScreenTests.sizes[1])
    state.appearance.isPlain = true
    state.open(.timeline)
    let lines = TimelinePane.words(TimelinePane.model(state, nil)) ?? []
    #expect(lines.first?.text == "now 912 ms of 1.2345 s")
    #expect(lines.contains { $0.text == "branch cooler from 600 ms to 1.2345 s, the present one" })
    #expect(lines.contains { $0.text == "breakpoint at 1.1 s: spike(exc[17])" })
  }

  /// Every column of every lane leads into the branch that is drawn there, and signs to their own tick.
  @Test func `A click goes where it points`() throws {
    let state = Fixture.walked.walkedState(ScreenTests.sizes[1])
    let model = TimelinePane.model(state, nil)
    let area = Rect(x: 3, y: 2, width: 90, height: 8)
    let plan = TimelinePlan(model, in: area)
    #expect(plan.lanes.count == 3 && plan.signs.count >= 4)
    for sign in plan.signs {
      let target = TimelinePane.target(model, at: Point(x: sign.x, y: sign.y), in: area, glyphs: .braille)
      #expect(target == .place(sign.mark.place))
    }
    for lane in plan.lanes {
      for x in area.x..<area.x + area.width {
        guard
          case .place(let place)? = TimelinePane.target(
            model, at: Point(x: x, y: lane.y), in: area, glyphs: .braille)
        else { continue }
        let isSign = plan.signs.contains { $0.x == x && $0.y == lane.y }
        #expect(isSign || place.branch == lane.branch.number)
        #expect(place.tick <= lane.branch.end)
        if !isSign, lane.start < x, x < lane.end { #expect(abs(plan.x(of: place.tick) - x) <= 1) }
      }
    }
    let now = try #require(plan.now)
    #expect(now.y == plan.lanes[1].y && now.x == plan.x(of: Tick(9120)))
  }
}
