/// The language of conditions: what it understands, and where it says that something is wrong.
import Basics
import Debugger
import NetworkModel
import Testing

struct ConditionTests {
  private let exc17 = Selection("exc", neuron: 17)

  @Test func whatItUnderstands() throws {
    let session = try DebugSession(Networks.active())
    let v = Term.variable(exc17, name: "v")
    let high = Condition.comparison(v, .greater, .number(-51))
    let cases: [(String, Condition)] = [
      ("exc[17].v > -51 mV", high),
      ("exc[17].v>−0.051V", high),
      ("-51 < exc[17].v", .comparison(.number(-51), .less, v)),
      ("(exc[17].v > -5.1e1 mV)", high),
      ("not exc[17].v > -51 mV", .not(high)),
      ("exc[17]", .spike(exc17)),
      ("spike(exc)", .spike(Selection(all: "exc", size: 80))),
      ("exc[17].v crosses -51 mV upwards", .crossing(v, level: -51, .upwards)),
      ("exc[17].v changes", .change(v)),
      ("nan(exc[17].v)", .notANumber(v)),
      (
        "count(inh[1, 3], 10 ms) == 5",
        .comparison(.count(Selection(population: "inh", ranges: [1...1, 3...3]), steps: 100), .equal, .number(5))
      ),
      (
        "synchrony(exc, 20 ms) > 0.5",
        .comparison(.synchrony(Selection(all: "exc", size: 80), steps: 200), .greater, .number(0.5))
      ),
      ("rate(exc[17], 50 ms) leaves 5..20 Hz", .range(.rate(exc17, steps: 500), 5...20, .leaving)),
      ("exc[17].v enters -52 mV..-51", .range(v, -52 ... -51, .entering)),
      ("rate(exc[17]) != 0.02 kHz", .comparison(.rate(exc17, steps: 1000), .unequal, .number(20))),
      ("exc[17] and exc[17].v > -51 or exc[17]", .any([.all([.spike(exc17), high]), .spike(exc17)])),
      ("exc[17] and (exc[17].v > -51 or exc[17])", .all([.spike(exc17), .any([high, .spike(exc17)])])),
      (
        "weight(noise[3] -> exc[17]) >= 50 pA",
        .comparison(.weight(projection: "noise->exc", post: 17, pre: 3), .atLeast, .number(0.05))
      ),
    ]
    for (text, expected) in cases {
      let condition = try session.condition(text)
      #expect(condition == expected, "\(text)")
      let understood = session.understood(text) ?? ""
      let again = try session.condition(understood)
      #expect(again == expected, "\(text) is told as \(understood)")
    }
  }

  @Test(arguments: [
    ("exc[17].v>−0.051V", "exc[17].v > -51 mV"), ("((exc[17]))", "spike(exc[17])"), ("exc[0..79]", "spike(exc)"),
    ("0.02 kHz < rate(exc[1,2])", "20 Hz < rate(exc[1..2], 100 ms)"),
    ("not (exc[1] and (exc[2] or exc[3]))", "not (spike(exc[1]) and (spike(exc[2]) or spike(exc[3])))"),
    ("exc[1] and exc[2] or exc[3]", "spike(exc[1]) and spike(exc[2]) or spike(exc[3])"),
    ("exc[17].v enters -52 mV..-51", "exc[17].v enters -52..-51 mV"), ("nan(exc.v)", "nan(exc.v)"),
    ("exc[17].tau_m changes", "exc[17].tau_m changes"),
    ("exc.v crosses -51 downwards", "exc.v crosses -51 mV downwards"),
    ("weight(noise[3] -> exc[17] of noise->exc) >= 300 pA", "weight(noise[3] -> exc[17]) >= 0.3 nA"),
  ])
  func howItIsTold(_ text: String, _ understood: String) throws {
    let session = try DebugSession(Networks.active())
    let told = session.understood(text)
    #expect(told == understood)
  }

  @Test func namesWithAHyphen() throws {
    var spec = Networks.active()
    spec.populations.append(PopulationSpec(name: "exc-1", shape: [2], model: "IF_curr_exp"))
    let session = try DebugSession(spec)
    let second = Selection("exc-1", neuron: 1)
    let condition = try session.condition("exc-1[1] and exc-1[1].v>-51 mV")
    #expect(condition == .all([.spike(second), .comparison(.variable(second, name: "v"), .greater, .number(-51))]))
  }

  /// Where two projections join the same neurons, their weights are two; where one of them happens to have no synapse
  /// there, the other is meant.
  @Test func theSynapseThatIsMeant() throws {
    var spec = Networks.active()
    var (first, second) = (spec.projections[2], spec.projections[2])
    (first.name, first.connector) = ("odd->", .list([ListedSynapse(pre: 1, post: 5), ListedSynapse(pre: 3, post: 5)]))
    (second.name, second.connector) = ("odd", .list([ListedSynapse(pre: 2, post: 5), ListedSynapse(pre: 3, post: 5)]))
    spec.projections += [first, second]
    spec.projections.remove(at: 2)
    let session = try DebugSession(spec)
    func meant(_ text: String) throws -> Condition { try session.condition("weight(\(text)) changes") }
    func change(_ name: String, _ pre: Int) -> Condition { .change(.weight(projection: name, post: 5, pre: pre)) }
    #expect(try meant("noise[1] -> exc[5]") == change("odd->", 1))
    #expect(try meant("noise[2] -> exc[5]") == change("odd", 2))
    #expect(try meant("noise[3] -> exc[5] of odd") == change("odd", 3))
    #expect(try meant("noise[3]->exc[5] of odd->") == change("odd->", 3))
    for (text, words) in [
      ("noise[3] -> exc[5]", "is a synapse of odd-> and of odd · write noise[3] -> exc[5] of odd->"),
      ("noise[4] -> exc[5]", "onto exc[5] lead inh["), ("noise[1] -> exc[5] of odd", "there is no synapse"),
      ("noise[1] -> exc[5] of od", "did you mean odd"), ("noise[1] -> exc[5] of", "no projection \"\""),
    ] {
      do throws(ConditionProblem) {
        let condition = try session.condition("weight(\(text)) changes")
        Issue.record("\(text) is taken for \(condition)")
      } catch {
        #expect(error.description.contains(words), "\(text): \(error)")
      }
    }
  }

  @Test(arguments: [
    ("", 1, "missing"), ("   ", 1, "missing"), ("exc[17].v > ", 13, "missing"), ("exc[17].v", 10, "comparison"),
    ("ecx[17]", 1, "did you mean exc"), ("exc[80]", 1, "0 to 79"), ("exc[17].u > 1", 9, "no variable"),
    ("exc[17].v > 3 nA", 13, "voltage"), ("exc[17].v > 3 mW", 13, "did you mean"),
    ("exc[17].v > rate(exc)", 11, "cannot be compared"), ("(exc[17]", 9, ")"), ("exc[17] and", 12, "missing"),
    ("exc[17] exc[17]", 9, "and, or"), ("count(exc) > 3", 10, ","), ("count(exc, 3 mV) > 3", 12, "time"),
    ("count(exc, 0 ms) > 3", 12, "steps"), ("count(exc, 10) > 3", 12, "10 has no unit"),
    ("count(exc, 1e9 s) > 3", 12, "steps"), ("3 > 4 mV", 5, "variable"),
    ("weight(exc[0] -> noise[0]) changes", 1, "no synapse"), ("weight(exc -> inh[0]) changes", 8, "one neuron"),
    ("exc[17].v crosses exc[3].v", 19, "number"), ("§", 1, "expected"), ("exc[17].v > 1e999", 13, "large"),
    ("synchrony(exc[17]) > 1", 1, "several"), ("synchrony(exc, 0.5 ms) > 1", 16, "10 to"),
    ("synchrony(exc) > 1 mV", 18, "number"), ("exc[17].v leaves -50..-60 mV", 18, "greater"),
    ("exc[17].v leaves -50", 21, ".. is missing"), ("rate(exc) enters 5..20 mV", 21, "a rate"),
    ("not", 4, "missing"), ("exc[", 1, "names no neurons"), ("spike exc", 7, "("), ("nan(exc)", 5, "variable"),
  ])
  func whatIsWrongAndWhere(_ text: String, _ column: Int, _ words: String) throws {
    let session = try DebugSession(Networks.active())
    do throws(ConditionProblem) {
      let condition = try session.condition(text)
      Issue.record("\(text) is taken for \(condition)")
    } catch {
      #expect(error.column == column && error.description.contains(words), "\(text): \(error.column) \(error)")
    }
  }

  @Test func whatNeverFires() throws {
    let session = try DebugSession(Networks.classifier())
    #expect(throws: ConditionProblem.self) { try session.condition("spike(output)") }
  }

  /// Whatever is typed is understood or refused, and never traps.
  @Test func rubbish() throws {
    let session = try DebugSession(Networks.active())
    let words = [
      "exc[17]", "exc", ".v", ">", "-51", "mV", "(", ")", "and", "or", "not", "count", "rate", "weight", ",", "->",
      "1e", "[", "]", "10 ms", "nan", "crosses", "changes", "é", "\u{1b}", "inh[0..3].v", "..", "=", "-", " ",
    ]
    var numbers = SeededNumbers(seed: 8)
    var understood = 0
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...8, using: &numbers)).map { _ in
        words.randomElement(using: &numbers) ?? ""
      }.joined(separator: Bool.random(using: &numbers) ? " " : "")
      do throws(ConditionProblem) {
        _ = try session.condition(text)
        understood += 1
      } catch {
        #expect(error.column >= 1 && error.column <= text.count + 1 && !error.description.isEmpty)
      }
    }
    #expect(understood > 5)
  }
}
