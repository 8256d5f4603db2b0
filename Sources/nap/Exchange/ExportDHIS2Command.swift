import ActionPlan
import ArgumentParser
import Diagnostics
import OpenData
import Rules
import Tracker
import YAML

/// The command `nap export dhis2`.
struct ExportDHIS2Command: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dhis2",
        abstract: "Data values for a DHIS2 server, as its interface `dataValueSets` takes them in.",
        discussion: "A figure that is absent or withheld is no value."
    )

    @OptionGroup var mapping: DHIS2MappingOptions

    @Option(name: .long, help: ArgumentHelp("Where to write it; the standard output if left out.", valueName: "file"))
    var out: String?

    @OptionGroup var assessment: AssessmentOptions
    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let assessments = try assessment.opened(console, standard: .public)
        let value = try assessments.assess(asOf: assessment.asOf ?? assessments.today)
        let (mapping, problems) = mapping.read(value.plan)
        console.show(problems)
        guard let mapping else { throw ExitStatus.input }
        try assessments.note(value)
        let bytes = console.showing("Writing files") { DHIS2Export(value, mapping).bytes }
        guard let out else { return console.write(bytes) }
        try OutputFile(out, console).write(bytes)
    }
}

/// The command `nap import dhis2`.
struct ImportDHIS2Command: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dhis2",
        abstract: "Takes an agency's reports from data values of a DHIS2 server: all of them, or none."
    )

    @OptionGroup var mapping: DHIS2MappingOptions
    @OptionGroup var submission: SubmitCommand

    func run() throws {
        try submission.run { agency, workspace, now, _ in
            let index = workspace.index(on: workspace.day(of: now))
            let (mapping, problems) = mapping.read(index)
            guard let mapping else { return ([], problems) }
            let (source, problem) = SourceFile.read(submission.file, limit: DHIS2Import.byteLimit)
            guard let source else { return ([], problem.map { [$0] } ?? []) }
            let (entries, found) = DHIS2Import(mapping, index, agency: agency).reports(source)
            let checker = ReportChecker(
                index,
                claims: workspace.assessor.claimableStatuses.map(\.id),
                today: workspace.day(of: now)
            )
            return (entries, problems + found + checker.problems(with: entries))
        }
    }
}

/// Which value is which of a DHIS2 server.
struct DHIS2MappingOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Which value is which of the server, as `nap schema dhis2` describes it.", valueName: "file")
    )
    var mapping: String

    /// The mapping, or what is wrong with it.
    func read(_ index: PlanIndex) -> (mapping: DHIS2Mapping?, diagnostics: [Diagnostic]) {
        let (source, problem) = SourceFile.read(mapping, limit: 4 << 20)
        guard let source else { return (nil, problem.map { [$0] } ?? []) }
        return DHIS2Mapping.read(source, index)
    }
}
