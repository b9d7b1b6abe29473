/// Where the program keeps files of the user's, as the XDG rules name it.
import Foundation

enum StandardFolder {
  /// Our part of the folder that a variable names; a relative path counts as none.
  /// - Parameters:
  ///   - variable: `XDG_CONFIG_HOME`.
  ///   - usual: where that is unless it is set, within the user's folder.
  static func path(
    _ variable: String, usual: String, _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String {
    let folder = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (folder ?? NSHomeDirectory() + "/" + usual) + "/ganglion"
  }
}
