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
  @Option(help: "Seed of the wiring and of every random stream, instead of the document's.") var seed: UInt64?

  func validate() throws {
    if threads < 1 { throw ValidationError("--threads must be 1 or more") }
  }

  func run() throws {
    let look = Look(
      options, try UserConfiguration.read(options.config), environment: ProcessInfo.processInfo.environment)
    var documents = DocumentStore()
    let spec = try documents.open(document)
    let engine = Engine(spec, options: BuildOptions(threads: threads, seed: seed))
    defer { engine.shutdown() }
    let screen: NcursesScreen
    do {
      screen = try NcursesScreen.start(look.screen(wake: engine.wakeDescriptor))
    } catch {
      throw Failure(.failed, "ganglion: \(error)")
    }
    defer { screen.stop() }
    var state = WorkbenchState(size: screen.size, models: Catalogue.descriptors, presets: [])
    look.apply(to: &state)
    state.expect(document, spec)
    var loop = TerminalLoop(
      screen: screen, state: state, engine: engine, documents: documents, journal: Journal(),
      frameRate: look.frameRate.value)
    loop.run()
  }
}
