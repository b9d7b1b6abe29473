/// The networks of some presets, small enough to be run hundreds of times.
import Foundation
import Formats
import Kernels
import NetworkModel

enum PresetNetworks {
  /// A tenth of its neurons with as many synapses to each.
  static func cuba() throws -> NetworkSpec {
    try read(
      "cuba", [("size: 3200", "size: 320"), ("size: 800", "size: 80"), ("probability: 0.02", "probability: 0.2")])
  }

  static func song() throws -> NetworkSpec { try read("song", []) }

  private static func read(_ name: String, _ changes: [(String, String)]) throws -> NetworkSpec {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    var text = try String(contentsOf: root.appendingPathComponent("presets/\(name).yaml"), encoding: .utf8)
    for (old, new) in changes { text = text.replacingOccurrences(of: old, with: new) }
    let reader = DocumentReader(models: Catalogue.descriptors, rules: Catalogue.rules.map(\.descriptor))
    return try reader.read(text: text, name: name, folder: ".").spec
  }
}
