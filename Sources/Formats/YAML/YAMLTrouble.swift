/// What the YAML parser complains about, in words for somebody who writes a document.
import NetworkModel
import Yams

enum YAMLTrouble {
  /// One issue at the place that the parser names.
  static func issue(_ error: YamlError, in text: String, file: String) -> Issue {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return Issue(at: place(mark, file), complaint(problem, context, at: mark))
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicate(keys.first ?? "", first: context.mark, in: text, file: file)
    default:
      return Issue(at: SourceLocation(file: file, line: 1, column: 1), .yaml("it cannot be parsed"))
    }
  }

  private static func duplicate(_ key: String, first: Mark, in text: String, file: String) -> Issue {
    guard let second = SecondKey(key, in: text).place(afterLine: first.line, column: first.column) else {
      return Issue(at: place(first, file), .duplicateKey(key))
    }
    let place = SourceLocation(file: file, line: second.line, column: second.column)
    return Issue(at: place, .duplicateKey(key, first: (first.line, first.column)))
  }

  private static func place(_ mark: Mark, _ file: String) -> SourceLocation {
    SourceLocation(file: file, line: mark.line, column: mark.column)
  }

  private static func complaint(_ problem: String, _ context: YamlError.Context?, at mark: Mark) -> Complaint {
    let opened = context.map { (line: $0.mark.line, column: $0.mark.column) }
    switch problem {
    case _ where problem.hasPrefix("Maximum nesting level"): return .tooDeep(limit: SyntaxReader.depthLimit)
    case "found character that cannot start any token", "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return .badStart
    case "mapping values are not allowed in this context": return .unexpectedColon
    case "could not find expected ':'": return .missingColon(opened: opened)
    case "found unexpected end of stream": return .unclosedQuote(opened: opened)
    case "did not find expected ',' or ']'": return .unclosed("]", opened: opened)
    case "did not find expected ',' or '}'": return .unclosed("}", opened: opened)
    case "did not find expected key", "did not find expected '-' indicator": return .badIndentation(opened: opened)
    case "did not find expected node content": return .missingNode
    case "but found another document": return .secondDocument
    default: return .yaml(problem)
    }
  }
}
