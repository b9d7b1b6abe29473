/// The fewest candidates that do enough, against going through all choices.
import Basics
import Testing

@testable import Debugger

@Suite struct CoverTests {
  @Test(arguments: 0..<60)
  func itIsTheSmallest(_ seed: Int) {
    var random = SeededNumbers(seed: UInt64(seed))
    let effects = (0..<9).map { _ in (0..<6).map { _ in Double.random(in: 0...1, using: &random) } }
    let needed = (0..<6).map { _ in Double.random(in: -0.2...3.5, using: &random) }
    var cover = Cover(effects: effects, needed: needed)
    let found = cover.smallest()
    func isEnough(_ chosen: [Int]) -> Bool {
      needed.indices.allSatisfy { moment in chosen.reduce(0) { $0 + effects[$1][moment] } > needed[moment] }
    }
    let choices = (0..<512).map { bits in (0..<9).filter { bits >> $0 & 1 == 1 } }
    let least = choices.filter(isEnough).map(\.count).min()
    #expect(found?.chosen.count == least)
    if let found {
      #expect(isEnough(found.chosen) && found.isProved)
      #expect(found.chosen == found.chosen.sorted())
    }
  }
}
