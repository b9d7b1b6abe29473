/// How the screen is to look, on the command line.
import ArgumentParser
import Terminal

/// Shared by whatever opens a screen and whatever explains what it would look like.
struct LookOptions: ParsableArguments {
  @Option(help: "Colours: auto, never, 8, 16, 256 or truecolor.") var color: ColorChoice?
  @Option(help: "Characters to draw with: braille, eighths, blocks or ascii; by what the terminal has if not given.")
  var glyphs: GlyphSet?
  @Option(help: "Theme: dark, light, contrast or mono; by the terminal's background if not given and known.")
  var theme: ThemeName?
  @Flag(help: "One pane at a time as lines of text, without frames and pictures: for screen readers.")
  var plain = false
  @Option(help: "A configuration instead of the one in the user's folder, which `ganglion doctor` names.")
  var config: String?
}

extension ColorChoice: ExpressibleByArgument {}
extension GlyphSet: ExpressibleByArgument {}
extension ThemeName: ExpressibleByArgument {}
