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
  @OptionGroup var options: LookOptions
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
    let look = Look(
      options, try UserConfiguration.read(options.config), environment: ProcessInfo.processInfo.environment)
    var documents = DocumentStore()
    let spec = try documents.open(document)
    // No more snapshots than are painted: each costs the network a little of its time.
    let engine = Engine(
      spec, options: BuildOptions(threads: threads, seed: seed), framesPerSecond: look.frameRate.value)
    defer { engine.shutdown() }
    let screen: NcursesScreen
    do {
      screen = try NcursesScreen.start(look.screen(wake: engine.wakeDescriptor))
    } catch {
      throw Failure(.failed, "ganglion: \(error)")
    }
    var state = WorkbenchState(
      size: screen.size, models: Catalogue.descriptors, rules: Catalogue.rules.map(\.descriptor), presets: [])
    look.apply(to: &state)
    state.expect(document, spec)
    var loop = TerminalLoop(
      screen: screen, state: state, engine: engine, documents: documents, journal: Journal(),
      frameRate: look.frameRate.value)
    loop.player = keys.map(ScriptPlayer.init)
    loop.cast = cast
    loop.run()
    screen.stop()
    if let failure = loop.scriptFailure { throw Failure(.failed, failure) }
  }
}
