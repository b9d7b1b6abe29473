/// Picture, votes, verdict and accuracy.
import Debugger
import Terminal
import Testing
import Workbench

struct ClassifierPaneTests {
  private let state = Fixture.digits.state(Size(columns: 80, rows: 24))

  private func snapshot(_ change: (inout ClassifierSnapshot) -> Void = { _ in }) -> Snapshot {
    var request = ObservationRequest(neuron: state.neuron, window: state.window)
    request.showsClassifier = true
    var snapshot = Fixture.digits.snapshot(for: request, state)
    if var classifier = snapshot.classifier {
      change(&classifier)
      snapshot.classifier = classifier
    }
    return snapshot
  }

  @Test func `The leader is marked, with room for lines and without`() throws {
    let tall = try drawn(.classifier, state, snapshot(), columns: 70, rows: 16).canvas.lines
    let line = try #require(tall.first { $0.contains("▸") })
    #expect(line.contains("▸7") && line.hasSuffix("12.40"))
    let low = try drawn(.classifier, state, snapshot(), columns: 70, rows: 10).canvas.lines
    #expect(low.contains { $0.contains("[7]") })
  }

  @Test func `Right and wrong are words, not only colours`() throws {
    let right = try drawn(.classifier, state, snapshot(), columns: 70, rows: 10).canvas.lines[0]
    #expect(right.contains("shown 7, read 7  ✓ right so far"))
    let wrong = try drawn(.classifier, state, snapshot { $0.vote = 9 }, columns: 70, rows: 10).canvas.lines[0]
    #expect(wrong.contains("read 9  ✗ wrong so far"))
    let unlabelled = try drawn(.classifier, state, snapshot { $0.label = nil }, columns: 70, rows: 10).canvas.lines[0]
    #expect(!unlabelled.contains("right") && !unlabelled.contains("wrong"))
  }

  @Test func `The share that was right stands under its time`() throws {
    let lines = try drawn(.classifier, state, snapshot { $0.read[4] = 0 }, columns: 47, rows: 10).canvas.lines
    #expect(lines[8].split(separator: " ") == ["steps", "4", "8", "16", "32", "64"])
    // 11 and 12 of 13, then all, and nothing read at the last.
    #expect(lines[9].split(separator: " ") == ["right", "%", "84.6", "92.3", "100.0", "100.0", "-"])
    #expect(lines[8].firstIndex(of: "8").map { lines[8].distance(from: lines[8].startIndex, to: $0) } == 20)
  }

  @Test func `The longest bar is the greatest vote, also among negative ones`() throws {
    let votes = [-9.0, -2, -5]
    let lines = try drawn(
      .classifier, state, snapshot { ($0.votes, $0.vote) = (votes, 1) }, columns: 70, rows: 12
    ).canvas.lines
    let lengths = (1...3).map { row in lines[row].unicodeScalars.filter { (0x2588...0x258F).contains($0.value) }.count }
    #expect(lengths[1] > lengths[2] && lengths[2] > lengths[0])
  }

  @Test func `Bright pixels are bright, with and without colour`() throws {
    var picture = [Float](repeating: 0, count: 64)
    picture[0] = 1
    let shot = snapshot { $0.picture = picture }
    let color = try drawn(.classifier, state, shot, columns: 70, rows: 10).canvas
    #expect(color[1, 0].style.foreground.green > 200)
    #expect(color[10, 4].style.foreground.green < 40)
    let plain = try drawn(.classifier, state, shot, columns: 70, rows: 10, theme: TestThemes.plain).canvas
    #expect(plain[1, 0].scalar == 0x23)
    #expect(plain[10, 4].scalar == 0x20)
  }
}
