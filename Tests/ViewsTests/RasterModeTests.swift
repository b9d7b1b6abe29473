/// The raster as dots, density and voltage: whole screens, and what each asks for.
import Basics
import Debugger
import Support
import Terminal
import Testing
import Workbench

struct RasterModeTests {
  static let modes: [RasterMode] = [.dots, .density, .voltage]

  @Test(arguments: modes, ScreenTests.sizes)
  func `In braille and true colour, 16 colours, and ASCII without colour`(_ mode: RasterMode, _ size: Size) {
    for (theme, name) in [
      (TestThemes.trueColor, "truecolor"), (TestThemes.sixteen, "sixteen"), (TestThemes.plain, "ascii"),
    ] {
      var state = Fixture.cuba.state(size)
      state.rasterMode = mode
      state.isZoomed = true
      expectScreen(
        Fixture.cuba.screen(state, theme), "raster.\(mode.rawValue).\(size.columns)x\(size.rows).\(name)")
    }
  }

  @Test func `Few neurons as voltage are all in view, also those that never fire`() {
    var state = Fixture.digits.state(ScreenTests.sizes[2])
    state.rasterMode = .voltage
    state.isZoomed = true
    state.network?.populations[1].size = 20
    state.network?.populations[2].size = 12
    state.network?.populations[0] = .init(name: "input", size: 9, shape: [3, 3], model: "Input", fires: false)
    var fixture = Fixture.digits
    if let network = state.network { fixture.network = network }
    expectScreen(fixture.screen(state, TestThemes.trueColor), "raster.voltage.few")
  }

  @Test(arguments: [0, 31, 32, 3168, 3199])
  func `Of many neurons a page is asked for that holds the selected one`(_ index: Int) throws {
    for mode in [RasterMode.dots, .voltage] {
      var state = Fixture.cuba.state(Size(columns: 80, rows: 24))
      state.rasterMode = mode
      state.neuron.index = index
      let asked = try #require(try request(.raster, state, columns: 60, rows: 14).raster)
      let page = try #require(asked.page)
      #expect(page.population == 0 && (page.first..<page.first + page.count).contains(index))
      #expect(page.first + page.count <= 3200 && asked.rows == page.count)
      #expect(asked.showsVoltage == (mode == .voltage))
    }
  }

  @Test func `Where the selected neurons have no row those of the first population that fires are shown`() throws {
    var fixture = Fixture.digits
    fixture.selected = NeuronAddress(population: 3, index: 2)
    var state = fixture.state(Size(columns: 80, rows: 24))
    state.rasterMode = .dots
    let asked = try #require(try request(.raster, state, columns: 60, rows: 14).raster)
    #expect(asked.page?.population == 1 && asked.page?.first == 0)
  }

  @Test func `A membrane is a colour, a spike is white, and what nobody looked at is blank`() throws {
    var fixture = Fixture.lif
    fixture.network.populations[0].size = 2
    var state = fixture.state(Size(columns: 80, rows: 24))
    state.rasterMode = .voltage
    var snapshot = Snapshot()
    snapshot.raster = RasterSnapshot(
      columns: 4, rows: 2, counts: [0, 0, 0, 1, 0, 0, 0, 0], firstRows: [0, 2], neuronsPerRow: 1,
      voltage: VoltageSnapshot(values: [.nan, -65, -50, -60, .nan, -70, 20, -65], ranges: [-65...(-50)]),
      end: Milliseconds(1), window: Milliseconds(1))
    let canvas = try drawn(.raster, state, snapshot, columns: 11, rows: 3).canvas
    // Two neurons in two rows of cells: one each.
    let first = (7..<11).map { canvas[$0, 0].style.foreground }
    #expect(first[0].isDefault && first[3] == Color(hex: 0xFFFFFF))
    #expect(first[1] != first[2] && first[1].green < first[2].green)
    // Beyond the range it is as its end.
    #expect(canvas[8, 1].style.foreground == first[1] && canvas[9, 1].style.foreground == first[2])
    #expect(canvas[7, 1] == .blank)
  }
}
