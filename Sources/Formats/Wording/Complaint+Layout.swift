/// Words about the panes that a document opens.
import NetworkModel

extension Complaint {
  static func unknownPane(_ name: String, known: [String]) -> Complaint {
    Complaint("unknown pane \(quoted(name))", hint: suggestion(for: name, among: known))
  }

  static func unknownWay(_ name: String, what: String, known: [String]) -> Complaint {
    Complaint("\(what) cannot be shown as \(quoted(name))", hint: suggestion(for: name, among: known))
  }

  static func noSorting(_ text: String) -> Complaint {
    Complaint("\(quoted(text)) is no order", hint: "for example `rate`, `v up` or `index down`")
  }

  static func noCondition(_ text: String) -> Complaint {
    Complaint("\(quoted(text)) is no condition", hint: "for example `v > -55 mV and rate < 5 Hz`")
  }

  static func unknownOrderKey(_ name: String, known: [String]) -> Complaint {
    Complaint("no neuron here has \(quoted(name))", hint: suggestion(for: name, among: known))
  }

  static func paneTwice(_ name: String) -> Complaint {
    Complaint("the pane \(quoted(name)) stands in the layout twice", hint: "name each pane once")
  }

  static var panesAndLayout: Complaint {
    Complaint("panes and layout both say which panes are open", hint: "leave out panes")
  }

  static var noSplit: Complaint {
    Complaint(
      "a part of the layout is divided into columns or into rows",
      hint: "write {columns: [raster, inspector]} or {rows: [raster, trace]}")
  }

  static var emptyLayout: Complaint {
    Complaint("a part of the layout is empty", hint: "name a pane, such as raster")
  }

  static func sharesCount(_ found: Int, parts: Int) -> Complaint {
    Complaint("shares has \(found) numbers for \(parts) parts", hint: "write one for each part, such as [2, 1]")
  }
}
