/// The findings of `ganglion doctor`, for people and for programs.
import Foundation

struct DoctorReport {
  /// One thing that is known, and where it comes from or what it means.
  struct Finding: Encodable, Equatable {
    /// For programs: `synchronized_output`.
    let key: String
    /// For people: `synchronized output`.
    var name: String { key.replacingOccurrences(of: "_", with: " ") }
    let value: String
    let reason: String

    init(_ key: String, _ value: String, _ reason: String = "") {
      self.key = key
      self.value = value
      self.reason = reason
    }

    enum CodingKeys: String, CodingKey { case value, reason }
  }

  struct Section: Equatable {
    let title: String
    let findings: [Finding]
  }

  let sections: [Section]
  /// What keeps the workbench from starting or from looking as it should, as sentences.
  let problems: [String]

  var text: String {
    let width = sections.flatMap(\.findings).map(\.name.count).max() ?? 0
    let parts = sections.map { section in
      section.title + "\n"
        + section.findings.map { finding in
          let reason = finding.reason.isEmpty ? "" : " · \(finding.reason)"
          return "  \(finding.name.padding(toLength: width, withPad: " ", startingAt: 0))  \(finding.value)\(reason)\n"
        }.joined()
    }
    let verdict = problems.isEmpty ? ["Nothing is wrong.\n"] : problems.map { "Problem: \($0)\n" }
    return (parts + [verdict.joined()]).joined(separator: "\n")
  }

  /// An object for each section, in it one for each finding; and the problems.
  func json() throws -> String {
    struct Output: Encodable {
      let sections: [String: [String: Finding]]
      let problems: [String]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let sections = self.sections.map { section in
      (
        section.title.lowercased(),
        Dictionary(section.findings.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
      )
    }
    let output = Output(sections: Dictionary(uniqueKeysWithValues: sections), problems: problems)
    return String(decoding: try encoder.encode(output), as: UTF8.self)
  }
}
