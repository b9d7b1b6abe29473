/// What is asked of the session: exactly what is on the screen, in dots and rows of the panes.
import Basics
import Debugger
import Terminal
import Testing
import Views
import Workbench

struct ObservationTests {
  @Test func `Only what is on the screen is asked for`() throws {
    var state = Fixture.cuba.state(Size(columns: 80, rows: 24))
    let first = try #require(Compositor.observation(for: state, glyphs: .braille))
    #expect(first.raster != nil && first.trace != nil)
    #expect(first.bars == nil && first.weights == nil && !first.showsClassifier)
    state.focus = .membrane
    let second = try #require(Compositor.observation(for: state, glyphs: .braille))
    #expect(second.raster != nil && second.bars != nil)
    #expect(second.trace == nil && second.weights == nil)
    #expect(second.neuron == state.neuron && second.window == state.window)
  }

  @Test func `Few neurons are asked for in dots, many in half cells`() throws {
    let size = Size(columns: 120, rows: 36)
    var few = Fixture.cuba
    few.network.populations[0].size = 20
    few.network.populations[1].size = 20
    let dots = try #require(Compositor.observation(for: few.state(size), glyphs: .braille)?.raster)
    let cells = try #require(Compositor.observation(for: few.state(size), glyphs: .ascii)?.raster)
    #expect(dots.columns == 2 * cells.columns)
    #expect(dots.rows == 40)
    let halves = try #require(Compositor.observation(for: Fixture.cuba.state(size), glyphs: .braille)?.raster)
    #expect(halves.columns == cells.columns)
    #expect(halves.rows > 20 && halves.rows <= 2 * 20)
  }

  @Test func `The page of bars holds the selected neuron and stays within its population`() throws {
    for index in [0, 17, 790, 799] {
      var state = Fixture.cuba.state(Size(columns: 120, rows: 36))
      state.neuron = NeuronAddress(population: 1, index: index)
      let bars = try #require(Compositor.observation(for: state, glyphs: .braille)?.bars)
      #expect(bars.population == 1)
      #expect((bars.first..<(bars.first + bars.count)).contains(index))
      #expect(bars.first + bars.count <= 800)
    }
  }

  @Test func `The tiles asked for are no more than the matrix has`() throws {
    var state = Fixture.digits.state(Size(columns: 200, rows: 60))
    state.weights.projection = 2
    let weights = try #require(Compositor.observation(for: state, glyphs: .braille)?.weights)
    #expect(weights.rows == 10)
    #expect(weights.columns <= 64)
  }

  @Test func `Nothing is asked for without a network or on a tiny screen`() {
    #expect(Compositor.observation(for: Fixture.cuba.state(Size(columns: 59, rows: 40)), glyphs: .braille) == nil)
    let empty = WorkbenchState(size: Size(columns: 80, rows: 24), models: [], presets: [])
    #expect(Compositor.observation(for: empty, glyphs: .braille) == nil)
  }
}
