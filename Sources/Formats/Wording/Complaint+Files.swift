/// Messages about files that a document names, and what is in them.

extension Complaint {
  /// The document itself.
  static func document(_ path: String, _ trouble: FileTrouble) -> Complaint {
    switch trouble {
    case .missing: Complaint("there is no such file", hint: nearestHint(trouble))
    case .tooLarge(let bytes): documentTooLong(bytes: bytes, limit: SourceText.byteLimit)
    default: file(path, trouble)
    }
  }

  static func file(_ name: String, _ trouble: FileTrouble) -> Complaint {
    switch trouble {
    case .outside:
      Complaint(
        "\(quoted(name)) is outside the document's folder", hint: "copy it beside the document and name it from there")
    case .missing: Complaint("there is no file \(quoted(name)) beside the document", hint: nearestHint(trouble))
    case .notAFile: Complaint("\(quoted(name)) is no regular file")
    case .tooLarge(let bytes): Complaint("\(quoted(name)) is too large: \(memory(Double(bytes)))")
    case .unreadable: Complaint("\(quoted(name)) cannot be read", hint: "check its permissions")
    }
  }

  private static func nearestHint(_ trouble: FileTrouble) -> String {
    if case .missing(let nearest?) = trouble { "did you mean \(quoted(nearest))?" } else { "" }
  }

  static func badArray(_ file: String, _ trouble: NPYError) -> Complaint { Complaint("\(quoted(file)): \(trouble)") }

  static func notFiniteInFile(_ file: String, value: Double, index: Int) -> Complaint {
    Complaint("\(quoted(file)) holds \(value) at position \(index)", hint: "every value must be finite")
  }

  // MARK: Tables

  static func splitAndHeldOut(has key: String) -> Complaint {
    let other = key == "split" ? "held_out" : "split"
    return Complaint(
      "\(quoted(key)) needs \(quoted(other)) beside it",
      hint: "`split: split, held_out: test` presents the rows marked test")
  }

  static func table(_ trouble: TableTrouble.Kind) -> Complaint {
    switch trouble {
    case .empty: Complaint("the table has no rows")
    case .noColumn(let name, let known):
      Complaint("the table has no column \(quoted(name))", hint: suggestion(for: name, among: known))
    case .noValueColumns(let patterns, let known):
      Complaint("no column fits \(list(patterns.map(quoted)))", hint: suggestion(for: "", among: known))
    case .doubledColumn(let name): Complaint("two columns are called \(quoted(name))", hint: "rename one of them")
    case .ragged(let fields, let expected):
      Complaint("the row has \(fields) fields, but the first line has \(expected)")
    case .notANumber(let text): Complaint("\(quoted(text)) is no number")
    case .notALabel(let text): Complaint("\(quoted(text)) is no label", hint: "labels are whole numbers from 0")
    case .notSynapses(let names):
      Complaint(
        "the first line names the columns \(list(names.map(quoted)))",
        hint: "a list of synapses has pre,post or pre,post,weight or pre,post,weight,delay")
    case .nothingHeldOut(let word, let column):
      Complaint("no row has \(quoted(word)) in the column \(quoted(column))", hint: "check `held_out`")
    }
  }
}
