/// Places of a run out of words, and in words.
package import Basics
package import Debugger

package enum DestinationText {
  /// `83.2 ms`, `832 steps`, `50 %`, `start`, `end`, or the name of a bookmark.
  package static func parse(_ text: String, dt: Milliseconds, bookmarks: [Bookmark]) throws(PlaceProblem)
    -> Destination
  {
    if text == "start" { return .start }
    if text == "end" { return .end }
    if bookmarks.contains(where: { $0.name == text }) { return .bookmark(text) }
    if text.last == "%" {
      guard let part = try? Quantity(parsing: String(text.dropLast())), part.dimension == nil else {
        throw .noPart(text)
      }
      guard (0...100).contains(part.value) else { throw .partOutside }
      return .fraction(part.value / 100)
    }
    return .tick(try tick(text, dt: dt, nearest: Spelling.nearest(to: text, among: bookmarks.map(\.name))))
  }

  private static func tick(_ text: String, dt: Milliseconds, nearest: String?) throws(PlaceProblem) -> Tick {
    let steps: Double
    var (isCounted, hasUnit) = (false, true)
    do throws(QuantityError) {
      let quantity = try Quantity(parsing: text)
      hasUnit = quantity.dimension != nil
      isCounted = quantity.dimension == .steps
      steps =
        isCounted ? quantity.value : try Quantity.value(of: text, expecting: .time) / dt.value
    } catch {
      if case .notANumber = error { throw .noPlace(text, nearest: nearest) }
      throw .quantity(error)
    }
    guard hasUnit else { throw .noUnit(text) }
    // Beyond 10¹⁵ steps numbers of double precision no longer tell one from the next.
    guard steps >= 0, steps < 1e15 else { throw .outOfReach(text) }
    // A time means the nearest step; a number of steps means what it says.
    guard !isCounted || steps == steps.rounded() else { throw .partOfAStep(text) }
    return Tick(Int(steps.rounded()))
  }
}

extension Bookmark {
  /// Why no bookmark has this name: it means another place, and `goto` would lead there; nil where it may be one.
  package static func problem(withName name: String) -> String? {
    guard let meaning = DestinationText.meaning(ofName: name) else { return nil }
    return "\"\(name)\" means \(meaning) · give the bookmark another name, as in m-\(name)"
  }
}

extension DestinationText {
  /// What a word means where places are written, whatever bookmarks there are.
  fileprivate static func meaning(ofName name: String) -> String? {
    switch name {
    case "start", "end": return "the \(name) of the run"
    case "now": return "the present moment"
    default: break
    }
    let isPart = name.last == "%"
    guard let quantity = try? Quantity(parsing: isPart ? String(name.dropLast()) : name) else { return nil }
    return isPart ? "a part of the run" : quantity.dimension == nil ? "a number" : "a time or another quantity"
  }
}

/// Why a text is no place of a run.
package enum PlaceProblem: Error, Sendable, Equatable, CustomStringConvertible {
  case noPlace(String, nearest: String?)
  case noPart(String)
  case partOutside
  case noUnit(String)
  case quantity(QuantityError)
  case outOfReach(String)
  case partOfAStep(String)

  package var description: String {
    switch self {
    case .noPlace(let text, let nearest):
      "\"\(text)\" is no place · write 83.2 ms, 832 steps, 50 %, start, end or the name of a bookmark"
        + (nearest.map { " · did you mean \($0)?" } ?? "")
    case .noPart(let text): "\"\(text)\" is no part of a run · write 50 %"
    case .partOutside: "a part of a run is from 0 % to 100 %"
    case .noUnit(let text): SpanWords.noUnit(text)
    case .quantity(let error): error.description
    case .outOfReach(let text): "\"\(text)\" is no time that a run can come to"
    case .partOfAStep(let text): "\(text): a run stands between whole steps"
    }
  }
}
