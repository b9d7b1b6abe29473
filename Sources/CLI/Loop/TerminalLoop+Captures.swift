/// Screens and figures on their way into files.
import Charts
import Debugger
import Foundation
import Terminal
import Views
import Workbench

extension TerminalLoop {
  mutating func capture(_ request: CaptureRequest) {
    let file = request.isNamed ? request.file : Self.free(request.file)
    guard let text = text(of: request.subject, for: file) else {
      act(
        .told(
          Message(.error, "this pane has nothing to print now · a raster, curves, weights, bars and histograms have")))
      return
    }
    do throws(WriteTrouble) {
      try AtomicFile.write(Array(text.utf8), to: file, shownAs: file)
      act(.told(Message(.info, "wrote \(file)")))
    } catch {
      act(.told(Message(.error, error.text)))
    }
  }

  private mutating func text(of subject: CaptureRequest.Subject, for file: String) -> String? {
    switch subject {
    case .screen where file.hasSuffix(".svg"):
      let title = "Ganglion: \(state.documentTitle)"
      return SVGScreen.text(frame(state.appearance), title: title, theme: state.appearance.theme)
    case .screen where file.hasSuffix(".ans"):
      return frame(state.appearance).ansi(state.appearance.capabilities.colors)
    case .screen:
      // Without colours amounts are shaded, so that text alone says what the screen does.
      var plain = state.appearance
      plain.capabilities.colors = .none
      return frame(plain).lines.map { $0 + "\n" }.joined()
    case .text(let text): return text
    case .pane(let id):
      let snapshot = latestSnapshot()
      return PaneCatalogue.pane(id)?.printing?.figure(state, snapshot).map(SVGFigure.text)
    }
  }

  /// The screen as the state has it now: without the line in which the command was typed.
  private mutating func frame(_ appearance: Appearance) -> Canvas {
    let snapshot = latestSnapshot()
    var canvas = Canvas(size: state.size)
    Compositor(appearance).draw(state, snapshot, on: &canvas)
    return canvas
  }

  /// The name, with a number where there is such a file already.
  static func free(_ name: String) -> String {
    let url = URL(fileURLWithPath: name)
    let stem = String(name.dropLast(url.pathExtension.count + 1))
    let names = [name] + (2...9999).map { "\(stem)-\($0).\(url.pathExtension)" }
    return names.first { !FileManager.default.fileExists(atPath: $0) } ?? name
  }
}
