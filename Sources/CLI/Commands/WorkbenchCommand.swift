/// `ganglion [DOCUMENT]`: the workbench.
import ArgumentParser
import Debugger
import Engine
import Formats
import Foundation
import Kernels
import NcursesScreen
import Simulation
import Terminal
import Workbench

struct WorkbenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the workbench on a document or preset (what happens without a sub-command).")

  @Argument(help: "A document, the name of a preset, or a new NAME.yaml to begin.") var document: String = PresetLibrary
    .defaultName
  @Option(help: "Colours: auto, never, 8, 16, 256 or truecolor.") var color: ColorChoice?
  @Option(help: "Characters to draw with: braille, eighths, blocks or ascii; by what the terminal has if not given.")
  var glyphs: GlyphSet?
  @Option(help: "Theme: dark, light, contrast or mono; by the terminal's background if not given and known.")
  var theme: ThemeName?
  @Flag(help: "One pane at a time as lines of text, without frames and pictures: for screen readers.")
  var plain = false
  @Option(help: "A configuration instead of the one in the user's folder, which `ganglion doctor` names.")
  var config: String?
  @Option(help: "Threads for large networks.") var threads: Int = 1
  @Option(help: "Seed of the wiring and of every random stream, instead of the document's.") var seed: UInt64?

  func validate() throws {
    if threads < 1 { throw ValidationError("--threads must be 1 or more") }
  }

  func run() throws {
    let configuration = try UserConfiguration.read(config)
    var documents = DocumentStore()
    let spec = try documents.open(document)
    let engine = Engine(spec, options: BuildOptions(threads: threads, seed: seed))
    defer { engine.shutdown() }
    let screen: NcursesScreen
    do {
      screen = try NcursesScreen.start(
        ScreenConfiguration(
          color: color ?? configuration.color.flatMap(ColorChoice.init(rawValue:)) ?? .auto,
          glyphs: glyphs ?? configuration.glyphs.flatMap(GlyphSet.init(rawValue:)),
          wakeDescriptor: engine.wakeDescriptor, synchronizesOutput: configuration.synchronizedOutput ?? true,
          escapeDelay: configuration.escapeDelay))
    } catch {
      throw Failure(.failed, "ganglion: \(error)")
    }
    defer { screen.stop() }
    var state = WorkbenchState(size: screen.size, models: Catalogue.descriptors, presets: [])
    state.appearance.isPlain = plain || configuration.plain ?? false
    state.appearance.theme =
      theme ?? configuration.theme.flatMap(ThemeName.init(rawValue:))
      ?? ThemeName(background: ProcessInfo.processInfo.environment["COLORFGBG"] ?? "")
    state.takesMouse = configuration.mouse ?? true
    state.bindings = configuration.bindings
    state.expect(document, spec)
    var loop = TerminalLoop(
      screen: screen, state: state, engine: engine, documents: documents, journal: Journal(),
      frameRate: configuration.frameRate ?? 30)
    loop.run()
  }
}

extension ColorChoice: ExpressibleByArgument {}
extension GlyphSet: ExpressibleByArgument {}
extension ThemeName: ExpressibleByArgument {}
