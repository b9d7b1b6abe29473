/// Formulas as models write them: what they amount to, and how they look with numbers in them.
import Basics
import Testing

struct StepFormulaTests {
  private static let numbers = ["a": 2.0, "b": -3, "tau_m": 20, "x": 0]

  @Test(arguments: [
    ("a + b*a", -4), ("a - b - a", 3), ("(a + b)*-a", 2), ("a/4/a", 0.25), ("a^3*b", -24), ("-a^2", -4),
    ("2.5*(a - (b + 1))", 10), ("exp(x)", 1), ("phi(x)", 1), ("psi(x)", 0.5), ("phi22(x) + phi23(x)", 2),
    ("1 - tau_m/20", 0),
  ])
  func theyAreWorkedOut(_ text: String, _ value: Double) throws {
    let found = try #require(StepFormula(text).value { Self.numbers[$0] })
    #expect(abs(found - value) < 1e-12)
  }

  @Test(arguments: ["a +", "(a", "a)", "nobody", "sin(a)", "a b", "", "a ^ b"])
  func whatIsNoneHasNoValue(_ text: String) { #expect(StepFormula(text).value { Self.numbers[$0] } == nil) }

  @Test(arguments: [
    ("a + b*exp(-x/tau_m)", "a + b·exp(−x/tau_m)", "2 − 3·1"), ("a - b", "a − b", "2 + 3"),
    ("a*b", "a·b", "2·(−3)"), ("(b - a)/tau_m", "(b − a)/tau_m", "(−3 − 2)/20"), ("-b", "−b", "−(−3)"),
    ("phi22(x)*a^2", "φ(x)·a^2", "1·2^2"),
  ])
  func theyAreShown(_ text: String, _ plain: String, _ filled: String) {
    let formula = StepFormula(text)
    #expect(formula.shown == plain)
    #expect(formula.filled({ Self.numbers[$0] }) { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" } == filled)
  }

  /// The series and the closed form of ψ meet.
  @Test func psiIsSmooth() throws {
    let psi = StepFormula("psi(z)")
    let (below, above) = (psi.value { _ in 0.999_999_9 }, psi.value { _ in 1.000_000_1 })
    #expect(abs((below ?? 0) - (above ?? 1)) < 1e-7 && (below ?? 0) > (above ?? 1))
  }
}
