/// `ganglion [DOCUMENT]`: the workbench.
import ArgumentParser
import Debugger
import Engine
import Formats
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
  @Option(help: "Colours: auto, always, never, 8, 16, 256 or truecolor.") var color: ColorChoice = .auto
  @Option(help: "Characters to draw with: braille, blocks or ascii; by what the terminal has if not given.")
  var glyphs: GlyphSet?
  @Option(help: "Threads for large networks.") var threads: Int = 1
  @Option(
    help: ArgumentHelp(
      "Play the keys that stand in a file; `ganglion man` says how they are written.", valueName: "file"))
  var script: String?
  @Option(help: ArgumentHelp("Record the screen for asciinema, from the first frame on.", valueName: "file.cast"))
  var recordCast: String?
  @Option(help: "Seed of the wiring and of every random stream, instead of the document's.") var seed: UInt64?

  func validate() throws {
    if threads < 1 { throw ValidationError("--threads must be 1 or more") }
  }

  func run() throws {
    let keys = try script.map { path throws(Failure) in try KeyScript(file: path) }
    let cast = try recordCast.map { path throws(Failure) in try CastRecorder(file: path) }
    var documents = DocumentStore()
    let spec = try documents.open(document)
    let engine = Engine(spec, options: BuildOptions(threads: threads, seed: seed))
    defer { engine.shutdown() }
    let screen: NcursesScreen
    do {
      screen = try NcursesScreen.start(
        ScreenConfiguration(color: color, glyphs: glyphs, wakeDescriptor: engine.wakeDescriptor))
    } catch {
      throw Failure(.failed, "ganglion: \(error)")
    }
    var state = WorkbenchState(
      size: screen.size, models: Catalogue.descriptors, rules: Catalogue.rules.map(\.descriptor), presets: [])
    state.expect(document, spec)
    var loop = TerminalLoop(screen: screen, state: state, engine: engine, documents: documents, journal: Journal())
    loop.player = keys.map(ScriptPlayer.init)
    loop.cast = cast
    loop.run()
    screen.stop()
    if let failure = loop.scriptFailure { throw Failure(.failed, failure) }
  }
}

extension ColorChoice: ExpressibleByArgument {}
extension GlyphSet: ExpressibleByArgument {}
