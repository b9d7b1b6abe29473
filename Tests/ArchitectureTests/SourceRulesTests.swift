/// Rules that every source file keeps: where unsafe code may stand, and that a file says what it is.
import Testing

@Suite struct SourceRulesTests {
  /// Rooms and files in which memory may be handled by hand or the system called with pointers.
  private static let unsafePlaces = [
    "Sources/Kernels/", "Sources/NcursesScreen/", "Sources/Basics/TripleBuffer.swift",
    "Sources/Simulation/Roster.swift", "Sources/Simulation/SharedLine.swift",
    "Sources/CLI/Run/ProcessMemory.swift", "Sources/CLI/Documents/AtomicFile.swift",
  ]

  @Test func unsafeCodeStaysInItsPlaces() {
    for file in SourceTree.sources where !Self.unsafePlaces.contains(where: file.path.hasPrefix) {
      for (number, line) in file.lines.enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        let isUnsafe = line.contains("unsafe ") || line.contains("Unsafe") || line.contains("@unchecked")
        let isOwnedByQueue = file.path == "Sources/Engine/Engine.swift" && line.contains("@unchecked")
        #expect(!isUnsafe || isOwnedByQueue, "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func everyFileSaysWhatItIs() {
    for file in SourceTree.sources where !file.path.hasSuffix("main.swift") {
      #expect(file.text.hasPrefix("/// ") || file.text.hasPrefix("// "), "\(file.path)")
    }
  }

  /// A model is chosen by its entry in the catalogue, never by a switch over names elsewhere.
  @Test func onlyTheCatalogueNamesModels() {
    let names = ["IFCurrExp<", "IFCurrDelta<", "IFDiscrete<", "LIFDiscrete<", "Integrator<", "STDPPair<"]
    for file in SourceTree.sources {
      let isHome =
        file.path == "Sources/Kernels/Catalogue.swift"
        || ["Models", "Plasticity"].contains { file.path.hasPrefix("Sources/Kernels/\($0)/") }
      #expect(isHome || !names.contains(where: file.text.contains), "\(file.path)")
    }
  }

  /// Whoever opens a room finds a page that says how it is laid out.
  @Test func everyRoomHasAPage() throws {
    for room in Set(SourceTree.sources.map(\.room)) where room != "ganglion" {
      #expect(throws: Never.self, "\(room)") { try SourceTree.text("Sources/\(room)/\(room).docc/\(room).md") }
    }
  }

  /// Sizes are a matter of taste, up to a point.
  @Test func noFileIsLongerThanThreeHundredLines() {
    for file in SourceTree.sources { #expect(file.lines.count <= 300, "\(file.path)") }
  }
}
