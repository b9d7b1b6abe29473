/// What is known of a terminal without asking it, for whoever has to explain it.
package import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

package struct TerminalFacts: Sendable, Equatable {
  package let traits: TerminalTraits
  /// What would be used.
  package let capabilities: ScreenCapabilities
  /// It speaks ECMA-48, so that it can be asked and takes sequences that no description has.
  package let isANSI: Bool
  /// Where keys come from and frames go to.
  package let input: Int32
  package let output: Int32

  /// The size of a terminal; 0 × 0 where it is not known.
  package static func size(of terminal: Int32) -> Size {
    var size = winsize()
    guard unsafe ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0 else { return Size(columns: 0, rows: 0) }
    return Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  /// - Throws: why there can be no screen.
  package init(_ configuration: ScreenConfiguration) throws(ScreenError) {
    let probe = try TerminalProbe(configuration)
    (traits, capabilities, isANSI) = (probe.traits, probe.capabilities, probe.isANSI)
    (input, output) = (probe.input, probe.output)
  }
}
