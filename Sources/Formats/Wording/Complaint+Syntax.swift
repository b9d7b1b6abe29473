/// Messages about the text and its YAML.

extension Complaint {
  // MARK: Text

  static func documentTooLong(bytes: Int, limit: Int) -> Complaint {
    Complaint(
      "the document is \(memory(Double(bytes))) long; more than \(memory(Double(limit))) is not read",
      hint: "put long lists of numbers into .npy or .csv files beside it")
  }

  static let utf16 = Complaint("this is UTF-16, not UTF-8 text", hint: "save the document as UTF-8")
  static let notUTF8 = Complaint("this is not UTF-8 text", hint: "a document is YAML text, saved as UTF-8")

  static func forbiddenCharacter(_ scalar: Unicode.Scalar) -> Complaint {
    Complaint(
      "the character U+\(String(scalar.value, radix: 16, uppercase: true)) cannot stand in a document",
      hint: "a document is YAML text; in quotes, write it as an escape such as \"\\u001B\"")
  }

  static let emptyDocument = Complaint(
    "the document is empty", hint: "it needs `populations:` at least; `ganglion presets lif` prints one to start from")

  // MARK: YAML

  static func yaml(_ problem: String) -> Complaint { Complaint("this is not valid YAML: \(problem)") }

  static func tooDeep(limit: Int) -> Complaint {
    Complaint("lists and mappings are nested more than \(limit) deep", hint: "no document needs more than 6")
  }

  static func tooManyValues(limit: Int) -> Complaint {
    Complaint(
      "the document holds more than \(limit) values once its aliases are followed",
      hint: "put long lists of numbers into .npy or .csv files beside it")
  }

  static let keyIsNoText = Complaint("a key must be a word", hint: "write `key: value`")

  static func unknownAlias(_ name: String) -> Complaint {
    Complaint(
      "the alias \(quoted("*" + name)) refers to nothing before it",
      hint: "mark the value with \(quoted("&" + name)) first; a text that begins with * needs quotes")
  }

  static func foreignTag(_ tag: String) -> Complaint {
    Complaint(
      "the YAML tag \(quoted(tag)) has no meaning here", hint: "leave it out; a text that begins with ! needs quotes")
  }

  static func duplicateKey(_ key: String, first: (line: Int, column: Int)? = nil) -> Complaint {
    let earlier = first.map { "; it was given \(place($0))" } ?? ""
    return Complaint("the key \(quoted(key)) is given twice in the same mapping\(earlier)", hint: "keep one of them")
  }

  static let badStart = Complaint(
    "no value can begin with this character",
    hint: "indent with spaces, never with tabs; put a text that begins with @, `, % or a tab into quotes")

  static let unexpectedColon = Complaint(
    "this `:` has no place here",
    hint: "is there one missing in the line before? Two in one line need {key: value}, or quotes around a text")

  static let missingNode = Complaint("a value is missing here", hint: "close every [ and {; was the text cut off?")

  static func missingColon(opened: (line: Int, column: Int)?) -> Complaint {
    Complaint("a key without `:`\(opened.map { " (it began at line \($0.line))" } ?? "")", hint: "write `key: value`")
  }

  static func unclosedQuote(opened: (line: Int, column: Int)?) -> Complaint {
    Complaint(
      "the document ends inside a quoted text",
      hint: opened.map { "it was opened \(place($0)); close it" } ?? "close it")
  }

  static func unclosed(_ bracket: String, opened: (line: Int, column: Int)?) -> Complaint {
    Complaint(
      "expected `,` or `\(bracket)` here",
      hint: opened.map { "close the \(bracket == "]" ? "[" : "{") that was opened \(place($0))" } ?? "")
  }

  static func badIndentation(opened: (line: Int, column: Int)?) -> Complaint {
    Complaint(
      "this line does not belong to what is around it",
      hint: "indent it like its neighbours" + (opened.map { "; they begin \(place($0))" } ?? ""))
  }

  static let secondDocument = Complaint(
    "a second YAML document begins here", hint: "one file holds one network; remove `---`")

  private static func place(_ mark: (line: Int, column: Int)) -> String {
    "at line \(mark.line), column \(mark.column)"
  }

  // MARK: Mappings

  static func expected(_ kind: String, for what: String, found: Syntax) -> Complaint {
    Complaint("\(what) must be \(kind), not \(found.kindName)")
  }

  static func unknownKey(_ key: String, in what: String, known: [String]) -> Complaint {
    Complaint("unknown key \(quoted(key)) in \(what)", hint: suggestion(for: key, among: known))
  }

  static func notSupportedYet(_ what: String) -> Complaint {
    Complaint("\(quoted(what)) is not supported yet by this version", hint: "leave it out")
  }

  static func missingKey(_ key: String, in what: String, example: String) -> Complaint {
    Complaint("\(what) needs the key \(quoted(key))", hint: "for example `\(example)`")
  }

  static func missingValue(_ key: String) -> Complaint {
    Complaint("\(quoted(key)) has no value", hint: "write one after the colon, or leave the key out")
  }
}
