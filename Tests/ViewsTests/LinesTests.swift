/// The status line, the footer, and text that is cut.
import Basics
import Debugger
import Terminal
import Testing
import Views
import Workbench

struct LinesTests {
  private func screen(_ change: (inout WorkbenchState) -> Void, tick: Int = 12_345, factor: Double = 18.2) -> [String] {
    var state = Fixture.cuba.state(Size(columns: 120, rows: 36))
    change(&state)
    var snapshot = Snapshot()
    snapshot.tick.value = tick
    snapshot.realTimeFactor = factor
    var canvas = Canvas(size: state.size)
    Compositor(theme: TestThemes.trueColor, hints: { _ in Fixture.hints }).draw(state, snapshot, on: &canvas)
    return canvas.lines
  }

  @Test func `Nothing moves on the status line while time passes and speed changes`() {
    let places = [(0, 0.5), (99_999, 1), (100_000, 18.2), (9_999_999, 5000), (1_234_567, 0.01)].map { tick, factor in
      let line = Array(screen({ _ in }, tick: tick, factor: factor)[0])
      return [line.firstIndex(of: "d"), line.lastIndex(of: "n")]
    }
    #expect(places.allSatisfy { $0 == places[0] })
  }

  @Test func `What matters most stays longest`() {
    let narrow = screen { $0.size = Size(columns: 60, rows: 16) }[0]
    #expect(narrow.contains("▶ running") && narrow.contains("1.234 5 s") && narrow.contains("? help"))
    #expect(!narrow.contains("synapses"))
    let wide = screen { _ in }[0]
    #expect(wide.contains("dt 0.1 ms") && wide.contains("4 000 neurons") && wide.contains("320 014 synapses"))
  }

  @Test func `It says in which order neurons stand, on narrow screens too`() {
    for size in ScreenTests.sizes {
      let line = screen {
        $0.size = size
        var order = NeuronOrder(sizes: [3200, 800])
        order.show(Array(0..<120), of: 0)
        order.show([], of: 1)
        $0.order = order
        $0.orderRequest = OrderRequest(key: .rate, isDescending: true)
      }[0]
      #expect(line.contains("120 shown by rate ↓"), "\(size)")
    }
  }

  @Test func `A terminal that takes few frames is told of, on narrow screens too`() {
    for size in ScreenTests.sizes {
      let line = screen {
        $0.size = size
        $0.paintRate = 2.5
      }[0]
      #expect(line.contains("paints 2.5/s"), "\(size)")
    }
  }

  @Test func `Paused it shows the speed that is set`() {
    let line = screen(
      {
        $0.isRunning = false; $0.pace = .realTime(0.01)
      }, factor: 0)[0]
    #expect(line.contains("‖ paused") && line.contains("×0.01 real time"))
    #expect(
      screen(
        {
          $0.isRunning = false; $0.pace = .asFastAsPossible
        }, factor: 0)[0].contains("as fast as it goes"))
  }

  @Test func `An error is called one, and a message stands before the keys`() {
    let line = screen { $0.message = Message(.error, "no such thing") }[35]
    #expect(line.hasPrefix(" error: no such thing   space run/pause"))
    #expect(screen { $0.message = Message(.info, "done") }[35].hasPrefix(" done   space run/pause"))
    #expect(screen { _ in }[35].hasPrefix(" space run/pause · . step"))
    #expect(screen { $0.count = 12 }[35].hasPrefix(" 12 space run/pause"))
  }

  @Test func `A long message takes the lines that it needs, and ends in an ellipsis beyond four`() {
    func bottom(_ words: Int) -> [String] {
      screen { $0.message = Message(.error, String(repeating: "word ", count: words)) }.suffix(5).map { $0 }
    }
    func words(_ lines: [String]) -> Int { lines.joined().split(separator: " ").filter { $0 == "word" }.count }
    #expect(words(bottom(60)) == 60 && bottom(60)[2].hasPrefix(" error: word"))
    #expect(words(bottom(500)) < 100 && bottom(500)[0].contains("│") && bottom(500)[4].hasSuffix(" …"))
    #expect(!bottom(60)[4].contains("run/pause"))
  }

  @Test func `Tabs that do not fit are counted`() {
    let wide = screen {
      $0.size = Size(columns: 80, rows: 24); $0.focus = .weights
    }
    #expect(wide.contains { $0.contains("Trace · Membrane · Weights") })
    var state = Fixture.digits.state(Size(columns: 60, rows: 16))
    state.focus = .weights
    let narrow = Fixture.digits.screen(state, TestThemes.trueColor).lines
    #expect(narrow.contains { $0.contains("Weights 4 of 4") })
  }

  @Test func `An escape sequence in a name is shown, not obeyed`() {
    for theme in [TestThemes.trueColor, TestThemes.plain] {
      var state = Fixture.cuba.state(Size(columns: 120, rows: 36))
      state.documentName = "a\u{1B}[2Jb"
      let canvas = Fixture.cuba.screen(state, theme)
      #expect(canvas.cells.allSatisfy { $0.scalar >= 0x20 || $0.isContinuation })
      #expect(canvas.lines[0].contains("[2Jb"))
    }
  }

  @Test func `Paused, a frame does not change with what is measured`() {
    let state = { (state: inout WorkbenchState) in state.isRunning = false }
    #expect(screen(state, factor: 0) == screen(state, factor: 0.003))
  }

  @Test func `On a console only the signs of its fonts are used`() {
    let signs = "─│┌┐└┘├┤┬┴┼═║╔╗╚╝░▒▓█▀▄▌►◄▲▼■√↑↓→←≥≤τΩ∞"
    let allowed = Set(signs.unicodeScalars.map(\.value)).union(0x20..<0x7F).union(0xA0...0xFF)
    for fixture in [Fixture.cuba, .digits, .lif] {
      for focus in PaneID.allCases {
        for isRunning in [true, false] {
          var state = fixture.state(Size(columns: 120, rows: 36))
          (state.focus, state.isRunning) = (focus, isRunning)
          state.overlay = focus == .trace ? .presets(selected: 1) : focus == .weights ? .about(firstLine: 0) : nil
          let strange = fixture.screen(state, TestThemes.sixteen).cells.first { !allowed.contains($0.scalar) }
          #expect(strange == nil)
        }
      }
    }
  }
}
