import ArgumentParser
import Foundation
import Rules

/// The command `nap rules test`.
struct RulesTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Runs the cases of rule packs and tells which rules no case has reached.",
        discussion: """
            With --require-full it also fails where a rule was not reached, or where the cases show only one outcome of \
            a condition.
            """
    )

    @Argument(help: "The identifiers of packs; all where none is named.")
    var packs: [String] = []

    @Flag(name: .long, help: "Fail unless every rule was reached and every condition held and did not hold.")
    var requireFull = false

    @OptionGroup var location: RulesOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = output.console
        let library = location.library
        let reports = try library.packs(packs, console)
            .map { RuleTestRunner($0, statuses: library.statuses(of: $0)).run() }
        switch output.format {
        case .text:
            for report in reports {
                console.write(RuleTestText.text(of: report, verbose: requireFull, language: output.language))
            }
        case .json: console.write(RuleTestText.json(of: reports))
        }
        let passed = reports.allSatisfy { report in
            report.passed && (!requireFull || report.coverage.halfSeen.isEmpty)
        }
        if !passed { throw ExitStatus.input }
    }
}
