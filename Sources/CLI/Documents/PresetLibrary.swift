/// Where the presets are, and which there are.
import Formats
import Foundation
import Workbench

/// The folder of presets: beside the installed program, or in the checkout that it was built from.
struct PresetLibrary: Sendable {
  let folder: String?

  /// Looks in `GANGLION_PRESETS`, then in `../share/ganglion/presets` from the program, then upwards from it.
  static let standard = PresetLibrary(
    folder: locate(
      given: ProcessInfo.processInfo.environment["GANGLION_PRESETS"], program: Bundle.main.executablePath))

  /// Names in alphabetical order, except that the default preset comes first.
  var names: [String] {
    guard let folder, let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
    let names = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    return names.sorted { ($0 == Self.defaultName ? 0 : 1, $0) < ($1 == Self.defaultName ? 0 : 1, $1) }
  }

  static let defaultName = "digits"

  /// What each preset says of itself. - Complexity: a millisecond a preset; none of their data is read.
  var summaries: [PresetSummary] {
    names.compactMap { name in
      guard let path = path(of: name), let data = FileManager.default.contents(atPath: path),
        let outline = DocumentOutline(bytes: [UInt8](data))
      else { return nil }
      return PresetSummary(name: name, title: outline.title, about: outline.about)
    }
  }

  /// The document of a preset; nil where there is no such preset.
  func path(of name: String) -> String? {
    guard let folder, !name.contains("/"), !name.hasPrefix(".") else { return nil }
    let path = folder + "/" + name + ".yaml"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// - Parameters:
  ///   - given: the folder that the user names; wins even where it is wrong, so that a mistake is noticed.
  ///   - program: the path of the program's binary, links in it followed.
  static func locate(given: String?, program: String?) -> String? {
    if let given, !given.isEmpty { return given }
    guard let program else { return nil }
    let binary = URL(fileURLWithPath: program).resolvingSymlinksInPath()
    var candidates = [binary.deletingLastPathComponent().deletingLastPathComponent().path + "/share/ganglion/presets"]
    var folder = binary.deletingLastPathComponent()
    while folder.path != "/" {
      candidates.append(folder.path + "/presets")
      folder.deleteLastPathComponent()
    }
    return candidates.first { FileManager.default.fileExists(atPath: $0 + "/" + defaultName + ".yaml") }
  }
}
