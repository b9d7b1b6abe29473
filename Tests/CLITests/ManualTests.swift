/// The manual page, help, the README and completions say the same, for all are made of the same.
import ArgumentParser
import Foundation
import Testing
import Workbench

@testable import CLI

@Suite struct ManualTests {
  /// The page without the names that roff has for signs.
  private func page() throws -> String {
    var text = try ManualPage(CommandHelp.root(), version: "1").text
    for (name, sign) in [("\\-", "-"), ("\\(ha", "^"), ("\\(ga", "`"), ("\\(ti", "~"), ("\\&", ""), ("\\(rs", "\\")] {
      text = text.replacingOccurrences(of: name, with: sign)
    }
    return text
  }

  @Test func everyCommandOfTheCatalogueIsOnThePageWithItsKeys() throws {
    let page = try page()
    for command in CommandCatalogue.all {
      let name = ":" + command.id.name + (command.argument.isEmpty ? "" : " " + command.argument)
      let term = (command.allKeysText.isEmpty ? "" : command.allKeysText + "  ") + name
      #expect(page.contains("\\fB\(term)\\fR\n\(command.help)\n"), "\(command.id.name)")
    }
  }

  @Test func everySubCommandIsOnThePageWithAllItsOptions() throws {
    let page = try page()
    let commands = RootCommand.configuration.subcommands
    #expect(commands.count >= 8)
    for command in commands {
      #expect(page.contains(".SS ganglion \(command._commandName)\n"))
      #expect(page.contains(command.configuration.abstract), "\(command._commandName)")
    }
    // The parser's own help names every option; none may be missing.
    for command in commands {
      for word in command.helpMessage(columns: 400).split(whereSeparator: { " ,\n[]/".contains($0) })
      where word.hasPrefix("--") {
        #expect(page.contains(word) || ["--help", "--version"].contains(word), "\(command._commandName): \(word)")
      }
    }
  }

  @Test func theReadmeShowsEverySubCommand() throws {
    let readme = try String(contentsOf: Example.checkout.appendingPathComponent("README.md"), encoding: .utf8)
    for command in RootCommand.configuration.subcommands where command != WorkbenchCommand.self {
      #expect(readme.contains("ganglion \(command._commandName)"), "\(command._commandName)")
    }
  }

  @Test func theReadmeNamesNoCommandAndNoOptionThatThereIsNot() throws {
    let readme = try String(contentsOf: Example.checkout.appendingPathComponent("README.md"), encoding: .utf8)
    let commands = Set(CommandCatalogue.all.map(\.id.name))
    let named = readme.matches(of: /(?:^|[ `(]):([a-z][a-z-]+)/.anchorsMatchLineEndings()).map { String($0.output.1) }
    #expect(named.count >= 20)
    for name in named { #expect(commands.contains(name), ":\(name)") }
    let page = try page()
    // Those of make, of swift and of git are theirs.
    let options = readme.split(separator: "\n").filter { !$0.contains("swift ") && !$0.contains("git ") }
      .flatMap { $0.matches(of: /(?:^|[ `(])(--[a-z][a-z-]+)/) }.map { String($0.output.1) }
    #expect(options.count >= 10)
    for option in options { #expect(page.contains(option), "\(option)") }
  }

  @Test func everyVariableOfTheEnvironmentThatIsReadIsOnThePage() throws {
    let sources = Example.checkout.appendingPathComponent("Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    let environment = try #require(try page().split(separator: ".SH ENVIRONMENT").last).replacing("\\fB", with: "")
    let told = Set(environment.split { !$0.isUppercase && $0 != "_" }.map(String.init))
    var names: Set<String> = []
    for case let file as URL in files where ["swift", "c"].contains(file.pathExtension) {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      for line in lines where line.contains(/environment|getenv|StandardFolder\.path|LC_ALL/) {
        names.formUnion(line.matches(of: /"([A-Z][A-Z_]{2,})"/).map { String($0.output.1) })
      }
    }
    #expect(names.isSuperset(of: ["TERM", "NO_COLOR", "ESCDELAY", "COLORTERM", "XDG_CONFIG_HOME", "XDG_STATE_HOME"]))
    for name in names { #expect(told.contains(name), "\(name)") }
  }

  @Test(arguments: CLI.ExitStatus.allCases)
  func everyExitStatusIsOnThePage(_ status: CLI.ExitStatus) throws {
    #expect(try page().contains("\\fB\(status.rawValue)\\fR\n\(status.meaning)\n"))
  }

  @Test(arguments: [CompletionShell.bash, .zsh, .fish])
  func completionsKnowEverySubCommandAndOption(_ shell: CompletionShell) throws {
    let script = RootCommand.completionScript(for: shell)
    for command in try CommandHelp.root().shown {
      #expect(script.contains(command.commandName))
      for argument in command.own {
        for name in argument.names ?? [] { #expect(script.contains(name.name), "\(command.commandName) \(name.name)") }
      }
    }
  }

  /// Where there is a groff, the page must be without a warning.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
  func thePageIsSetWithoutAWarning() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).1")
    defer { try? FileManager.default.removeItem(at: file) }
    try ManualPage(CommandHelp.root(), version: "1").text.write(to: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/groff")
    process.arguments = ["-man", "-Kutf8", "-Tutf8", "-ww", "-z", file.path]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(text.isEmpty, "\(text)")
  }

  @Test(arguments: [
    (".B x", "\\&.B x"), ("'x", "\\&'x"), ("a\\b", "a\\(rsb"), ("a-b", "a\\-b"), ("x\n.y", "x\n\\&.y"), ("", ""),
  ])
  func signsOfTheLanguageAreText(_ text: String, _ escaped: String) { #expect(Roff.escaped(text) == escaped) }
}
