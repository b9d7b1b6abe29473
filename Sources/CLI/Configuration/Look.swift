/// How the screen will look: the command line before the configuration, and that before the environment.
import Formats
import NcursesScreen
import Terminal
import Workbench

struct Look {
  /// A decision, and why it was made so: `by --theme`, `by the configuration`.
  struct Chosen<Value> {
    let value: Value
    let reason: String
  }

  let theme: Chosen<ThemeName>
  /// What is asked for; what the terminal has decides where nothing is.
  let color: Chosen<ColorChoice>
  let glyphs: Chosen<GlyphSet?>
  let isPlain: Chosen<Bool>
  let takesMouse: Chosen<Bool>
  /// Frames a second.
  let frameRate: Chosen<Int>
  /// [ms]
  let escapeDelay: Chosen<Int?>
  let synchronizesOutput: Chosen<Bool>
  private let bindings: [Key: CommandID]

  init(_ options: LookOptions, _ configuration: Configuration, environment: [String: String]) {
    func chosen<Value>(
      _ option: Value?, _ name: String, _ configured: Value?, _ usual: Value, _ reason: String = "as usual"
    ) -> Chosen<Value> {
      if let option { return Chosen(value: option, reason: "by \(name)") }
      if let configured { return Chosen(value: configured, reason: Self.byConfiguration) }
      return Chosen(value: usual, reason: reason)
    }
    let background = environment["COLORFGBG"] ?? ""
    theme = chosen(
      options.theme, "--theme", configuration.theme.flatMap(ThemeName.init(rawValue:)),
      ThemeName(background: background),
      background.isEmpty ? "as usual: COLORFGBG does not tell the background" : "by COLORFGBG=\(background)")
    color = chosen(options.color, "--color", configuration.color.flatMap(ColorChoice.init(rawValue:)), .auto)
    let glyphs = configuration.glyphs.flatMap(GlyphSet.init(rawValue:))
    self.glyphs = chosen(options.glyphs.map { $0 }, "--glyphs", glyphs.map { $0 }, nil)
    isPlain = chosen(options.plain ? true : nil, "--plain", configuration.plain, false)
    takesMouse = chosen(nil, "", configuration.mouse, true)
    frameRate = chosen(nil, "", configuration.frameRate, FramePacing.usualRate)
    if let delay = environment["ESCDELAY"], !delay.isEmpty {
      escapeDelay = Chosen(value: Int(delay), reason: "by ESCDELAY")
    } else {
      escapeDelay = chosen(nil, "", configuration.escapeDelay.map { $0 }, nil)
    }
    if environment["GANGLION_SYNC"] == "off" {
      synchronizesOutput = Chosen(value: false, reason: "by GANGLION_SYNC=off")
    } else {
      synchronizesOutput = chosen(nil, "", configuration.synchronizedOutput, true)
    }
    bindings = configuration.bindings
  }

  static let byConfiguration = "by the configuration"

  /// How the screen is to be started.
  /// - Parameter wake: becomes readable when the engine has something to tell.
  func screen(wake: Int32? = nil) -> ScreenConfiguration {
    ScreenConfiguration(
      color: color.value, glyphs: glyphs.value, wakeDescriptor: wake, synchronizesOutput: synchronizesOutput.value,
      escapeDelay: escapeDelay.value)
  }

  /// What of it the workbench itself can change.
  func apply(to state: inout WorkbenchState) {
    state.appearance.theme = theme.value
    state.appearance.isPlain = isPlain.value
    state.takesMouse = takesMouse.value
    state.bindings = bindings
  }
}
