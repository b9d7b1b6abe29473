// swift-tools-version: 6.2
import PackageDescription

// One table of rooms: what each target may import. `Tests/ArchitectureTests` holds the sources to the same table.

/// Every target of ours is compiled the same way: Swift 6, strict memory safety, no warning let through.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func room(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: settings)
}

func tests(
  _ name: String, of rooms: [Target.Dependency], resources: [Resource] = [], files: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: rooms + ["Support"], exclude: files, resources: resources, swiftSettings: settings)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "Ganglion",
  products: [
    .executable(name: "ganglion", targets: ["ganglion"]),
    // For a test, which has the program load it.
    .library(name: "AllocationCounter", type: .dynamic, targets: ["CAllocations"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    // Values without domain, and what a text screen is.
    room("Basics"),
    room("Terminal"),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo", .when(platforms: [.linux]))]),
    room("NcursesScreen", uses: ["Terminal", "CNcurses"]),

    // What a network is, how it moves, what its spikes say.
    room("NetworkModel", uses: ["Basics"]),
    .target(name: "CLanes"),
    room("Kernels", uses: ["Basics", "CLanes"]),
    room("Simulation", uses: ["Kernels", "NetworkModel", "Basics"]),
    room("Analysis", uses: ["NetworkModel", "Basics"]),
    room("Formats", uses: ["NetworkModel", "Basics", yams]),

    // A session with a past, on a queue of its own.
    room("Debugger", uses: ["Simulation", "Analysis", "NetworkModel", "Basics"]),
    room("Engine", uses: ["Debugger", "NetworkModel", "Basics"]),

    // The screen: state, then pictures of it.
    room("Workbench", uses: ["Debugger", "NetworkModel", "Basics", "Terminal"]),
    room("Charts", uses: ["Terminal", "Basics"]),
    room("Views", uses: ["Workbench", "Debugger", "Charts", "Analysis", "NetworkModel", "Terminal", "Basics"]),

    // The only place that sees both sides.
    room(
      "CLI",
      uses: [
        "NcursesScreen", "Terminal", "Views", "Workbench", "Engine", "Debugger", "Simulation", "Kernels", "Analysis",
        "Charts", "Formats", "NetworkModel", "Basics", argumentParser,
      ]),
    .executableTarget(name: "ganglion", dependencies: ["CLI"], swiftSettings: settings),

    // Tests mirror the rooms.
    .target(
      name: "Support", dependencies: ["Terminal", "NetworkModel", "Basics"], path: "Tests/Support",
      swiftSettings: settings),
    .target(name: "CAllocations", path: "Tests/CAllocations"),
    tests("BasicsTests", of: ["Basics"]),
    tests("TerminalTests", of: ["Terminal", "NcursesScreen"]),
    tests("NetworkModelTests", of: ["NetworkModel", "Basics"]),
    tests("KernelsTests", of: ["Kernels", "Basics"]),
    tests(
      "SimulationTests", of: ["Simulation", "Kernels", "NetworkModel", "Basics"], resources: [.copy("Reference")]),
    tests("AnalysisTests", of: ["Analysis", "NetworkModel", "Basics"]),
    tests("FormatsTests", of: ["Formats", "Kernels", "NetworkModel", "Basics"], resources: [.copy("Cases")]),
    tests(
      "DebuggerTests", of: ["Debugger", "Simulation", "Formats", "Kernels", "Analysis", "NetworkModel", "Basics"]),
    tests("EngineTests", of: ["Engine", "Debugger", "NetworkModel", "Basics"]),
    tests("WorkbenchTests", of: ["Workbench", "Debugger", "Kernels", "NetworkModel", "Terminal", "Basics"]),
    tests("ChartsTests", of: ["Charts", "Terminal", "Basics"]),
    tests(
      "ViewsTests",
      of: ["Views", "Workbench", "Charts", "Analysis", "Debugger", "Kernels", "NetworkModel", "Terminal", "Basics"],
      files: ["Screens"]),
    tests(
      "CLITests",
      of: [
        "CLI", "Engine", "Debugger", "Simulation", "Kernels", "Analysis", "Formats", "NetworkModel", "Terminal",
        "Basics",
        "Views", "Workbench", argumentParser,
      ], files: ["Scripts"]),
    tests("EndToEndTests", of: [], files: ["Reference"]),
    tests("ArchitectureTests", of: ["Workbench", "Kernels"]),
  ]
)
