/// `breakpoints:` and `bookmarks:` of the workbench: where runs stop, and places with names.
import Basics
import NetworkModel

extension Scope {
  /// `[spike(exc[17]), {when: "exc[17].v > -51 mV", once: true, ignore: 5, on: false, met: 3}]`. What a condition says is for
  /// whoever knows that language.
  func breakpoints(_ syntax: Syntax) -> [BreakpointHint] {
    guard let entries = list(syntax, "breakpoints") else { return [] }
    return entries.compactMap { entry in
      if entry.text != nil { return condition(entry).map { BreakpointHint($0.text, location: $0.location) } }
      let known = ["when", "once", "ignore", "on", "met"]
      guard let fields = Fields(entry, of: "a breakpoint", known: known, self),
        let when = fields.required("when", example: "{when: \"exc[17].v > -51 mV\", once: true}"),
        let condition = condition(when)
      else { return nil }
      return BreakpointHint(
        condition.text, isOn: fields["on"].flatMap { boolean($0, "on") } ?? true,
        isOneShot: fields["once"].flatMap { boolean($0, "once") } ?? false,
        ignore: fields["ignore"].flatMap { integer($0, "ignore", in: 0...1_000_000_000) } ?? 0,
        hits: fields["met"].flatMap { integer($0, "met", in: 0...1_000_000_000_000) } ?? 0,
        location: condition.location)
    }
  }

  /// A text, and where its first character stands.
  private func condition(_ syntax: Syntax) -> (text: String, location: SourceLocation)? {
    guard let text = text(syntax, "a condition") else { return nil }
    var location = syntax.location
    if case .scalar(_, isPlain: false) = syntax.kind { location.column += 1 }
    if text.isEmpty { error(at: syntax.location, .emptyCondition) }
    return text.isEmpty ? nil : (text, location)
  }

  /// `[{name: first, at: 83.2 ms, note: "…", branch: branch 1}]`
  func bookmarks(_ syntax: Syntax) -> [BookmarkHint] {
    guard let entries = list(syntax, "bookmarks") else { return [] }
    var names: Set<String> = []
    return entries.compactMap { entry in
      guard let fields = Fields(entry, of: "a bookmark", known: ["name", "at", "note", "branch"], self),
        let nameSyntax = fields.required("name", example: "{name: first, at: 83.2 ms}"),
        let name = text(nameSyntax, "name"),
        let at = fields.required("at", example: "{name: first, at: 83.2 ms}"), let time = quantity(at, .time, "at")
      else { return nil }
      if ["start", "end", ""].contains(name) || (try? Quantity(parsing: name)) != nil {
        error(at: nameSyntax.location, .takenBookmark(name))
        return nil
      }
      guard names.insert(name).inserted else {
        error(at: nameSyntax.location, .bookmarkTwice(name))
        return nil
      }
      guard time >= 0, isCountable(time, "at", at: at.location) else {
        if time < 0 { error(at: at.location, .bookmarkBeforeStart(time)) }
        return nil
      }
      let note = fields["note"].flatMap { text($0, "note") } ?? ""
      let branch = fields["branch"].flatMap { text($0, "branch") } ?? ""
      return BookmarkHint(name, at: Milliseconds(time), note: note, branch: branch)
    }
  }

  private func list(_ syntax: Syntax, _ what: String) -> [Syntax]? {
    if case .sequence(let entries) = syntax.kind { return entries }
    error(at: syntax.location, .expected("a list", for: what, found: syntax))
    return nil
  }
}
