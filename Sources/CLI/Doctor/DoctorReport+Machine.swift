/// Where files lie, and what the machine is.
import Foundation
import Kernels

extension DoctorReport {
  static func folders(_ options: LookOptions, _ environment: [String: String]) -> [Finding] {
    let configuration = options.config ?? UserConfiguration.standardPath(environment)
    let recovery = Journal.standardFolder
    return [
      Finding("configuration", configuration, state(of: configuration)),
      Finding("recovery", recovery, state(of: recovery)),
      Finding("presets", PresetLibrary.standard.folder ?? "not found", "GANGLION_PRESETS names another folder"),
    ]
  }

  private static func state(of path: String) -> String {
    FileManager.default.fileExists(atPath: path) ? "is there" : "is not there yet"
  }

  static var machine: [Finding] {
    let processor = Processor.present
    let memory = Double(ProcessInfo.processInfo.physicalMemory) / 1e9
    return [
      Finding("processor", processor.name.isEmpty ? "unknown" : processor.name),
      Finding("cores", "\(ProcessInfo.processInfo.activeProcessorCount)"),
      Finding("memory", String(format: "%.1f GB", memory)),
      Finding(
        "instructions", processor.instructions.isEmpty ? "unknown" : processor.instructions.joined(separator: ", "),
        "of those that matter here"),
      Finding("built_for", BuildTarget.instructions, "make builds for this machine, make PORTABLE=1 for all"),
    ]
  }
}
