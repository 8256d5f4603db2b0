import ActionPlan
import ArgumentParser
import Diagnostics
import IATI
import XMLReading
import YAML

/// The command `nap import iati`.
struct ImportIATICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "iati",
        abstract: "Makes a plan and its past reports of the results in an activity file of IATI.",
        discussion: """
            The file may be of any publisher and version. What a plan cannot take is listed with its line. \
            `nap load FOLDER` then makes a ledger of the reports.
            """
    )

    @Argument(help: "The activity file.")
    var file: String

    @OptionGroup var target: ImportedFolder
    @OptionGroup var output: OutputOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let console = output.console
        let (source, problem) = SourceFile.read(file, limit: XMLLimits().bytes)
        guard let source else {
            console.show(problem.map { [$0] } ?? [])
            throw ExitStatus.input
        }
        let outcome = console.showing("Reading files") { IATIImport(now: clock.moment).read(source) }
        try target.write(outcome.plan, outcome.reports, outcome.diagnostics, of: file, console)
    }
}
