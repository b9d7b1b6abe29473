/// The recording of the screen: begun and ended by command, fed by every frame.
import Terminal
import Workbench

extension TerminalLoop {
  mutating func cast(_ request: CastRequest) {
    switch request {
    case .start(let file, let isNamed): startCast(isNamed ? file : Self.free(file))
    case .stop: stopCast()
    }
  }

  private mutating func startCast(_ file: String) {
    if let cast { return act(.told(Message(.error, "\(cast.file) is being recorded already · :cast stop ends it"))) }
    do throws(Failure) {
      cast = try CastRecorder(file: file)
      act(.told(Message(.info, "recording into \(file) · :cast stop ends it")))
    } catch {
      act(.told(Message(.error, String(error.text.trimmingPrefix("ganglion: ")))))
    }
  }

  private mutating func stopCast() {
    guard let cast else { return act(.told(Message(.error, "nothing is being recorded · :cast start begins"))) }
    let seconds = NumberText.significant(cast.duration(at: clock.now).seconds, digits: 3)
    self.cast = nil
    act(.told(Message(.info, "recorded \(cast.file), \(seconds) s")))
  }

  /// Takes down a frame that the screen has got; the first of a recording as a whole.
  mutating func record(_ difference: FrameDiff, showing canvas: Canvas) {
    guard var cast else { return }
    let isFirst = cast.isEmpty
    do {
      try cast.record(
        isFirst ? FrameDiff(from: nil, to: canvas) : difference, size: canvas.size, at: clock.now)
      self.cast = cast
    } catch {
      self.cast = nil
      act(.told(Message(.error, "\(cast.file) cannot be written any further: the recording has ended")))
    }
  }
}
