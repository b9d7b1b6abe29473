/// Imports point one way. The compiler lets a transitive import pass, so the table is held here.
import Testing

@Suite struct ImportsTests {
  /// What each room may import of ours.
  private static let rooms: [String: Set<String>] = [
    "Basics": [],
    "Terminal": [],
    "NcursesScreen": ["Terminal", "CNcurses"],
    "NetworkModel": ["Basics"],
    "Kernels": ["Basics", "CLanes"],
    "Simulation": ["Kernels", "NetworkModel", "Basics"],
    "Analysis": ["NetworkModel", "Basics"],
    "Formats": ["NetworkModel", "Basics"],
    "Debugger": ["Simulation", "Analysis", "NetworkModel", "Basics"],
    "Engine": ["Debugger", "NetworkModel", "Basics"],
    "Workbench": ["Debugger", "NetworkModel", "Basics", "Terminal"],
    "Charts": ["Terminal", "Basics"],
    "Views": ["Workbench", "Debugger", "Charts", "Analysis", "NetworkModel", "Terminal", "Basics"],
    "CLI": [
      "NcursesScreen", "Terminal", "Views", "Workbench", "Engine", "Debugger", "Simulation", "Kernels", "Analysis",
      "Charts", "Formats", "NetworkModel", "Basics",
    ],
    "ganglion": ["CLI"],
  ]

  /// Modules of the system and of packages, and the rooms that may use them.
  private static let others: [String: Set<String>] = [
    "Foundation": ["Formats", "Engine", "CLI"],
    "Dispatch": ["Simulation", "Engine", "CLI"],
    "Synchronization": ["Basics", "Simulation", "Engine", "CLI"],
    "Yams": ["Formats"],
    "ArgumentParser": ["CLI"],
    // The platform's own C library, for elementary functions, file descriptors and the terminal.
    "Glibc": ["Basics", "Kernels", "Engine", "NcursesScreen"],
    "Musl": ["Basics", "Engine", "NcursesScreen"],
    "Darwin": ["Basics", "Engine", "NcursesScreen"],
  ]

  @Test func everyRoomIsInTheTable() {
    #expect(Set(SourceTree.sources.map(\.room)).isSubset(of: Self.rooms.keys))
  }

  @Test func importsFollowTheTable() {
    for file in SourceTree.sources {
      for module in file.imports {
        let allowed =
          Self.rooms[file.room]?.contains(module) == true || Self.others[module]?.contains(file.room) == true
        #expect(allowed, "\(file.path) imports \(module)")
      }
    }
  }
}
